/**
 * Glyphs → printed lines, left to right, top to bottom. Blanks are put where the print leaves a gap, glyphs drawn twice (shadow,
 * fake bold) are taken once. Hard because a line's glyphs come in any order and their baselines wander.
 */
import type { Glyph } from '../../model/printed-page.ts';

/** A line of print: its characters, and where each stands. */
export interface PrintedLine {
  readonly text: string;
  /** Left and right edge of each UTF-16 unit of `text`, in turn. */
  readonly edges: Float32Array;
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  /** The commonest font size. */
  readonly size: number;
  /** Reading direction of its glyphs; its other numbers are on the page turned by it. */
  readonly angle: number;
}

/** Baselines this near, in font sizes, are one line. */
const sameLine = 0.45;
/**
 * A gap this wide, in font sizes, is a blank; between Latin letters a narrower one is. Not 0.33: gaps of just that width are
 * common, and engines measure them a thousandth more or less.
 */
const blankGap = 0.3325;
const latinGap = 0.18;
const latin = /^[A-Za-z]$/;

interface OpenLine {
  readonly angle: number;
  readonly y: number;
  readonly size: number;
  readonly glyphs: Glyph[];
}

/**
 * @param glyphs of one region: a cell, or a page outside its tables
 * @returns lines that read from left to right first, then those of other directions
 */
export function linesOf(glyphs: readonly Glyph[]): readonly PrintedLine[] {
  const printed = glyphs
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.angle - b.angle || a.y - b.y || a.x0 - b.x0);
  const lines: OpenLine[] = [];
  for (const glyph of printed) {
    const near = [lines.at(-1), lines.at(-2), lines.at(-3)].find(
      (line) =>
        line !== undefined &&
        line.angle === glyph.angle &&
        Math.abs(glyph.y - line.y) <= Math.max(line.size, glyph.size) * sameLine,
    );
    if (near === undefined) lines.push({ angle: glyph.angle, y: glyph.y, size: glyph.size, glyphs: [glyph] });
    else near.glyphs.push(glyph);
  }
  return lines.map(lineOf).sort((a, b) => a.angle - b.angle || a.y - b.y || a.x0 - b.x0);
}

function lineOf({ glyphs, angle }: OpenLine): PrintedLine {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0);
  const once = sorted.filter((glyph, index) => !isEcho(glyph, sorted, index));
  const sizes = new Map<number, number>();
  const edges: number[] = [];
  let text = '';
  let before: Glyph | null = null;
  for (const glyph of once) {
    sizes.set(glyph.size, (sizes.get(glyph.size) ?? 0) + 1);
    const blanks = before === null ? 0 : blanksBetween(before, glyph);
    for (let i = 0; i < blanks; i++) edges.push(before?.x1 ?? glyph.x0, glyph.x0);
    for (let i = 0; i < glyph.text.length; i++) edges.push(glyph.x0, glyph.x1);
    text += ' '.repeat(blanks) + glyph.text;
    before = glyph;
  }
  const [size] = [...sizes].reduce((best, one) => (one[1] > best[1] ? one : best));
  const ys = once.map(({ y }) => y).sort((a, b) => a - b);
  const x1 = once.reduce((most, glyph) => Math.max(most, glyph.x1), 0);
  return { text, edges: Float32Array.from(edges), x0: once[0]?.x0 ?? 0, x1, y: ys[ys.length >> 1] ?? 0, size, angle };
}

/** The same character drawn once more within a fraction of its width. */
function isEcho(glyph: Glyph, sorted: readonly Glyph[], index: number): boolean {
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const other = sorted[i];
    if (other === undefined || glyph.x0 - other.x0 > glyph.size * 0.2) return false;
    if (other.text === glyph.text && Math.abs(other.y - glyph.y) < glyph.size * 0.2) return true;
  }
  return false;
}

/** What stands between two neighbours on a line: nothing, a blank, or as many blanks as fit the gap. */
function blanksBetween(before: Glyph, after: Glyph): number {
  const size = Math.max(before.size, after.size);
  const gap = after.x0 - before.x1;
  const least = latin.test(before.text) && latin.test(after.text) ? latinGap : blankGap;
  return gap < size * least ? 0 : Math.max(1, Math.min(60, Math.round(gap / (size * 0.5))));
}
