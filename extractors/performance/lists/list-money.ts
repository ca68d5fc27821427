/** What a project's cost line says of its money: 130万元，…未支付; 558.08万元，2021年底支付278.47万元; 专项经费10万元已完成. */
import { arabicAmount, readMoney } from '../../../normalizers/money.ts';
import { type Money, toFen } from '../../../pipeline/model/money.ts';

export interface ListMoney {
  readonly budget: Money | null;
  readonly actual: Money | null;
}

/** The project's whole money, not a price: nothing, or the name of a fund, stands before it. */
const planned = new RegExp(`^(?:[^\\d，。；每均]{0,60}(?:经费|资金|费用|费|专项|补助|津贴|款))?(${arabicAmount})`);
const paid = new RegExp(`(?:支付|支出|拨付|执行)[^\\d，。；]{0,12}(?:\\d[\\d.]{0,6}%即)?(${arabicAmount})`);
const paidInFull = /已(?:经|全部)?(?:完成|支付|拨付|使用|执行)/;
const unpaid = /未(?:支付|拨付|支出|执行)/;
const none: Money = { fen: toFen(0n), place: 0, approximate: false, exact: true };

/**
 * @param words a cost line
 * @param year the report's; money to be paid in a later one is not paid
 */
export function moneyInList(words: string, year: number | null): ListMoney {
  const found = planned.exec(words);
  const budget = found?.[1] === undefined ? null : readMoney(found[1]);
  if (budget === null) return { budget: null, actual: null };
  const rest = words.slice(found?.[0].length ?? 0);
  const clauses = rest.split(/[，。；]/).filter((clause) => {
    const named = /(20\d\d)年/.exec(clause)?.[1];
    return named === undefined || year === null || Number(named) <= year;
  });
  for (const clause of clauses) {
    const part = paid.exec(clause)?.[1];
    if (part !== undefined) return { budget, actual: readMoney(part) };
    if (paidInFull.test(clause)) return { budget, actual: budget };
    if (unpaid.test(clause) && !/(?:拟|将|计划)/.test(clause)) return { budget, actual: none };
  }
  return { budget, actual: null };
}
