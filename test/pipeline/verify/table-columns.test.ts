/** Down a column: an item is the sum of the items below it, the total the sum of the highest. */

import { describe, expect, it } from 'vitest';
import { understand } from '../../../pipeline/understand.ts';
import { checkColumns } from '../../../pipeline/verify/table-columns.ts';
import { type PrintedRow, saidBy, table } from '../../support/figures.ts';
import { layoutOf } from '../../support/read-string.ts';

const total = (amount: string): PrintedRow => [amount, { stated: '合计' }];
const item = (code: string, amount: string): PrintedRow => [
  amount,
  { concept: 'expenditure.by_function', function: code, stated: code },
];
const economic = (code: string, amount: string): PrintedRow => [
  amount,
  { concept: 'expenditure.by_economic', economic: code, stated: code },
];
const column = (...rows: readonly PrintedRow[]) => checkColumns(table(...rows));

describe('a hierarchy of items', () => {
  it('holds where 类 = Σ款 = Σ项 and the total = Σ类', () => {
    const rows = [item('208', '30.00'), item('20805', '30.00'), item('2080501', '10.00'), item('2080505', '20.00')];
    expect(saidBy(column(total('75.00'), ...rows, item('213', '45.00')))).toEqual([
      'hierarchy.function exact: 30.00 / 30.00',
      'hierarchy.function exact: 30.00 / 30.00',
      'sum.total exact: 75.00 / 75.00',
    ]);
  });

  it('fails at the level that does not add up, and at no other', () => {
    const rows = [item('208', '30.00'), item('20805', '30.00'), item('2080501', '10.00'), item('2080505', '20.10')];
    expect(saidBy(column(total('30.00'), ...rows))).toEqual([
      'hierarchy.function exact: 30.00 / 30.00',
      'hierarchy.function off: 30.00 / 30.10',
      'sum.total exact: 30.00 / 30.00',
    ]);
  });

  it('names the parent first, then its children', () => {
    const [verdict] = column(item('208', '5.00'), item('20805', '2.00'), item('20899', '2.00'));
    expect(verdict?.figures.map((figure) => figure.function?.code)).toEqual(['208', '20805', '20899']);
    expect(verdict?.message).toBe('208（208）为5.00元，所属下级科目之和为4.00元，相差1.00元');
  });

  it('takes 项 where no 款 are printed', () => {
    const rows = [item('208', '30.00'), item('2080501', '10.00'), item('2080505', '20.00')];
    expect(saidBy(column(...rows))).toEqual(['hierarchy.function exact: 30.00 / 30.00']);
  });

  it('is of economic items as well', () => {
    const rows = [economic('301', '9.00'), economic('30101', '5.00'), economic('30102', '3.00')];
    expect(saidBy(column(...rows))).toEqual(['hierarchy.economic off: 9.00 / 8.00']);
  });

  it('is rounded where it misses by as much as n + 1 halves, off where by more', () => {
    const parts = [item('20801', '1.11'), item('20802', '2.22'), item('20803', '3.33')];
    expect(saidBy(column(item('208', '6.68'), ...parts))).toEqual(['hierarchy.function rounded: 6.68 / 6.66']);
    expect(saidBy(column(item('208', '6.69'), ...parts))).toEqual(['hierarchy.function off: 6.69 / 6.66']);
  });

  it('counts an item that comes a second time in its own place only', () => {
    const first = [item('208', '30.00'), item('20805', '30.00')];
    const again = [item('208', '4.00'), item('20805', '4.00')];
    expect(saidBy(column(...first, ...again))).toEqual([
      'hierarchy.function exact: 30.00 / 30.00',
      'hierarchy.function exact: 4.00 / 4.00',
    ]);
  });
});

