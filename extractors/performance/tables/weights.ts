/**
 * Which column holds the weights. Mostly its head says so; some tables print them under 备注 or 评分标准, where only the numbers tell:
 * those of a project add up to 100, or to 90 beside 10 for the execution of the budget.
 */

import { compact } from '../../../normalizers/fold.ts';
import { decimalText } from '../../../pipeline/model/figure.ts';
import { readCellNumber } from '../../tables/numbers.ts';
import { type Range, wordsUnder } from './cells.ts';
import type { Head } from './header.ts';
import type { BodyLine, Segment } from './segments.ts';

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

/** Of each stretch, the words over its column of weights; the same words may head it in another grid that it goes on in. */
export function weightHeads(segments: readonly Segment[]): ReadonlyMap<Segment, string> {
  const found = new Map<Segment, string>();
  for (const segment of segments) {
    const { columns, heads } = segment.header;
    const printed = columns.get('weight');
    const head = printed === undefined ? oddHead(segment) : heads.find(({ range }) => range === printed);
    if (head !== undefined) found.set(segment, head.words);
  }
  const proven = new Set(found.values());
  for (const segment of segments) {
    const alike = found.has(segment) ? undefined : candidates(segment).find(({ words }) => proven.has(words));
    if (alike !== undefined) found.set(segment, alike.words);
  }
  return found;
}

/** @param words those over the column of weights */
export function weightOf(line: BodyLine, words: string | undefined): Range | undefined {
  return words === undefined ? undefined : line.header.heads.findLast((head) => head.words === words)?.range;
}

const oddHead = (segment: Segment) => candidates(segment).find((head) => addsUp(segment, head));

const oddKeys = new Set(['remark', 'standard', 'explanation']);
const heaviest = 60;

/** Columns of another or no known meaning, to the right of the names, that hold nothing but small numbers. */
function candidates(segment: Segment): readonly Head[] {
  const { header, body } = segment;
  const name = header.columns.get('level3') ?? header.columns.get('name');
  if (name === undefined) return [];
  return header.heads.filter(({ range, key, words }) => {
    if (words === '' || range.from < name.to || (key !== null && !oddKeys.has(key))) return false;
    const printed = body.flatMap((line) => wordsUnder(line, weightOf(line, words))?.value ?? []);
    const points = printed.map((one) => Number(pointsOf(one) ?? Number.NaN));
    return printed.length >= 3 && points.every((number) => number > 0 && number <= heaviest);
  });
}

const wholes = new Set([90, 100]);

/** Whether the numbers of some project are those of a whole. */
function addsUp({ body }: Segment, { words }: Head): boolean {
  const sums = new Map<string, number>();
  for (const line of body) {
    const owner = wordsUnder(line, line.header.columns.get('project'))?.value ?? '';
    const points = Number(pointsOf(wordsUnder(line, weightOf(line, words))?.value ?? null) ?? 0);
    sums.set(owner, Math.round(((sums.get(owner) ?? 0) + points) * 1e6) / 1e6);
  }
  return [...sums.values()].some((sum) => wholes.has(sum));
}
