/**
 * Tables of a text whose cells are parted by tabs, as spreadsheets and word processors save and copy them. Hard only because tabs
 * also indent and lead to page numbers: a table is rows one below the other with the same tabs, two at least.
 */
import type { Grid, GridCell } from '../model/layout.ts';
import { Passage } from '../model/passage.ts';
import type { Span } from '../model/span.ts';
import { beginsAsCaption, captionOf, isYear } from './captions.ts';
import type { Line } from './lines.ts';

/** Lines [from, to) are a table's rows. */
export interface TabbedRows {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** A range of the text; empty for an empty cell. */
interface Cell {
  readonly start: number;
  readonly end: number;
}

const fewestTabs = 2;
const fewestRows = 2;

/** @param lines of the text, furniture left out */
export function findTabbedRows(text: string, lines: readonly Line[]): readonly TabbedRows[] {
  const rows = lines.map((line) => cellsOf(text, line));
  const found: TabbedRows[] = [];
  for (let from = 0; from < rows.length; ) {
    const width = rows[from]?.length ?? 0;
    let to = from + 1;
    while (to < rows.length && rows[to]?.length === width && lines[to]?.gap === 0) to++;
    const isTable = width > fewestTabs || (width === 2 && listsAmounts(text, rows.slice(from, to)));
    const table = isTable ? trimmed(text, rows, from, to) : null;
    if (table !== null) found.push(table);
    from = to;
  }
  return found;
}

/** Names with an amount each: one tab alone leads to a page's number as often. */
function listsAmounts(text: string, rows: readonly (readonly Cell[])[]): boolean {
  const amounts = rows.filter(([, cell]) => cell !== undefined && amount.test(text.slice(cell.start, cell.end)));
  return amounts.length > fewestRows && amounts.length * 2 > rows.length;
}

const amount = /^-?[\d,]*\d\.\d+$/;

/** Without the title above and the notes below, which hold one cell of words, or only the unit and whose table it is. */
function trimmed(text: string, rows: readonly (readonly Cell[])[], from: number, to: number): TabbedRows | null {
  const isRow = (cells: readonly Cell[]) => {
    const words = cells.map(({ start, end }) => text.slice(start, end)).filter((cell) => cell !== '');
    const caption = words.some(beginsAsCaption) && words.every((cell) => beginsAsCaption(cell) || isYear(cell));
    return words.length > 1 && !caption;
  };
  const run = rows.slice(from, to);
  const first = run.findIndex(isRow);
  const last = run.findLastIndex(isRow);
  if (first < 0 || last - first + 1 < fewestRows) return null;
  return { from: from + first, to: from + last + 1, rows: run.slice(first, last + 1) };
}

/** By its tabs, those at its ends too; quotes that spreadsheets put around cells are no words of them. */
function cellsOf(text: string, { start, end, lead }: Line): readonly Cell[] {
  const after = /[^\S\r\n\f\v\u0085\u2028\u2029]*/y;
  after.lastIndex = end;
  after.exec(text);
  let at = start - lead.length;
  return text
    .slice(at, after.lastIndex)
    .split('\t')
    .map((cell) => {
      const quoted = /^\s*"([^"]*)"\s*$/.exec(cell)?.[1];
      const words = (quoted ?? cell).trim();
      const from = at + (words === '' ? 0 : cell.indexOf(words));
      at += cell.length + 1;
      return { start: from, end: from + words.length };
    });
}

/**
 * @param above the paragraphs above it, nearest last
 * @param below the paragraphs below it, nearest first
 * @param place the page of a range of the text
 */
export function tabbedGrid(
  text: string,
  { rows }: TabbedRows,
  above: readonly Passage[],
  below: readonly Passage[],
  place: (start: number, end: number) => Span,
): Grid {
  const header = Math.max(
    0,
    rows.findIndex((row) => row.some(({ start, end }) => /^-?[\d,]*\d\.\d/.test(text.slice(start, end)))),
  );
  const heads = rows.slice(0, header).map((row) => row.map(({ start, end }) => text.slice(start, end)));
  const cells = rows.flatMap((row, index) => {
    let covered = 0;
    return row.flatMap(({ start, end }, col): readonly GridCell[] => {
      if (col < covered) return [];
      const span = place(start, end);
      const passage = start === end ? null : new Passage(text, [span]);
      const colSpan = passage === null ? 1 : spanAt(heads, index, col);
      covered = col + colSpan;
      return [{ row: index, col, rowSpan: 1, colSpan, page: span.page, box: null, passage }];
    });
  });
  const span = place(rows[0]?.[0]?.start ?? 0, rows.at(-1)?.at(-1)?.end ?? 0);
  const columns = rows[0]?.length ?? 0;
  return { kind: 'grid', ruled: true, rows: rows.length, columns, cells, caption: captionOf(above, below), span };
}

/**
 * Tabs tell no merged cells: in a header, an empty cell above words is a part of the cell to its left, unless words above it head its
 * column already.
 */
function spanAt(heads: readonly (readonly string[])[], row: number, col: number): number {
  const own = heads[row] ?? [];
  let span = 1;
  for (let at = col + 1; at < own.length && own[at] === ''; at++, span++) {
    const headed = heads.slice(0, row).some((above) => above[at] !== '');
    const heading = heads.slice(row + 1).some((below) => !columnNumber.test(below[at] ?? ''));
    if (headed || !heading) break;
  }
  return span;
}

/** A column's number below its header, or nothing. */
const columnNumber = /^\d{0,2}$/;
