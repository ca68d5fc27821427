/** The graphics state that placing words and lines needs (ISO 32000-1, 8.4 and 9.3), as the operators change it. */
import type { Box } from '../../model/printed-page.ts';
import { everywhere } from '../print/boxes.ts';
import type { Matrix } from '../print/matrix.ts';

/** What is asked of a font. */
export interface FontFacts {
  readonly fontMatrix: readonly number[];
  readonly vertical: boolean;
}

export interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly font: FontFacts;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
  readonly whiteFill: boolean;
  readonly whiteStroke: boolean;
}

export const plainFont: FontFacts = { fontMatrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false };
/** The state a page begins with. */
export function initialState(matrix: Matrix): State {
  return {
    matrix,
    clip: everywhere,
    font: plainFont,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    whiteFill: false,
    whiteStroke: false,
  };
}

/** pdf.js gives colours as #rrggbb, older versions as three numbers. */
export function isWhite(args: readonly unknown[]): boolean {
  return typeof args[0] === 'string'
    ? /^#f[c-f]f[c-f]f[c-f]$/i.test(args[0])
    : args.length >= 3 && args.every((value) => Number(value) >= 252);
}
