/** A few yuan with decimals, in a report that counts in 万元, are a slip of the unit; a price or a rate is none. */
import { describe, expect, it } from 'vitest';
import { checkUnits } from '../../../pipeline/verify/units.ts';
import { paragraph } from '../../support/figures.ts';

/** A report that counts in 万元, and one more sentence. */
function units(sentence: string, report = '收入100.5万元，支出99.3万元，结转1.2万元，项目8万元，公用2.35万元。') {
  const text = `${report}${sentence}`;
  const amounts = (text.match(/\d[\d,.]*\s?[万亿]?元/g) ?? []).map((words) => [words, {}] as const);
  const { mentions, figures } = paragraph(text, ...amounts);
  return checkUnits(mentions, figures);
}

describe('yuan among 万元', () => {
  it('are suspected, as printed, with what is meant', () => {
    expect(units('资金到位1.49元。')).toMatchObject([
      {
        ...{ rule: 'unit.suspect', status: 'fail', outcome: 'off', severity: 'warn' },
        ...{ stated: '1.49', expected: '14900.00', difference: '-14898.51' },
        message: '“1.49元”的单位疑为“万元”：全文金额多以万元计',
      },
    ]);
  });

  it('point at the figure, and at the place', () => {
    const [verdict] = units('资金到位1.49 元。');
    expect(verdict?.figures.map(({ quote }) => quote)).toEqual(['1.49 元']);
    expect(verdict?.quote?.endsWith('资金到位1.49 元')).toBe(true);
  });
});

describe('nothing is said of', () => {
  it.each([
    ['a price', '每套1.49元。'],
    ['a price with words between', '每亩补助标准为1.49元。'],
    ['a unit price', '采购单价1.49元。'],
    ['a rate a head', '人均1.49元。'],
    ['a standard', '补助标准1.49元。'],
    ['a rate by its unit', '水价为1.49元/吨。'],
    ['a rate, wide', '水价为1.49元／吨。'],
    ['a rate in words', '水价为1.49元每吨。'],
    ['whole yuan', '罚款200元。'],
    ['a thousand yuan and more', '支出1,234.56元。'],
    ['nothing', '支出0.00元。'],
    ['万元', '支出1.49万元。'],
  ])('%s', (_, sentence) => expect(units(sentence)).toEqual([]));

  it('a report that counts in yuan', () =>
    expect(units('资金到位1.49元。', '收入1005000.50元，支出993000.20元，结转12000.30元，项目80000元。')).toEqual([]));

  it('a report of too few amounts to tell what it counts in', () =>
    expect(units('资金到位1.49元。', '收入100.5万元。')).toEqual([]));
});
