/**
 * A stored cell → the words a spreadsheet program shows in it: its number format is applied, so that the places shown are the
 * places printed. Hard because formats carry marks of languages, colours that stand for a sign, and blanks that only align.
 */
import { type CellObject, SSF } from '@e965/xlsx';

/** [$-804], [DBNum1], [$-F800]: in which language and numerals; the number is the same in Arabic ones. */
const language = /\[(?:\$-[^\]]*|DBNum\d)\]/gi;
const negativeSign = /[-−(（△▲]/;
/** What dates look like in Chinese where the format only says “long date”. */
const chineseDates: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy/m/d',
  'm/d/yy h:mm': 'yyyy/m/d h:mm',
  '[$-F800]dddd, mmmm dd, yyyy': 'yyyy"年"m"月"d"日"',
};

/**
 * @param cell as stored; null words where it holds a formula whose value was not stored
 * @param date1904 whether the workbook counts days from 1904, not from 1900
 * @returns its lines, none blank
 */
export function shownLines(cell: CellObject, date1904 = false): readonly string[] | null {
  if (cell.f !== undefined && (cell.t === 'z' || cell.v === undefined)) return null;
  const words =
    cell.t === 'n'
      ? shownNumber(Number(cell.v), String(cell.z ?? 'General'), date1904)
      : String(cell.w ?? cell.v ?? '');
  return linesOf(words);
}

/** @param words stored as words @param format of their cell, which may add words or hide them */
export function shownWords(words: string, format: string): readonly string[] {
  return linesOf(format === 'General' || format === '@' ? words : textFormatted(words, format));
}

function textFormatted(words: string, format: string): string {
  try {
    return SSF.format(format, words);
  } catch {
    return words;
  }
}

const linesOf = (words: string) =>
  words
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** @param format a number format's code @returns a number's words, not trimmed */
export function shownNumber(value: number, format: string, date1904: boolean): string {
  const plain = chineseDates[format] ?? format.replace(language, '');
  const words = plain === 'General' || plain === '' ? general(value) : formatted(value, plain, date1904);
  return value < 0 && /[1-9]/.test(words) && !negativeSign.test(words) ? `-${words.trim()}` : words;
}

/** A format that the library does not know shows the number as it is. */
function formatted(value: number, format: string, date1904: boolean): string {
  try {
    return SSF.format(format, value, { date1904 });
  } catch {
    return general(value);
  }
}

/** Eleven signs at most, as Excel shows them; never as a power of ten, which no report prints. */
function general(value: number): string {
  const words = SSF.format('General', value);
  return /e/i.test(words) ? plainDecimal(Number(value.toPrecision(15))) : words;
}

function plainDecimal(value: number): string {
  const words = String(value);
  if (!/e/i.test(words)) return words;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '') : BigInt(value).toString();
}
