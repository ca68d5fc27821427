/** Shades of grey at another size or angle. Kernels: Keys, Cubic convolution interpolation (1981); Lanczos with three lobes. */
import type { Raster } from './raster.ts';

/** How much a neighbour at a distance counts, up to its reach. */
interface Kernel {
  readonly reach: number;
  readonly at: (distance: number) => number;
}

const cubic: Kernel = {
  reach: 2,
  at: (x) => (x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0),
};
const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos: Kernel = { reach: 3, at: (x) => (x < 3 ? sinc(x) * sinc(x / 3) : 0) };

/** For every place of the result the first neighbour that counts, and how much it and those after it do. */
interface Weights {
  readonly first: Int32Array;
  readonly share: Float32Array;
  readonly taps: number;
}

/**
 * @param factor above 1 enlarges, below shrinks
 * @returns at least one pixel
 */
export function resized(raster: Raster, factor: number): Raster {
  const { width, height, grey, scale } = raster;
  const wide = Math.max(1, Math.round(width * factor));
  const high = Math.max(1, Math.round(height * factor));
  const kernel = factor > 1 ? cubic : lanczos;
  const across = weightsOf(width, wide, kernel);
  const down = weightsOf(height, high, kernel);
  // Only the rows that a row of the result is made of are held, each as wide as the result.
  const rows = new Float32Array(down.taps * wide);
  const result = new Uint8ClampedArray(wide * high);
  const sum = new Float32Array(wide);
  let ready = 0;
  for (let y = 0; y < high; y++) {
    const first = down.first[y] ?? 0;
    for (ready = Math.max(ready, first); ready < Math.min(height, first + down.taps); ready++)
      stretchRow(grey, ready * width, across, rows, (ready % down.taps) * wide, wide);
    sum.fill(0);
    for (let tap = 0; tap < down.taps; tap++) {
      const share = down.share[y * down.taps + tap] ?? 0;
      if (share === 0) continue;
      const from = ((first + tap) % down.taps) * wide;
      for (let x = 0; x < wide; x++) sum[x] = (sum[x] ?? 0) + share * (rows[from + x] ?? 0);
    }
    result.set(sum, y * wide);
  }
  return { width: wide, height: high, grey: new Uint8Array(result.buffer), scale: scale * factor };
}

function stretchRow(
  grey: Uint8Array,
  from: number,
  { first, share, taps }: Weights,
  rows: Float32Array,
  to: number,
  wide: number,
): void {
  for (let x = 0, weight = 0; x < wide; x++) {
    const start = from + (first[x] ?? 0);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++, weight++) sum += (share[weight] ?? 0) * (grey[start + tap] ?? 0);
    rows[to + x] = sum;
  }
}

/** Neighbours beyond an edge are the edge: their shares are its own. */
function weightsOf(size: number, wanted: number, { reach, at }: Kernel): Weights {
  const step = size / wanted;
  const spread = Math.max(1, step);
  const taps = Math.min(size, Math.ceil(reach * spread) * 2 + 1);
  const [first, share] = [new Int32Array(wanted), new Float32Array(wanted * taps)];
  for (let i = 0; i < wanted; i++) {
    const middle = (i + 0.5) * step - 0.5;
    const nearest = Math.ceil(middle - reach * spread);
    const start = Math.min(Math.max(0, nearest), size - taps);
    first[i] = start;
    let sum = 0;
    for (let there = nearest; there <= middle + reach * spread; there++) {
      const place = i * taps + Math.min(Math.max(there, 0), size - 1) - start;
      const weight = at(Math.abs(there - middle) / spread);
      share[place] = (share[place] ?? 0) + weight;
      sum += weight;
    }
    for (let place = i * taps; place < (i + 1) * taps; place++) share[place] = (share[place] ?? 0) / sum;
  }
  return { first, share, taps };
}

/**
 * Turns about the middle; what comes in from outside is white.
 * @param angle degrees clockwise; the size stays
 */
export function turnedBy(raster: Raster, angle: number): Raster {
  const { width, height, grey } = raster;
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(grey.length).fill(255);
  const shade = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : (grey[y * width + x] ?? 255);
  for (let y = 0, at = 0; y < height; y++) {
    let fromX = middleX - middleX * cos + (y - middleY) * sin;
    let fromY = middleY + middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x++, at++, fromX += cos, fromY -= sin) {
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < -1 || top < -1 || left >= width || top >= height) continue;
      const [right, below] = [fromX - left, fromY - top];
      const upper = shade(left, top) * (1 - right) + shade(left + 1, top) * right;
      const lower = shade(left, top + 1) * (1 - right) + shade(left + 1, top + 1) * right;
      result[at] = upper * (1 - below) + lower * below + 0.5;
    }
  }
  return { ...raster, grey: result };
}

/** A quarter of a turn, or two, or three, without loss. */
export function quarterTurned(raster: Raster, turns: 1 | 2 | 3): Raster {
  const { width, height, grey } = raster;
  const [wide, high] = turns === 2 ? [width, height] : [height, width];
  const result = new Uint8Array(grey.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [toX, toY] =
        turns === 1 ? [wide - 1 - y, x] : turns === 2 ? [wide - 1 - x, high - 1 - y] : [y, high - 1 - x];
      result[toY * wide + toX] = grey[at] ?? 255;
    }
  return { ...raster, width: wide, height: high, grey: result };
}

/** Left and right exchanged. */
export function mirrored(raster: Raster): Raster {
  const { width, height, grey } = raster;
  const result = Uint8Array.from(grey);
  for (let y = 0; y < height; y++) result.subarray(y * width, (y + 1) * width).reverse();
  return { ...raster, grey: result };
}
