/**
 * A page as a page-description engine gives it, in neutral terms: what stands where, upright, in points, y downwards from the
 * top edge. Another engine may stand behind it.
 */
export interface Glyph {
  /** Its Unicode characters; empty where the font does not tell. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  /** Font size as printed. */
  readonly size: number;
  /** Reading direction in degrees clockwise: 0 for upright text. */
  readonly angle: number;
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
  /** Glyphs drawn invisibly: the text layer under a scan. */
  readonly invisible: number;
  /** Why the page could not be read, in the engine's words; null for a page that could. */
  readonly damage: string | null;
}
