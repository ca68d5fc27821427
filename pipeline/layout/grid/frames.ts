/**
 * Rulings → the frames of tables: which rulings belong together, the rows and columns they make, and the cells, merged where no
 * rule parts them. Five steps: merged rulings → crossings → groups → grid of unit cells → cells.
 */
import type { Box, Ruling } from '../../model/printed-page.ts';
import { mergeRulings } from './merge-rulings.ts';
import type { GridSettings } from './settings.ts';

export interface FrameCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/** A ruled table's skeleton on one page. */
export interface Frame {
  readonly box: Box;
  /** Column borders from left to right, one more than columns. */
  readonly xs: readonly number[];
  /** Row borders from top to bottom. */
  readonly ys: readonly number[];
  readonly cells: readonly FrameCell[];
}

/** @returns frames from top to bottom; a box with a single cell is no table */
export function findFrames(rulings: readonly Ruling[], settings: GridSettings): readonly Frame[] {
  const groups = groupCrossing(mergeRulings(rulings, settings), settings);
  return groups
    .flatMap((group) => frameOf(group, settings) ?? [])
    .filter(({ cells }) => cells.length > 1)
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** Rulings that cross or touch, directly or through others. */
function groupCrossing(rulings: readonly Ruling[], { reach }: GridSettings): readonly (readonly Ruling[])[] {
  const parent = rulings.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const verticals = rulings.flatMap((ruling, index) => (ruling.direction === 'vertical' ? [{ ruling, index }] : []));
  for (const [index, horizontal] of rulings.entries()) {
    if (horizontal.direction !== 'horizontal') continue;
    for (const { ruling: vertical, index: other } of verticals) {
      const meets =
        vertical.at >= horizontal.from - reach &&
        vertical.at <= horizontal.to + reach &&
        horizontal.at >= vertical.from - reach &&
        horizontal.at <= vertical.to + reach;
      if (meets) parent[rootOf(index)] = rootOf(other);
    }
  }
  const groups = new Map<number, Ruling[]>();
  for (const [index, ruling] of rulings.entries()) {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [ruling]);
    else group.push(ruling);
  }
  return [...groups.values()];
}

function frameOf(group: readonly Ruling[], settings: GridSettings): Frame | null {
  const horizontals = group.filter(({ direction }) => direction === 'horizontal');
  const verticals = group.filter(({ direction }) => direction === 'vertical');
  if (horizontals.length < 2 || verticals.length < 1) return null;
  const ys = borders(horizontals, verticals, settings);
  const xs = borders(verticals, horizontals, settings);
  if (xs.length < 2 || ys.length < 2) return null;
  const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 };
  return { box, xs, ys, cells: cellsOf(xs, ys, horizontals, verticals, settings) };
}

/** Where borders stand: at the rulings, and at the ends of the crossing ones where the outer border is not drawn. */
function borders(
  own: readonly Ruling[],
  crossing: readonly Ruling[],
  { missingBorder }: GridSettings,
): readonly number[] {
  const at = [...new Set(own.map((ruling) => ruling.at))].sort((a, b) => a - b);
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? 0;
  const from = commonEnd(
    crossing.map((ruling) => ruling.from),
    first,
  );
  const to = commonEnd(
    crossing.map((ruling) => ruling.to),
    last,
  );
  return [...(from < first - missingBorder ? [from] : []), ...at, ...(to > last + missingBorder ? [to] : [])];
}

/** The end that at least a third of the rulings share; a single line that overshoots means no border. */
function commonEnd(ends: readonly number[], otherwise: number): number {
  const sorted = [...ends].sort((a, b) => Math.abs(b - otherwise) - Math.abs(a - otherwise));
  const end = sorted.find(
    (candidate) => sorted.filter((other) => Math.abs(other - candidate) <= 3).length * 3 >= sorted.length,
  );
  return end ?? otherwise;
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  horizontals: readonly Ruling[],
  verticals: readonly Ruling[],
  settings: GridSettings,
): readonly FrameCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const wallRight = walls(verticals, xs, ys, settings);
  const wallBelow = walls(horizontals, ys, xs, settings);
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: FrameCell[] = [];
  const isFree = (row: number, col: number) => owner[row * columns + col] === -1;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < columns; col++) {
      if (!isFree(row, col)) continue;
      let right = col;
      while (right + 1 < columns && isFree(row, right + 1) && !wallRight(right + 1, row)) right++;
      let below = row;
      const open = (next: number) =>
        range(col, right).every((c) => isFree(next, c) && !wallBelow(next, c)) &&
        range(col, right - 1).every((c) => !wallRight(c + 1, next));
      while (below + 1 < rows && open(below + 1)) below++;
      for (let r = row; r <= below; r++) for (let c = col; c <= right; c++) owner[r * columns + c] = cells.length;
      const box = { x0: xs[col] ?? 0, y0: ys[row] ?? 0, x1: xs[right + 1] ?? 0, y1: ys[below + 1] ?? 0 };
      cells.push({ row, col, rowSpan: below - row + 1, colSpan: right - col + 1, box });
    }
  }
  return cells;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Whether a ruling on border `index` covers enough of the stretch between two crossing borders. */
function walls(
  rulings: readonly Ruling[],
  at: readonly number[],
  across: readonly number[],
  { ruledShare }: GridSettings,
): (index: number, stretch: number) => boolean {
  const byBorder = new Map<number, Ruling[]>();
  for (const ruling of rulings) {
    const list = byBorder.get(ruling.at);
    if (list === undefined) byBorder.set(ruling.at, [ruling]);
    else list.push(ruling);
  }
  return (index, stretch) => {
    const from = across[stretch] ?? 0;
    const to = across[stretch + 1] ?? 0;
    const covered = (byBorder.get(at[index] ?? Number.NaN) ?? []).reduce(
      (sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)),
      0,
    );
    return covered >= (to - from) * ruledShare;
  };
}
