import type { Spans } from './span.ts';

/**
 * A value together with the places in the print that it was read from.
 * There is no way to make one out of a bare value: only `mint` starts from spans, and only Passage and the readers
 * call it (test/house.test.ts watches that). Everything else maps or joins, so the places travel with the value.
 */
export class Sourced<T> {
  readonly #value: T;
  readonly #spans: Spans;

  private constructor(value: T, spans: Spans) {
    this.#value = value;
    this.#spans = spans;
  }

  /**
   * The words at a place.
   * @param text the printed words
   * @param spans where they stand, in reading order
   */
  static mint(text: string, spans: Spans): Sourced<string> {
    return new Sourced(text, spans);
  }

  /**
   * One value read from several places, as an amount is from its cell and from the table's unit line.
   * @param parts at least one sourced part
   * @param read makes the value out of the parts' values
   */
  static join<A, B>(parts: readonly [Sourced<A>, ...Sourced<A>[]], read: (values: readonly A[]) => B): Sourced<B> {
    const [first, ...rest] = parts;
    const spans: Spans = [first.spans[0], ...first.spans.slice(1), ...rest.flatMap((part) => [...part.spans])];
    return new Sourced(read(parts.map((part) => part.value)), spans);
  }

  get value(): T {
    return this.#value;
  }

  get spans(): Spans {
    return this.#spans;
  }

  /** The same places, with another reading of them. */
  map<U>(read: (value: T) => U): Sourced<U> {
    return new Sourced(read(this.#value), this.#spans);
  }
}
