/**
 * Printed pages → a document's layout: furniture set aside, tables joined over pages, lines joined into paragraphs, and one text
 * that all places point into, with the box of each on its page.
 */
import { compact } from '../../../normalizers/fold.ts';
import type { Block, Format, Furniture, Grid, GridCell, Layout, Page, Paragraph } from '../../model/layout.ts';
import { Passage } from '../../model/passage.ts';
import type { Box } from '../../model/printed-page.ts';
import type { Span, Spans } from '../../model/span.ts';
import { captionOf, isCaptionOnly } from '../captions.ts';
import { joinLines } from '../paragraphs.ts';
import { textLayoutSettings } from '../settings.ts';
import type { DraftLine, PageDraft } from './draft-page.ts';
import { flowLines, fullWidth, type PlacedLine } from './flow-lines.ts';
import { furnitureOf } from './furniture.ts';
import { continues, type JoinedCell, type JoinedGrid, joinGrids, singleGrid } from './join-grids.ts';
import { segmentsOf } from './segments.ts';
import { type PageLayoutSettings, pageLayoutSettings } from './settings.ts';
import { type TextWriter, textWriter } from './text-writer.ts';

type Item =
  | { readonly kind: 'line'; readonly item: DraftLine }
  | { readonly kind: 'furniture'; readonly item: DraftLine; readonly role: Furniture['role'] }
  | { readonly kind: 'grid'; readonly grid: JoinedGrid };

/** How many lines at a page's end may be the title of the next page's table. */
const titleReach = 3;
/** A unit of money inside a table's frame, in a cell of its own above the header. */
const unitCell = /^\s*(?:金额)?单位[:：]/;

export function layOutPages(
  drafts: readonly PageDraft[],
  format: Format,
  settings: PageLayoutSettings = pageLayoutSettings,
): Layout {
  const items = joinOverPages(drafts, settings);
  const writer = textWriter();
  const widths = new Map(drafts.map(({ number, width }) => [number, width]));
  const starts = new Map<number, number>();
  const begin = (page: number) => {
    if (!starts.has(page)) starts.set(page, writer.length());
  };
  const placed: PlacedLine[] = [];
  const tables: {
    readonly span: Span;
    readonly grid: JoinedGrid;
    readonly cells: readonly { readonly cell: JoinedCell; readonly spans: readonly Span[] }[];
    readonly linesBefore: number;
  }[] = [];
  const furniture: Furniture[] = [];
  let afterTable = false;
  for (const one of items) {
    if (one.kind === 'grid') {
      begin(one.grid.grids[0].page);
      const start = writer.length();
      const cells = writeGrid(writer, one.grid, begin);
      tables.push({
        span: { start, end: writer.length(), page: one.grid.grids[0].page },
        grid: one.grid,
        cells,
        linesBefore: placed.length,
      });
      afterTable = true;
      continue;
    }
    begin(one.item.page);
    const span = writer.line(one.item.line, one.item.page);
    writer.sign('\n');
    if (one.kind === 'furniture') furniture.push({ kind: 'furniture', role: one.role, span });
    else {
      placed.push({
        item: one.item,
        start: span.start,
        end: span.end,
        pageWidth: widths.get(one.item.page) ?? 0,
        afterTable,
      });
      afterTable = false;
    }
  }
  const text = writer.text();
  const paragraphs = paragraphsOf(text, placed, settings);
  const grids = tables.map(({ span, grid, cells, linesBefore }, index): Grid => {
    const since = tables[index - 1]?.linesBefore ?? 0;
    const above = linesAbove(
      placed.slice(Math.max(0, linesBefore - 6), linesBefore),
      placed.slice(since, linesBefore),
      grid.grids[0].page,
    );
    const last = grid.grids.at(-1)?.page;
    const below = placed.slice(linesBefore, linesBefore + 3).filter(({ item }) => item.page === last);
    const gridCells = cells.map((cell) => cellOf(text, cell));
    const beside = tables.some((other) => other.grid !== grid && sideBySide(other.grid, grid));
    const passagesAt = (lines: readonly PlacedLine[]) =>
      lines.flatMap((line) => new Passage(text, [beside ? partOver(line, grid.grids[0].box) : wholeOf(line)]));
    const inside = gridCells
      .filter(
        ({ row, colSpan, passage }) => row < 3 && (colSpan === grid.columns || unitCell.test(passage?.text ?? '')),
      )
      .flatMap((cell) => cell.passage ?? []);
    const caption = captionOf([...passagesAt(above), ...inside], passagesAt(below));
    const ruled = grid.grids.every((piece) => piece.ruled);
    return { kind: 'grid', ruled, rows: grid.rows, columns: grid.columns, cells: gridCells, caption, span };
  });
  const blocks: Block[] = [...paragraphs, ...grids, ...furniture].sort((a, b) => startOf(a) - startOf(b));
  return { text, format, encoding: null, pages: pagesOf(drafts, starts, text.length), blocks, boxOf: writer.boxOf };
}

/**
 * The lines over a table on its page. A table that begins a page may have its title at the end of the page before, and so may one
 * that has only the rest of its caption above it.
 * @param between those since the table before
 */
function linesAbove(lines: readonly PlacedLine[], between: readonly PlacedLine[], page: number): readonly PlacedLine[] {
  const onPage = (which: number) => (line: PlacedLine) => line.item.page === which;
  const own = lines.filter(onPage(page));
  if (own.length === 0) return lines.filter(onPage(page - 1)).slice(-titleReach);
  if (!own.every(({ item }) => isCaptionOnly(item.line.text))) return own;
  return [...between.filter(onPage(page - 1)).slice(-titleReach), ...own];
}

