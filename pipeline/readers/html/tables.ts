/**
 * Tables of a page: which ones hold data and which only lay the page out, and the cells of the former, with rowspan and colspan
 * as a browser lays them.
 */
import type { FlowCell, FlowTable } from '../../model/flow.ts';
import { Refusal } from '../../model/refusal.ts';
import { elementsOf, type PageElement, type PageNode, wordsOf } from './page-tree.ts';

/** A table with more columns is no table. */
const mostColumns = 2000;
const mostCells = 1_000_000;
/** A cell with more characters holds running text. */
const longCell = 400;

/**
 * A table that lays out the page: a single row or column, tables within, or cells that hold most of their words in long texts.
 */
export function isDataTable(table: PageElement): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  if (rows.length < 2 || !rows.some((row) => cellsOf(row).length > 1)) return false;
  if (cells.some((cell) => [...elementsOf(cell)].some((one) => one.tag === 'table' && rowsOf(one).length > 1)))
    return false;
  const lengths = cells.map((cell) => wordsOf(cell).replace(/\s+/g, '').length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const long = lengths.filter((length) => length > longCell).reduce((sum, length) => sum + length, 0);
  return all > 0 && !(long > all * 0.7 && cells.length < 9);
}

/**
 * @param path the file's name, for messages
 * @param linesOf the lines of a cell
 * @throws Refusal `too-large` when it spans more columns or cells than any table has
 */
export function tableOf(
  table: PageElement,
  path: string,
  linesOf: (cell: PageElement) => readonly string[],
): FlowTable {
  const rows = rowsOf(table);
  const cells: FlowCell[] = [];
  /** For each column, the first row below what reaches down into it. */
  const free: number[] = [];
  let columns = 0;
  for (const [row, element] of rows.entries()) {
    let col = 0;
    for (const cell of cellsOf(element)) {
      while ((free[col] ?? 0) > row) col++;
      const wanted = spanOf(cell, 'colspan', 1000);
      let colSpan = 1;
      while (colSpan < wanted && (free[col + colSpan] ?? 0) <= row) colSpan++;
      const down = spanOf(cell, 'rowspan', 65534);
      const rowSpan = Math.min(down === 0 ? rows.length : down, rows.length - row);
      if (col + colSpan > mostColumns || cells.length >= mostCells)
        throw new Refusal('too-large', `${path}: a table of more than ${mostColumns} columns or ${mostCells} cells`);
      for (let i = col; i < col + colSpan; i++) free[i] = row + rowSpan;
      cells.push({ row, col, rowSpan, colSpan, lines: linesOf(cell) });
      col += colSpan;
      columns = Math.max(columns, col);
    }
  }
  return { kind: 'table', rows: rows.length, columns, cells };
}

/** 0 of a rowspan means all rows below. */
function spanOf({ attributes }: PageElement, name: 'rowspan' | 'colspan', most: number): number {
  const span = Number.parseInt(attributes.get(name) ?? '', 10);
  if (span === 0 && name === 'rowspan') return 0;
  return Number.isFinite(span) && span > 0 ? Math.min(span, most) : 1;
}

const isElement = (node: PageNode): node is PageElement => typeof node !== 'string';

/** Head first, foot last, whatever their order in the source. */
function rowsOf(table: PageElement): readonly PageElement[] {
  const parts = table.children.filter(isElement);
  const rowsIn = (tag: string) =>
    parts.flatMap((part) => (part.tag === tag ? part.children.filter(isElement).filter(isRow) : []));
  return [...rowsIn('thead'), ...parts.flatMap((part) => rowsBetween(part)), ...rowsIn('tfoot')].filter(
    (row) => cellsOf(row).length > 0,
  );
}

const isRow = ({ tag }: PageElement) => tag === 'tr';
const rowsBetween = (part: PageElement) =>
  part.tag === 'tbody' ? part.children.filter(isElement).filter(isRow) : isRow(part) ? [part] : [];
const cellsOf = (row: PageElement) =>
  row.children.filter((child): child is PageElement => isElement(child) && (child.tag === 'td' || child.tag === 'th'));
