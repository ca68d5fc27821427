/** One printed page → its lines and its tables with their text, in reading order; nothing of other pages is known here. */
import { type Box, type Glyph, type PrintedPage, type Recognition, turned } from '../../model/printed-page.ts';
import { type Frame, type FrameCell, findFrames } from '../grid/frames.ts';
import type { GridSettings } from '../grid/settings.ts';
import { alignedGrids } from './aligned-grids.ts';
import { linesOf, type PrintedLine } from './glyph-lines.ts';
import { withoutSlivers } from './slivers.ts';
import { readingOrder } from './two-columns.ts';

export interface DraftCell extends FrameCell {
  readonly lines: readonly PrintedLine[];
}

export interface DraftGrid {
  readonly kind: 'grid';
  /** Drawn with rules; else found by the alignment of its words. */
  readonly ruled: boolean;
  readonly page: number;
  readonly box: Box;
  /** Column borders. */
  readonly xs: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly DraftCell[];
}

export interface DraftLine {
  readonly kind: 'line';
  readonly page: number;
  readonly line: PrintedLine;
}

export interface PageDraft {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly (DraftGrid | DraftLine)[];
  /** Glyphs of unknown characters, and glyphs in all. */
  readonly unmapped: number;
  readonly glyphs: number;
  readonly images: number;
  /** Characters that are drawn but not seen, in no line. */
  readonly hidden: number;
  readonly underPicture: boolean;
  readonly damage: string | null;
  readonly recognized?: Recognition;
}

export function draftPage(page: PrintedPage, settings: GridSettings): PageDraft {
  const frames = findFrames(page.rulings, settings);
  const inFrames: Glyph[][][] = frames.map(({ cells }) => cells.map(() => []));
  const owners = frames.map(ownerOf);
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const [x, y] = turned([(glyph.x0 + glyph.x1) / 2, glyph.y - glyph.size * 0.35], -glyph.angle);
    const at = frames.findIndex(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
    const cell = at < 0 ? undefined : inFrames[at]?.[owners[at]?.(x, y) ?? -1];
    if (cell === undefined) outside.push(glyph);
    else cell.push(glyph);
  }
  const loose = linesOf(outside);
  const aligned = alignedGrids(
    page.number,
    loose.filter(({ angle }) => angle === 0),
  );
  const sideways = loose.filter(({ angle }) => angle !== 0);
  const lineAt = (line: PrintedLine): DraftLine => ({ kind: 'line', page: page.number, line });
  const lines = readingOrder(aligned.rest).map(lineAt);
  const ruled = frames.flatMap((frame, index): DraftGrid[] => {
    const cells = frame.cells.map((cell, i) => ({ ...cell, lines: linesOf(inFrames[index]?.[i] ?? []) }));
    if (cells.every((cell) => cell.lines.length === 0)) return [];
    return [
      { kind: 'grid', ruled: true, page: page.number, box: frame.box, ...withoutSlivers(compacted(frame, cells)) },
    ];
  });
  const items = [...placeGrids(lines, [...ruled, ...aligned.grids]), ...sideways.map(lineAt)];
  const { number, width, height, unmapped, glyphs, hidden, underPicture } = page;
  return {
    number,
    width,
    height,
    items,
    unmapped,
    glyphs: glyphs.length,
    images: page.images.length,
    hidden,
    underPicture,
    damage: page.damage,
    ...(page.recognized === undefined ? {} : { recognized: page.recognized }),
  };
}

const topOf = (item: DraftGrid | DraftLine) =>
  item.kind === 'grid' ? item.box.y0 : item.line.y - item.line.size * 0.5;

/** Lines keep their reading order; a table goes before the first line that stands below its top. */
function placeGrids(lines: readonly DraftLine[], grids: readonly DraftGrid[]): readonly (DraftGrid | DraftLine)[] {
  const waiting = [...grids].sort((a, b) => topOf(a) - topOf(b) || a.box.x0 - b.box.x0);
  const items: (DraftGrid | DraftLine)[] = [];
  for (const line of lines) {
    while (waiting[0] !== undefined && topOf(waiting[0]) < topOf(line)) items.push(...waiting.splice(0, 1));
    items.push(line);
  }
  return [...items, ...waiting];
}

/** Looks a point up: index of the cell that owns it. */
function ownerOf({ xs, ys, cells }: Frame): (x: number, y: number) => number {
  const columns = xs.length - 1;
  const owner = new Int32Array(columns * (ys.length - 1));
  for (const [index, { row, col, rowSpan, colSpan }] of cells.entries()) {
    for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) owner[r * columns + c] = index;
  }
  return (x, y) => owner[stretchOf(ys, y) * columns + stretchOf(xs, x)] ?? -1;
}

function stretchOf(borders: readonly number[], at: number): number {
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((borders[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows and columns that no cell begins in are artefacts of rules that part nothing: left out. */
function compacted(frame: Frame, cells: readonly DraftCell[]): Pick<DraftGrid, 'xs' | 'rows' | 'columns' | 'cells'> {
  const cols = [...new Set(cells.map(({ col }) => col))].sort((a, b) => a - b);
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const spanned = (starts: readonly number[], from: number, span: number) =>
    starts.filter((start) => start >= from && start < from + span).length;
  return {
    xs: [...cols.map((col) => frame.xs[col] ?? 0), frame.box.x1],
    rows: rows.length,
    columns: cols.length,
    cells: cells.map((cell) => ({
      ...cell,
      row: rows.indexOf(cell.row),
      col: cols.indexOf(cell.col),
      rowSpan: spanned(rows, cell.row, cell.rowSpan),
      colSpan: spanned(cols, cell.col, cell.colSpan),
    })),
  };
}
