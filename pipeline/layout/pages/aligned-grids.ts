/**
 * Tables without rules, or with horizontal ones only: lines one below the other whose words stand in the same columns.
 * Hard because tables of contents, signatures and two-column prose are aligned too; numbers below numbers make the difference.
 */
import { compact } from '../../../normalizers/fold.ts';
import type { DraftGrid } from './draft-page.ts';
import type { PrintedLine } from './glyph-lines.ts';
import { segmentsOf } from './segments.ts';

/** A table has at least this many rows and columns. */
const fewestRows = 4;
const fewestColumns = 3;
/** Share of a table's cells below its header that hold numbers, at least, and share that holds anything. */
const numericShare = 0.3;
const filledShare = 0.5;
/** Rows farther apart than this many font sizes are not of one table. */
const farthestRows = 3.2;

/** Part of the page's width. */
interface Stretch {
  readonly x0: number;
  readonly x1: number;
}

interface Row {
  readonly line: PrintedLine;
  readonly segments: readonly PrintedLine[];
}

/**
 * @param lines the page's lines outside ruled tables, top to bottom
 * @returns the tables found, and the lines that stay
 */
export function alignedGrids(
  page: number,
  lines: readonly PrintedLine[],
): { readonly grids: readonly DraftGrid[]; readonly rest: readonly PrintedLine[] } {
  const rows = lines.map((line): Row => ({ line, segments: segmentsOf(line) }));
  const grids: DraftGrid[] = [];
  const used = new Set<PrintedLine>();
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && isRow(rows[to]) && (to === from || isNear(rows[to - 1], rows[to]))) to++;
    const grid = to - from >= fewestRows ? gridOf(page, rows.slice(from, to)) : null;
    if (grid !== null) {
      grids.push(grid);
      for (const { line } of rows.slice(from, to)) used.add(line);
    }
    from = Math.max(to, from + 1);
  }
  return { grids, rest: lines.filter((line) => !used.has(line)) };
}

function isRow(row: Row | undefined): boolean {
  return row !== undefined && row.segments.length >= 2 && !/\.{4}|…{2}|·{4}/.test(row.line.text);
}

const isNear = (above: Row | undefined, row: Row | undefined) =>
  above !== undefined &&
  row !== undefined &&
  row.line.y - above.line.y <= Math.max(row.line.size, above.line.size) * farthestRows;

const isNumber = (text: string) => /^[-—(]?[\d,]+(?:\.\d+)?%?\)?$|^[-—]$/.test(compact(text));

function gridOf(page: number, rows: readonly Row[]): DraftGrid | null {
  const columns = columnsOf(rows);
  if (columns.length < fewestColumns) return null;
  const at = (segment: PrintedLine) => columns.findIndex(({ x0, x1 }) => segment.x1 > x0 && segment.x0 < x1);
  const body = rows.slice(1).flatMap(({ segments }) => segments);
  const numbers = body.filter(({ text }) => isNumber(text)).length;
  const cells = (rows.length - 1) * columns.length;
  if (numbers < cells * numericShare || body.length < cells * filledShare) return null;
  const edge = (index: number) =>
    ((columns[index - 1]?.x1 ?? columns[0]?.x0 ?? 0) + (columns[index]?.x0 ?? columns.at(-1)?.x1 ?? 0)) / 2;
  const xs = Array.from({ length: columns.length + 1 }, (_, i) => edge(i));
  const top = ({ line }: Row) => line.y - line.size;
  const bottom = (row: number) =>
    rows[row + 1] === undefined ? (rows[row]?.line.y ?? 0) + 2 : top(rows[row + 1] as Row);
  return {
    kind: 'grid',
    ruled: false,
    page,
    box: {
      x0: xs[0] ?? 0,
      y0: rows[0] === undefined ? 0 : top(rows[0]),
      x1: xs.at(-1) ?? 0,
      y1: bottom(rows.length - 1),
    },
    xs,
    rows: rows.length,
    columns: columns.length,
    cells: rows.flatMap((row, r) =>
      columns.map((_, c) => ({
        row: r,
        col: c,
        rowSpan: 1,
        colSpan: 1,
        box: { x0: xs[c] ?? 0, y0: top(row), x1: xs[c + 1] ?? 0, y1: bottom(r) },
        lines: row.segments.filter((segment) => at(segment) === c),
      })),
    ),
  };
}

/** Stretches of the page's width in which words stand, parted by rivers that no word of the body crosses. */
function columnsOf(rows: readonly Row[]): readonly Stretch[] {
  const full = rows.reduce((most, { segments }) => Math.max(most, segments.length), 0);
  const shaping = rows.filter(({ segments }) => segments.length * 2 >= full).flatMap(({ segments }) => segments);
  const columns: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of [...shaping].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last !== undefined && x0 < last.x1 + 2) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return mergeSplit(columns, rows);
}

/** A heading set off from its numbers makes two stretches of one column: neighbours that no row fills both of are one. */
function mergeSplit(columns: readonly Stretch[], rows: readonly Row[]): readonly Stretch[] {
  const fills = ({ segments }: Row, { x0, x1 }: Stretch) =>
    segments.some((segment) => segment.x1 > x0 && segment.x0 < x1);
  const merged: Stretch[] = [];
  for (const column of columns) {
    const last = merged.at(-1);
    if (last !== undefined && !rows.some((row) => fills(row, last) && fills(row, column))) {
      merged[merged.length - 1] = { x0: last.x0, x1: column.x1 };
    } else merged.push(column);
  }
  return merged;
}
