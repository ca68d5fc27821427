/**
 * The grids of a document → stretches of indicators: a head of columns, the fields above it, the rows below it. One grid may hold
 * many forms, and one form or list may run over several grids whose later ones have no head.
 */

import { firstLevelOf, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import { headKeyOf, isTotalLabel } from '../../../normalizers/indicator-terms.ts';
import type { Grid } from '../../../pipeline/model/layout.ts';
import type { Outline } from '../../../pipeline/model/outline.ts';
import { type Matrix, matrixOf } from '../../tables/matrix.ts';
import { type Line, type Range, wordsOf, wordsUnder } from './cells.ts';
import { headerAt, type IndicatorHeader } from './header.ts';

export interface Segment {
  readonly grid: Grid;
  /** Index of its section. */
  readonly section: number;
  readonly header: IndicatorHeader;
  /** Rows above the head of columns. */
  readonly fields: readonly Line[];
  /** Rows of indicators, those of lists also without any. */
  readonly body: readonly (Line & { readonly grid: Grid })[];
  /** 总分. */
  readonly totals: readonly Line[];
}

interface Draft extends Segment {
  readonly body: (Line & { readonly grid: Grid })[];
  readonly totals: Line[];
}

export function segmentsOf({ sections }: Outline): readonly Segment[] {
  const segments: Draft[] = [];
  let open: Draft | null = null;
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.kind === 'grid') open = readGrid(block, section.index, open, segments);
    }
  }
  return segments;
}

/** @returns the stretch that the next grid may go on with */
function readGrid(grid: Grid, section: number, before: Draft | null, segments: Draft[]): Draft | null {
  const matrix = matrixOf(grid);
  let open = before !== null && goesOn(matrix, before) ? before : null;
  let fields: Line[] = [];
  for (let row = 0; row < matrix.rows; ) {
    const header = headerAt(matrix, row);
    if (header !== null) {
      open = { grid, section, header, fields, body: [], totals: [] };
      segments.push(open);
      fields = [];
      row = header.to;
      continue;
    }
    const line = { matrix, row, grid };
    row++;
    if (open !== null && beginsForm(line, open)) open = null;
    if (open === null) fields.push(line);
    else if (isTotal(line, open)) open.totals.push(line);
    else if (isBody(line, open)) open.body.push(line);
  }
  return open;
}

/** A grid of the same columns, without a head, in whose first rows an indicator's level is named. */
function goesOn(matrix: Matrix, { header }: Draft): boolean {
  if (matrix.columns !== header.width) return false;
  for (let row = 0; row < Math.min(matrix.rows, 6); row++) {
    if (headerAt(matrix, row) !== null) return false;
  }
  const levelled = (row: number) =>
    [header.columns.get('level1'), header.columns.get('level2')].some((range) => {
      const words = wordsUnder({ matrix, row }, range)?.value;
      return words !== undefined && (firstLevelOf(words) ?? secondLevelOf(words)) !== null;
    });
  return Array.from({ length: Math.min(matrix.rows, 6) }, (_, row) => row).some(levelled);
}

/** Where the levels or, without them, the names begin. */
function leftmost({ columns }: IndicatorHeader): number {
  const ranges = ['level1', 'level2', 'level3', 'name'] as const;
  return Math.min(...ranges.flatMap((key) => columns.get(key)?.from ?? []));
}

/** A field of the next form: its label stands at the left, where levels or labels at the side would. */
function beginsForm({ matrix, row }: Line, { header }: Draft): boolean {
  if (header.columns.has('project')) return false;
  const left = leftmost(header);
  for (let column = 0; column <= left; column++) {
    const words = matrix.begins(row, column) ? wordsOf(matrix.at(row, column))?.value : undefined;
    if (words !== undefined) return headKeyOf(words) !== null && levelless(words);
  }
  return false;
}

const levelless = (words: string) => firstLevelOf(words) === null && secondLevelOf(words) === null;

function isTotal({ matrix, row }: Line, { header }: Draft): boolean {
  if (header.columns.has('project')) return false;
  const left = leftmost(header);
  for (let column = 0; column <= left; column++) {
    const words = matrix.begins(row, column) ? wordsOf(matrix.at(row, column))?.value : undefined;
    if (words !== undefined) return isTotalLabel(words);
  }
  return false;
}

/** A row whose name stands apart from what is at its left beyond the levels and from what is said of it. */
function isBody(line: Line, { header }: Draft): boolean {
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
