/** The words of one recognized line → its text, and the numbers in it with the ink they stand on, to be read again. */
import type { PixelBox } from './raster.ts';
import type { RecognizedWord } from './tesseract.ts';

/** A stretch of a line's text; `ink` is where a number stands, in pixels of the line's picture. */
export interface LinePart {
  readonly text: string;
  readonly ink: PixelBox | null;
}

const numeric = /^[\d.,，]*\d[\d.,，]*[%％]?/;
const inside = /^[\d.,，]+[%％]?/;
const latinWord = /^[A-Za-z]+$/;
/** What ends a sentence may follow a number. */
const closing = /[.,，]+$/;

/**
 * @param words of one line, in order
 * @returns parts that make up the line's text; numbers of two digits and more have their ink
 */
export function partsOf(words: readonly RecognizedWord[]): readonly LinePart[] {
  const parts: LinePart[] = [];
  let i = 0;
  while (i < words.length) {
    const run = runAt(words, i);
    if (run === null) {
      const [text, before] = [words[i]?.text ?? '', words[i - 1]?.text ?? ''];
      parts.push({ text: latinWord.test(text) && latinWord.test(before) ? ` ${text}` : text, ink: null });
      i++;
      continue;
    }
    parts.push({ text: run.number, ink: run.ink });
    if (run.rest !== '') parts.push({ text: run.rest, ink: null });
    i += run.words;
  }
  return parts;
}

/** The recognizer parts numbers at their points, and leaves signs on their last word. */
function runAt(words: readonly RecognizedWord[], at: number) {
  const first = words[at];
  if (first === undefined || !numeric.test(first.text)) return null;
  const taken: RecognizedWord[] = [];
  for (const word of words.slice(at)) {
    if (!inside.test(word.text)) break;
    taken.push(word);
    if (inside.exec(word.text)?.[0] !== word.text) break;
  }
  const text = taken.map((word) => word.text).join('');
  const number = (inside.exec(text)?.[0] ?? '').replace(closing, '');
  const last = taken.at(-1) ?? first;
  const cut = ((text.length - number.length) / last.text.length) * (last.x1 - last.x0);
  const ink = { x0: first.x0, x1: last.x1 - cut, y0: first.y0, y1: last.y1 };
  const digits = number.replace(/\D/g, '').length;
  return { number, ink: digits > 1 ? ink : null, rest: text.slice(number.length), words: taken.length };
}
