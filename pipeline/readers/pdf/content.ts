/**
 * A page's operator list → glyphs, rulings, images: one pass over what pdf.js has already decoded.
 * Why not its text content: that joins runs of neighbouring cells and knows no lines. Text placement follows ISO 32000-1, 9.4.4.
 */
import type { Box, PrintedPage, Ruling } from '../../model/printed-page.ts';
import { angleOf, boxOf, intersect } from '../print/boxes.ts';
import { glyphCollector } from '../print/glyph-collector.ts';
import { identity, type Matrix, multiply, toMatrix, transform } from '../print/matrix.ts';
import { filledRulings, strokedRulings } from '../print/rulings.ts';
import { type FontFacts, initialState, isWhite, plainFont, type State } from './graphics.ts';
import { subpathsOf } from './paths.ts';

/** The operators this reads. */
type OperatorName =
  | 'beginText'
  | 'clip'
  | 'closeEOFillStroke'
  | 'closeFillStroke'
  | 'closeStroke'
  | 'constructPath'
  | 'endPath'
  | 'eoClip'
  | 'eoFillStroke'
  | 'fillStroke'
  | 'moveText'
  | 'nextLine'
  | 'nextLineShowText'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'paintImageMaskXObject'
  | 'paintImageXObject'
  | 'paintInlineImageXObject'
  | 'restore'
  | 'save'
  | 'setCharSpacing'
  | 'setFillRGBColor'
  | 'setFont'
  | 'setHScale'
  | 'setLeading'
  | 'setLeadingMoveText'
  | 'setStrokeRGBColor'
  | 'setTextMatrix'
  | 'setTextRenderingMode'
  | 'setTextRise'
  | 'setWordSpacing'
  | 'showSpacedText'
  | 'showText'
  | 'stroke'
  | 'transform';

/** By the numbers pdf.js gives them. */
export type Operators = Readonly<Record<OperatorName, number>>;

export interface Content {
  readonly functions: ArrayLike<number>;
  // biome-ignore lint/suspicious/noExplicitAny: pdf.js types operator arguments so
  readonly arguments: readonly any[];
}

/** A glyph in the arguments of showText, as pdf.js has it; numbers between them are spacing. */
interface DrawnGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number] | null;
}

/**
 * @param number the page's number
 * @param size its upright width and height
 * @param base from PDF user space to the upright page
 * @param fontOf looks a font up by the name setFont gives
 */
