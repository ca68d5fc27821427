/** Writes printed lines into one document text and remembers where each of its characters stands on its page. */
import { type Box, turned } from '../../model/printed-page.ts';
import type { Span } from '../../model/span.ts';
import type { PrintedLine } from './glyph-lines.ts';

interface Written {
  readonly start: number;
  readonly line: PrintedLine;
}

/** Above and below the baseline, in font sizes: the box that a Chinese character fills. */
const ascent = 0.88;
const descent = 0.12;

export interface TextWriter {
  /** @returns where the line stands in the text */
  readonly line: (line: PrintedLine, page: number) => Span;
  /** Signs that are not printed: line ends, the bounds of cells. */
  readonly sign: (sign: string) => void;
  readonly length: () => number;
  readonly text: () => string;
  readonly boxOf: (span: Span) => Box | null;
}

export function textWriter(): TextWriter {
  const parts: string[] = [];
  const written: Written[] = [];
  let length = 0;
  const write = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  return {
    line: (line, page) => {
      const start = length;
      written.push({ start, line });
      write(line.text);
      return { start, end: length, page };
    },
    sign: write,
    length: () => length,
    text: () => parts.join(''),
    boxOf: (span) => boxOf(written, span),
  };
}

/** The box around the characters of a place; of a place over several lines, around all of them. */
function boxOf(written: readonly Written[], { start, end }: Span): Box | null {
  let box: Box | null = null;
  for (let i = firstAt(written, start); i < written.length; i++) {
    const one = written[i];
    if (one === undefined || one.start >= end) break;
    const { edges, y, size, angle } = one.line;
    const from = Math.max(0, start - one.start);
    const to = Math.min(one.line.text.length, end - one.start);
    if (from >= to) continue;
    const x0 = edges[from * 2] ?? 0;
    const x1 = edges[to * 2 - 1] ?? x0;
    const here = onPage({ x0, y0: y - size * ascent, x1, y1: y + size * descent }, angle);
    box =
      box === null
        ? here
        : {
            x0: Math.min(box.x0, here.x0),
            y0: Math.min(box.y0, here.y0),
            x1: Math.max(box.x1, here.x1),
            y1: Math.max(box.y1, here.y1),
          };
  }
  return box;
}

/** A box on the turned page → the box around it on the page as it lies. */
function onPage(box: Box, angle: number): Box {
  if (angle === 0) return box;
  const [a, b] = [turned([box.x0, box.y0], -angle), turned([box.x1, box.y1], -angle)];
  const [c, d] = [turned([box.x0, box.y1], -angle), turned([box.x1, box.y0], -angle)];
  const xs = [a[0], b[0], c[0], d[0]];
  const ys = [a[1], b[1], c[1], d[1]];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function firstAt(written: readonly Written[], start: number): number {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = written[middle];
    if (one !== undefined && one.start + one.line.text.length <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
