/** An image file (PNG, JPEG, TIFF of one or many pages …) → its layout: a scan, read when recognition is asked for. */
import { gridSettings } from '../layout/grid/settings.ts';
import { draftPage, type PageDraft } from '../layout/pages/draft-page.ts';
import { layOutPages } from '../layout/pages/lay-out-pages.ts';
import type { Note } from '../model/finding.ts';
import type { Layout, NamedBytes } from '../model/layout.ts';
import type { PrintedPage } from '../model/printed-page.ts';
import { howToRead, noteRecognition } from './scan/findings.ts';
import { countPictures, openPicture } from './scan/pictures.ts';
import { readPicture } from './scan/scanned-page.ts';
import { whyNotRecognize } from './scan/tesseract.ts';

/**
 * @param ocr whether its words are to be recognized
 * @param note receives what was recognized with doubt, or why nothing was
 * @throws Refusal when it is damaged or larger than any page
 */
export async function readImage(source: NamedBytes, ocr: boolean, note: Note): Promise<Layout> {
  const count = countPictures(source.bytes, source.path);
  const hindrance = ocr ? await whyNotRecognize() : howToRead;
  const drafts: PageDraft[] = [];
  for (let number = 1; number <= count; number++) {
    const raster = await openPicture(source.bytes, source.path, number - 1);
    const empty = emptyPage(number, raster.width / raster.scale, raster.height / raster.scale);
    const { page, failure } =
      hindrance === null ? await readPicture(async () => raster, empty) : { page: empty, failure: hindrance };
    if (failure !== null && hindrance === null)
      note({ code: 'page-unreadable', message: `page ${number}: not recognized (${failure})`, span: null });
    drafts.push(draftPage(page, gridSettings));
  }
  const layout = layOutPages(drafts, 'scan');
  if (hindrance !== null)
    note({
      code: 'no-text-layer',
      message: `${count === 1 ? 'a picture' : `${count} pictures`}, not read: ${hindrance}`,
      span: null,
    });
  for (const page of layout.pages) noteRecognition(page, note);
  return layout;
}

const emptyPage = (number: number, width: number, height: number): PrintedPage => ({
  ...{ number, width, height, glyphs: [], rulings: [], images: [{ x0: 0, y0: 0, x1: width, y1: height }] },
  ...{ unmapped: 0, hidden: 0, underPicture: false, damage: null },
});
