/** A PDF → its layout, page by page; what the pages do not tell becomes findings. */
import { gridSettings } from '../layout/grid/settings.ts';
import { draftPage, type PageDraft } from '../layout/pages/draft-page.ts';
import { layOutPages } from '../layout/pages/lay-out-pages.ts';
import type { FindingCode, Note } from '../model/finding.ts';
import type { Layout, SourceFile } from '../model/layout.ts';
import type { PrintedPage } from '../model/printed-page.ts';
import { Refusal } from '../model/refusal.ts';
import { defaultEngine, EngineCrash, type OpenPdf, openPdf, type PdfEngine } from './pdf-engine.ts';
import { howToRead, noteRecognition } from './scan/findings.ts';
import { drawPage, scaleFor } from './scan/pictures.ts';
import { isPicture, readPicture } from './scan/scanned-page.ts';
import { whyNotRecognize } from './scan/tesseract.ts';

/** A page with a larger share of characters that its fonts do not tell is not to be trusted. */
const tolerableUnmapped = 0.02;
/** A document with fewer characters a page than this has no text layer worth the name. */
const fewestCharacters = 5;

export interface PdfOptions {
  /** For encrypted files. */
  readonly password?: string;
  /** Whether words in pictures of pages are to be recognized. */
  readonly ocr?: boolean;
  readonly engine?: PdfEngine;
}

/** A page as it is read, and whether its words, if any, stand in a picture that was not. */
interface ReadPage {
  readonly draft: PageDraft;
  readonly picture: boolean;
  /** Why recognition failed. */
  readonly failure: string | null;
}

/**
 * @param source the file
 * @param note receives pages that cannot be verified, hold no text, or were recognized
 * @throws Refusal when it is encrypted, damaged or has no pages
 */
export async function readPdf(source: SourceFile, note: Note, options: PdfOptions = {}): Promise<Layout> {
  const hindrance = options.ocr === true ? await whyNotRecognize() : howToRead;
  const pages = await pagesOf(source, note, options, hindrance === null);
  const drafts = pages.map(({ draft }) => draft);
  if (drafts.length === 0) throw new Refusal('damaged', `${source.path}: a PDF without pages`);
  if (drafts.every(({ damage }) => damage !== null)) {
    throw new Refusal('damaged', `${source.path}: damaged, none of its pages can be read; fetch it again`);
  }
  const printed = drafts.reduce((sum, { glyphs, recognized }) => sum + (recognized === undefined ? glyphs : 0), 0);
  const scan = printed < drafts.length * fewestCharacters;
  const layout = layOutPages(scan ? drafts.map(withoutWords) : drafts, scan ? 'scan' : 'pdf');
  const unread = drafts.filter(({ recognized }) => recognized === undefined).length;
  const reason = hindrance ?? pages.find(({ failure }) => failure !== null)?.failure;
  if (scan && unread === drafts.length && reason != null) {
    const message = `${drafts.length === 1 ? '1 page' : `${drafts.length} pages`} without a text layer: a scan, not read; ${reason}`;
    note({ code: 'no-text-layer', message, span: null });
  } else for (const page of pages) notePage(page, hindrance, layout, note);
  return layout;
}

/** What pdfium cannot read, or not wholly, is left to pdf.js, which has its own ways with damaged files. */
async function pagesOf(
  source: SourceFile,
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
  const picture = isPicture(printed);
  if (!picture || pdf === null) return { draft: draftPage(printed, gridSettings), picture, failure: null };
  const scale = scaleFor(printed);
  const { page, failure } = await readPicture(() => drawPage(pdf, printed.number, scale), printed);
  return { draft: draftPage(page, gridSettings), picture: page.recognized === undefined, failure };
}

/** The words of a scan that nobody recognized are stamps and page numbers. */
const withoutWords = (draft: PageDraft): PageDraft =>
  draft.recognized === undefined ? { ...draft, items: [] } : draft;

function notePage({ draft, picture, failure }: ReadPage, hindrance: string | null, layout: Layout, note: Note): void {
  const { number, unmapped, glyphs, images, hidden, underPicture, damage } = draft;
  const page = layout.pages[number - 1];
  const span = page === undefined ? null : { start: page.start, end: page.end, page: number };
  const say = (code: FindingCode, words: string) => note({ code, message: `page ${number}: ${words}`, span });
  const share = glyphs === 0 ? 0 : unmapped / glyphs;
  if (damage !== null) say('page-unreadable', `damaged, not read (${damage})`);
  if (share > tolerableUnmapped) {
    say('page-unverifiable', `${Math.round(share * 100)} % of its characters are not told by its fonts`);
  } else if (unmapped > 0) say('characters-unknown', `${unmapped} characters are not told by its fonts`);
  if (hidden > 0) say('text-hidden', `${hidden} characters are drawn but not seen, left out`);
  if (underPicture) say('text-recognized', 'its words lie unseen under a picture: recognized by somebody, not printed');
  if (picture && images > 0) {
    const what = glyphs === 0 ? 'a picture without text' : 'mostly a picture';
    const reason = failure ?? hindrance;
    if (reason === null) say('picture-without-words', `${what}, in which no words were recognized`);
    else say('page-without-text', `${what}, not read; ${reason}`);
  }
  if (page !== undefined) noteRecognition(page, note);
}
