/** What becomes of a page that is a picture. */
import type { PrintedPage } from '../../model/printed-page.ts';
import type { Raster } from './raster.ts';
import { recognizePage } from './recognize-page.ts';
import { Unrecognized } from './tesseract.ts';

/** Recognition replaces the few signs of such a page when it finds so many times as many. */
const richer = 3;

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
