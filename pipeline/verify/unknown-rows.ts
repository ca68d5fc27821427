/**
 * The rows of a column whose items are not known: a number there may be of any item above it, so that nothing above it can be added
 * up. Hard because tables may be very long: cells are looked at once, and each column is walked down once.
 */
import type { Figure } from '../model/figure.ts';
import { grouped } from './identity.ts';

/** Rows by their column, from the top down. */
export type NumberRows = (column: number) => readonly number[];

const number = /^\s*-?[\d,]*\d\.?\d*\s*$/;

/**
 * @param figures of one table
 * @param amounts of these, the ones that are added up
 * @returns rows with a number in a column that became no amount
 */
export function unreadRows(figures: readonly Figure[], amounts: readonly Figure[]): NumberRows {
  let byColumn: ReadonlyMap<number, readonly number[]> | undefined;
  return (column) => {
    byColumn ??= numbersBeside(figures, amounts);
    return byColumn.get(column) ?? [];
  };
}

function numbersBeside(figures: readonly Figure[], amounts: readonly Figure[]): ReadonlyMap<number, readonly number[]> {
  const at = figures.find((figure) => figure.at.kind === 'cell')?.at;
  if (at?.kind !== 'cell') return new Map();
  const { columns, cells } = at.grid;
  const read = new Set(
    amounts.map((figure) => (figure.at.kind === 'cell' ? figure.at.row * columns + figure.at.column : -1)),
  );
  const unread = cells.filter(
    ({ row, col, passage }) => !read.has(row * columns + col) && number.test(passage?.folded ?? ''),
  );
  const byColumn = [...grouped(unread, ({ col }) => col)];
  return new Map(byColumn.map(([col, held]) => [col, held.map(({ row }) => row).sort((a, b) => a - b)]));
}

/**
 * @param column figures of one column
 * @param uncoded rows whose item has no known code
 * @returns of rows asked for from the top down: the next row below with a number that became no figure, or an item without a code;
 *   infinity where there is none
 */
export function unknownRows(
  column: readonly Figure[],
  uncoded: readonly number[],
  unread: NumberRows,
): (row: number) => number {
  const at = column.find((figure) => figure.at.kind === 'cell')?.at;
  const nextUnread = downward(at?.kind === 'cell' ? unread(at.column) : []);
  const nextUncoded = downward([...uncoded].sort((a, b) => a - b));
  return (row) => Math.min(nextUnread(row), nextUncoded(row));
}

/** Walks down rows that ascend. @returns the first one below the row asked for; each call asks at or below the last */
function downward(rows: readonly number[]): (row: number) => number {
  let index = -1;
  return (above) => {
    if (index < 0) index = firstAbove(rows, above);
    while ((rows[index] ?? Number.POSITIVE_INFINITY) <= above) index++;
    return rows[index] ?? Number.POSITIVE_INFINITY;
  };
}

/** @returns the index of the first number above a limit, in numbers that ascend */
function firstAbove(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}
