/** Tables as people read them off the page, and how a read table compares with one. */
import { fold } from '../normalizers/fold.ts';
import type { Grid } from '../pipeline/model/layout.ts';

export interface GoldTable {
  readonly file: string;
  readonly title: string;
  readonly page?: number;
  readonly pages?: readonly number[];
  /** A list a printed row, an entry a grid column; the text of a merged cell stands where it begins. */
  readonly rows: readonly (readonly string[])[];
  /** row, column, row span, column span of merged cells. */
  readonly spans?: readonly (readonly number[])[];
}

export interface TableScore {
  /** Cells with text whose text, row, column and spans are exact. */
  readonly hit: number;
  readonly wanted: number;
  readonly found: number;
  /** Gold rows none of whose cells are found in place. */
  readonly lostRows: readonly number[];
}

const plain = (text: string) => fold(text).normalize('NFKC').replace(/\s+/g, '');

/** @returns the score against the grid on the table's pages that fits best */
export function matchTable(table: GoldTable, grids: readonly Grid[]): TableScore {
  const pages = new Set(table.pages ?? [table.page ?? 0]);
  const spans = new Map(
    (table.spans ?? []).map(([row, col, rowSpan, colSpan]) => [`${row},${col}`, `${rowSpan},${colSpan}`]),
  );
  const wanted = table.rows.flatMap((row, r) =>
    row.flatMap((text, c) =>
      plain(text) === '' ? [] : [{ row: r, key: `${r},${c},${spans.get(`${r},${c}`) ?? '1,1'},${plain(text)}` }],
    ),
  );
  const scores = grids
    .filter(({ cells }) => cells.some(({ page }) => page !== null && pages.has(page)))
    .map((grid) => {
      const cells = grid.cells.filter(({ passage }) => passage !== null && plain(passage.text) !== '');
      const keys = new Set(
        cells.map(
          ({ row, col, rowSpan, colSpan, passage }) =>
            `${row},${col},${rowSpan},${colSpan},${plain(passage?.text ?? '')}`,
        ),
      );
      const hits = wanted.filter(({ key }) => keys.has(key));
      const kept = new Set(hits.map(({ row }) => row));
      const lostRows = [...new Set(wanted.map(({ row }) => row))].filter((row) => !kept.has(row));
      return { hit: hits.length, wanted: wanted.length, found: cells.length, lostRows };
    });
  const none = { hit: 0, wanted: wanted.length, found: 0, lostRows: table.rows.map((_, row) => row) };
  return scores.reduce((best, score) => (score.hit > best.hit ? score : best), none);
}
