/** What is called added, lost and changed between two readings of one document. */
import { describe, expect, it } from 'vitest';
import { figureChanges } from '../../db/figure-changes.ts';
import { figureColumns, type Row } from '../../db/rows.ts';

type Words = Partial<Record<(typeof figureColumns)[number], string | number | bigint | null>>;

const basic: Words = {
  fiscal_year: 2024,
  concept: 'expenditure.basic',
  basis: 'actual',
  measure: 'amount',
  unit: '元',
};
const figure = (words: Words): Row => {
  const all: Words = { ...basic, ...words };
  return figureColumns.map((column) => all[column] ?? null);
};

describe('changes of figures', () => {
  it('are none when the same is said elsewhere, in other words, in another order', () => {
    const one = { amount_fen: 120n, page: 1, start: 5, end: 9, quote: '1.20元' };
    const two = { amount_fen: 0n, fiscal_year: 2023 };
    const same = [
      figure(two),
      figure({ ...one, page: 2, start: 70, end: 75, quote: '基本支出1.20元', stated_label: '基本' }),
    ];
    expect(figureChanges([figure(one), figure(two)], same)).toEqual({ added: 0, lost: 0, changed: 0 });
  });

  it('count another value of the same thing, and the same value of another thing on its page, as changed', () => {
    const before = [figure({ amount_fen: 120n, page: 1 }), figure({ concept: 'other', amount_fen: 7n, page: 3 })];
    const after = [figure({ amount_fen: 12000n, page: 1 }), figure({ concept: 'meeting', amount_fen: 7n, page: 3 })];
    expect(figureChanges(before, after)).toEqual({ added: 0, lost: 0, changed: 2 });
  });

  it('count what only one side says as added or lost, each as often as it is said', () => {
    const repeated = figure({ amount_fen: 5n, page: 1 });
    const other = figure({ concept: 'training', amount_fen: 9n, page: 2 });
    expect(figureChanges([repeated, repeated, repeated], [repeated])).toEqual({ added: 0, lost: 2, changed: 0 });
    expect(figureChanges([repeated], [other, repeated, repeated])).toEqual({ added: 2, lost: 0, changed: 0 });
    expect(figureChanges([], [])).toEqual({ added: 0, lost: 0, changed: 0 });
  });
});
