/**
 * A page's objects → glyphs, rulings, images, in the order they are drawn. Places come from pdfium's text page, which knows each
 * character's origin on the page; paint comes from the object that draws it.
 */
import type { Box, PrintedPage, Ruling } from '../../model/printed-page.ts';
import { angleOf, boxOf, nothing, widen } from '../print/boxes.ts';
import { glyphCollector, type Paint } from '../print/glyph-collector.ts';
import { type Matrix, multiply, transform } from '../print/matrix.ts';
import { filledRulings, type Point, strokedRulings } from '../print/rulings.ts';
import type { Pdfium } from './engine.ts';
import {
  characterMatrix,
  clipsOf,
  type DrawnObject,
  isFilledWhite,
  isStrokedWhite,
  matrixOf,
  objectType,
  subpathsOf,
} from './objects.ts';
import type { PageText } from './page-text.ts';

/**
 * @param objects everything on the page, and its text
 * @param number the page's number
 * @param size its upright width and height
 * @param base from PDF user space to the upright page
 */
export function readPage(
  engine: Pdfium,
  objects: readonly DrawnObject[],
  text: PageText,
  number: number,
  size: { readonly width: number; readonly height: number },
  base: Matrix,
): PrintedPage {
  const { call } = engine;
  const collector = glyphCollector(size);
  const rulings: Ruling[] = [];
  const images: Box[] = [];
  const clips = clipsOf(engine, base);

  const showText = (drawn: DrawnObject) => {
    const { object } = drawn;
    const characters = text.byObject.get(object);
    if (characters === undefined) return;
    const mode = text.modes.get(object) ?? call.FPDFTextObj_GetTextRenderMode(object);
    const paint = { clip: clips(drawn), mode, whiteFill: isFilledWhite(engine, object) };
    showCharacters(engine, text.handle, object, characters, base, paint, collector.add);
  };
  const paintPath = ({ object, holder }: DrawnObject) => {
    const { scratch } = engine;
    call.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
    const [fillMode, strokeMode] = [engine.words[scratch >> 2], engine.words[(scratch >> 2) + 1]];
    const fills = fillMode !== 0 && !isFilledWhite(engine, object);
    const strokes = strokeMode !== 0 && !isStrokedWhite(engine, object);
    if (!fills && !strokes) return;
    const subpaths = subpathsOf(engine, object, multiply(base, multiply(holder, matrixOf(engine, object))));
    if (strokes) for (const ruling of strokedRulings(subpaths)) rulings.push(ruling);
    if (!fills) return;
    collector.cover(extentOf(subpaths));
    for (const ruling of filledRulings(subpaths)) rulings.push(ruling);
  };
  for (const drawn of objects) {
    if (drawn.type === objectType.text) showText(drawn);
    else if (drawn.type === objectType.path) paintPath(drawn);
    else if (drawn.type === objectType.image) {
      const box = boxOf(multiply(base, multiply(drawn.holder, matrixOf(engine, drawn.object))), 0, 0, 1, 1);
      images.push(box);
      collector.cover(box);
    }
  }
  return { number, ...size, ...collector.finish(), rulings, images, damage: null };
}

/** Characters that one object draws, each with its stretch of the baseline; those of one glyph go together. */
function showCharacters(
  engine: Pdfium,
  text: number,
  object: number,
  drawn: readonly number[],
  base: Matrix,
  paint: Paint,
  add: ReturnType<typeof glyphCollector>['add'],
): void {
  const { call, scratch } = engine;
  const inUserSpace = characterMatrix(engine, text, drawn[0] ?? 0);
  const whole = multiply(base, inUserSpace);
  call.FPDFTextObj_GetFontSize(object, scratch);
  const fontSize = engine.floats[scratch >> 2] ?? 0;
  const height = Math.abs(fontSize) * Math.hypot(whole[2], whole[3]);
  const angle = angleOf(whole);
  const level = Math.abs(inUserSpace[1]) < 0.01 * Math.abs(inUserSpace[0]);
  const widths = level ? null : widthsOf(engine, object, fontSize);
  for (let i = 0; i < drawn.length; ) {
    const index = drawn[i] ?? 0;
    call.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const at = scratch >> 3;
    const x = engine.doubles[at] ?? 0;
    const y = engine.doubles[at + 1] ?? 0;
    let unicode = characterAt(engine, text, index);
    let next = i + 1;
    for (; next < drawn.length; next++) {
      const other = drawn[next] ?? 0;
      call.FPDFText_GetCharOrigin(text, other, scratch, scratch + 8);
      if (engine.doubles[at] !== x || engine.doubles[at + 1] !== y) break;
      unicode += characterAt(engine, text, other);
    }
    i = next;
    const from = transform(base, x, y);
    let to: Point;
    if (widths === null) {
      call.FPDFText_GetLooseCharBox(text, index, scratch);
      const left = engine.floats[scratch >> 2] ?? x;
      const right = engine.floats[(scratch >> 2) + 2] ?? x;
      to = transform(base, inUserSpace[0] < 0 ? Math.min(left, right) : Math.max(left, right), y);
    } else {
      const advance = widths(unicode);
      to = transform(base, x + inUserSpace[0] * advance, y + inUserSpace[1] * advance);
    }
    add(unicode, unicode === ' ', paint, from, to, height, angle);
  }
}

/** Advance widths of a turned object's characters: their boxes do not tell them. */
function widthsOf(engine: Pdfium, object: number, fontSize: number): (unicode: string) => number {
  const { call, scratch } = engine;
  const font = call.FPDFTextObj_GetFont(object);
  return (unicode) => {
    const found = call.FPDFFont_GetGlyphWidth(font, unicode.codePointAt(0) ?? 0, fontSize, scratch) === 1;
    const width = found ? (engine.floats[scratch >> 2] ?? 0) : 0;
    return width === 0 ? fontSize : width;
  };
}

/** Hyphens at the ends of lines are told by a control character. */
const lineEndHyphen = 2;

function characterAt({ call }: Pdfium, text: number, index: number): string {
  if (call.FPDFText_HasUnicodeMapError(text, index) === 1) return '';
  const code = call.FPDFText_GetUnicode(text, index);
  if (code === lineEndHyphen) return '-';
  return code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code);
}

function extentOf(subpaths: readonly (readonly Point[])[]): Box {
  const extent = { ...nothing };
  for (const points of subpaths) for (const [x, y] of points) widen(extent, x, y);
  return extent;
}
