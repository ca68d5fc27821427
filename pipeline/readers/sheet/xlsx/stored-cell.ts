/** A cell as its XML stores it → the lines shown in it (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
import { Refusal } from '../../../model/refusal.ts';
import { shownNumber, shownWords } from '../shown-cell.ts';
import { unescaped } from './rich-text.ts';

export interface StoredCell {
  /** s, str, inlineStr, n, b, e, d; another is read as a number. */
  readonly type: string;
  /** What stands in its `v`; null where it has none. */
  readonly value: string | null;
  /** What stands in its `is`; null where it has none. */
  readonly inline: string | null;
  readonly formula: boolean;
  /** The code of its number format. */
  readonly format: string;
}

export interface BookFacts {
  readonly path: string;
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

/** @returns null where a formula's value is not stored. @throws Refusal `damaged` where it counts a string that is not there */
export function linesOf(cell: StoredCell, book: BookFacts, showZeros: boolean): readonly string[] | null {
  const { type, value, inline, format, formula } = cell;
  if (type === 'inlineStr') return shownWords(inline ?? '', format);
  if (type === 'str') return shownWords(unescaped(value ?? ''), format);
  if (value === null || value.trim() === '') return formula ? null : [];
  if (type === 's') return shownWords(sharedAt(value, book), format);
  if (type === 'b') return shownWords(/^(?:1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE', format);
  if (type === 'e') return [value.trim()];
  const number = type === 'd' ? serialOf(value, book.date1904) : Number.parseFloat(value);
  if (Number.isNaN(number)) return shownWords(value, 'General');
  if (number === 0 && !showZeros) return [];
  return shownWords(shownNumber(number, format, book.date1904), 'General');
}

function sharedAt(value: string, { strings, path }: BookFacts): string {
  const words = strings[Number.parseInt(value, 10)];
  if (words === undefined)
    throw new Refusal('damaged', `${path}: damaged, a cell counts words that the workbook lacks`);
  return words;
}

/** @param value as ISO 8601, date, time or both, mostly without a zone @returns days since the workbook's first; NaN for none of these */
function serialOf(value: string, date1904: boolean): number {
  const time = /^T?(\d\d:.*)$/.exec(value)?.[1];
  if (time !== undefined) return Date.parse(`1970-01-01T${time.replace(/Z$/i, '')}Z`) / dayLength;
  const at = Date.parse(/Z$|[+-]\d\d:\d\d$|^[^T]*$/i.test(value) ? value : `${value}Z`);
  return at / dayLength + (date1904 ? 24_107 : 25_569);
}

/** In milliseconds. */
const dayLength = 86_400_000;