export function readContent(
  number: number,
  size: { readonly width: number; readonly height: number },
  base: Matrix,
  content: Content,
  ops: Operators,
  fontOf: (name: string) => FontFacts | null,
): PrintedPage {
  const collector = glyphCollector(size);
  const rulings: Ruling[] = [];
  const images: Box[] = [];
  let state = initialState(base);
  const stack: State[] = [];
  let text: Matrix = identity;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let clipping = false;

  const moveText = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  const show = (drawn: readonly (DrawnGlyph | number)[]) => {
    const { font, size: fontSize, charSpacing, wordSpacing, scale, rise } = state;
    const unit = fontSize * (font.fontMatrix[0] ?? 0.001);
    const whole = multiply(state.matrix, text);
    const [a, b, c, d] = whole;
    const height = Math.abs(fontSize) * Math.hypot(c, d);
    const angle = angleOf(whole);
    for (const item of drawn) {
      if (typeof item === 'number') {
        if (font.vertical) y += (item * fontSize) / 1000;
        else x -= ((item * fontSize) / 1000) * scale;
        continue;
      }
      const spacing = charSpacing + (item.isSpace ? wordSpacing : 0);
      if (font.vertical) {
        const [down, sideways, above] = item.vmetric ?? [-1000, item.width / 2, 880];
        const [gx, gy] = transform(whole, x - sideways * unit, y - above * unit + rise);
        const right = gx + item.width * Math.abs(unit) * Math.hypot(a, b);
        collector.add(item.unicode, item.isSpace, state, [gx, gy], [right, gy], height, 0);
        y += down * unit - spacing;
        continue;
      }
      const advance = item.width * unit * scale;
      const from = transform(whole, x, y + rise);
      collector.add(item.unicode, item.isSpace, state, from, transform(whole, x + advance, y + rise), height, angle);
      x += advance + spacing * scale;
    }
  };
  const paint = (operation: number, data: ArrayLike<number> | null, extent: ArrayLike<number> | null) => {
    if (clipping && extent !== null) {
      state = {
        ...state,
        clip: intersect(
          state.clip,
          boxOf(state.matrix, extent[0] ?? 0, extent[1] ?? 0, extent[2] ?? 0, extent[3] ?? 0),
        ),
      };
    }
    clipping = false;
    if (data === null || operation === ops.endPath) return;
    const fills = operation !== ops.stroke && operation !== ops.closeStroke;
    if (fills && !state.whiteFill && extent !== null) {
      collector.cover(boxOf(state.matrix, extent[0] ?? 0, extent[1] ?? 0, extent[2] ?? 0, extent[3] ?? 0));
    }
    const subpaths = subpathsOf(data, state.matrix);
    const strokes = operation === ops.stroke || operation === ops.closeStroke;
    const both =
      operation === ops.fillStroke ||
      operation === ops.eoFillStroke ||
      operation === ops.closeFillStroke ||
      operation === ops.closeEOFillStroke;
    if ((strokes || both) && !state.whiteStroke) for (const ruling of strokedRulings(subpaths)) rulings.push(ruling);
    if (!strokes && !state.whiteFill) for (const ruling of filledRulings(subpaths)) rulings.push(ruling);
  };

  for (let i = 0; i < content.functions.length; i++) {
    const args = content.arguments[i];
    switch (content.functions[i]) {
      case ops.save:
        stack.push(state);
        break;
      case ops.restore:
        state = stack.pop() ?? state;
        break;
      case ops.transform:
        state = { ...state, matrix: multiply(state.matrix, toMatrix(args)) };
        break;
      case ops.paintFormXObjectBegin: {
        stack.push(state);
        const matrix =
          args[0] === null || args[0] === undefined ? state.matrix : multiply(state.matrix, toMatrix(args[0]));
        state = { ...state, matrix };
        break;
      }
      case ops.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case ops.beginText:
        text = identity;
        x = y = lineX = lineY = 0;
        break;
      case ops.setTextMatrix:
        text = toMatrix(args.length === 1 ? args[0] : args);
        x = y = lineX = lineY = 0;
        break;
      case ops.moveText:
        moveText(args[0], args[1]);
        break;
      case ops.setLeadingMoveText:
        state = { ...state, leading: args[1] };
        moveText(args[0], args[1]);
        break;
      case ops.nextLine:
        moveText(0, state.leading);
        break;
      case ops.setLeading:
        state = { ...state, leading: -args[0] };
        break;
      case ops.setFont:
        state = { ...state, font: fontOf(args[0]) ?? plainFont, size: args[1] };
        break;
      case ops.setCharSpacing:
        state = { ...state, charSpacing: args[0] };
        break;
      case ops.setWordSpacing:
        state = { ...state, wordSpacing: args[0] };
        break;
      case ops.setHScale:
        state = { ...state, scale: args[0] / 100 };
        break;
      case ops.setTextRise:
        state = { ...state, rise: args[0] };
        break;
      case ops.setTextRenderingMode:
        state = { ...state, mode: args[0] };
        break;
      case ops.setFillRGBColor:
        state = { ...state, whiteFill: isWhite(args) };
        break;
      case ops.setStrokeRGBColor:
        state = { ...state, whiteStroke: isWhite(args) };
        break;
      case ops.showText:
      case ops.showSpacedText:
        show(args[0]);
        break;
      case ops.nextLineShowText:
        moveText(0, state.leading);
        show(args[0]);
        break;
      case ops.clip:
      case ops.eoClip:
        clipping = true;
        break;
      case ops.constructPath:
        paint(args[0], args[1]?.[0] ?? null, args[2] ?? null);
        break;
      case ops.paintImageXObject:
      case ops.paintImageMaskXObject:
      case ops.paintInlineImageXObject:
        images.push(boxOf(state.matrix, 0, 0, 1, 1));
        collector.cover(boxOf(state.matrix, 0, 0, 1, 1));
        break;
      default:
    }
  }
  return { number, ...size, ...collector.finish(), rulings, images, damage: null };
}
