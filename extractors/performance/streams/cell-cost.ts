/**
 * What it costs to read tokens as one cell of a column: nothing for what print does, more for what it hardly does. A line inside a cell is
 * full, a cell does not end in a comma, weights and scores are numbers, a target and its result are of one kind.
 */
import { compact } from '../../../normalizers/fold.ts';
import type { ColumnKey } from '../../../normalizers/indicator-terms.ts';
import { isUnit, parseTarget } from '../../../normalizers/target-value.ts';
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
  twoQuantities: 5,
  notSign: 30,
  unitWithDigits: 12,
  unitUnknown: 3,
  saysWhy: 0.5,
  sentenceAsName: 2,
  overflow: 2,
} as const;

/** Widths in Chinese characters. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);

/** A number is never broken; what counts it may be. */
const number = /^\d{1,3}(?:\.\d{1,3})? ?分?$/;
const isPoints = (text: string) => number.test(text);
/** 权重 are points or per cent. */
const isWeight = (text: string) => number.test(text.replace(/[%％]$/, ''));
/** 指标性质 by a sign or by a word. */
const sign = /^(?:[≥≧≤≦><=＝＞＜≈]{1,2}|大于等于|小于等于|大于|小于|等于|定性|定量|正向|反向|负向)(?:指标)?$/;

/** @param width characters of a full line of the column */
export function cellCost(cell: readonly Token[], next: Token | undefined, column: ColumnKey, width: number): number {
  const text = textOf(cell);
  if (column === 'weight' || column === 'score') {
    const broken = cell.slice(1).some((token) => /\d/.test(token.text));
    return !broken && (column === 'weight' ? isWeight : isPoints)(text) ? 0 : costs.notNumber;
  }
  if (column === 'operator') return sign.test(compact(text)) ? 0 : costs.notSign;
  let cost = typeCost(text, column);
  let line = 0;
  for (const [i, token] of cell.entries()) {
    const wide = widthOf(token.text);
    if (i > 0 && token.before === 'line') cost += Math.max(0, width - line - costs.slack);
    if (i > 0 && (column === 'target' || column === 'actual') && isQuantity(token.text)) {
      if (isQuantity(textOf(cell.slice(0, i)))) cost += costs.twoQuantities;
    }
    if (i > 0 && token.before === 'blank') {
      cost +=
        /^\d/.test(token.text) && !/\d$|[%）)]$/.test(cell[i - 1]?.text ?? '')
          ? costs.joinedBeforeDigit
          : costs.joinedOverBlank;
    }
    line = i > 0 && token.before === 'blank' ? line + wide + 0.5 : wide;
    if (token.before !== 'cell') cost += Math.max(0, line - width - 0.5) * costs.overflow;
  }
  if (cell[0]?.before === 'cell') return cost;
  if (/[、，,；“（(]$/.test(text)) cost += costs.endsInComma;
  if (/^[、，。；”）)%]/.test(text)) cost += costs.beginsWithStop;
  if (next?.before === 'line' && line >= width - costs.slack && !/[。；]$/.test(text)) cost += costs.endsFull;
  return cost;
}

const isQuantity = (text: string) => parseTarget(text).value !== null;

function typeCost(text: string, column: ColumnKey): number {
  if ((column === 'level3' || column === 'name') && /^[≥≤>＞<＜]?\d[\d.]*[%％]?$/.test(compact(text)))
    return costs.numberAsName;
  if (column === 'deviation' || column === 'remark') return isPoints(text) ? costs.numberAsName : costs.saysWhy;
  if (column === 'unit') return /\d/.test(text) ? costs.unitWithDigits : isUnit(text) ? 0 : costs.unitUnknown;
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
