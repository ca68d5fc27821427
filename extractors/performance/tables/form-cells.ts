/** The fields of a form → cells that know what their words mean; the numbers after a label, the kind of money over a number. */
import { type HeadKey, headKeyOf, type MoneyKey, moneyKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { GridCell } from '../../../pipeline/model/layout.ts';
import { type Line, type Words, wordsOf } from './cells.ts';
import { isNumber, unitIn } from './money.ts';

/** A cell that is not empty. */
export interface Printed {
  readonly cell: GridCell;
  readonly words: Words;
  readonly head: HeadKey | null;
  readonly money: MoneyKey | null;
}

/** @returns the cells that begin in a row, from the left */
export function printedCells({ matrix, row }: Line): readonly Printed[] {
  const cells: Printed[] = [];
  for (let column = 0; column < matrix.columns; column++) {
    const cell = matrix.at(row, column);
    const words = matrix.begins(row, column) ? wordsOf(cell) : null;
    if (cell === null || words === null) continue;
    cells.push({ cell, words, head: headKeyOf(words.value), money: moneyKeyOf(words.value) });
  }
  return cells;
}

/** Numbers to the right of a label, up to the next label. */
export function numbersAfter(cells: readonly Printed[], label: number): readonly Printed[] {
  const rest = cells.slice(label + 1);
  const end = rest.findIndex(({ words }) => !isNumber(words.value) && !/^[-—–/]+$/.test(words.value));
  return (end < 0 ? rest : rest.slice(0, end)).filter(({ words }) => isNumber(words.value));
}

/** The head of a kind of money over a cell, in the rows above it. */
export function kindOver(
  rows: readonly (readonly Printed[])[],
  at: number,
  { col, colSpan }: GridCell,
): Printed | null {
  for (let row = at - 1; row >= 0; row--) {
    const over = rows[row]?.find(({ cell }) => cell.col < col + colSpan && col < cell.col + cell.colSpan);
    if (over?.money !== undefined && over.money !== null) return over;
    if (over !== undefined && over.head !== null) return null;
  }
  return null;
}

/** Whether a label stands beside a row: merged over it, or with nothing printed below it down to there. */
function reaches(rows: readonly (readonly Printed[])[], label: GridCell, row: number): boolean {
  const end = label.row + label.rowSpan;
  const below = rows.flat().filter(({ cell }) => cell.row >= end && cell.row <= row);
  return (
    row < end || !below.some(({ cell }) => cell.col < label.col + label.colSpan && label.col < cell.col + cell.colSpan)
  );
}

/** Units named in labels at the left of a row, also of merged ones that begin above it: 项目资金（万元）. */
export function unitsAround(
  rows: readonly (readonly Printed[])[],
  at: number,
  label: GridCell,
): readonly (string | null)[] {
  const row = label.row;
  return rows
    .slice(0, at + 1)
    .reverse()
    .flat()
    .filter(({ cell }) => cell.row <= row && cell.col < label.col && reaches(rows, cell, row))
    .map(({ words }) => unitIn(words.value));
}
