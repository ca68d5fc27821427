/** Percentages follow from the amounts beside them; where those are not told, nothing is said. */
import { describe, expect, it } from 'vitest';
import { checkRates } from '../../../pipeline/verify/prose-rates.ts';
import { type Meaning, namedBy, paragraph, saidBy, type Told } from '../../support/figures.ts';

function rates(text: string, ...told: readonly Told[]) {
  const { figures, unread } = paragraph(text, ...told);
  return checkRates(figures, unread);
}
const total: Meaning = { concept: 'revenue.grand_total', stated: '收入总计' };
const before: Meaning = { ...total, fiscalYear: 2022 };
const change: Meaning = { ...total, measure: 'change' };
const rate: Meaning = { ...total, measure: 'growth_rate' };

describe('growth', () => {
  const text = (percent: string) => `收入总计2553.52万元。与上年相比，增加835.27万元，增长${percent}`;
  const grown = (percent: string) =>
    rates(text(percent), ['2553.52万元', total], ['835.27万元', change], [percent, rate]);

  it('follows from the amount and its change', () => {
    expect(saidBy(grown('48.61%'))).toEqual(['growth.from_amounts rounded: 48.61 / 48.61']);
    const failing = grown('48.16%');
    expect(saidBy(failing)).toEqual(['growth.from_amounts off: 48.16 / 48.61']);
    expect(namedBy(failing)).toEqual([['48.16%', '835.27万元', '2553.52万元']]);
    expect(failing[0]?.message).toBe('收入总计的增减率为48.16%，按金额计算的增减率为48.61%，相差0.45%');
  });

  it('follows from both years', () => {
    const both = (percent: string) =>
      rates(`收入总计2553.52万元，比上年1718.25万元增长${percent}`, ['2553.52万元', total], ['1718.25万元', before], [
        percent,
        rate,
      ] as const);
    expect(saidBy(both('48.61%'))).toEqual(['growth.from_amounts rounded: 48.61 / 48.61']);
    expect(saidBy(both('48.63%'))).toEqual(['growth.from_amounts off: 48.63 / 48.61']);
  });

  it('printed as a decrease is negative, as its change is', () => {
    const text = '收入总计90.00万元，减少10.00万元，下降10%';
    const numbers = [
      ['90.00万元', total],
      ['10.00万元', { ...change, negative: true }],
      ['10%', { ...rate, negative: true }],
    ] as const;
    expect(saidBy(rates(text, ...numbers))).toEqual(['growth.from_amounts rounded: -10.00 / -10.00']);
  });

  it('printed with one place or none is as wide as its print', () => {
    const numbers = [
      ['110.49万元', total],
      ['10.49万元', change],
    ] as const;
    expect(saidBy(rates('110.49万元，增加10.49万元，增长10%', ...numbers, ['10%', rate]))).toEqual([
      'growth.from_amounts rounded: 10.00 / 10.49',
    ]);
    expect(saidBy(rates('110.49万元，增加10.49万元，增长11%', ...numbers, ['11%', rate]))).toEqual([
      'growth.from_amounts off: 11.00 / 10.49',
    ]);
  });

  it('with both years and the change told says of the change whether it is their difference', () => {
    const numbers = (words: string): readonly Told[] => [
      ['2553.52万元', total],
      ['1718.25万元', before],
      [words, change],
      ['48.61%', rate],
    ];
    const text = (words: string) => `收入总计2553.52万元，上年1718.25万元，增加${words}，增长48.61%`;
    expect(saidBy(rates(text('835.27万元'), ...numbers('835.27万元')))).toEqual([
      'growth.change exact: 8352700.00 / 8352700.00',
      'growth.from_amounts rounded: 48.61 / 48.61',
    ]);
    expect(saidBy(rates(text('835.72万元'), ...numbers('835.72万元')))[0]).toBe(
      'growth.change off: 8357200.00 / 8352700.00',
    );
  });

  it('from nothing has no value', () =>
    expect(rates('收入5万元，上年0万元，增长100%', ['5万元', total], ['0万元', before], ['100%', rate])).toEqual([]));

  it.each<readonly [string, string, readonly Told[]]>([
    ['of a rate alone', '收入增长5%', [['5%', rate]]],
    [
      'with an amount alone',
      '收入100万元，增长5%',
      [
        ['100万元', total],
        ['5%', rate],
      ],
    ],
    [
      'of another thing',
      '收入100万元，增加9万元，支出增长5%',
      [
        ['100万元', total],
        ['9万元', change],
        ['5%', { ...rate, concept: 'expenditure.grand_total' }],
      ],
    ],
    [
      'of an item where the whole is told',
      '收入100万元，增加9万元，增长5%',
      [
        ['100万元', total],
        ['9万元', change],
        ['5%', { ...rate, function: '208' }],
      ],
    ],
    [
      'after an amount that was not read',
      '收入100万元，增加9万元，其中债券60万元、增长27%',
      [['100万元', total], ['9万元', change], ['60万元'], ['27%', rate]],
    ],
    [
      'beside a change of another basis',
      '预算压减5万元。上半年支出9116万元、下降27.1%',
      [
        ['5万元', { ...change, basis: 'budget' }],
        ['9116万元', total],
        ['27.1%', { ...rate, negative: true }],
      ],
    ],
    [
      'beside a number that is about so much',
      '收入900余万元，增加9万元，增长5%',
      [
        ['900余万元', total],
        ['9万元', change],
        ['5%', rate],
      ],
    ],
  ])('%s is not judged', (_, text, told) => expect(rates(text, ...told)).toEqual([]));

  it('is judged in its own paragraph only', () => {
    const amounts = paragraph('100万元，增加9万元', ['100万元', total], ['9万元', change]);
    const alone = paragraph('增长5%', ['5%', rate]);
    expect(checkRates([...amounts.figures, ...alone.figures], new Set())).toEqual([]);
  });
});

