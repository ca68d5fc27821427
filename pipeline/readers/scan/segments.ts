/** Ink within a region → the printed lines of it, cut where wide gaps part them; in pixels, and never across a table's borders. */
import type { PixelBox, Raster } from './raster.ts';

/** @param threshold a pixel is ink when it is darker */
export interface Inked {
  readonly raster: Raster;
  readonly threshold: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A gap this wide, in font sizes, parts a line. */
const wideGap = 2;
/** Two bands of ink that are together no higher than this, in font sizes, are one line: 二 and 三 have gaps of their own. */
const tallest = 1.2;
/** Smaller than this, in points, in both directions, is dirt. */
const speck = 0.75;

/**
 * @param size height of the print, in pixels
 * @returns lines from top to bottom, parts of a line from left to right; each fits its ink
 */
export function segmentsIn(inked: Inked, region: PixelBox, size: number): readonly PixelBox[] {
  const bands = bandsIn(inked, region);
  const lines: Stretch[] = [];
  for (const band of bands) {
    const last = lines.at(-1);
    if (last !== undefined && band.to - last.from <= size * tallest)
      lines[lines.length - 1] = { from: last.from, to: band.to };
    else lines.push(band);
  }
  const dirt = speck * inked.raster.scale;
  return lines.flatMap((line) => {
    const row = { ...region, y0: line.from, y1: line.to };
    return joined(
      stretches(row.x0, row.x1, (x) => inkInColumn(inked, x, row)),
      size * wideGap,
    )
      .map(({ from, to }) => tight(inked, { ...row, x0: from, x1: to }))
      .filter(({ x0, x1, y0, y1 }) => x1 - x0 > dirt || y1 - y0 > dirt);
  });
}

/** The heights of all bands of ink in a region, for the size of the print. */
export const bandsIn = (inked: Inked, region: PixelBox): readonly Stretch[] =>
  stretches(region.y0, region.y1, (y) => inkInRow(inked, y, region));

function stretches(from: number, to: number, inky: (at: number) => boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = -1;
  for (let at = from; at <= to; at++) {
    const ink = at < to && inky(at);
    if (ink && start < 0) start = at;
    if (!ink && start >= 0) {
      found.push({ from: start, to: at });
      start = -1;
    }
  }
  return found;
}

function joined(parts: readonly Stretch[], gap: number): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last !== undefined && part.from - last.to < gap) whole[whole.length - 1] = { from: last.from, to: part.to };
    else whole.push(part);
  }
  return whole;
}

function inkInRow({ raster: { grey, width }, threshold }: Inked, y: number, { x0, x1 }: PixelBox): boolean {
  for (let at = y * width + x0; at < y * width + x1; at++) if ((grey[at] ?? 255) < threshold) return true;
  return false;
}

function inkInColumn({ raster: { grey, width }, threshold }: Inked, x: number, { y0, y1 }: PixelBox): boolean {
  for (let y = y0; y < y1; y++) if ((grey[y * width + x] ?? 255) < threshold) return true;
  return false;
}

function tight(inked: Inked, box: PixelBox): PixelBox {
  const rows = stretches(box.y0, box.y1, (y) => inkInRow(inked, y, box));
  return { ...box, y0: rows[0]?.from ?? box.y0, y1: rows.at(-1)?.to ?? box.y1 };
}
