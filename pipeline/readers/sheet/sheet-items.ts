/**
 * A sheet → its title lines, tables and notes in order. Hard because a sheet is one grid of cells whatever is written on it: what
 * is a line of words and what a row of a table is told by how many cells of a row hold words.
 */
import { beginsAsCaption, isYear } from '../../layout/captions.ts';
import type { FlowCell, FlowItem, FlowParagraph, FlowTable } from '../../model/flow.ts';
import type { MergedRange, Sheet, SheetCell } from './open-workbook.ts';

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
  const items: FlowItem[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = endOfTable(rows, from);
    if (to === from) items.push(...(rows[from++]?.cells ?? []).flatMap(paragraphsOf));
    else {
      items.push(tableOf(rows.slice(from, to), sheet.merged));
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

/** Rows and columns without any words are left out, so that a sheet's size is that of what is on it. */
function tableOf(rows: readonly Row[], merged: readonly MergedRange[]): FlowTable {
  const cells = rows.flatMap((row) => row.cells);
  const rowAt = indexOf(cells.map(({ row }) => row));
  const colAt = indexOf(cells.map(({ col }) => col));
  const ranges = new Map(merged.map((range) => [`${range.top} ${range.left}`, range]));
  const owned = new Set<string>();
  const flow = cells.flatMap(({ row, col, lines }): readonly FlowCell[] => {
    const at = { row: rowAt.get(row) ?? 0, col: colAt.get(col) ?? 0 };
    if (owned.has(`${at.row} ${at.col}`)) return [];
    const range = ranges.get(`${row} ${col}`);
    const rowSpan = range === undefined ? 1 : within(rowAt, range.top, range.bottom);
    const colSpan = range === undefined ? 1 : within(colAt, range.left, range.right);
    for (let r = 0; r < rowSpan; r++) for (let c = 0; c < colSpan; c++) owned.add(`${at.row + r} ${at.col + c}`);
    return [{ ...at, rowSpan, colSpan, lines }];
  });
  return {
    kind: 'table',
    rows: rowAt.size,
    columns: colAt.size,
    cells: withEmpty(flow, rowAt.size, colAt.size, owned),
  };
}

/** Places in order without gaps. */
function indexOf(places: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(places)].sort((a, b) => a - b).map((place, index) => [place, index]));
}

/** How many of the places lie from one to another, both included. */
function within(index: ReadonlyMap<number, number>, from: number, to: number): number {
  if (to - from > index.size) return [...index.keys()].filter((place) => place >= from && place <= to).length;
  let count = 0;
  for (let place = from; place <= to; place++) if (index.has(place)) count++;
  return count;
}

/** Beyond this many places most are empty, and nothing is said by listing them. */
const mostPlaces = 500_000;

function withEmpty(cells: readonly FlowCell[], rows: number, columns: number, owned: ReadonlySet<string>) {
  if (rows * columns > mostPlaces) return cells;
  const empty = Array.from({ length: rows * columns }, (_, i) => ({ row: Math.floor(i / columns), col: i % columns }))
    .filter(({ row, col }) => !owned.has(`${row} ${col}`))
    .map((at): FlowCell => ({ ...at, rowSpan: 1, colSpan: 1, lines: [] }));
  return [...cells, ...empty].sort((a, b) => a.row - b.row || a.col - b.col);
}
