/**
 * What it costs to read tokens as one cell of a column: nothing for what print does, more for what it hardly does. A line inside a cell is
 * full, a cell does not end in a comma, weights and scores are numbers, a target and its result are of one kind.
 */
import { compact } from '../../../normalizers/fold.ts';
import type { ColumnKey } from '../../../normalizers/indicator-terms.ts';
import { parseTarget } from '../../../normalizers/target-value.ts';
import { type Token, textOf } from './tokens.ts';

/** Proven on the flattened tables of the corpus (000, 002) and their samples; units are “characters missing in a full line”. */
export const costs = {
  /** A full line may miss so many characters: what cannot begin a line takes one along. */
  slack: 1.5,
  endsInComma: 4,
  beginsWithStop: 6,
  endsFull: 0.4,
  joinedOverBlank: 2.5,
  joinedBeforeDigit: 0.6,
  notNumber: 30,
  numberAsName: 12,
  likeTarget: 4,
  bothQuantities: 1.5,
} as const;

/** Widths in Chinese characters. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);

const number = /^\d{1,4}(?:\.\d{1,3})?分?$/;
const isPoints = (text: string) => number.test(compact(text));

/** @param width characters of a full line of the column */
export function cellCost(cell: readonly Token[], next: Token | undefined, column: ColumnKey, width: number): number {
  const text = textOf(cell);
  if (column === 'weight' || column === 'score') return isPoints(text) ? 0 : costs.notNumber;
  let cost = typeCost(text, column);
  let line = 0;
  for (const [i, token] of cell.entries()) {
    const wide = widthOf(token.text);
    if (i > 0 && token.before === 'line') cost += Math.max(0, width - line - costs.slack);
    if (i > 0 && token.before === 'blank') {
      cost +=
        /^\d/.test(token.text) && !/\d$|[%）)]$/.test(cell[i - 1]?.text ?? '')
          ? costs.joinedBeforeDigit
          : costs.joinedOverBlank;
    }
    line = i > 0 && token.before === 'blank' ? line + wide + 0.5 : wide;
  }
  if (cell[0]?.before === 'cell') return cost;
  if (/[、，,；“（(]$/.test(text)) cost += costs.endsInComma;
  if (/^[、，。；”）)%]/.test(text)) cost += costs.beginsWithStop;
  if (next?.before === 'line' && line >= width - costs.slack && !/[。；]$/.test(text)) cost += costs.endsFull;
  return cost;
}

function typeCost(text: string, column: ColumnKey): number {
  if ((column === 'level3' || column === 'name') && /^[≥≤>＞<＜]?\d[\d.]*[%％]?$/.test(compact(text)))
    return costs.numberAsName;
  if (column === 'deviation' && isPoints(text)) return costs.numberAsName;
  return 0;
}

/** How much a target and a result next to each other make each other likely. */
export function pairGain(target: string, actual: string): number {
  const both = parseTarget(target).value !== null && parseTarget(actual).value !== null;
  const pairs = (text: string) => new Set([...text].slice(1).map((sign, i) => `${text[i]}${sign}`));
  const [mine, theirs] = [pairs(target), pairs(actual)];
  const shared = [...mine].filter((pair) => theirs.has(pair)).length;
  const share = shared / Math.max(1, Math.min(mine.size, theirs.size));
  const balance = Math.min(target.length, actual.length) / Math.max(1, target.length, actual.length);
  return (both ? costs.bothQuantities : 0) + costs.likeTarget * share * balance;
}
