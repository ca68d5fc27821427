/** Cells of a table → their words, with places. */
import { tidy } from '../../../normalizers/fold.ts';
import type { GridCell } from '../../../pipeline/model/layout.ts';
import { Sourced } from '../../../pipeline/model/sourced.ts';
import type { Matrix } from '../../tables/matrix.ts';

/** A row of one of the grids that a table runs over. */
export interface Line {
  readonly matrix: Matrix;
  readonly row: number;
}

/** Columns of the grid that one head stands over. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Words = Sourced<string>;

/** @returns a cell's words less the blanks of layout; null when it is empty */
export function wordsOf(cell: GridCell | null): Words | null {
  const passage = cell?.passage;
  if (passage === undefined || passage === null || tidy(passage.text) === '') return null;
  return passage.cut(0, passage.text.length).map(tidy);
}

/** The different cells of a row under a head, from the left. */
export function cellsUnder({ matrix, row }: Line, { from, to }: Range): readonly GridCell[] {
  const cells: GridCell[] = [];
  for (let column = from; column < to; column++) {
    const cell = matrix.at(row, column);
    if (cell !== null && cells.at(-1) !== cell) cells.push(cell);
  }
  return cells;
}

/** The words of a row under a head; several cells under one head read on from left to right. */
export function wordsUnder(line: Line, range: Range | undefined): Words | null {
  if (range === undefined) return null;
  return joined(cellsUnder(line, range).map(wordsOf));
}

/** Words that read on from one place to the next; null when there are none. */
export function joined(parts: readonly (Words | null)[]): Words | null {
  const [first, ...rest] = parts.filter((part) => part !== null);
  if (first === undefined || rest.length === 0) return first ?? null;
  return Sourced.join([first, ...rest], (texts) => tidy(texts.join(' ')));
}

/** The page that a row's cells begin on. */
export function pageOf({ matrix, row }: Line): number | null {
  for (let column = 0; column < matrix.columns; column++) {
    if (matrix.begins(row, column)) return matrix.at(row, column)?.page ?? null;
  }
  return null;
}
