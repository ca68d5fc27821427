/** The same thing stated again, in tables, in prose, in both: each print against the finest. */
import { describe, expect, it } from 'vitest';
import { checkRepeats } from '../../../pipeline/verify/repeats.ts';
import { type Meaning, namedBy, type PrintedRow, paragraph, saidBy, table } from '../../support/figures.ts';

const told = (words: string, meaning: Meaning = {}) => paragraph(words, [words, meaning]).figures;
const printed = (amount: string, meaning: Meaning = {}) => table([amount, meaning] satisfies PrintedRow);
const repeats = (...figures: readonly ReturnType<typeof told>[]) => checkRepeats(figures.flat());

describe('one thing stated twice', () => {
  it('in a table and in prose agrees within the coarser print', () => {
    expect(saidBy(repeats(printed('12345678.90'), told('1234.57万元')))).toEqual([
      'narrative_table.same_figure rounded: 12345700.00 / 12345678.90',
    ]);
    expect(saidBy(repeats(printed('12345678.90'), told('1234.75万元')))).toEqual([
      'narrative_table.same_figure off: 12347500.00 / 12345678.90',
    ]);
  });

  it('in two tables', () =>
    expect(saidBy(repeats(printed('5.00'), printed('5.10')))).toEqual(['cross_table.same_figure off: 5.10 / 5.00']));

  it('in two paragraphs, where one unit of the last place may be two roundings of one number', () => {
    expect(saidBy(repeats(told('5.00万元'), told('5.02万元')))).toEqual([
      'repeat.same_figure off: 50200.00 / 50000.00',
    ]);
    expect(saidBy(repeats(told('5.00万元'), told('5.01万元')))).toEqual([
      'repeat.same_figure rounded: 50100.00 / 50000.00',
    ]);
  });

  it('names the coarser print first, and the finest it is held against', () => {
    const verdicts = repeats(told('1234.5万元'), told('0.12亿元'), printed('12345678.90'));
    expect(namedBy(verdicts)).toEqual([
      ['1234.5万元', '12345678.90'],
      ['0.12亿元', '12345678.90'],
    ]);
    expect(verdicts.map(({ status }) => status)).toEqual(['fail', 'pass']);
  });
});

describe('what is not the same thing', () => {
  const a = 'expenditure.current_year';
  it.each<readonly [string, Meaning, Meaning]>([
    ['another year', {}, { fiscalYear: 2022 }],
    ['another basis', { basis: 'budget' }, { basis: 'actual' }],
    ['another concept', { concept: a }, { concept: 'expenditure.grand_total' }],
    ['a column of it', { concept: a }, { concept: a, component: 'expenditure.basic' }],
    ['another item', { function: '2080501' }, { function: '2080505' }],
    ['the whole of an item', {}, { function: '208' }],
    ['another unit', {}, { agency: '水务站' }],
    ['a project', {}, { project: '河道清淤' }],
    ['a change', {}, { measure: 'change' }],
    ['an unknown year', { fiscalYear: null }, { fiscalYear: null }],
    ['an item known by name only', { function: '某项支出' }, { function: '某项支出' }],
    ['something without a concept', { concept: 'other' }, { concept: 'other' }],
    ['a column without one', { component: 'other' }, { component: 'other' }],
    ['money left over, of several budgets', { concept: 'carryover.closing' }, { concept: 'carryover.closing' }],
  ])('%s is left alone', (_, one, other) =>
    expect(repeats(told('5.00万元', one), told('6.00万元', other))).toEqual([]));

  it('a code stated twice in one place with two values is of things that nothing tells apart', () => {
    const item: Meaning = { concept: 'general_public_budget.expenditure', function: '2080501' };
    const twice = table(['3.00', item], ['4.00', item]);
    expect(repeats(twice)).toEqual([]);
    expect(repeats(twice, printed('7.00', item))).toEqual([]);
  });

  it('numbers of one place are not compared with each other', () => {
    const { figures } = paragraph('5.00万元，5.00万元', ['5.00万元', {}], ['5.00万元', {}]);
    expect(checkRepeats(figures)).toEqual([]);
  });

  it('numbers without a unit or about so much are left alone', () => {
    expect(repeats(told('5.00'), told('6.00'))).toEqual([]);
    expect(repeats(printed('5000000.00'), told('600余万元'))).toEqual([]);
  });
});
