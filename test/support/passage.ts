/** Toy passages: a text that is its own document, whole or in the pieces named. */
import { Passage } from '../../pipeline/model/passage.ts';
import type { Span, Spans } from '../../pipeline/model/span.ts';

/** Where a piece stands: first unit, one past the last, and its page if the text tells pages. */
export type Piece = readonly [start: number, end: number, page?: number];

/**
 * @param text the document's text
 * @param pieces ranges of it that make up the passage; the whole text when none are given
 */
export function passageOf(text: string, ...pieces: readonly Piece[]): Passage {
  const [first, ...rest] = pieces.map(spanOf);
  const spans: Spans = first === undefined ? [{ start: 0, end: text.length, page: null }] : [first, ...rest];
  return new Passage(text, spans);
}

function spanOf([start, end, page]: Piece): Span {
  return { start, end, page: page ?? null };
}
