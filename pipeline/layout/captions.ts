/** The lines above and below a table → what they say of it: title, number, unit, agency, note. */
import { compact, fold } from '../../normalizers/fold.ts';
import type { Caption } from '../model/layout.ts';
import type { Passage } from '../model/passage.ts';
import { Sourced } from '../model/sourced.ts';

const unitLine =
  /(?:金额)?单位[:：;；]?\s*(?:人民币)?\s*(百万元|万元|千元|亿元|元|(?:辆|人次|人|个|台|套|家|户|%)(?=$|[、,，)）\s]))/;
const numberLine =
  /^(?:附?表\s?[\d一二三四五六七八九十]+(?:-\d+)?|(?:部门)?(?:公开|预算|决算)表\s?\d+(?:-\d+)?|(?:财决公开|财预公开|财决|财预|公开|预算|决算)[\d-]*\d+\s?表)/;
const agencyLine = /(?:编制|预算|填报|部门|单位)[^:：]{0,8}[:：]\s*([一-鿿（）()·]{4,40})/;
const tableNote = /^\s*(?:注|备注|说明)\s*\d?\s*[:：]/;
const sentence = /[。；，]/;
/** How many lines above a table are looked at. */
const reach = 5;

/** @param above the passages above the table on its page, nearest last; nothing beyond the table before
 * @param below the passages below it on its last page, nearest first */
export function captionOf(above: readonly Passage[], below: readonly Passage[]): Caption {
  let title: Sourced<string> | null = null;
  let number: Sourced<string> | null = null;
  let unit: Sourced<string> | null = null;
  let agency: Sourced<string> | null = null;
  for (const passage of above.slice(-reach).reverse()) {
    const text = passage.folded;
    unit ??= cutMatch(passage, unitLine.exec(text));
    agency ??= cutMatch(passage, agencyLine.exec(text));
    const numbered = numberLine.exec(text.trimStart());
    number ??= cutMatch(passage, numbered === null ? null : numberLine.exec(text));
    const rest = compact(text);
    if (sentence.test(rest)) break;
    if (title === null && !isCaptionOnly(passage.text) && rest.length <= 60)
      title = passage.cut(0, passage.text.length);
  }
  const notes = below.findIndex((passage) => !tableNote.test(passage.folded));
  const [first, ...rest] = below
    .slice(0, notes < 0 ? below.length : notes)
    .map((passage) => passage.cut(0, passage.text.length));
  const note = first === undefined ? null : Sourced.join([first, ...rest], (lines) => lines.join('\n'));
  return { title, number, unit, agency, note };
}

/** @returns whether a line above a table is no title of it */
export function isCaptionOnly(words: string): boolean {
  const text = fold(words);
  const rest = compact(text);
  return unitLine.test(text) || agencyLine.test(text) || isFormNumber(text) || rest.length < 3 || isYear(text);
}

const isFormNumber = (text: string) => numberLine.exec(text.trimStart())?.[0].length === text.trim().length;

/** @returns whether words are a year and nothing else, as some lines above tables are and some cells of headers */
export const isYear = (words: string) => /^\(?\d{4}年度?\)?$/.test(compact(words));

/** @returns whether words begin as what stands above a table and in no header: 单位：万元, 编制部门：…, 公开01表, both on one line */
export function beginsAsCaption(words: string): boolean {
  const text = fold(words).trim();
  const number = numberLine.exec(text)?.[0] ?? '';
  const rest = text.slice(number.length).trim();
  return rest === '' ? number !== '' : rest.search(unitLine) === 0 || rest.search(agencyLine) === 0;
}

/** The first group of a match where it has one, else the whole. */
function cutMatch(passage: Passage, match: RegExpExecArray | null): Sourced<string> | null {
  if (match === null) return null;
  const words = match[1] ?? match[0];
  const from = match.index + match[0].lastIndexOf(words);
  return passage.cut(from, from + words.length);
}
