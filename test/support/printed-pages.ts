/** Printed pages put together in a test: lines of words and ruled tables, 10 points a sign, as an engine would give them. */
import type { Glyph, PrintedPage, Ruling } from '../../pipeline/model/printed-page.ts';

export interface PrintedWords {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
}

/** A table: its column borders, its top, and its rows of cells; null continues the cell to the left. */
export interface PrintedTable {
  readonly xs: readonly number[];
  readonly top: number;
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rules drawn besides, as doubled ones are. */
  readonly extra?: readonly Ruling[];
}

const rowHeight = 20;

export function printedPage(
  number: number,
  words: readonly PrintedWords[],
  tables: readonly PrintedTable[] = [],
): PrintedPage {
  const glyphs = [...words, ...tables.flatMap(cellWords)].flatMap(glyphsOf);
  return {
    ...{ number, width: 600, height: 800, glyphs, rulings: tables.flatMap(rulingsOf), images: [] },
    ...{ unmapped: 0, hidden: 0, underPicture: false, damage: null },
  };
}

const glyphsOf = ({ x, y, text }: PrintedWords): readonly Glyph[] =>
  [...text].map((sign, i) => ({ text: sign, x0: x + i * 10, x1: x + i * 10 + 10, y, size: 10, angle: 0 }));

const cellWords = ({ xs, top, rows }: PrintedTable) =>
  rows.flatMap((cells, row) =>
    cells.flatMap((text, col) =>
      text === null || text === '' ? [] : [{ x: (xs[col] ?? 0) + 1, y: top + row * rowHeight + 14, text }],
    ),
  );

function rulingsOf({ xs, top, rows, extra = [] }: PrintedTable): readonly Ruling[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const horizontal = Array.from({ length: rows.length + 1 }, (_, row): Ruling => {
    return { direction: 'horizontal', at: top + row * rowHeight, from: left, to: right };
  });
  const vertical = rows.flatMap((cells, row) =>
    xs.flatMap((at, col): Ruling[] =>
      cells[col] === null
        ? []
        : [{ direction: 'vertical', at, from: top + row * rowHeight, to: top + (row + 1) * rowHeight }],
    ),
  );
  return [...horizontal, ...vertical, ...extra];
}
