/**
 * Drawn glyphs → the glyphs a reader of the page sees: clipped and off-page ones are left out, and so are hidden ones (drawn
 * invisibly, or in white on nothing dark), unless the whole page is an invisible text layer under a picture.
 */
import type { Box, Glyph } from '../../model/printed-page.ts';
import { turned } from '../../model/printed-page.ts';

/** Characters that stand for “no character known”: private use, replacement, controls. */
const unknown = /[\p{Co}\p{Cc}\ufffd]/u;

/** How a glyph is painted. */
export interface Paint {
  /** What is painted outside is not seen; the same object for glyphs under the same clip. */
  readonly clip: Box;
  /** Text rendering mode (ISO 32000-1, 9.3.6). */
  readonly mode: number;
  readonly whiteFill: boolean;
}

export interface GlyphCollector {
  /**
   * @param unicode its characters as the engine has them; empty where it knows none
   * @param from where its baseline begins on the page, `to` where it ends
   * @param height font size on the page
   * @param angle reading direction in degrees clockwise
   */
  readonly add: (
    unicode: string,
    isSpace: boolean,
    paint: Paint,
    from: readonly [number, number],
    to: readonly [number, number],
    height: number,
    angle: number,
  ) => void;
  /** A shape or picture that may lie under white words. */
  readonly cover: (box: Box) => void;
  readonly finish: () => {
    readonly glyphs: readonly Glyph[];
    readonly unmapped: number;
    readonly hidden: number;
    readonly underPicture: boolean;
  };
}

/** @param size of the upright page */
export function glyphCollector(size: { readonly width: number; readonly height: number }): GlyphCollector {
  const seen: Glyph[] = [];
  const unseen: Glyph[] = [];
  const covers: Box[] = [];
  /** The last glyph kept: words that its cell's clip cuts off at the right still belong to that cell, at its edge. */
  let last: { readonly clip: Box; readonly y: number } | null = null;
  let layer = false;
  const covered = (x: number, y: number) => covers.some((box) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1);
  return {
    add: (unicode, isSpace, { clip, mode, whiteFill }, from, to, height, angle) => {
      const x = (from[0] + to[0]) / 2;
      const y = (from[1] + to[1]) / 2 - (angle === 0 ? height * 0.35 : 0);
      const inside = x >= 0 && x <= size.width && y >= 0 && y <= size.height;
      const slack = height * 0.4;
      const shown = x > clip.x0 - 1 && x < clip.x1 + 1 && y > clip.y0 - slack && y < clip.y1 + slack;
      const goesOn = angle === 0 && last !== null && last.clip === clip && Math.abs(last.y - from[1]) < 1;
      if (!inside || height < 1 || !(shown || goesOn)) return;
      last = { clip, y: from[1] };
      const known = unicode !== '' && !unknown.test(unicode);
      const text = known ? unicode : isSpace ? ' ' : '';
      const [u0, v] = turned(from, angle);
      const [u1] = turned(to, angle);
      const right = shown ? Math.max(u0, u1) : clip.x1;
      const invisible = mode === 3 || mode === 7;
      layer ||= invisible;
      const glyph = { text, x0: Math.min(u0, u1, right), x1: right, y: v, size: height, angle };
      if (invisible || (whiteFill && !covered(x, y))) unseen.push(glyph);
      else seen.push(glyph);
    },
    cover: (box) => {
      covers.push(box);
    },
    finish: () => {
      const underPicture = layer && unseen.length > seen.length;
      const glyphs = underPicture ? [...seen, ...unseen] : seen;
      const words = unseen.filter(({ text }) => text.trim() !== '').length;
      const unmapped = glyphs.filter(({ text }) => text === '').length;
      return { glyphs, unmapped, hidden: underPicture ? 0 : words, underPicture };
    },
  };
}
