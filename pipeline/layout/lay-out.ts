/** A document's text → pages and blocks: paragraphs unwrapped, page numbers and running heads set aside. */
import type { Block, Layout, Page, Paragraph, ReadText } from '../model/layout.ts';
import { Passage } from '../model/passage.ts';
import type { Span, Spans } from '../model/span.ts';
import { type Line, splitLines } from './lines.ts';
import { measureOf } from './measure.ts';
import { findPages, type PageMarks } from './page-breaks.ts';
import { joinLines } from './paragraphs.ts';
import { type TextLayoutSettings, textLayoutSettings } from './settings.ts';
import { findTabbedRows, tabbedGrid } from './tabbed-grids.ts';

/**
 * @param read the text as the reader gave it
 * @returns every printed line of it in exactly one block
 */
export function layOut(read: ReadText, settings: TextLayoutSettings = textLayoutSettings): Layout {
  const lines = splitLines(read.text);
  const measure = measureOf(lines, settings);
  const marks = findPages(lines, measure, settings);
  const pages = pagesOf(read.text, lines, marks);
  const place = placer(pages);
  const flow = lines.filter((_, index) => !marks.pageNumbers.has(index) && !marks.runningHeads.has(index));
  const tables = findTabbedRows(read.text, flow);
  const between = [0, ...tables.map(({ to }) => to)].map((from, i) => flow.slice(from, tables[i]?.from ?? flow.length));
  const stretches = between.map((lines) =>
    joinLines(lines, measure, settings).map((run) => paragraphOf(read.text, run, place)),
  );
  const grids = tables.map((table, i) =>
    tabbedGrid(
      read.text,
      table,
      passagesIn(stretches[i]).slice(-reach),
      passagesIn(stretches[i + 1]).slice(0, reach),
      place,
    ),
  );
  const furniture = lines.flatMap((line, index): Block[] => {
    const role = marks.pageNumbers.has(index) ? 'page-number' : marks.runningHeads.has(index) ? 'running-head' : null;
    return role === null ? [] : [{ kind: 'furniture', role, span: place(line.start, line.end) }];
  });
  const blocks = [...stretches.flat(), ...grids, ...furniture].sort((a, b) => startOf(a) - startOf(b));
  return { ...read, pages, blocks, boxOf: () => null };
}

/** How many paragraphs around a table may say what it is. */
const reach = 5;

const passagesIn = (paragraphs: readonly Paragraph[] = []) => paragraphs.map(({ passage }) => passage);

type Place = (start: number, end: number) => Span;

const startOf = (block: Block) => (block.kind === 'paragraph' ? block.passage.spans[0].start : block.span.start);

function pagesOf(text: string, lines: readonly Line[], marks: PageMarks): readonly Page[] {
  const starts = [...marks.starts].sort((a, b) => a - b).flatMap((index) => lines[index] ?? []);
  return starts.map((line, i) => ({
    number: i + 1,
    start: i === 0 ? 0 : line.start,
    end: starts[i + 1]?.start ?? text.length,
    width: null,
    height: null,
  }));
}

/** Offsets are asked for in rising order within a paragraph, so the last page found is where the search begins. */
function placer(pages: readonly Page[]): Place {
  let at = 0;
  return (start, end) => {
    while (at > 0 && start < (pages[at]?.start ?? 0)) at--;
    while (at + 1 < pages.length && start >= (pages[at + 1]?.start ?? 0)) at++;
    return { start, end, page: pages[at]?.number ?? null };
  };
}

/** Lines meet without a blank, as Chinese is set; between two Latin words the line end itself stays as their blank. */
function paragraphOf(text: string, run: readonly [Line, ...Line[]], place: Place): Paragraph {
  const pieces = run.map((line, i): Span => {
    const next = run[i + 1];
    const latin = next !== undefined && /[A-Za-z]$/.test(line.text) && /^[A-Za-z]/.test(next.text);
    return place(line.start, latin ? line.end + 1 : line.end);
  });
  const [first, ...rest] = pieces;
  if (first === undefined) throw new RangeError('a paragraph has at least one line');
  const spans: Spans = [first, ...rest];
  return { kind: 'paragraph', passage: new Passage(text, spans), lead: run[0].lead, lines: run.length };
}
