/** How far a scanned page is turned: its lines are level where the ink of its rows is most unevenly spread (Postl, 1986). */
import type { Raster } from './raster.ts';

/** Degrees; paper lies askew by less in a scanner, and what is turned more was meant so. */
const most = 3;
const coarse = 0.5;
const fine = 0.05;
/** Rows of the reduced picture are enough to tell. */
const reducedHeight = 1400;
/** Ink of pictures and of black seams says nothing of lines: beyond this share of the page there is no telling. */
const mostInk = 0.35;

/**
 * @param threshold a pixel is ink when it is darker
 * @returns degrees clockwise by which the page must be turned back; 0 when it is level or nothing tells
 */
export function skewOf({ width, height, grey }: Raster, threshold: number): number {
  const every = Math.max(1, Math.round(height / reducedHeight));
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y < height; y += every)
    for (let x = 0; x < width; x += every)
      if ((grey[y * width + x] ?? 255) < threshold) {
        xs.push(x / every);
        ys.push(y / every);
      }
  const pixels = (width / every) * (height / every);
  if (xs.length < 200 || xs.length > pixels * mostInk) return 0;
  const rows = Math.ceil(height / every + width / every) + 2;
  const clear = (angle: number) => unevenness(xs, ys, angle, rows);
  const around = (middle: number, step: number, reach: number) => {
    let best = { angle: middle, score: clear(middle) };
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const score = clear(angle);
      if (score > best.score) best = { angle, score };
    }
    return best;
  };
  const rough = around(0, coarse, most);
  const best = around(rough.angle, fine, coarse);
  return Math.abs(best.angle) < fine || best.score < clear(0) * 1.02 ? 0 : best.angle;
}

function unevenness(xs: readonly number[], ys: readonly number[], angle: number, rows: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const ink = new Float64Array(rows * 2);
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - (xs[i] ?? 0) * slope) + (rows >> 1);
    ink[row] = (ink[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < ink.length; row++) sum += ((ink[row] ?? 0) - (ink[row - 1] ?? 0)) ** 2;
  return sum;
}
