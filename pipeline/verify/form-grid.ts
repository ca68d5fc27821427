/** A form of self-evaluation as rows of labelled numbers: these are tables of no official template, and give projects, not figures. */
import { compact } from '../../normalizers/fold.ts';
import { readArabic } from '../../normalizers/numerals.ts';
import type { Grid, GridCell } from '../model/layout.ts';
import { type Interval, ofNumber } from './interval.ts';

export interface Printed {
  readonly cell: GridCell;
  /** Its words without blanks. */
  readonly text: string;
}

export interface PrintedNumber extends Printed {
  readonly value: Interval;
}

export interface FormRow {
  readonly number: number;
  /** The last words before its numbers. */
  readonly label: string;
  /** Its numbers by column. */
  readonly values: ReadonlyMap<number, PrintedNumber>;
}

export interface FormGrid {
  readonly cells: readonly Printed[];
  readonly rows: readonly FormRow[];
  /** Whether its amounts are in yuan now; else no unit is printed. */
  readonly inYuan: boolean;
}

export function formGrid(grid: Grid): FormGrid {
  const cells = grid.cells.flatMap((cell) =>
    cell.passage === null ? [] : [{ cell, text: compact(cell.passage.folded) }],
  );
  const unit =
    grid.caption.unit?.value ??
    cells.map(({ text }) => /[(（](万?元)[)）]/.exec(text)?.[1]).find((one) => one !== undefined);
  const rows = new Map<number, Printed[]>();
  for (const one of cells) {
    const same = rows.get(one.cell.row);
    if (same === undefined) rows.set(one.cell.row, [one]);
    else same.push(one);
  }
  const places = unit !== undefined && /万/.test(unit) ? 4 : 0;
  return { cells, inYuan: unit !== undefined, rows: [...rows].map(([number, own]) => rowOf(number, own, places)) };
}

function rowOf(number: number, cells: readonly Printed[], places: number): FormRow {
  const numbers = cells.flatMap((one): PrintedNumber[] => {
    const printed = /^(-?[\d,]+(?:\.\d+)?)([%％]?)$/.exec(one.text);
    const read = printed === null ? null : readArabic(printed[1] ?? '');
    if (read === null) return [];
    return [
      { ...one, value: ofNumber({ digits: read.digits, exponent: read.exponent + (printed?.[2] ? 0 : places) }) },
    ];
  });
  const first = numbers[0]?.cell.col ?? Number.POSITIVE_INFINITY;
  const label = cells.findLast(({ cell, text }) => cell.col < first && /[一-龥]{2}/.test(text))?.text ?? '';
  return { number, label, values: new Map(numbers.map((one) => [one.cell.col, one])) };
}
