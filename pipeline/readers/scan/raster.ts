/** A page as shades of grey: what recognition works on. Points are counted from the top left, as on a printed page. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 is black, 255 white. */
  readonly grey: Uint8Array;
  /** Pixels a point. */
  readonly scale: number;
}

/** A rectangle of pixels: [x0, x1) by [y0, y1). */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Red, green, blue, alpha over white → grey, by the weights of ITU-R BT.601. */
export function greyOf(pixels: Uint8ClampedArray | Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const alpha = (pixels[at + 3] ?? 255) / 255;
    const light = (pixels[at] ?? 0) * 0.299 + (pixels[at + 1] ?? 0) * 0.587 + (pixels[at + 2] ?? 0) * 0.114;
    grey[i] = Math.round(light * alpha + 255 * (1 - alpha));
  }
  return grey;
}

/**
 * The shade that parts ink from paper (Otsu, 1979): the one that makes the two sides most unlike each other.
 * @returns a pixel is ink when it is darker
 */
export function inkThreshold({ grey }: Pick<Raster, 'grey'>): number {
  const counts = new Float64Array(256);
  let sum = 0;
  for (const shade of grey) {
    counts[shade] = (counts[shade] ?? 0) + 1;
    sum += shade;
  }
  let [best, threshold, below, belowSum] = [-1, 128, 0, 0];
  for (let shade = 0; shade < 255; shade++) {
    below += counts[shade] ?? 0;
    belowSum += shade * (counts[shade] ?? 0);
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (belowSum / below - (sum - belowSum) / above) ** 2;
    if (apart > best) [best, threshold] = [apart, shade + 1];
  }
  return threshold;
}

/** @returns the commonest light shade: that of the paper */
export function paperShade({ grey }: Pick<Raster, 'grey'>): number {
  const counts = new Uint32Array(256);
  for (const shade of grey) counts[shade] = (counts[shade] ?? 0) + 1;
  let paper = 255;
  for (let shade = 254; shade > 127; shade--) if ((counts[shade] ?? 0) > (counts[paper] ?? 0)) paper = shade;
  return paper;
}
