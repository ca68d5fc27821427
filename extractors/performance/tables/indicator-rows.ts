/**
 * Rows of a stretch → what each says of one indicator. Levels come from merged cells, and over a page's end from the row before;
 * a row that holds nothing but the rest of a name goes on with the row before it.
 */
import { tidy } from '../../../normalizers/fold.ts';
import { firstLevelOf, levelsBefore, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import type { ColumnKey } from '../../../normalizers/indicator-terms.ts';
import { joined, type Line, pageOf, type Range, type Words, wordsOf, wordsUnder } from './cells.ts';
import type { BodyLine, Segment } from './segments.ts';
import { weightOf } from './weights.ts';

/** What is printed in a row, cell by cell. */
export interface IndicatorRow {
  readonly line: BodyLine;
  readonly level1: Words | null;
  readonly level2: Words | null;
  readonly name: Words | null;
  readonly operator: Words | null;
  readonly target: Words | null;
  readonly unit: Words | null;
  readonly actual: Words | null;
  readonly weight: Words | null;
  readonly score: Words | null;
  readonly deviation: Words | null;
}

/** @param weights the words over the column of weights */
export function indicatorRows(segment: Segment, weights: string | undefined): readonly IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  for (const line of segment.body) {
    const row = rowOf(line, weights, rows.at(-1));
    const last = rows.at(-1);
    if (last !== undefined && isRest(row, last))
      rows[rows.length - 1] = { ...last, name: joined([last.name, row.name]) };
    else rows.push(row);
  }
  return rows.filter(({ name, target, actual }) => name !== null || target !== null || actual !== null);
}

function rowOf(line: BodyLine, weights: string | undefined, before: IndicatorRow | undefined): IndicatorRow {
  const { columns } = line.header;
  const under = (key: ColumnKey) => wordsUnder(line, columns.get(key));
  const nameKey: ColumnKey = columns.has('level3') ? 'level3' : columns.has('name') ? 'name' : 'level2';
  const whyKey: ColumnKey = !columns.has('deviation') && columns.has('score') ? 'remark' : 'deviation';
  const read = {
    ...{ line, name: under(nameKey), target: under('target') ?? under('target_period') },
    ...{ operator: under('operator'), unit: under('unit'), actual: under('actual'), deviation: under(whyKey) },
    ...{ weight: ownWords(line, weightOf(line, weights)), score: ownWords(line, columns.get('score')) },
  };
  if (!columns.has('level1') && !columns.has('level2')) return { ...read, ...apart(line, columns.get(nameKey)) };
  const level1 = levelWords(line, columns, 'level1');
  const level2 = nameKey === 'level2' ? null : levelWords(line, columns, 'level2');
  return { ...read, ...levelsFrom(before, { level1, level2 }, line) };
}

type PrintedLevels = Pick<IndicatorRow, 'level1' | 'level2'>;

/** What a row leaves blank goes on from the row before: both levels, or the first where the second one fits below it. */
function levelsFrom(before: IndicatorRow | undefined, own: PrintedLevels, line: BodyLine): PrintedLevels {
  const { level1, level2 } = own;
  if (before === undefined || !sameProject(before.line, line)) return own;
  const above = before.level1;
  if (level1 === null && level2 === null) return { level1: above, level2: before.level2 };
  if (level1 === null && level2 !== null && above !== null) {
    const first = firstLevelOf(above.value)?.level1;
    const follows = secondLevelOf(level2.value)?.level1;
    const fits = follows === undefined || follows === first || secondLevelOf(level2.value)?.level2 === '成本指标';
    return { level1: fits ? above : null, level2 };
  }
  const cut = level2 === null && level1?.value === above?.value && pageOf(line) !== pageOf(before.line);
  return cut ? { level1, level2: before.level2 } : own;
}

/** In a list, rows of one cell of the column of projects, or on either side of a page's edge. */
function sameProject(one: BodyLine, other: BodyLine): boolean {
  const cell = ({ matrix, row, header }: BodyLine) => matrix.at(row, header.columns.get('project')?.from ?? -1);
  return !other.header.columns.has('project') || cell(one) === cell(other) || pageOf(one) !== pageOf(other);
}

/** A level that is merged with the next one to its right is that of the left one alone. */
function levelWords(line: Line, columns: ReadonlyMap<ColumnKey, Range>, key: 'level1' | 'level2'): Words | null {
  const range = columns.get(key);
  if (range === undefined) return null;
  const cell = line.matrix.at(line.row, range.from);
  const next = columns.get('level3') ?? columns.get('name');
  if (next !== undefined && cell !== null && cell === line.matrix.at(line.row, next.from)) return null;
  return wordsOf(cell);
}

/** Numbers merged over the rows of several indicators are of none of them alone. */
function ownWords(line: Line, range: Range | undefined): Words | null {
  if (range === undefined) return null;
  const cell = line.matrix.at(line.row, range.from);
  return cell !== null && cell.rowSpan > 1 && !onlyRow(line, cell.row, cell.row + cell.rowSpan)
    ? null
    : wordsUnder(line, range);
}

/** Whether all cells of a row are as high as the one that reaches from one row to another. */
function onlyRow({ matrix, row }: Line, from: number, to: number): boolean {
  for (let column = 0; column < matrix.columns; column++) {
    const cell = matrix.at(row, column);
    if (cell !== null && (cell.row > from || cell.row + cell.rowSpan < to)) return false;
  }
  return true;
}

/** 产出指标数量指标出具数据分析报告: levels and name in one cell. */
function apart(line: Line, range: Range | undefined): Pick<IndicatorRow, 'level1' | 'level2'> & Partial<IndicatorRow> {
  const passage = range === undefined ? null : (line.matrix.at(line.row, range.from)?.passage ?? null);
  if (passage === null) return { level1: null, level2: null };
  const { first, second } = levelsBefore(passage.folded);
  const end = passage.text.length;
  if (first === 0 || first + second >= end) return { level1: null, level2: null };
  return {
    level1: passage.cut(0, first).map(tidyLevel),
    level2: passage.cut(first, first + second).map(tidyLevel),
    name: passage.cut(first + second, end).map((text) => tidy(text.replace(marks, ''))),
  };
}

const marks = /^[-—_/、:：\s]+/;
const tidyLevel = (text: string) => tidy(text.replace(marks, ''));

/** At the head of a page: a name and nothing else. */
function isRest(row: IndicatorRow, last: IndicatorRow): boolean {
  if (row.name === null || last.name === null || pageOf(row.line) === pageOf(last.line)) return false;
  const { target, operator, actual, weight, score } = row;
  const said = [target, operator, actual, weight, score].some((words) => words !== null);
  return !said && (last.target !== null || last.actual !== null);
}
