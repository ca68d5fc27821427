/** Recognized words → glyphs in points, spread over the ink they were read from: the recognizer's own boxes of single signs wander. */
import type { Glyph } from '../../model/printed-page.ts';
import type { PixelBox } from './raster.ts';

const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Height of the ink in font sizes: of Chinese characters, of digits and capitals. */
const inkHeight = { chinese: 0.92, latin: 0.72 };
/** A Chinese character reaches below the baseline by this much. */
const descent = 0.1;

/** @param box the ink of the words, in pixels */
export function glyphsOf(text: string, box: PixelBox, scale: number): readonly Glyph[] {
  const signs = [...text];
  const wide = chinese.test(text);
  const height = (box.y1 - box.y0) / scale;
  const size = height / (wide ? inkHeight.chinese : inkHeight.latin);
  const y = box.y1 / scale - (wide ? size * descent : 0);
  const weights = signs.map((sign) => (chinese.test(sign) ? 2 : 1));
  const unit = (box.x1 - box.x0) / scale / weights.reduce((sum, weight) => sum + weight, 0);
  let x = box.x0 / scale;
  return signs.map((sign, i) => {
    const x0 = x;
    x += unit * (weights[i] ?? 1);
    return { text: sign, x0, x1: x, y, size, angle: 0 };
  });
}
