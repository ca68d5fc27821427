/** A PDF → its layout, page by page; what the pages do not tell becomes findings. */
import { gridSettings } from '../layout/grid/settings.ts';
import { draftPage, type PageDraft } from '../layout/pages/draft-page.ts';
import { layOutPages } from '../layout/pages/lay-out-pages.ts';
import type { FindingCode, Note } from '../model/finding.ts';
import type { Layout, SourceFile } from '../model/layout.ts';
import { Refusal } from '../model/refusal.ts';
import { openPdf } from './pdf/open-pdf.ts';

/** A page with a larger share of characters that its fonts do not tell is not to be trusted. */
const tolerableUnmapped = 0.02;
/** A document with fewer characters a page than this has no text layer worth the name. */
const fewestCharacters = 5;

/**
 * @param source the file
 * @param note receives pages that cannot be verified or hold no text
 * @param password for encrypted files
 * @throws Refusal when it is encrypted, damaged or has no pages
 */
export async function readPdf(source: SourceFile, note: Note, password?: string): Promise<Layout> {
  const pdf = await openPdf(source.bytes, source.path, password);
  try {
    const drafts: PageDraft[] = [];
    for await (const page of pdf.pages()) drafts.push(draftPage(page, gridSettings));
    if (drafts.length === 0) throw new Refusal('damaged', `${source.path}: a PDF without pages`);
    if (drafts.every(({ damage }) => damage !== null)) {
      throw new Refusal('damaged', `${source.path}: damaged, none of its pages can be read; fetch it again`);
    }
    const characters = drafts.reduce((sum, { glyphs }) => sum + glyphs, 0);
    const scan = characters < drafts.length * fewestCharacters;
    const layout = layOutPages(scan ? drafts.map(withoutWords) : drafts, scan ? 'scan' : 'pdf');
    if (scan) {
      note({
        code: 'no-text-layer',
        message: `${drafts.length} pages without a text layer: a scan, nothing could be read`,
        span: null,
      });
    } else for (const draft of drafts) notePage(draft, layout, note);
    return layout;
  } finally {
    await pdf.close();
  }
}

const withoutWords = (draft: PageDraft): PageDraft => ({ ...draft, items: [] });

function notePage(draft: PageDraft, layout: Layout, note: Note): void {
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
  if (glyphs === 0 && images > 0) say('page-without-text', 'a picture without text, not read');
}
