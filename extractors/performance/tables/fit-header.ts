/**
 * A head of columns → the same for a grid without a head that it goes on in. Page edges change the number of columns: cells merged in
 * the head are parted no more, a label at the side is drawn or not. Then the places on the page tell.
 */
import type { Matrix } from '../../tables/matrix.ts';
import { columnsOf, type Head, type IndicatorHeader } from './header.ts';

/** @returns null where the grid has other columns */
export function fitHeader(header: IndicatorHeader, matrix: Matrix): IndicatorHeader | null {
  if (matrix.columns === header.width) return header;
  const centers = Array.from({ length: matrix.columns }, (_, column) => centerOf(matrix, column));
  const heads: Head[] = [];
  for (const head of header.heads) {
    const under = centers.flatMap((center, column) => (center !== null && covers(head, center) ? [column] : []));
    const [from] = under;
    const to = under.at(-1);
    if (from === undefined || to === undefined) continue;
    heads.push({ ...head, range: { from, to: to + 1 } });
  }
  const columns = columnsOf(heads);
  const lost = [...header.columns.keys()].some((key) => needed.has(key) && !columns.has(key));
  return lost ? null : { ...header, width: matrix.columns, columns, heads };
}

const needed: ReadonlySet<string> = new Set([
  'project',
  'level1',
  'level2',
  'level3',
  'name',
  'target',
  'weight',
  'score',
]);

const covers = ({ box }: Head, center: number) => box !== null && box.x0 < center && center < box.x1;

/** The middle of a column, from a cell that is in it alone. */
function centerOf(matrix: Matrix, column: number): number | null {
  for (let row = 0; row < matrix.rows; row++) {
    const cell = matrix.begins(row, column) ? matrix.at(row, column) : null;
    if (cell?.box != null && cell.colSpan === 1) return (cell.box.x0 + cell.box.x1) / 2;
  }
  return null;
}
