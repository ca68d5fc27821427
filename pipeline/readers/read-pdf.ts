/** A PDF → its layout: by which engine it is read, and what is recognized. */
import { gridSettings } from '../layout/grid/settings.ts';
import { draftPage } from '../layout/pages/draft-page.ts';
import type { Note } from '../model/finding.ts';
import type { Layout, NamedBytes } from '../model/layout.ts';
import type { PrintedPage } from '../model/printed-page.ts';
import { Refusal } from '../model/refusal.ts';
import { layOutPdf, pageAsPrinted, type ReadPage } from './lay-out-pdf.ts';
import { defaultEngine, EngineCrash, type OpenPdf, openPdf, type PdfEngine } from './pdf-engine.ts';
import { howToRead } from './scan/findings.ts';
import { isPicture } from './scan/is-picture.ts';
import { drawPage, scaleFor } from './scan/pictures.ts';
import { readPicture } from './scan/scanned-page.ts';
import { whyNotRecognize } from './scan/tesseract.ts';

export interface PdfOptions {
  /** For encrypted files. */
  readonly password?: string;
  /** Whether words in pictures of pages are to be recognized. */
  readonly ocr?: boolean;
  readonly engine?: PdfEngine;
}

/**
 * @param source the file
 * @param note receives pages that cannot be verified, hold no text, or were recognized
 * @throws Refusal when it is encrypted, damaged or has no pages
 */
export async function readPdf(source: NamedBytes, note: Note, options: PdfOptions = {}): Promise<Layout> {
  const hindrance = options.ocr === true ? await whyNotRecognize() : howToRead;
  const pages = await pagesOf(source, note, options, hindrance === null);
  return layOutPdf(pages, source.path, hindrance, note);
}

/** What pdfium cannot read, or not wholly, is left to pdf.js, which has its own ways with damaged files. */
async function pagesOf(
  source: NamedBytes,
  note: Note,
  options: PdfOptions,
  recognizing: boolean,
): Promise<readonly ReadPage[]> {
  const { engine = defaultEngine, password } = options;
  const readBy = async (one: PdfEngine) => {
    const pdf = await openPdf(one, source.bytes, source.path, password);
    try {
      const pages: ReadPage[] = [];
      for await (const page of pdf.pages()) pages.push(await readPage(page, recognizing ? pdf : null));
      return pages;
    } finally {
      await pdf.close();
    }
  };
  if (engine === 'pdfjs') return readBy('pdfjs');
  const pages = await pagesOrReason(() => readBy(engine));
  if (typeof pages !== 'string') return pages;
  const others = await readBy('pdfjs');
  note({ code: 'engine-fallback', message: `pdfium could not read it (${pages}); read by pdf.js`, span: null });
  return others;
}

async function pagesOrReason(read: () => Promise<readonly ReadPage[]>): Promise<readonly ReadPage[] | string> {
  try {
    const pages = await read();
    const damaged = pages.find(({ draft }) => draft.damage !== null);
    if (damaged !== undefined) return `page ${damaged.draft.number}: ${damaged.draft.damage}`;
    return pages.length === 0 ? 'no pages' : pages;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'damaged') return 'damaged';
    if (error instanceof EngineCrash) return error.message;
    throw error;
  }
}

/** @param pdf to take a picture of the page from; null where nothing is recognized */
async function readPage(printed: PrintedPage, pdf: OpenPdf | null): Promise<ReadPage> {
  if (!isPicture(printed) || pdf === null) return pageAsPrinted(printed);
  const scale = scaleFor(printed);
  const { page, failure } = await readPicture(() => drawPage(pdf, printed.number, scale), printed);
  return { draft: draftPage(page, gridSettings), picture: page.recognized === undefined, failure };
}
