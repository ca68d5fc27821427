/**
 * Forms that print no unit of money: their own indicators may tell it. Where the costs that the form promises (≤3843.67万元,
 * ≤5365.88万元) add up to its budget (9209.55), both are in one unit. Without such a witness the money stays unread.
 */
import type { Indicator } from '../../../pipeline/model/performance.ts';
import { moneyPower } from '../../tables/numbers.ts';
import type { Line } from './cells.ts';
import { type FormFields, formFields } from './form-fields.ts';
import { moneyIn } from './money.ts';

type Told = Omit<Indicator, 'project'>;

/** @param unit the unit that the caption prints; @returns the fields, money in the printed or the witnessed unit */
export function fieldsWithUnit(lines: readonly Line[], unit: string | null, indicators: readonly Told[]): FormFields {
  const read = formFields(lines, unit);
  if (read.budget !== null || read.initialBudget !== null || read.actual !== null) return read;
  for (const [told, costs] of costsByUnit(indicators)) {
    const again = formFields(lines, told);
    const sum = costs.reduce((total, cost) => total + cost, 0n);
    const budgets = [again.initialBudget, again.budget].flatMap((money) => money?.fen ?? []);
    if (budgets.some((fen) => fen === sum)) return again;
  }
  return read;
}

/** What the indicators of cost allow to spend, in fen, by the unit they print. */
function costsByUnit(indicators: readonly Told[]): ReadonlyMap<string, readonly bigint[]> {
  const costs = new Map<string, bigint[]>();
  for (const { level2, targetParsed } of indicators) {
    const { operator, value, unit } = targetParsed;
    if (level2 !== '成本指标' || unit === null || moneyPower(unit) === null || (operator !== '≤' && operator !== '='))
      continue;
    const money = moneyIn(value, [unit]);
    if (money !== null) costs.set(unit, [...(costs.get(unit) ?? []), money.fen]);
  }
  return costs;
}
