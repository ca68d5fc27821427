/**
 * The lines of a picture's tables: long thin stretches of ink. They become rulings, and are taken off the picture so that
 * recognition does not take them for letters.
 */
import type { Ruling } from '../../model/printed-page.ts';
import type { Raster } from './raster.ts';

/** In points. */
export interface RulingSettings {
  /** A stretch this long is a line. */
  readonly length: number;
  /** A shorter one is, when it runs from one line across to another. */
  readonly short: number;
  /** A line is thinner than this. */
  readonly thickness: number;
  /** Ends this near to a line meet it. */
  readonly reach: number;
  /** The grey seam along a line in a coarse picture. */
  readonly seam: number;
}

export const rulingSettings: RulingSettings = { length: 24, short: 7, thickness: 2.6, reach: 2.5, seam: 0.25 };

/** A stretch of ink in pixels, along its direction and across it. */
interface Bar {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly area: number;
}

export interface FoundRulings {
  readonly rulings: readonly Ruling[];
  /** The picture without them. */
  readonly rest: Raster;
}

/** @param threshold a pixel is ink when it is darker */
export function findRulings(raster: Raster, threshold: number, settings: RulingSettings): FoundRulings {
  const { scale } = raster;
  const horizontal = barsOf(raster, threshold, 'horizontal', settings);
  const vertical = barsOf(raster, threshold, 'vertical', settings);
  const long = (bar: Bar) => bar.to - bar.from >= settings.length * scale;
  const rows = horizontal.filter((bar) => long(bar) || meetsBoth(bar, vertical.filter(long), settings, scale));
  const columns = vertical.filter((bar) => long(bar) || meetsBoth(bar, rows, settings, scale));
  return {
    rulings: [
      ...rows.map((bar) => rulingOf(bar, 'horizontal', scale)),
      ...columns.map((bar) => rulingOf(bar, 'vertical', scale)),
    ],
    rest: without(raster, rows, columns, settings),
  };
}

const middleOf = ({ first, last }: Bar) => (first + last + 1) / 2;

const rulingOf = (bar: Bar, direction: Ruling['direction'], scale: number): Ruling => ({
  ...{ direction, at: middleOf(bar) / scale, from: bar.from / scale, to: bar.to / scale },
});

function meetsBoth(bar: Bar, across: readonly Bar[], { reach }: RulingSettings, scale: number): boolean {
  const near = reach * scale;
  const at = middleOf(bar);
  const crossing = across.filter(({ from, to }) => at >= from - near && at <= to + near);
  const meets = (end: number) => crossing.some((other) => Math.abs(middleOf(other) - end) <= near);
  return meets(bar.from) && meets(bar.to);
}

/** Runs of ink in every row (or column), those that lie on one another put together; thick ones are no lines. */
function barsOf(
  raster: Raster,
  threshold: number,
  direction: Ruling['direction'],
  settings: RulingSettings,
): readonly Bar[] {
  const { width, height, grey, scale } = raster;
  const flat = direction === 'horizontal';
  const [along, across, step, stride] = flat ? [width, height, 1, width] : [height, width, width, 1];
  const least = Math.max(8, settings.short * scale);
  const gap = Math.max(1, Math.round(scale * 0.4));
  const done: Bar[] = [];
  let open: Bar[] = [];
  for (let line = 0; line < across; line++) {
    const runs = runsOf(grey, line * stride, step, along, threshold, least, gap);
    const next: Bar[] = [];
    for (const run of runs) {
      const below = open.filter((bar) => bar.from < run.to && bar.to > run.from);
      open = open.filter((bar) => !below.includes(bar));
      next.push(
        below.reduce(
          (bar, other) => ({
            from: Math.min(bar.from, other.from),
            to: Math.max(bar.to, other.to),
            first: Math.min(bar.first, other.first),
            last: line,
            area: bar.area + other.area,
          }),
          { ...run, first: line, last: line, area: run.to - run.from },
        ),
      );
    }
    done.push(...open);
    open = next;
  }
  done.push(...open);
  return done.filter(({ from, to, area }) => area / (to - from) <= settings.thickness * scale);
}

function runsOf(
  grey: Uint8Array,
  start: number,
  step: number,
  length: number,
  threshold: number,
  least: number,
  gap: number,
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  let last = -1;
  for (let i = 0, at = start; i < length; i++, at += step) {
    if ((grey[at] ?? 255) >= threshold) continue;
    if (from >= 0 && i - last > gap + 1) {
      if (last + 1 - from >= least) runs.push({ from, to: last + 1 });
      from = i;
    }
    if (from < 0) from = i;
    last = i;
  }
  if (from >= 0 && last + 1 - from >= least) runs.push({ from, to: last + 1 });
  return runs;
}

/** Their pixels and the grey seam along them become paper. */
function without(raster: Raster, rows: readonly Bar[], columns: readonly Bar[], { seam }: RulingSettings): Raster {
  const { width, height, scale } = raster;
  const edge = Math.max(1, Math.round(seam * scale));
  const grey = Uint8Array.from(raster.grey);
  const wipe = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      grey.fill(255, y * width + Math.max(0, x0), y * width + Math.min(width, x1));
  };
  for (const { from, to, first, last } of rows) wipe(from - 1, first - edge, to + 1, last + 1 + edge);
  for (const { from, to, first, last } of columns) wipe(first - edge, from - 1, last + 1 + edge, to + 1);
  return { ...raster, grey };
}