describe('a total', () => {
  it('that the highest items do not make fails', () =>
    expect(saidBy(column(item('208', '1.00'), item('213', '2.00'), total('3.10')))).toEqual([
      'sum.total off: 3.10 / 3.00',
    ]));

  it('of the year is taken where a grand one stands beside it', () => {
    const grand: PrintedRow = ['9.00', { concept: 'expenditure.grand_total', stated: '总计' }];
    expect(saidBy(column(item('208', '1.00'), item('213', '2.00'), total('3.00'), grand))).toEqual([
      'sum.total exact: 3.00 / 3.00',
    ]);
  });

  it('is left alone where there are two of one kind', () =>
    expect(column(item('208', '1.00'), item('213', '2.00'), total('3.00'), total('4.00'))).toEqual([]));

  it('is left alone where an item has no parent among the highest', () =>
    expect(column(total('9.00'), item('208', '1.00'), item('213', '2.00'), item('22101', '6.00'))).toEqual([]));

  it('of a form in bands sums all bands of what it is of, and no other', () => {
    const of =
      (component: string) =>
      (code: string, amount: string): PrintedRow => [
        amount,
        { concept: 'expenditure.by_economic', economic: code, component },
      ];
    const [people, office] = [of('general_public_budget.personnel'), of('general_public_budget.operating')];
    const sums = (concept: string, amount: string): PrintedRow => [amount, { concept, stated: '合计' }];
    const rows: readonly (readonly PrintedRow[])[] = [
      [people('301', '30.00'), office('302', '6.00'), office('310', '1.00')],
      [people('303', '4.00'), office('30201', '6.00'), office('31002', '1.00')],
      [sums('general_public_budget.personnel', '34.00')],
    ];
    const last = (amount: string): readonly PrintedRow[] => [
      ['34.00', { concept: 'other' }],
      ['0.00', { concept: 'other' }],
      sums('general_public_budget.operating', amount),
    ];
    const totals = (amount: string) =>
      saidBy(checkColumns(table(...rows, last(amount)))).filter((line) => line.startsWith('sum.total'));
    expect(totals('7.00')).toEqual(['sum.total exact: 34.00 / 34.00', 'sum.total exact: 7.00 / 7.00']);
    expect(totals('1.00')).toEqual(['sum.total exact: 34.00 / 34.00', 'sum.total off: 1.00 / 7.00']);
  });

  it('is never of one item alone', () => expect(column(total('9.00'), item('208', '1.00'))).toEqual([]));
});

describe('what is no column of its own', () => {
  it('items without a code make a sum that cannot be checked', () => {
    const rows = [item('208', '30.00'), item('20805', '10.00'), item('某项支出', '5.00')];
    const verdicts = column(total('99.00'), ...rows, item('213', '1.00'));
    expect(saidBy(verdicts)).toEqual(['hierarchy.function unread: null / null']);
    expect(verdicts[0]).toMatchObject({ status: 'skipped', message: '所属科目中有未能认出编码的，无法核对' });
  });

  it('years, units and changes do not run into each other', () => {
    const of2022 = (amount: string, code: string): PrintedRow => [
      amount,
      { concept: 'expenditure.by_function', function: code, fiscalYear: 2022 },
    ];
    expect(saidBy(column(item('208', '3.00'), of2022('1.00', '20805'), item('20805', '3.00')))).toEqual([
      'hierarchy.function exact: 3.00 / 3.00',
    ]);
  });

  it('purchases are in no hierarchy', () => {
    const bought = (code: string, amount: string): PrintedRow => [
      amount,
      { concept: 'procurement.goods', function: code },
    ];
    expect(column(bought('208', '3.00'), bought('20805', '1.00'))).toEqual([]);
  });

  it('figures of a function and an economic item at once are in none', () => {
    const both = (code: string, amount: string): PrintedRow => [
      amount,
      { concept: 'expenditure.by_economic', function: code, economic: '301' },
    ];
    expect(column(both('208', '3.00'), both('20805', '1.00'))).toEqual([]);
  });
});

describe('an item with a row below it that names nothing known', () => {
  it('is not checked: the number that was not read may be a part of it', () => {
    const rows = ['一般公共服务支出\t5.00', '人大事务\t5.00', '行政运行\t2.00', '某项新设事务\t3.00'].map(
      (row) => `${row}\t`,
    );
    const text = ['2024年部门预算', '一般公共预算支出表', '单位：万元', '科目名称\t预算数\t备注', ...rows].join('\n');
    const { verdicts, findings } = understand(layoutOf(text), 'a.txt', []);
    expect(findings.map(({ code }) => code)).toContain('row-unknown');
    const hierarchy = verdicts.filter(({ rule }) => rule === 'hierarchy.function');
    expect(hierarchy.map(({ outcome }) => outcome)).toEqual(['unread', 'unread']);
  });
});
