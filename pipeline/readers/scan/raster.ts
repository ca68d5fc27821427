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

/** Shades as light (sRGB, IEC 61966-2-1) in steps of a 4095th, and light as shades. */
const lightOf = Float64Array.from({ length: 256 }, (_, shade) => {
  const part = shade / 255;
  return 4095 * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
});
const shadeOf = Uint8Array.from({ length: 4096 }, (_, light) => {
  const part = light / 4095;
  return Math.round(255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055));
});

/** Opaque red, green, blue, alpha → grey, by the light they give (ITU-R BT.709): seals come out pale, so that print under them is read. */
export function greyOf(pixels: Uint8ClampedArray | Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    if (red === green && green === blue) grey[i] = red;
    else {
      const light = 0.2126 * (lightOf[red] ?? 0) + 0.7152 * (lightOf[green] ?? 0) + 0.0722 * (lightOf[blue] ?? 0);
      grey[i] = shadeOf[Math.round(light)] ?? 0;
    }
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
