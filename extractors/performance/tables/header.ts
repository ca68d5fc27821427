/**
 * The row, or the few rows, that head a table's indicators: 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 …. In a form they stand below the
 * fields of the project; in a list they are the table's own head. Hard because labels at the side of a form (绩效指标, over all its
 * rows) read like heads of columns.
 */
import { tidy } from '../../../normalizers/fold.ts';
import { type ColumnKey, columnKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { GridCell } from '../../../pipeline/model/layout.ts';
import type { Box } from '../../../pipeline/model/printed-page.ts';
import type { Matrix } from '../../tables/matrix.ts';
import { type Range, wordsOf } from './cells.ts';

export interface IndicatorHeader {
  /** First row of the head, first row after it. */
  readonly from: number;
  readonly to: number;
  /** Number of columns of its grid. */
  readonly width: number;
  readonly columns: ReadonlyMap<ColumnKey, Range>;
  readonly heads: readonly Head[];
}

/** The words over some columns, and what they mean, if it is known. */
export interface Head {
  readonly range: Range;
  readonly words: string;
  readonly key: ColumnKey | null;
  readonly box: Box | null;
}

const deepest = 4;

/** @returns the head that begins at a row, or null when none does */
export function headerAt(matrix: Matrix, row: number): IndicatorHeader | null {
  if (!beginsHead(matrix, row)) return null;
  let best: IndicatorHeader | null = null;
  for (let to = row + 1; to <= Math.min(matrix.rows, row + deepest); to++) {
    const header = headerBetween(matrix, row, to);
    if (header !== null && header.columns.size > (best?.columns.size ?? 0)) best = header;
  }
  return best;
}

/** Whether any cell that begins in a row is a head: every row of a long table is asked, and few are. */
function beginsHead(matrix: Matrix, row: number): boolean {
  for (let column = 0; column < matrix.columns; column++) {
    const cell = matrix.at(row, column);
    if (cell?.row !== row || cell.col !== column) continue;
    const words = tidy(cell.passage?.text ?? '');
    if (words !== '' && columnKeyOf(words) !== null) return true;
  }
  return false;
}

function headerBetween(matrix: Matrix, from: number, to: number): IndicatorHeader | null {
  const heads: Head[] = [];
  let reaches = to === from + 1;
  let open = 0;
  for (let column = 0; column < matrix.columns; ) {
    const cell = headOver(matrix, column, from, to);
    const words = wordsOf(cell)?.value ?? '';
    const key = words === '' ? null : columnKeyOf(words);
    if (key !== null && cell?.row === from && cell.row + cell.rowSpan === to) reaches = true;
    if (key !== null && cell?.row === from && isBlankBelow(matrix, column, cell.row + cell.rowSpan, to)) open++;
    const next = cell === null ? column + 1 : Math.max(column + 1, cell.col + cell.colSpan);
    heads.push({ range: { from: column, to: next }, words, key, box: cell?.box ?? null });
    column = next;
  }
  const columns = columnsOf(heads);
  const name = columns.get('level3') ?? columns.get('name');
  const lowest = name === undefined ? null : headOver(matrix, name.from, from, to);
  if (lowest !== null && lowest.row + lowest.rowSpan < to) return null;
  return (reaches || open >= fewestOpen) && isWhole(columns)
    ? { from, to, width: matrix.columns, columns, heads }
    : null;
}

/** Tables without rules leave blank below a head what rules would merge into it; so many such heads prove one. */
const fewestOpen = 3;

function isBlankBelow(matrix: Matrix, column: number, from: number, to: number): boolean {
  for (let row = from; row < to; row++) {
    if (wordsOf(matrix.at(row, column)) !== null) return false;
  }
  return from < to;
}

/** The lowest head over a column that has a meaning; what reaches below the head is a label at the side. */
function headOver(matrix: Matrix, column: number, from: number, to: number): GridCell | null {
  let lowest: GridCell | null = null;
  for (let row = to - 1; row >= from; row--) {
    const cell = matrix.at(row, column);
    if (cell === null || cell.row < from || cell.row + cell.rowSpan > to) continue;
    const words = wordsOf(cell)?.value ?? '';
    if (words !== '' && columnKeyOf(words) !== null) return cell;
    lowest ??= cell;
  }
  return lowest;
}

/** Of columns with one meaning the last counts, being the year's where others are of the whole period; of scores the first. */
export function columnsOf(heads: readonly Head[]): ReadonlyMap<ColumnKey, Range> {
  const columns = new Map<ColumnKey, Range>();
  for (const { range, key } of heads) {
    if (key === null || (key === 'score' && columns.has(key))) continue;
    columns.set(key, range);
  }
  return columns;
}

/** Indicators need a name and something that is said of them; or a list gives them as running text beside each goal. */
function isWhole(columns: ReadonlyMap<ColumnKey, Range>): boolean {
  const has = (...keys: readonly ColumnKey[]) => keys.some((key) => columns.has(key));
  const said = has('target', 'target_period', 'weight', 'actual', 'operator');
  if (isGoalList(columns)) return true;
  if (has('level3') || (has('level1') && has('level2'))) return said;
  return has('name') && (said || isRunningText(columns));
}

/** 单位名称 | 项目名称 | 金额 | 绩效目标: projects with what they are for, no indicators. */
export function isGoalList(columns: ReadonlyMap<ColumnKey, Range>): boolean {
  const has = (key: ColumnKey) => columns.has(key);
  return has('project') && has('funds') && has('goal') && !has('name') && !has('level1') && !has('level3');
}

/** 项目名称 | 总计 | 绩效目标 | 绩效指标: all indicators of a project in one cell. */
export function isRunningText(columns: ReadonlyMap<ColumnKey, Range>): boolean {
  const has = (key: ColumnKey) => columns.has(key);
  return has('project') && has('name') && (has('funds') || has('goal')) && !has('target') && !has('level3');
}
