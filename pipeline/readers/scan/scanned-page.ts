/** Which pages are pictures of pages, and what becomes of them. */
import type { PrintedPage } from '../../model/printed-page.ts';
import type { Raster } from './raster.ts';
import { recognizePage } from './recognize-page.ts';
import { Unrecognized } from './tesseract.ts';

/** Fewer signs than this are no text layer. */
const fewestSigns = 5;
/** A page under a picture of this share of it has no more than so many signs of its own: a page number, a stamp. */
const pictureShare = 0.5;
const signsBeside = 40;
/** Recognition replaces the few signs of such a page when it finds so many times as many. */
const richer = 3;

/** Whether the words of a page, if it has any, stand in a picture. */
export function isPicture({ glyphs, images, width, height, underPicture, damage }: PrintedPage): boolean {
  if (damage !== null || underPicture) return false;
  if (glyphs.length < fewestSigns) return true;
  const area = images.reduce((sum, { x0, y0, x1, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  return glyphs.length < signsBeside && area >= width * height * pictureShare;
}

export interface ReadPicture {
  readonly page: PrintedPage;
  /** Why it could not be recognized. */
  readonly failure: string | null;
}

/**
 * A page the recognizer fails on does not stop the others.
 * @param open gives the page's picture
 * @param page as it is without recognition, and stays where there is nothing to recognize
 */
export async function readPicture(open: () => Promise<Raster>, page: PrintedPage): Promise<ReadPicture> {
  try {
    const read = await recognizePage(await open(), page.number);
    return { page: read.glyphs.length > page.glyphs.length * richer ? read : page, failure: null };
  } catch (error) {
    if (error instanceof Unrecognized) return { page, failure: error.message };
    throw error;
  }
}
