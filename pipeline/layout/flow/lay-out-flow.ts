/** Paragraphs and tables in order → a document's layout: one text that all places point into, captions from the lines around. */
import type { FlowItem, FlowPart, FlowTable } from '../../model/flow.ts';
import type { Block, Format, Grid, GridCell, Layout, Page } from '../../model/layout.ts';
import { Passage } from '../../model/passage.ts';
import type { Span, Spans } from '../../model/span.ts';
import { captionOf } from '../captions.ts';

/** How many paragraphs before and after a table may say what it is. */
const reachAbove = 5;
const reachBelow = 3;
/** A unit of money in a cell of its own above the header. */
const unitCell = /^\s*(?:金额)?单位[:：]/;

/** An item and the place of each of its lines; of a table, of each line of each cell. */
interface Placed {
  readonly item: FlowItem;
  readonly span: Span;
  readonly cells: readonly (readonly Span[])[];
}

/**
 * @param parts sheets of a workbook, each of which becomes a page; one part is a document without pages
 * @param format what the file is
 * @param encoding of its characters, where the file has one
 * @returns every word in exactly one block; no place has a box
 */
export function layOutFlow(parts: readonly FlowPart[], format: Format, encoding: string | null = null): Layout {
  const words: string[] = [];
  let length = 0;
  const write = (piece: string, page: number | null): Span => {
    words.push(piece);
    const start = length;
    length += piece.length;
    return { start, end: length, page };
  };
  const pages: Page[] = [];
  const placed = parts.map(({ items }, index) => {
    const page = parts.length > 1 ? index + 1 : null;
    const start = length;
    const places = items.map((item) => place(item, (piece) => write(piece, page)));
    if (page !== null) pages.push({ number: page, start, end: length, width: null, height: null });
    return places;
  });
  const text = words.join('');
  return {
    text,
    format,
    encoding,
    pages,
    blocks: placed.flatMap((places) => blocksOf(text, places)),
    boxOf: () => null,
  };
}

/** A line end after each paragraph and row, a tab after each other cell, a line end within cells of several lines. */
function place(item: FlowItem, write: (piece: string) => Span): Placed {
  if (item.kind !== 'table') {
    const span = write(item.text);
    write('\n');
    return { item, span, cells: [] };
  }
  const { start, page } = write('');
  let end = start;
  const cells = item.cells.map(({ row, lines }, index) => {
    const spans = lines.map((line, i) => {
      if (i > 0) write('\n');
      return write(line);
    });
    end = write(item.cells[index + 1]?.row === row ? '\t' : '\n').end;
    return spans;
  });
  return { item, span: { start, end, page }, cells };
}

function blocksOf(text: string, places: readonly Placed[]): readonly Block[] {
  const passages = places.map(({ item, span }) => (item.kind === 'paragraph' ? new Passage(text, [span]) : null));
  const around = (from: number, to: number) => passages.slice(from, to).flatMap((passage) => passage ?? []);
  return places.map(({ item, span, cells }, index): Block => {
    const passage = passages[index];
    if (passage) return { kind: 'paragraph', passage, lead: '', lines: 1 };
    if (item.kind === 'furniture') return { kind: 'furniture', role: item.role, span };
    if (item.kind !== 'table') throw new RangeError('a paragraph has a passage');
    const isTable = (at: number) => places[at]?.item.kind === 'table';
    let above = index;
    while (above > 0 && above > index - reachAbove && !isTable(above - 1)) above--;
    let below = index + 1;
    while (below < places.length && below < index + 1 + reachBelow && !isTable(below)) below++;
    return gridOf(text, { item, span, cells }, around(above, index), around(index + 1, below));
  });
}

function gridOf(
  text: string,
  { item, span, cells }: Placed & { readonly item: FlowTable },
  above: readonly Passage[],
  below: readonly Passage[],
): Grid {
  const gridCells = item.cells.map(({ row, col, rowSpan, colSpan }, i): GridCell => {
    const spans = cells[i] ?? [];
    const passage = isSome(spans) ? new Passage(text, spans) : null;
    return { row, col, rowSpan, colSpan, page: span.page, box: null, passage };
  });
  const inside = gridCells
    .filter(({ row, colSpan, passage }) => row < 3 && (colSpan === item.columns || unitCell.test(passage?.text ?? '')))
    .flatMap(({ passage }) => passage ?? []);
  const caption = captionOf([...above, ...inside], below);
  return { kind: 'grid', ruled: true, rows: item.rows, columns: item.columns, cells: gridCells, caption, span };
}

const isSome = (spans: readonly Span[]): spans is Spans => spans.length > 0;