const wholeOf = ({ item, start, end }: PlacedLine): Span => ({ start, end, page: item.page });

/** Tables side by side share their caption lines: each has the words above itself. */
function sideBySide(a: JoinedGrid, b: JoinedGrid): boolean {
  const [one] = a.grids;
  const [other] = b.grids;
  const apart = one.box.x1 <= other.box.x0 || other.box.x1 <= one.box.x0;
  return one.page === other.page && apart && one.box.y0 < other.box.y1 && other.box.y0 < one.box.y1;
}

/** The stretch of a line whose words stand over a box; the whole line where it has no gaps or none of its words do. */
function partOver(line: PlacedLine, box: Box): Span {
  const whole = wholeOf(line);
  let from = 0;
  for (const segment of segmentsOf(line.item.line)) {
    const at = line.item.line.text.indexOf(segment.text, from);
    from = at + segment.text.length;
    if (segment.x1 > box.x0 && segment.x0 < box.x1) return { ...whole, start: line.start + at, end: line.start + from };
  }
  return whole;
}

const startOf = (block: Block) => (block.kind === 'paragraph' ? block.passage.spans[0].start : block.span.start);

/** The items of all pages in order; a table that goes on overleaf is one, and what is said again above its halves is furniture. */
function joinOverPages(drafts: readonly PageDraft[], settings: PageLayoutSettings): readonly Item[] {
  const roles = furnitureOf(drafts, settings);
  const heights = new Map(drafts.map(({ number, height }) => [number, height]));
  const items: Item[] = [];
  let open = -1;
  for (const item of drafts.flatMap((draft) => draft.items)) {
    if (item.kind === 'line') {
      const role = roles.get(item);
      items.push(role === undefined ? { kind: 'line', item } : { kind: 'furniture', item, role });
      continue;
    }
    const before = items[open];
    const height = heights.get(item.page - 1) ?? 0;
    if (before?.kind === 'grid' && saysNothingNew(items, open) && continues(before.grid, item, height, settings)) {
      items[open] = { kind: 'grid', grid: joinGrids(before.grid, item) };
      for (let i = open + 1; i < items.length; i++) {
        const between = items[i];
        if (between?.kind === 'line') items[i] = { kind: 'furniture', item: between.item, role: 'running-head' };
      }
    } else {
      open = items.length;
      items.push({ kind: 'grid', grid: singleGrid(item) });
    }
  }
  return items;
}

/** Between a table and the next only its own title, unit and 续表 stand. */
function saysNothingNew(items: readonly Item[], table: number): boolean {
  const said = new Set(
    items.slice(Math.max(0, table - 6), table).map((one) => (one.kind === 'line' ? compact(one.item.line.text) : '')),
  );
  return items.slice(table + 1).every((one) => {
    if (one.kind !== 'line') return true;
    const text = compact(one.item.line.text);
    return said.has(text) || /续表|\(续\)|^(?:金额)?单位:?[^。]{0,6}元$/.test(text);
  });
}

/** Cells row by row: a tab after each, a line end after each row and within cells of several lines. */
function writeGrid(
  writer: TextWriter,
  grid: JoinedGrid,
  begin: (page: number) => void,
): readonly { readonly cell: JoinedCell; readonly spans: readonly Span[] }[] {
  const inOrder = [...grid.cells].sort((a, b) => a.row - b.row || a.col - b.col);
  return inOrder.map((cell, index) => {
    const spans: Span[] = [];
    for (const { page, cell: part } of cell.parts) {
      begin(page);
      for (const line of part.lines) {
        if (spans.length > 0) writer.sign('\n');
        spans.push(writer.line(line, page));
      }
    }
    writer.sign(inOrder[index + 1]?.row === cell.row ? '\t' : '\n');
    return { cell, spans };
  });
}

function cellOf(
  text: string,
  { cell, spans }: { readonly cell: JoinedCell; readonly spans: readonly Span[] },
): GridCell {
  const [first, ...rest] = spans;
  const part = cell.parts[0];
  return {
    row: cell.row,
    col: cell.col,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    page: part?.page ?? null,
    box: part?.cell.box ?? null,
    passage: first === undefined ? null : new Passage(text, [first, ...rest]),
  };
}

function paragraphsOf(text: string, placed: readonly PlacedLine[], settings: PageLayoutSettings): readonly Paragraph[] {
  const pageAt = new Map(placed.map(({ start, item }) => [start, item.page]));
  return joinLines(flowLines(placed, settings), fullWidth, textLayoutSettings).map((run) => {
    const [first, ...rest] = run.map(
      (line): Span => ({ start: line.start, end: line.end, page: pageAt.get(line.start) ?? null }),
    );
    if (first === undefined) throw new RangeError('a paragraph has at least one line');
    const spans: Spans = [first, ...rest];
    return { kind: 'paragraph', passage: new Passage(text, spans), lead: run[0].lead, lines: run.length };
  });
}

/** A page without a word begins where the next one does. */
function pagesOf(drafts: readonly PageDraft[], starts: ReadonlyMap<number, number>, length: number): readonly Page[] {
  const pages: Page[] = [];
  let end = length;
  for (const { number, width, height, recognized } of [...drafts].reverse()) {
    const start = number === drafts[0]?.number ? 0 : (starts.get(number) ?? end);
    const print = recognized === undefined ? {} : { recognized };
    pages.unshift({ number, start: Math.min(start, end), end, width, height, ...print });
    end = Math.min(start, end);
  }
  return pages;
}
