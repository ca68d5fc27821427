/**
 * 政府采购 and what of it went to 中小企业: 货物采购授予中小企业合同金额占货物支出金额的…%, the same of 工程 and 服务. The three shares of
 * the three amounts make the contracts of small and medium enterprises.
 */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Interval, middle, ofFigure, portion, sum } from './interval.ts';
import { judge } from './judge.ts';

/** What a share is of, in the words before its number → the concept of the amount. */
const kinds: readonly (readonly [words: RegExp, concept: string])[] = [
  [/占(?:政府采购)?货物/, 'procurement.goods'],
  [/占(?:政府采购)?工程/, 'procurement.works'],
  [/占(?:政府采购)?服务/, 'procurement.services'],
];

/** @param figures of the prose */
export function checkProcurement(figures: readonly Figure[]): readonly Verdict[] {
  const own = figures.filter(({ concept }) => concept.startsWith('procurement.'));
  return own
    .filter(({ concept, measure }) => concept === 'procurement.sme' && measure === 'amount')
    .flatMap((whole) => {
      const near = own.filter((one) => one.section === whole.section && one.fiscalYear === whole.fiscalYear);
      return checkShares(whole, near) ?? [];
    });
}

function checkShares(whole: Figure, near: readonly Figure[]): Verdict | null {
  const shares = near.filter(({ concept, measure }) => concept === 'procurement.sme' && measure === 'share');
  const parts: Interval[] = [];
  const operands: Figure[] = [];
  for (const [words, kind] of kinds) {
    const [amount, ...more] = near.filter(({ concept, measure }) => concept === kind && measure === 'amount');
    const [share, ...others] = shares.filter(({ quote }) => words.test(quote));
    const value = amount === undefined ? null : ofFigure(amount);
    const percent = share === undefined ? null : ofFigure(share);
    if (amount === undefined || value === null || more.length > 0 || others.length > 0) return null;
    if (share === undefined || percent === null) {
      // Of nothing no share is printed.
      if (middle(value) !== 0n) return null;
      continue;
    }
    parts.push(portion(value, percent));
    operands.push(share, amount);
  }
  const stated = ofFigure(whole);
  if (stated === null || parts.length === 0) return null;
  return judge({
    rule: 'share.procurement_sme',
    stated,
    expected: sum(parts),
    figures: [whole, ...operands],
    names: { stated: whole.stated, expected: '按货物、工程、服务各自占比计算的金额' },
    english: {
      stated: 'contracts given to small and medium enterprises',
      expected: 'their shares of goods, works and services',
    },
    unit: '元',
  });
}
