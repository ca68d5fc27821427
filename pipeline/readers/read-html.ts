/** A web page → its layout: its article alone, by the order of its elements or, where they are placed by it, by coordinates. */
import { compact } from '../../normalizers/fold.ts';
import { layOutFlow } from '../layout/flow/lay-out-flow.ts';
import { gridSettings } from '../layout/grid/settings.ts';
import { draftPage } from '../layout/pages/draft-page.ts';
import { layOutPages } from '../layout/pages/lay-out-pages.ts';
import type { Note } from '../model/finding.ts';
import type { FlowItem } from '../model/flow.ts';
import type { Layout, NamedBytes } from '../model/layout.ts';
import { Refusal } from '../model/refusal.ts';
import { blocksOf } from './html/blocks.ts';
import { decodePage } from './html/decode-page.ts';
import { noteElsewhere } from './html/elsewhere.ts';
import { findArticle } from './html/find-article.ts';
import { pageTree } from './html/page-tree.ts';
import { positionedPages } from './html/positioned.ts';

/** An article's own title stands among its first lines. */
const titleReach = 6;
/** Lines that are no part of a title. */
const sentence = /[。：:；]|\.[a-z]{3,4}$/i;

/**
 * @param source the file
 * @param note receives what is attached or shown as a picture, and trouble with the encoding
 * @throws Refusal when it is no text, holds no words, or is nested or sized as no page is
 */
export function readHtml(source: NamedBytes, note: Note): Layout {
  const { text, encoding, undecodable, stated } = decodePage(source.bytes, source.path);
  if (undecodable > 0) {
    const message = `${undecodable} characters could not be read as ${encoding}; they stand as U+FFFD`;
    note({ code: 'bytes-undecodable', message, span: null });
  }
  if (stated !== null)
    note({ code: 'encoding-guessed', message: `read as ${encoding}; the page says ${stated}`, span: null });
  const { title, body } = findArticle(pageTree(text, source.path));
  noteElsewhere(body, note);
  const pages = positionedPages(body);
  if (pages !== null) {
    const drafts = pages.map((page) => draftPage(page, gridSettings));
    return { ...layOutPages(drafts, 'html'), encoding };
  }
  const items = blocksOf(body, source.path);
  const whole = titled(items, title);
  if (whole.length === 0) throw new Refusal('empty', `${source.path}: a web page without words`);
  return layOutFlow([{ items: whole }], 'html', encoding);
}

/** The title often stands outside the article; within it, it may be broken over lines. */
function titled(items: readonly FlowItem[], title: string | null): readonly FlowItem[] {
  if (title === null) return items;
  const lines = items
    .slice(0, titleReach)
    .flatMap((item) => (item.kind === 'table' || sentence.test(item.text) ? [] : [compact(item.text)]));
  return lines.join('').includes(compact(title)) ? items : [{ kind: 'paragraph', text: title }, ...items];
}
