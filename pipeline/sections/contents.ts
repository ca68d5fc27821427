/**
 * The table of contents: its entries look like headings and are none.
 * Found by its title (目录), or by a run of lines that end in leaders and a page number.
 */
import { compact } from '../../normalizers/fold.ts';
import type { Paragraph } from '../model/layout.ts';

export interface Contents {
  /** Paragraph range [from, to), title included. */
  readonly from: number;
  readonly to: number;
}

const entry = /(?:\.{3,}|…+|·{3,}|－{3,}|-{4,}|_{3,}|\s{3,}|\t)\s*[-—(]?\s*\d{1,4}\s*[-—)]?$/;
/** Most lines do not end in a number: they need no search for leaders. */
const lastNumber = /\d\s*[-—)]?$/;
const isEntryEnd = (end: string) => lastNumber.test(end) && entry.test(end);
/** Leader and page number stand at the end of an entry: no more of a line is searched for them. */
const tail = 60;
const longestEntry = 60;
const mostEntries = 300;

/**
 * @param paragraphs the document's paragraphs
 * @returns the contents' range, or null where there are none
 */
export function findContents(paragraphs: readonly Paragraph[]): Contents | null {
  const titled = paragraphs.findIndex((paragraph) => /^目录$/.test(compact(paragraph.passage.text)));
  if (titled >= 0) return { from: titled, to: endOfEntries(paragraphs, titled + 1) };
  const led = paragraphs.findIndex(
    (_, index) =>
      [0, 1, 2].every((i) => isEntryEnd(paragraphs[index + i]?.passage.text.slice(-tail) ?? '')) &&
      index < paragraphs.length / 3,
  );
  return led < 0 ? null : { from: led, to: endOfEntries(paragraphs, led) };
}

/** Entries are short; the body begins where the first entry comes again, or where a line is no entry. */
function endOfEntries(paragraphs: readonly Paragraph[], from: number): number {
  const names = paragraphs.map((paragraph) => nameOf(paragraph.passage.text));
  const first = names[from] ?? '';
  const limit = Math.min(paragraphs.length, from + mostEntries);
  const isEntry = (name: string) => name.length <= longestEntry && !/[。；]/.test(name);
  const again = first === '' ? -1 : names.indexOf(first, from + 1);
  if (again > 0 && again <= limit && names.slice(from, again).every(isEntry)) return again;
  for (let at = from; at < limit; at++) {
    const text = paragraphs[at]?.passage.text ?? '';
    const name = names[at] ?? '';
    if (!isEntry(name)) return at;
    if (!isEntryEnd(text.slice(-tail)) && !names.slice(at + 1).some((other) => other.startsWith(name))) return at;
  }
  return limit;
}

/** An entry's words without leader and page number, or a heading's words; both are short. */
function nameOf(text: string): string {
  const head = text.length > 3 * tail ? text.slice(0, tail) : text;
  const end = head.slice(-tail);
  return compact(head.slice(0, -tail) + (isEntryEnd(end) ? end.replace(entry, '') : end)).replace(
    /[.…·\d]{1,200}$/,
    '',
  );
}
