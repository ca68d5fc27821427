/**
 * Pages shown by absolutely positioned pieces of text, as converters of PDF and Word make them: the coordinates, not the order of
 * the source, tell lines, paragraphs and tables. They become printed pages, and are laid out as those of a PDF.
 */
import type { Box, Glyph, PrintedPage, Ruling } from '../../model/printed-page.ts';
import { elementsOf, type PageElement, wordsOf } from './page-tree.ts';
import { points } from './style.ts';

/** This share of the words must be placed by coordinates. */
const placedShare = 0.8;
const fewestPieces = 20;
/** Of a font's size: how far down the middle of a line its baseline is. */
const baseline = 0.36;
/** Borders at least this long are rules of tables. */
const shortestRule = 2;

/** @returns the pages; null when the article is not made of positioned pieces */
export function positionedPages(article: PageElement): readonly PrintedPage[] | null {
  const sheets = [...elementsOf(article)].filter(isSheet);
  const innermost = sheets.filter((sheet) => ![...elementsOf(sheet)].some((one) => one !== sheet && isSheet(one)));
  const pieces = innermost.map(piecesOf);
  const placed = pieces.flat().reduce((sum, piece) => sum + wordsOf(piece).trim().length, 0);
  const all = wordsOf(article).replace(/\s+/g, '').length;
  if (pieces.flat().length < fewestPieces || placed < all * placedShare) return null;
  return innermost.map((sheet, index) => pageOf(sheet, pieces[index] ?? [], index + 1));
}

const isPlaced = ({ style }: PageElement) =>
  style.get('position') === 'absolute' && points(style.get('left')) !== null && points(style.get('top')) !== null;

/** What pieces are placed on: it has a size, and pieces directly inside. */
const isSheet = (element: PageElement) =>
  points(element.style.get('width')) !== null &&
  points(element.style.get('height')) !== null &&
  element.children.some((child) => typeof child !== 'string' && isPlaced(child));

const piecesOf = ({ children }: PageElement): readonly PageElement[] =>
  children.flatMap((child) => (typeof child !== 'string' && isPlaced(child) ? [child] : []));

function pageOf(sheet: PageElement, pieces: readonly PageElement[], number: number): PrintedPage {
  return {
    number,
    width: points(sheet.style.get('width')) ?? 0,
    height: points(sheet.style.get('height')) ?? 0,
    glyphs: pieces.flatMap(glyphsOf),
    rulings: pieces.flatMap(rulingsOf),
    images: pieces.flatMap((piece) => (piece.tag === 'img' ? [boxOf(piece)] : [])),
    unmapped: 0,
    hidden: 0,
    underPicture: false,
    damage: null,
  };
}

function boxOf({ style }: PageElement): Box {
  const x0 = points(style.get('left')) ?? 0;
  const y0 = points(style.get('top')) ?? 0;
  return { x0, y0, x1: x0 + (points(style.get('width')) ?? 0), y1: y0 + (points(style.get('height')) ?? 0) };
}

/** A page tells where a piece begins; how far each character goes follows from what kind it is. */
function glyphsOf(piece: PageElement): readonly Glyph[] {
  const { x0, y0 } = boxOf(piece);
  const size = points(piece.style.get('font-size')) ?? 12;
  const height = points(piece.style.get('line-height')) ?? size;
  const y = y0 + height / 2 + size * baseline;
  const glyphs: Glyph[] = [];
  let x = x0;
  for (const text of wordsOf(piece).replace(/[\r\n\t ]+/g, ' ')) {
    const width = advance(text) * size;
    glyphs.push({ text, x0: x, x1: x + width, y, size, angle: 0 });
    x += width;
  }
  return glyphs;
}

/** In font sizes, as fonts for Chinese have them: an em for what is Chinese, half of it for the rest. */
const advance = (sign: string) =>
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2460-\uffdc\uffe0-\u{3ffff}]/u.test(sign) ? 1 : 0.5;

/** The borders of pieces are the rules of tables. */
function rulingsOf({ style, ...rest }: PageElement): readonly Ruling[] {
  const { x0, y0, x1, y1 } = boxOf({ style, ...rest });
  const has = (side: string) => {
    const border = style.get(`border-${side}`) ?? style.get('border') ?? '';
    return border !== '' && !/none|hidden/.test(border) && points(border.split(' ')[0]) !== 0;
  };
  const rulings: Ruling[] = [];
  if (x1 - x0 >= shortestRule) {
    if (has('top')) rulings.push({ direction: 'horizontal', at: y0, from: x0, to: x1 });
    if (has('bottom')) rulings.push({ direction: 'horizontal', at: y1, from: x0, to: x1 });
  }
  if (y1 - y0 >= shortestRule) {
    if (has('left')) rulings.push({ direction: 'vertical', at: x0, from: y0, to: y1 });
    if (has('right')) rulings.push({ direction: 'vertical', at: x1, from: y0, to: y1 });
  }
  return rulings;
}
