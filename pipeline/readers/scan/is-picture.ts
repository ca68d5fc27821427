/** Which pages are pictures of pages. */
import type { PrintedPage } from '../../model/printed-page.ts';

/** Fewer signs than this are no text layer. */
const fewestSigns = 5;
/** A page under a picture of this share of it has no more than so many signs of its own: a page number, a stamp. */
const pictureShare = 0.5;
const signsBeside = 40;

/** Whether the words of a page, if it has any, stand in a picture. */
export function isPicture({ glyphs, images, width, height, underPicture, damage }: PrintedPage): boolean {
  if (damage !== null || underPicture) return false;
  if (glyphs.length < fewestSigns) return true;
  const area = images.reduce((sum, { x0, y0, x1, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  return glyphs.length < signsBeside && area >= width * height * pictureShare;
}
