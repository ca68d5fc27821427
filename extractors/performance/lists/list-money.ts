/** What a project's cost line says of its money: 130万元，…未支付; 558.08万元，2021年底支付278.47万元; 专项经费10万元已完成. */
import { arabicAmount, readMoney } from '../../../normalizers/money.ts';
import { type Money, toFen } from '../../../pipeline/model/money.ts';
import type { PlacedFunds, PlacedMoney } from '../statements.ts';

export interface ListMoney {
  readonly budget: Money | null;
  /** Also where words tell it: 未支付 is zero. */
  readonly actual: Money | null;
  /** What is printed as an amount. */
  readonly placed: PlacedFunds;
}

/** The project's whole money, not a price: nothing, or the name of a fund, stands before it. */
const planned = new RegExp(`^(?:[^\\d，。；每均]{0,60}(?:经费|资金|费用|费|专项|补助|津贴|款))?(${arabicAmount})`);
const paid = new RegExp(`(?:支付|支出|拨付|执行)[^\\d，。；]{0,12}(?:\\d[\\d.]{0,6}%即)?(${arabicAmount})`);
const paidInFull = /已(?:经|全部)?(?:完成|支付|拨付|使用|执行)/;
const left = new RegExp(`(?:剩余|余款|其余|结转)[^\\d，。；]{0,8}(${arabicAmount})`);
const unpaid = /未(?:支付|拨付|支出|执行)/;
const none: Money = { fen: toFen(0n), place: 0, approximate: false, exact: true };

/** The amount that ends a match. */
function amountIn(shape: RegExp, words: string, from: number): PlacedMoney | null {
  const match = shape.exec(words);
  const printed = match?.[1];
  const money = printed === undefined ? null : readMoney(printed.trim());
  if (match === null || printed === undefined || money === null) return null;
  const to = from + match.index + match[0].length;
  return { money, from: to - printed.length, to };
}

/**
 * @param text the words of a passage, folded
 * @param from where the cost line begins in it
 * @param to one past its end
 * @param year the report's; money to be paid in a later one is not paid
 */
export function moneyInList(text: string, from: number, to: number, year: number | null): ListMoney {
  const budget = amountIn(planned, text.slice(from, to), from);
  if (budget === null) return { budget: null, actual: null, placed: {} };
  let actual: PlacedMoney | null = null;
  let zero = false;
  let carriedOver: PlacedMoney | null = null;
  for (const clause of text.slice(budget.to, to).matchAll(/[^，。；]+/g)) {
    const at = budget.to + clause.index;
    const named = /(20\d\d)年/.exec(clause[0])?.[1];
    const later = named !== undefined && year !== null && Number(named) > year;
    carriedOver ??= amountIn(left, clause[0], at);
    if (later || left.test(clause[0]) || actual !== null || zero) continue;
    const inFull = paidInFull.test(clause[0]) ? budget : null;
    actual = amountIn(paid, clause[0], at) ?? inFull;
    zero = actual === null && unpaid.test(clause[0]) && !/(?:拟|将|计划)/.test(clause[0]);
  }
  const placed = { budget, ...(actual === null ? {} : { actual }), ...(carriedOver === null ? {} : { carriedOver }) };
  return { budget: budget.money, actual: actual?.money ?? (zero ? none : null), placed };
}
