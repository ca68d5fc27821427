/**
 * Painted paths → rulings. Strokes are lines; so are thin filled rectangles, the way most tables are drawn. A path that is only
 * clipped is nothing (spreadsheets clip every cell). White paint is nothing either.
 */
import type { Ruling } from '../../model/printed-page.ts';

/** A filled shape thinner than this is a line; longer ones at least this long. In points. */
const thickest = 3;
const shortest = 2;
/** How far from level a line may run, in points over its length. */
const slant = 1;

/** A place on the page, in points. */
export type Point = readonly [number, number];

export function* strokedRulings(subpaths: readonly (readonly Point[])[]): Generator<Ruling> {
  for (const points of subpaths) {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (a === undefined || b === undefined) continue;
      const ruling = rulingBetween(
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[0], b[0]),
        Math.max(a[1], b[1]),
      );
      if (ruling !== null) yield ruling;
    }
  }
}

export function* filledRulings(subpaths: readonly (readonly Point[])[]): Generator<Ruling> {
  for (const points of subpaths) {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const ruling = rulingBetween(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), thickest);
    if (points.length >= 4 && ruling !== null) yield ruling;
  }
}

function rulingBetween(x0: number, y0: number, x1: number, y1: number, thickness = slant): Ruling | null {
  const width = x1 - x0;
  const height = y1 - y0;
  if (height <= thickness && width >= shortest && width > height) {
    return { direction: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1 };
  }
  if (width <= thickness && height >= shortest && height > width) {
    return { direction: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1 };
  }
  return null;
}
