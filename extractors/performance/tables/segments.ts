/**
 * The grids of a document → stretches of indicators: a head of columns, the fields above it, the rows below it. One grid may hold
 * many forms, and one form or list may run over several grids whose later ones have no head.
 */

import { compact } from '../../../normalizers/fold.ts';
import { firstLevelOf, levelsBefore, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import { headKeyOf, isFootLabel, isTotalLabel } from '../../../normalizers/indicator-terms.ts';
import type { Note } from '../../../pipeline/model/finding.ts';
import type { Grid } from '../../../pipeline/model/layout.ts';
import type { Outline } from '../../../pipeline/model/outline.ts';
import { type Matrix, matrixOf } from '../../tables/matrix.ts';
import { cellsUnder, type Line, type Range, wordsOf, wordsUnder } from './cells.ts';
import { fitHeader } from './fit-header.ts';
import { headerAt, type IndicatorHeader, isGoalList } from './header.ts';

export interface Segment {
  readonly grid: Grid;
  /** Index of its section. */
  readonly section: number;
  readonly header: IndicatorHeader;
  /** Rows above the head of columns. */
  readonly fields: readonly Line[];
  /** Rows of indicators, those of lists also without any. */
  readonly body: readonly BodyLine[];
  /** 总分. */
  readonly totals: readonly Line[];
}

/** A row with its grid, and the head that fits it. */
export interface BodyLine extends Line {
  readonly grid: Grid;
  readonly header: IndicatorHeader;
}

interface Draft extends Segment {
  readonly body: BodyLine[];
  readonly totals: Line[];
}

/** @param note receives grids that look like the rest of a table but have other columns */
export function segmentsOf({ sections }: Outline, note: Note): readonly Segment[] {
  const segments: Draft[] = [];
  let open: Draft | null = null;
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.kind === 'grid') open = readGrid(block, section.index, open, segments, note);
    }
  }
  return segments;
}

/** @returns the stretch that the next grid may go on with */
function readGrid(grid: Grid, section: number, before: Draft | null, segments: Draft[], note: Note): Draft | null {
  const matrix = matrixOf(grid);
  const rest = before === null ? null : headerOverleaf(matrix, before);
  let open = rest === null ? null : before;
  let fits = rest;
  let fields: Line[] = [];
  for (let row = 0; row < matrix.rows; ) {
    const header = headerAt(matrix, row);
    if (header !== null) {
      open = { grid, section, header, fields, body: [], totals: [] };
      segments.push(open);
      fits = header;
      fields = [];
      row = header.to;
      continue;
    }
    const line = { matrix, row };
    row++;
    if (fits !== null && beginsForm(line, fits)) open = null;
    if (open === null || fits === null) fields.push(line);
    else if (isTotalLabel(labelOf(line, fits) ?? '')) open.totals.push(line);
    else if (!isFootLabel(labelOf(line, fits) ?? '') && isBody(line, fits))
      open.body.push({ ...line, grid, header: fits });
  }
  if (open !== null || before === null || !namesLevels(matrix)) return open;
  const message = `a table goes on in other columns than it has on page ${before.grid.span.page ?? '?'}: not read`;
  note({ code: 'indicator-table-unread', message, span: grid.span });
  return before;
}

/** Whether every other row names a level of indicators. */
function namesLevels(matrix: Matrix): boolean {
  const rows = Array.from({ length: matrix.rows }, (_, row) => row);
  const named = rows.filter((row) =>
    cellsUnder({ matrix, row }, { from: 0, to: matrix.columns }).some((cell) => !levelless(wordsOf(cell)?.value ?? '')),
  );
  return named.length * 2 > matrix.rows;
}

const looked = 6;

/** The head of a grid that has none of its own, but the columns of the one before and an indicator's level in its first rows. */
function headerOverleaf(matrix: Matrix, before: Draft): IndicatorHeader | null {
  const header = fitHeader(before.header, matrix);
  const rows = Array.from({ length: Math.min(matrix.rows, looked) }, (_, row) => row);
  if (header === null || rows.some((row) => headerAt(matrix, row) !== null)) return null;
  const { columns } = header;
  const levels = [columns.get('level1'), columns.get('level2')].filter((range) => range !== undefined);
  const levelled = (row: number) =>
    levels.length === 0
      ? levelsBefore(wordsUnder({ matrix, row }, columns.get('name') ?? columns.get('level3'))?.value ?? '').first > 0
      : levels.some((range) => !levelless(wordsUnder({ matrix, row }, range)?.value ?? ''));
  return rows.some(levelled) ? header : null;
}

/** Where the levels or, without them, the names begin. */
function leftmost({ columns }: IndicatorHeader): number {
  const ranges = ['level1', 'level2', 'level3', 'name'] as const;
  return Math.min(...ranges.flatMap((key) => columns.get(key)?.from ?? []));
}

/** A field of the next form: its label stands at the left, where levels or labels at the side would. */
function beginsForm({ matrix, row }: Line, header: IndicatorHeader): boolean {
  if (header.columns.has('project')) return false;
  const left = leftmost(header);
  for (let column = 0; column <= left; column++) {
    const words = matrix.begins(row, column) ? wordsOf(matrix.at(row, column))?.value : undefined;
    if (words !== undefined) return headKeyOf(words) !== null && levelless(words) && !isTotalLabel(words);
  }
  return false;
}

const levelless = (words: string) => firstLevelOf(words) === null && secondLevelOf(words) === null;

/** What a row of a form begins with, at the left of the names. */
function labelOf({ matrix, row }: Line, header: IndicatorHeader): string | null {
  if (header.columns.has('project')) return null;
  const left = leftmost(header);
  for (let column = 0; column <= left; column++) {
    const words = matrix.begins(row, column) ? wordsOf(matrix.at(row, column))?.value : undefined;
    if (words !== undefined) return words;
  }
  return null;
}

/** Rows of a list that are no project's. */
const sum = /^(?:.{0,6}[合总小]计)?$/;

/** A row whose name stands apart from what is at its left beyond the levels and from what is said of it. */
function isBody(line: Line, header: IndicatorHeader): boolean {
  if (isGoalList(header.columns))
    return !sum.test(compact(wordsUnder(line, header.columns.get('project'))?.value ?? ''));
  const range = header.columns.get('level3') ?? header.columns.get('name') ?? header.columns.get('level2');
  if (range === undefined) return false;
  const { matrix, row } = line;
  const name = matrix.at(row, range.from);
  const apart = (other: Range | undefined) => other === undefined || matrix.at(row, other.from) !== name;
  if (name === null || !apart(header.columns.get('target') ?? header.columns.get('actual'))) return false;
  return name.col >= leftmost(header) && !belowSide(line, header);
}

/** Text over the whole width below a form: notes, signatures. */
function belowSide({ matrix, row }: Line, { columns }: IndicatorHeader): boolean {
  const level = columns.get('level1') ?? columns.get('level2');
  const cell = level === undefined ? null : matrix.at(row, level.from);
  return cell !== null && level !== undefined && cell.col < level.from;
}
