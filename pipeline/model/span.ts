/**
 * A place in the stored text of a document: where a value stands in the print.
 * Offsets count UTF-16 units inside the program; the database keeps Unicode code points (see db/code-points.ts).
 */
export interface Span {
  /** First unit of the place in the document's text. */
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
  /** Ordinal of the page in the file, from 1; null where the text tells no pages. */
  readonly page: number | null;
}

export type Spans = readonly [Span, ...Span[]];

/**
 * The smallest range that covers all spans of a value.
 * @param spans places in reading order
 * @returns first start, last end, page of the first
 */
export function coverOf(spans: Spans): Span {
  const last = spans[spans.length - 1] ?? spans[0];
  return { start: spans[0].start, end: last.end, page: spans[0].page };
}
