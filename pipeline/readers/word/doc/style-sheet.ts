/** The style sheet of a Word 97 document (MS-DOC 2.9.271) → which properties a paragraph style gives its paragraphs. */
import type { WordFile } from './open-doc.ts';
import { type Sprm, sprmsIn } from './sprms.ts';
import type { Stretch } from './stretch.ts';

interface Style {
  readonly base: number;
  readonly sprms: readonly Sprm[];
}

const paragraphStyle = 1;
/** Styles are based on one another a few deep; a circle ends here. */
const deepest = 30;

/** @returns the properties of a style by its number, those of the styles it is based on first */
export function readStyleSheet({ structure }: WordFile): (style: number) => readonly Sprm[] {
  const sheet = structure('styles');
  if (sheet.length < 6) return () => [];
  const count = sheet.u16(2);
  const baseSize = sheet.u16(4);
  const styles: Style[] = [];
  let at = 2 + sheet.u16(0);
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const length = Math.min(sheet.u16(at), sheet.length - at - 2);
    styles.push(length === 0 ? { base: i, sprms: [] } : styleOf(sheet.cut(at + 2, length), baseSize));
    at += 2 + length;
  }
  const sprmsOf = (style: number, depth: number): readonly Sprm[] => {
    const found = styles[style];
    if (found === undefined || depth > deepest) return [];
    return found.base === style ? found.sprms : [...sprmsOf(found.base, depth + 1), ...found.sprms];
  };
  const known = new Map<number, readonly Sprm[]>();
  return (style) => {
    const sprms = known.get(style) ?? sprmsOf(style, 0);
    known.set(style, sprms);
    return sprms;
  };
}

function styleOf(style: Stretch, baseSize: number): Style {
  if (style.length < baseSize + 2 || baseSize < 6) return { base: 0xfff, sprms: [] };
  const about = style.u16(2);
  const base = about >> 4;
  const names = baseSize + 2 + 2 * style.u16(baseSize) + 2;
  const at = names + (names % 2);
  if ((about & 0xf) !== paragraphStyle || at + 4 > style.length) return { base, sprms: [] };
  const length = Math.min(style.u16(at), style.length - at - 2);
  return { base, sprms: length < 2 ? [] : sprmsIn(style.cut(at + 4, length - 2)) };
}
