/** Boxes of the page under a transformation. */
import type { Box } from '../../model/printed-page.ts';
import { type Matrix, transform } from './matrix.ts';

/** Where nothing clips. */
export const everywhere: Box = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 };

/** The box of no place, to be widened. */
export const nothing: Box = {
  x0: Number.POSITIVE_INFINITY,
  y0: Number.POSITIVE_INFINITY,
  x1: Number.NEGATIVE_INFINITY,
  y1: Number.NEGATIVE_INFINITY,
};

/** Makes a box large enough to hold a place. */
export function widen(box: { -readonly [side in keyof Box]: number }, x: number, y: number): void {
  box.x0 = Math.min(box.x0, x);
  box.y0 = Math.min(box.y0, y);
  box.x1 = Math.max(box.x1, x);
  box.y1 = Math.max(box.y1, y);
}

/** The upright box around a transformed rectangle. */
export function boxOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const [ax, ay] = transform(matrix, x0, y0);
  const [bx, by] = transform(matrix, x1, y1);
  const [cx, cy] = transform(matrix, x0, y1);
  const [dx, dy] = transform(matrix, x1, y0);
  return {
    x0: Math.min(ax, bx, cx, dx),
    y0: Math.min(ay, by, cy, dy),
    x1: Math.max(ax, bx, cx, dx),
    y1: Math.max(ay, by, cy, dy),
  };
}

export function intersect(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}

/** The reading direction of text under a matrix, in degrees clockwise; exactly 0 for upright text. */
export function angleOf([a, b]: Matrix): number {
  const upright = Math.abs(b) < 0.01 * Math.abs(a) && a > 0;
  return upright ? 0 : Math.round((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}
