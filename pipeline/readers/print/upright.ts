/** Pages as they must be held for their words to read from left to right. */
import type { PrintedPage } from '../../model/printed-page.ts';

/** A page with a larger share of glyphs in one other direction is printed sideways. */
const sidewaysShare = 0.8;

/**
 * A page printed sideways is read once more, turned: its tables are then tables.
 * @param asked the rotation that the page asks for, in degrees clockwise
 * @param read reads the page held at a rotation
 */
export function readUpright(
  asked: number,
  read: (rotation: number) => PrintedPage,
): { readonly page: PrintedPage; readonly rotation: number } {
  const first = read(asked);
  const turn = turnOf(first);
  const rotation = (asked + 360 - turn) % 360;
  return { page: turn === 0 ? first : read(rotation), rotation };
}

/** How a page must be turned, beyond what it asks for itself, so that its words read from left to right. */
function turnOf({ glyphs }: PrintedPage): 0 | 90 | 180 | 270 {
  for (const angle of [90, 180, 270] as const) {
    const sideways = glyphs.filter((glyph) => glyph.angle === angle).length;
    if (sideways > glyphs.length * sidewaysShare) return angle;
  }
  return 0;
}

/** A page that could not be read, and why, in the engine's words. */
export function damagedPage(number: number, damage: string): PrintedPage {
  return {
    number,
    width: 0,
    height: 0,
    glyphs: [],
    rulings: [],
    images: [],
    unmapped: 0,
    hidden: 0,
    underPicture: false,
    damage,
  };
}
