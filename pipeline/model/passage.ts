/**
 * Words that belong together in reading order, though the print may break them: a paragraph without its line ends,
 * its page numbers and its running heads. Every character still knows its place in the document's text.
 * Hard because later stages match in the joined words but must point into the text as given.
 */
import { fold } from '../../normalizers/fold.ts';
import { Sourced } from './sourced.ts';
import type { Span, Spans } from './span.ts';

/** Where the pieces of a passage begin that has one: cells by the hundred thousand do. */
const inOnePiece: readonly number[] = [0];

export class Passage {
  /** The words as printed, without what only layout put between them. */
  readonly text: string;
  readonly #pieces: Spans;
  /** Where each piece begins in `text`. */
  readonly #starts: readonly number[];
  #folded: string | undefined;

  /**
   * @param source the document's stored text
   * @param pieces ranges of it, in reading order, none empty
   */
  constructor(source: string, pieces: Spans) {
    let text = source.slice(pieces[0].start, pieces[0].end);
    const starts = [0];
    for (const { start, end } of pieces.slice(1)) {
      starts.push(text.length);
      text += source.slice(start, end);
    }
    this.text = text;
    this.#starts = starts.length === 1 ? inOnePiece : starts;
    this.#pieces = pieces;
  }

  /** The words folded for matching (width, radicals, blanks); as long as `text`, unit by unit. */
  get folded(): string {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }

  get spans(): Spans {
    return this.#pieces;
  }

  /**
   * The words from one index of `text` to another, with their places.
   * @throws RangeError when the range is empty or outside the passage: a bug of the caller
   */
  cut(from: number, to: number): Sourced<string> {
    if (!(0 <= from && from < to && to <= this.text.length)) {
      throw new RangeError(`passage has no words at ${from}..${to} (length ${this.text.length})`);
    }
    const spans: Span[] = [];
    for (let i = this.#pieceAt(from); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i];
      const at = this.#starts[i];
      if (piece === undefined || at === undefined || to <= at) break;
      spans.push({
        start: piece.start + Math.max(0, from - at),
        end: Math.min(piece.end, piece.start + to - at),
        page: piece.page,
      });
    }
    const [first, ...rest] = spans;
    if (first === undefined) throw new RangeError(`passage has no piece at ${from}`);
    return Sourced.mint(this.text.slice(from, to), [first, ...rest]);
  }

  #pieceAt(index: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
