/** A sheet as shown: only cells that hold words, wherever on the sheet they stand. */
import { Refusal } from '../../model/refusal.ts';

export interface SheetCell {
  readonly row: number;
  readonly col: number;
  readonly lines: readonly string[];
}

/** All four inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row by row; none without words. */
  readonly cells: readonly SheetCell[];
  readonly merged: readonly MergedRange[];
  /** Of the rows and columns that hold words, those that are hidden. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Cells with a formula whose value the file does not hold, as `B7`. */
  readonly unreadFormulas: number;
}

/** A report of a whole province has some 200 000. */
export const mostCells = 2_500_000;

export const tooManyCells = (path: string): Refusal =>
  new Refusal(
    'too-large',
    `${path}: over ${mostCells} cells; not read; save its sheets or parts of them as files of their own`,
  );
