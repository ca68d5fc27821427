/** A grid of cells → rows and columns in which every place knows the cell that covers it. */
import { compact } from '../../normalizers/fold.ts';
import type { Grid, GridCell } from '../../pipeline/model/layout.ts';

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** The cell over a place, also where it is merged. */
  readonly at: (row: number, column: number) => GridCell | null;
  /** Its words without blanks; empty for an empty place. */
  readonly text: (row: number, column: number) => string;
  /** Whether a cell begins at this place. */
  readonly begins: (row: number, column: number) => boolean;
}

export function matrixOf(grid: Grid): Matrix {
  const { rows, columns } = grid;
  const owners: (GridCell | null)[] = new Array(rows * columns).fill(null);
  const words = new Map<GridCell, string>();
  for (const cell of grid.cells) {
    words.set(cell, cell.passage === null ? '' : compact(cell.passage.text));
    for (let r = cell.row; r < Math.min(rows, cell.row + cell.rowSpan); r++) {
      for (let c = cell.col; c < Math.min(columns, cell.col + cell.colSpan); c++) owners[r * columns + c] = cell;
    }
  }
  const at = (row: number, column: number) => owners[row * columns + column] ?? null;
  return {
    rows,
    columns,
    at,
    text: (row, column) => {
      const cell = at(row, column);
      return cell === null ? '' : (words.get(cell) ?? '');
    },
    begins: (row, column) => {
      const cell = at(row, column);
      return cell !== null && cell.row === row && cell.col === column;
    },
  };
}
