/** The piece table (MS-DOC 2.9.38): where in the file each stretch of characters stands, one or two bytes a character. */
import { Refusal } from '../../../model/refusal.ts';
import type { WordFile } from './open-doc.ts';
import { type Sprm, sprmsIn } from './sprms.ts';
import type { Stretch } from './stretch.ts';

export interface Piece {
  /** Characters [from, to). */
  readonly from: number;
  readonly to: number;
  /** Byte of the main stream where it begins. */
  readonly place: number;
  readonly width: 1 | 2;
  readonly text: string;
  /** Properties that hold for all of it, of documents saved in haste. */
  readonly sprms: readonly Sprm[];
}

/** @throws Refusal `damaged`, `too-large` */
export function piecesOf({ main, structure }: WordFile, path: string): readonly Piece[] {
  const clx = structure('pieces');
  const properties: Stretch[] = [];
  let at = 0;
  for (; at < clx.length && clx.u8(at) === 1; at += 3 + clx.u16(at + 1))
    properties.push(clx.cut(at + 3, clx.u16(at + 1)));
  if (at >= clx.length || clx.u8(at) !== 2) throw new Refusal('damaged', `${path}: damaged, its text cannot be found`);
  const list = clx.cut(at + 5, clx.u32(at + 1));
  const count = Math.floor((list.length - 4) / 12);
  return Array.from({ length: count }, (_, i): Piece => {
    const from = list.u32(4 * i);
    const to = list.u32(4 * (i + 1));
    const about = 4 * (count + 1) + 8 * i;
    const said = list.u32(about + 2);
    const narrow = (said & 0x40000000) !== 0;
    const place = narrow ? (said & 0x3fffffff) >>> 1 : said & 0x3fffffff;
    const width = narrow ? 1 : 2;
    const bytes = main.bytes(place, (to - from) * width);
    const text = new TextDecoder(narrow ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes);
    return { from, to, place, width, text, sprms: ofPiece(list.u16(about + 6), properties) };
  });
}

/** An odd number points to a list; even ones set a single property, none of which changes words or tables. */
function ofPiece(said: number, properties: readonly Stretch[]): readonly Sprm[] {
  const list = (said & 1) === 1 ? properties[said >> 1] : undefined;
  return list === undefined ? [] : sprmsIn(list);
}
