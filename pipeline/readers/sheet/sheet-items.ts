/**
 * A sheet → its title lines, tables and notes in order. Hard because a sheet is one grid of cells whatever is written on it: what
 * is a line of words and what a row of a table is told by how many cells of a row hold words.
 */
import { beginsAsCaption, isYear } from '../../layout/captions.ts';
import type { FlowCell, FlowItem, FlowParagraph } from '../../model/flow.ts';
import type { MergedRange, Sheet, SheetCell } from './sheet.ts';

interface Row {
  readonly at: number;
  readonly cells: readonly SheetCell[];
  /** Its words stand for themselves: one cell of words, or only what stands above tables (unit, agency, form number). */
  readonly alone: boolean;
}

/** A sheet's name says something when it has this many Chinese characters. */
const tellingName = /[一-鿿].*[一-鿿].*[一-鿿]/;

export function itemsOfSheet(sheet: Sheet): readonly FlowItem[] {
  const rows = rowsOf(sheet);
  const ranges = rangesByRow(sheet.merged);
  const items: FlowItem[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = endOfTable(rows, from);
    if (to === from) items.push(...(rows[from++]?.cells ?? []).flatMap(paragraphsOf));
    else {
      for (const item of tableOf(rows.slice(from, to), ranges)) items.push(item);
      from = to;
    }
  }
  return nameFirst(sheet.name, items);
}

/** The name on the tab is the title of a sheet that prints none; else it is in no sentence. */
function nameFirst(name: string, items: readonly FlowItem[]): readonly FlowItem[] {
  const [first] = items;
  if (first === undefined || name.trim() === '') return items;
  const titles = first.kind === 'table' && tellingName.test(name);
  return [
    titles ? { kind: 'paragraph', text: name } : { kind: 'furniture', role: 'running-head', text: name },
    ...items,
  ];
}

function rowsOf({ cells }: Sheet): readonly Row[] {
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...byRow].map(([at, held]) => ({
    at,
    cells: held,
    alone: held.length === 1 || isCaption(held),
  }));
}

/**
 * A table begins with a row of several cells and ends with the last such row before a row left blank that a line of words follows.
 * @returns the row after it, or `from` where none begins
 */
function endOfTable(rows: readonly Row[], from: number): number {
  if (rows[from]?.alone !== false) return from;
  let end = from + 1;
  for (let at = from + 1; at < rows.length; at++) {
    const row = rows[at];
    const before = rows[at - 1];
    if (row === undefined || before === undefined) break;
    const parted = row.at > before.at + 1;
    if (!row.alone) end = at + 1;
    else if (parted || linesFrom(rows, at).some(({ cells }) => isCaption(cells))) break;
  }
  return end;
}

/** The lines of words from a place on, up to the next row of several cells. */
function linesFrom(rows: readonly Row[], from: number): readonly Row[] {
  const few = rows.slice(from, from + 5);
  const next = few.findIndex(({ alone }) => !alone);
  return next < 0 ? few : few.slice(0, next);
}

/** Years stand above tables and in their headers: they count only beside what stands in no header. */
function isCaption(cells: readonly SheetCell[]): boolean {
  const words = cells.map(({ lines }) => lines.join(''));
  return words.some(beginsAsCaption) && words.every((cell) => beginsAsCaption(cell) || isYear(cell));
}

const paragraphsOf = ({ lines }: SheetCell): readonly FlowParagraph[] =>
  lines.map((text) => ({ kind: 'paragraph', text }));

/** Beyond this many places most are empty, and nothing is said by listing them. */
const mostPlaces = 500_000;
/** A table beyond that has words in one place of so many; else it is words strewn over a sheet. */
const sparsest = 20;

/** The ranges that begin in a row, by their first column. */
type RangesOfRow = ReadonlyMap<number, MergedRange>;

function rangesByRow(merged: readonly MergedRange[]): ReadonlyMap<number, RangesOfRow> {
  const rows = new Map<number, Map<number, MergedRange>>();
  for (const range of merged) {
    const row = rows.get(range.top);
    if (row === undefined) rows.set(range.top, new Map([[range.left, range]]));
    else row.set(range.left, range);
  }
  return rows;
}

/** Rows and columns without any words are left out, so that a sheet's size is that of what is on it. */
function tableOf(rows: readonly Row[], ranges: ReadonlyMap<number, RangesOfRow>): readonly FlowItem[] {
  const rowPlaces = rows.map(({ at }) => at);
  const colPlaces = [...new Set(rows.flatMap(({ cells }) => cells.map(({ col }) => col)))].sort((a, b) => a - b);
  const places = rowPlaces.length * colPlaces.length;
  const held = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  if (places > mostPlaces && places > held * sparsest) return rows.flatMap(({ cells }) => cells.flatMap(paragraphsOf));
  const colAt = new Map(colPlaces.map((place, index) => [place, index]));
  /** Of each column, the row up to which a merged cell from above covers it. */
  const coveredTo = new Int32Array(colPlaces.length);
  const flow: FlowCell[] = [];
  for (const [row, { at, cells }] of rows.entries()) {
    let next = 0;
    const emptyUpTo = (end: number) => {
      for (; places <= mostPlaces && next < end; next++) {
        if ((coveredTo[next] ?? 0) <= row) flow.push({ row, col: next, rowSpan: 1, colSpan: 1, lines: [] });
      }
    };
    for (const cell of cells) {
      const col = colAt.get(cell.col) ?? 0;
      emptyUpTo(col);
      next = col + 1;
      if ((coveredTo[col] ?? 0) > row) continue;
      const range = ranges.get(at)?.get(cell.col);
      const rowSpan = range === undefined ? 1 : countAfter(rowPlaces, row, range.bottom);
      const colSpan = range === undefined ? 1 : countAfter(colPlaces, col, range.right);
      for (let c = col; c < col + colSpan; c++) coveredTo[c] = Math.max(coveredTo[c] ?? 0, row + rowSpan);
      flow.push({ row, col, rowSpan, colSpan, lines: cell.lines });
    }
    emptyUpTo(colPlaces.length);
  }
  return [{ kind: 'table', rows: rowPlaces.length, columns: colPlaces.length, cells: flow }];
}

/** @param places ascending @returns how many of them lie from an index to a place, that one included; one at least */
function countAfter(places: readonly number[], from: number, last: number): number {
  let [low, high] = [from + 1, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > last) high = middle;
    else low = middle + 1;
  }
  return low - from;
}