describe('completion', () => {
  const item: Meaning = { concept: 'general_public_budget.expenditure', function: '2080501', stated: '离退休' };
  const planned: Meaning = { ...item, basis: 'initial_budget' };
  const done: Meaning = { ...item, measure: 'completion_rate' };
  const completed = (percent: string) =>
    rates(
      `年初预算60.00万元，支出决算45.00万元，完成年初预算的${percent}`,
      ['60.00万元', planned],
      ['45.00万元', item],
      [percent, done],
    );

  it('follows from budget and execution', () => {
    expect(saidBy(completed('75%'))).toEqual(['completion.from_amounts rounded: 75.00 / 75.00']);
    expect(saidBy(completed('57%'))).toEqual(['completion.from_amounts off: 57.00 / 75.00']);
  });

  it('may be of either budget where two are told', () => {
    const numbers: readonly Told[] = [
      ['60.00万元', planned],
      ['50.00万元', { ...item, basis: 'adjusted_budget' }],
      ['45.00万元', item],
    ];
    const text = (percent: string) => `年初预算60.00万元，调整预算50.00万元，支出45.00万元，完成${percent}`;
    expect(saidBy(rates(text('75%'), ...numbers, ['75%', done]))).toEqual([
      'completion.from_amounts rounded: 75.00 / 75.00',
    ]);
    expect(saidBy(rates(text('80%'), ...numbers, ['80%', done]))).toEqual([
      'completion.from_amounts off: 80.00 / 90.00',
    ]);
  });

  it('may be of what was added', () => {
    const text = '追加项目支出499.062万元，已执行392.452万元，执行率76.84%';
    const added: Meaning = { ...item, measure: 'change' };
    expect(saidBy(rates(text, ['499.062万元', added], ['392.452万元', item], ['76.84%', done]))).toEqual([
      'completion.from_amounts off: 76.84 / 78.64',
    ]);
  });

  it('of a budget of nothing, or of one not told, is not judged', () => {
    expect(rates('预算0万元，支出0万元，完成0%', ['0万元', planned], ['0万元', item], ['0%', done])).toEqual([]);
    expect(rates('支出45万元，完成75%', ['45万元', item], ['75%', done])).toEqual([]);
  });
});

describe('a share', () => {
  const whole: Meaning = { concept: 'expenditure.current_year', stated: '本年支出合计' };
  const basic: Meaning = { concept: 'expenditure.basic', stated: '基本支出' };
  const part: Meaning = { ...basic, measure: 'share' };
  const shared = (percent: string, named = '') =>
    rates(
      `本年支出合计788.50万元，其中：基本支出532.57万元，占${named}${percent}`,
      ['788.50万元', whole],
      ['532.57万元', basic],
      [percent, part],
    );

  it('follows from the part and the first amount told', () => {
    expect(saidBy(shared('67.54%'))).toEqual(['share.from_amounts rounded: 67.54 / 67.54']);
    expect(saidBy(shared('67.45%'))).toEqual(['share.from_amounts off: 67.45 / 67.54']);
    expect(namedBy(shared('67.45%'))).toEqual([['67.45%', '532.57万元', '788.50万元']]);
  });

  it('is of the whole it names', () => {
    expect(saidBy(shared('67.45%', '本年支出合计的'))).toEqual(['share.from_amounts off: 67.45 / 67.54']);
    expect(shared('67.45%', '财政拨款支出的')).toEqual([]);
  });

  it('without a part of its own, or without a whole, is not judged', () => {
    expect(rates('本年支出合计788.50万元，占67.45%', ['788.50万元', whole], ['67.45%', part])).toEqual([]);
    expect(rates('基本支出532.57万元，占67.45%', ['532.57万元', basic], ['67.45%', part])).toEqual([]);
  });

  it('of what cannot be a part of it is not judged', () => {
    const reception: Meaning = { concept: 'sangong.reception', stated: '公务接待费' };
    const text = '本年支出合计788.50万元，公务接待费0.54万元，占9%';
    const told: readonly Told[] = [
      ['788.50万元', whole],
      ['0.54万元', reception],
      ['9%', { ...reception, measure: 'share' }],
    ];
    expect(rates(text, ...told)).toEqual([]);
  });
});
