/**
 * Columns too narrow for any sign, which doubled rules leave between them: no columns. Their width goes to the column left of them.
 */
import type { DraftGrid } from './draft-page.ts';

/** Narrower than the smallest print, in points. */
const narrowest = 6;

/** @returns the grid without columns that hold nothing and have no room for anything */
export function withoutSlivers<T extends Pick<DraftGrid, 'xs' | 'columns' | 'cells'>>(grid: T): T {
  const { xs, columns, cells } = grid;
  const filled = new Set(cells.flatMap(({ col, colSpan, lines }) => (colSpan === 1 && lines.length > 0 ? [col] : [])));
  const slivers = Array.from({ length: columns }, (_, col) => col).filter(
    (col) => (xs[col + 1] ?? 0) - (xs[col] ?? 0) < narrowest && !filled.has(col),
  );
  if (slivers.length === 0 || slivers.length === columns) return grid;
  // The first border stays: left of it there is no column.
  const leading = slivers.findIndex((col, i) => col !== i);
  const borders = new Set(slivers.map((col, i) => (leading < 0 || i < leading ? col + 1 : col)));
  /** How many columns are left before one. */
  const places = Array.from({ length: columns + 1 }, (_, col) => col - slivers.filter((one) => one < col).length);
  return {
    ...grid,
    xs: xs.filter((_, border) => !borders.has(border)),
    columns: columns - slivers.length,
    cells: cells.flatMap((cell) => {
      const col = places[cell.col] ?? 0;
      const colSpan = (places[cell.col + cell.colSpan] ?? 0) - col;
      return colSpan === 0 ? [] : [{ ...cell, col, colSpan }];
    }),
  };
}
