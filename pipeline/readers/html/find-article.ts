/**
 * The article of a page, among its navigation, menus, lists of links and footers. Weighed by words outside links: the article is
 * where most of them stand together, unless the site names its place and something stands there.
 */
import { compact } from '../../../normalizers/fold.ts';
import { namedAsArticle, namedAsFurniture } from './marks.ts';
import { elementsOf, type PageElement, wordsOf } from './page-tree.ts';

export interface Article {
  /** As the page prints it or states it in its head; null where it does neither. */
  readonly title: string | null;
  readonly body: PageElement;
}

/** The article goes on inside the one part that holds at least this share of its words. */
const mainPart = 0.7;
/** A named place is believed when it holds this share of the page's words, or when the page has next to none. */
const namedShare = 0.35;
const nextToNone = 600;
/** A picture weighs as much as so many characters: reports are posted as pictures of their pages. */
const pictureWeight = 40;

/** @param page its root element */
export function findArticle(page: PageElement): Article {
  const body = childOf(page, 'body') ?? page;
  const weights = weigh(body);
  const weight = (element: PageElement) => weights.get(element) ?? 0;
  const all = weight(body);
  const named = [...elementsOf(body)]
    .filter(namedAsArticle)
    .reduce<PageElement | null>((best, one) => (weight(one) > (best === null ? 0 : weight(best)) ? one : best), null);
  const believed = named !== null && (weight(named) >= all * namedShare || all < nextToNone);
  return { title: titleOf(page), body: believed ? named : densest(body, weight) };
}

function densest(body: PageElement, weight: (element: PageElement) => number): PageElement {
  for (let here = body; ; ) {
    const inside = here.children.find(
      (child) => typeof child !== 'string' && child.tag !== 'tr' && weight(child) >= weight(here) * mainPart,
    );
    if (inside === undefined || typeof inside === 'string' || weight(inside) === 0) return here;
    if (isRun(inside)) return here;
    here = inside;
  }
}

/** Paragraphs and tables are parts of an article, never the whole of it. */
const isRun = ({ tag }: PageElement) =>
  /^(?:p|h[1-6]|table|tbody|ul|ol|li|dl|span|font|b|strong|pre|blockquote)$/.test(tag);

/** Characters outside links and furniture, and pictures, of each element. */
function weigh(body: PageElement): ReadonlyMap<PageElement, number> {
  const weights = new Map<PageElement, number>();
  const visit = (element: PageElement): number => {
    let sum = element.tag === 'img' ? pictureWeight : 0;
    if (element.tag !== 'a' && !namedAsFurniture(element)) {
      for (const child of element.children) {
        sum += typeof child === 'string' ? compact(child).length : visit(child);
      }
    }
    weights.set(element, sum);
    return sum;
  };
  visit(body);
  return weights;
}

const childOf = ({ children }: PageElement, tag: string) =>
  children.find((child): child is PageElement => typeof child !== 'string' && child.tag === tag);

/**
 * Stated in the head (the standard of government sites), else the first heading, else the window's title less the site's name; what
 * editors write by themselves (Untitled Document, Table Export) is none.
 */
function titleOf(page: PageElement): string | null {
  const head = childOf(page, 'head');
  const metas = head === undefined ? [] : [...elementsOf(head)].filter(({ tag }) => tag === 'meta');
  const stated = metas
    .find(({ attributes }) => attributes.get('name')?.toLowerCase() === 'articletitle')
    ?.attributes.get('content');
  const windowTitle = head === undefined ? undefined : childOf(head, 'title');
  const first = [...elementsOf(page)].find(({ tag }) => tag === 'h1');
  const candidates = [
    stated,
    first === undefined ? undefined : wordsOf(first),
    windowTitle === undefined ? undefined : wordsOf(windowTitle).replace(/\s*[-_|–—].*$/s, ''),
  ];
  const titles = candidates.map((words) => (words ?? '').replace(/\s+/g, ' ').trim());
  return titles.find((words) => words.length > 3 && /[一-鿿]/.test(words)) ?? null;
}
