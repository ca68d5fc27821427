/** The pages of a PDF as they were read → its layout; what they do not tell becomes findings. */
import { gridSettings } from '../layout/grid/settings.ts';
import { draftPage, type PageDraft } from '../layout/pages/draft-page.ts';
import { layOutPages } from '../layout/pages/lay-out-pages.ts';
import type { FindingCode, Note } from '../model/finding.ts';
import type { Layout } from '../model/layout.ts';
import type { PrintedPage } from '../model/printed-page.ts';
import { Refusal } from '../model/refusal.ts';
import { noteRecognition } from './scan/findings.ts';
import { isPicture } from './scan/is-picture.ts';

/** A page with a larger share of characters that its fonts do not tell is not to be trusted. */
const tolerableUnmapped = 0.02;
/** A document with fewer characters a page than this has no text layer worth the name. */
const fewestCharacters = 5;

/** A page as it is read, and whether its words, if any, stand in a picture that was not. */
export interface ReadPage {
  readonly draft: PageDraft;
  readonly picture: boolean;
  /** Why recognition failed. */
  readonly failure: string | null;
}

/** A page by what is printed on it alone. */
export const pageAsPrinted = (printed: PrintedPage): ReadPage => ({
  draft: draftPage(printed, gridSettings),
  picture: isPicture(printed),
  failure: null,
});

/**
 * @param pages in order
 * @param path the file's, for messages
 * @param hindrance why no words are recognized in pictures; null where they are
 * @param note receives pages that cannot be verified, hold no text, or were recognized
 * @throws Refusal `damaged` when there are no pages, or none can be read
 */
export function layOutPdf(pages: readonly ReadPage[], path: string, hindrance: string | null, note: Note): Layout {
  const drafts = pages.map(({ draft }) => draft);
  if (drafts.length === 0) throw new Refusal('damaged', `${path}: a PDF without pages`);
  if (drafts.every(({ damage }) => damage !== null)) {
    throw new Refusal('damaged', `${path}: damaged, none of its pages can be read; fetch it again`);
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
