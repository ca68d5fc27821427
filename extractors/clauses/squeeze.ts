/** A passage without blanks and quotation marks, every character knowing its index in the passage: what clauses are read from. */
import type { Passage } from '../../pipeline/model/passage.ts';

export interface Squeezed {
  readonly text: string;
  /** Index in the passage of a character; one past the last for the end. */
  readonly printedAt: (index: number) => number;
  /** Index of the first character at or after an index of the passage. */
  readonly indexOf: (printed: number) => number;
}

const left = /[\s“”"'‘’「」《》]+/g;

export function squeeze(passage: Passage): Squeezed {
  const folded = passage.folded;
  const at: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    for (let i = from; i < to; i++) at.push(i);
  };
  const text = folded.replace(left, (gap, index: number) => {
    keep(index);
    from = index + gap.length;
    return '';
  });
  keep(folded.length);
  return {
    text,
    printedAt: (index) => at[index] ?? folded.length,
    indexOf: (printed) => {
      let low = 0;
      let high = at.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((at[middle] ?? 0) < printed) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
