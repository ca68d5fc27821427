/**
 * Which column holds the weights. Mostly its head says so; some tables print them under 备注 or 评分标准, where only the numbers tell:
 * those of a project add up to 100, or to 90 beside 10 for the execution of the budget.
 */

import { compact } from '../../../normalizers/fold.ts';
import { decimalText } from '../../../pipeline/model/figure.ts';
import { readCellNumber } from '../../tables/numbers.ts';
import { type Range, wordsOf, wordsUnder } from './cells.ts';
import type { IndicatorHeader } from './header.ts';
import type { Segment } from './segments.ts';

/** @returns digits of a weight or score as printed, without 分 and %; null when the words are no number */
export function pointsOf(words: string | null): string | null {
  if (words === null) return null;
  const number = readCellNumber(
    compact(words)
      .replace(/^\((.*)\)$/, '$1')
      .replace(/分$/, ''),
  );
  return number === null ? null : decimalText(number);
}

/** Of each stretch, the column of its weights. */
export function weightColumns(segments: readonly Segment[]): ReadonlyMap<Segment, Range> {
  const found = new Map<Segment, Range>();
  const proven = new Set<string>();
  for (const segment of segments) {
    const printed = segment.header.columns.get('weight');
    const odd = printed === undefined ? candidates(segment).find((head) => addsUp(segment, head.range)) : undefined;
    if (odd !== undefined) proven.add(compact(odd.words));
    const range = printed ?? odd?.range;
    if (range !== undefined) found.set(segment, range);
  }
  for (const segment of segments) {
    if (found.has(segment)) continue;
    const alike = candidates(segment).find(({ words }) => proven.has(compact(words)));
    if (alike !== undefined) found.set(segment, alike.range);
  }
  return found;
}

const oddKeys = new Set(['remark', 'standard', 'explanation']);

/** Columns of another or no known meaning, to the right of the names, that hold nothing but small numbers. */
function candidates(segment: Segment): IndicatorHeader['heads'] {
  const { header, body } = segment;
  const name = header.columns.get('level3') ?? header.columns.get('name');
  if (name === undefined) return [];
  return header.heads.filter(({ range, key }) => {
    if (range.from < name.to || (key !== null && !oddKeys.has(key))) return false;
    const printed = body.flatMap((line) => wordsUnder(line, range)?.value ?? []);
    const points = printed.map((words) => Number(pointsOf(words) ?? Number.NaN));
    return printed.length >= 3 && points.every((number) => number > 0 && number <= 60);
  });
}

const wholes = new Set([90, 100]);

/** Whether the numbers of some project are those of a whole. */
function addsUp({ header, body }: Segment, range: Range): boolean {
  const project = header.columns.get('project');
  const sums = new Map<string, number>();
  for (const line of body) {
    const owner = project === undefined ? '' : (wordsOf(line.matrix.at(line.row, project.from))?.value ?? '');
    const points = Number(pointsOf(wordsUnder(line, range)?.value ?? null) ?? 0);
    sums.set(owner, Math.round(((sums.get(owner) ?? 0) + points) * 1e6) / 1e6);
  }
  return [...sums.values()].some((sum) => wholes.has(sum));
}
