/**
 * A page as a page-description engine gives it, in neutral terms: what stands where, upright, in points, y downwards from the
 * top edge. Another engine may stand behind it.
 */
export interface Glyph {
  /** Its Unicode characters; empty where the font does not tell. */
  readonly text: string;
  /** On the page turned about its corner until the text reads from left to right: see `turned`. */
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  /** Font size as printed. */
  readonly size: number;
  /** Reading direction in degrees clockwise: 0 for upright text. */
  readonly angle: number;
}

/** A point of the page, seen from text that reads in a direction; `-angle` leads back. */
export function turned([x, y]: readonly [number, number], angle: number): readonly [number, number] {
  if (angle === 0) return [x, y];
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  return [x * cos + y * sin, y * cos - x * sin];
}

/** A straight line of a table: `at` is its y when horizontal, its x when vertical. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What a recognizer says of its own reading of a page that is a picture. */
export interface Recognition {
  /** Mean over the page's words, 0 to 100. */
  readonly confidence: number;
  /** Words it does not trust, and numbers that two readings tell differently. */
  readonly uncertain: readonly string[];
  /** Numbers that two models told differently: where, and what else they may be. */
  readonly disputed: readonly DisputedNumber[];
  /** Quarters of a turn clockwise that made the page upright; its sizes and places are those of the upright page. */
  readonly turned: 0 | 1 | 2 | 3;
}

export interface DisputedNumber {
  readonly box: Box;
  /** Empty words where the other model saw no number. */
  readonly others: readonly string[];
}

export interface PrintedPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order they are drawn; hidden, clipped and off-page ones left out. */
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly images: readonly Box[];
  /** Glyphs whose characters the font does not tell. */
  readonly unmapped: number;
  /** Characters that are drawn but not seen (invisible, or white on nothing), left out. */
  readonly hidden: number;
  /** Its words lie unseen under a picture: somebody's recognition of a scan. */
  readonly underPicture: boolean;
  /** Why the page could not be read, in the engine's words; null for a page that could. */
  readonly damage: string | null;
  /** Set where the page is a picture and its words were recognized here. */
  readonly recognized?: Recognition;
}
