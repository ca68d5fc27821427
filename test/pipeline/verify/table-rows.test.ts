/** Along a row: the total is the sum of the columns that hold its parts. */
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../pipeline/verify/table-rows.ts';
import { type Meaning, namedBy, type PrintedRow, saidBy, table } from '../../support/figures.ts';

const item: Meaning = { concept: 'expenditure.by_function', function: '2080501', stated: '行政单位离退休' };
const cell = (amount: string, component?: string, more: Meaning = {}): PrintedRow => [
  amount,
  component === undefined ? { ...item, ...more } : { ...item, component, ...more },
];
const row = (...cells: readonly PrintedRow[]) => checkRows(table(cells));

describe('a row of an expenditure table', () => {
  it('is 基本支出 + 项目支出', () => {
    const verdicts = row(cell('9.00'), cell('5.00', 'expenditure.basic'), cell('4.00', 'expenditure.project'));
    expect(saidBy(verdicts)).toEqual(['sum.row exact: 9.00 / 9.00']);
    expect(namedBy(verdicts)).toEqual([['9.00', '5.00', '4.00']]);
  });

  it('that is more or less than its columns fails', () => {
    const verdicts = row(cell('9.90'), cell('5.00', 'expenditure.basic'), cell('4.00', 'expenditure.project'));
    expect(saidBy(verdicts)).toEqual(['sum.row off: 9.90 / 9.00']);
    expect(verdicts[0]?.message).toBe('行政单位离退休一行的合计为9.90元，各列之和为9.00元，相差0.90元');
  });

  it('takes an empty cell for nothing where the column is printed', () => {
    const full = [cell('9.00'), cell('5.00', 'expenditure.basic'), cell('4.00', 'expenditure.project')];
    const other: Meaning = { function: '2080505' };
    const empty = [cell('3.00', undefined, other), cell('3.00', 'expenditure.basic', other)];
    expect(saidBy(checkRows(table(full, empty)))).toEqual(['sum.row exact: 9.00 / 9.00', 'sum.row exact: 3.00 / 3.00']);
  });

  it('says nothing where only one of its parts has a column', () =>
    expect(row(cell('9.00'), cell('5.00', 'expenditure.basic'))).toEqual([]));

  it('says nothing where two columns are of one part', () => {
    const cells = [cell('5.00', 'expenditure.basic'), cell('2.00', 'expenditure.basic')];
    expect(row(cell('9.00'), ...cells, cell('4.00', 'expenditure.project'))).toEqual([]);
  });

  it('says nothing of a row without a total', () =>
    expect(row(cell('5.00', 'expenditure.basic'), cell('4.00', 'expenditure.project'))).toEqual([]));

  it('keeps years and bases apart', () => {
    const before: Meaning = { fiscalYear: 2022 };
    expect(
      row(cell('9.00', undefined, before), cell('5.00', 'expenditure.basic'), cell('4.00', 'expenditure.project')),
    ).toEqual([]);
  });
});

describe('a row of basic expenditure', () => {
  it('is 人员经费 + 公用经费', () => {
    const basic = (amount: string, component?: string): PrintedRow => [
      amount,
      { concept: 'general_public_budget.basic', stated: '合计', ...(component === undefined ? {} : { component }) },
    ];
    const cells = [
      basic('12.00'),
      basic('7.00', 'general_public_budget.personnel'),
      basic('6.00', 'general_public_budget.operating'),
    ];
    expect(saidBy(row(...cells))).toEqual(['sum.row off: 12.00 / 13.00']);
  });
});

describe('a row of “三公”', () => {
  const said = (concept: string, amount: string): PrintedRow => [amount, { concept, stated: '合计' }];

  it('is its three parts, and the cars are both of theirs', () => {
    const cells = [
      said('sangong.total', '10.00'),
      said('sangong.overseas', '0.00'),
      said('sangong.vehicle', '8.00'),
      said('sangong.vehicle_purchase', '5.00'),
      said('sangong.vehicle_operation', '3.10'),
      said('sangong.reception', '2.00'),
    ];
    expect(saidBy(row(...cells)).sort()).toEqual(['sum.row exact: 10.00 / 10.00', 'sum.row off: 8.00 / 8.10']);
  });
});
