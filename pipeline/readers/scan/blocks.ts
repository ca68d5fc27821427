/** A coarse picture drawn large shows its pixels as blocks, whose corners the recognizer takes for strokes. */
import type { Raster } from './raster.ts';

/** More than this share of columns like their neighbours comes of nothing else. */
const blocky = 0.3;
/** Rows that are looked at. */
const rows = 400;

/** @returns how many times wider the picture is than its pixels tell; 1 for a picture drawn as it is */
export function blockSize({ width, height, grey }: Raster): number {
  const every = Math.max(1, Math.floor(height / rows));
  let [inked, alike] = [0, 0];
  for (let y = 0; y < height; y += every) {
    for (let x = y * width + 1; x < (y + 1) * width - 1; x++) {
      const [before, here, after] = [grey[x - 1] ?? 255, grey[x] ?? 255, grey[x + 1] ?? 255];
      // An edge, or a shade between ink and paper: plain ink and plain paper are alike everywhere.
      if (here > 235 || (here === before && here === after)) continue;
      inked++;
      if (here === before || here === after) alike++;
    }
  }
  const share = inked === 0 ? 0 : alike / inked / 2;
  return share > blocky ? 1 / (1 - share) : 1;
}
