/**
 * Whether changed numbers still fit the identity that a check stands for: arithmetic of its own, in floating point, so that it
 * cannot share a mistake with the checks it measures.
 */
import type { Figure } from '../pipeline/model/figure.ts';
import type { Verdict } from '../pipeline/model/verdict.ts';
import { numberIn } from './defects.ts';

/** Lowest and highest value that the print allows. */
type Range = readonly [low: number, high: number];
/** A printed place, and the words that stand there now. */
export interface Reprint {
  readonly start: number;
  readonly words: string;
}

/** @returns whether no values within the prints satisfy what the check says must hold */
export function contradicts(verdict: Verdict, reprint: Reprint): boolean {
  const { rule, figures } = verdict;
  const ranges = figures.map((figure) => rangeOf(figure, reprint));
  const [first, ...rest] = ranges;
  if (first === undefined || rest.length === 0) return false;
  if (rule.endsWith('.same_figure') || rule === 'repeat.count') return rest.some((other) => apart(first, other));
  if (rule === 'share.procurement_sme') return apart(first, total(portions(rest)));
  if (/^balance\.(?:remainder|carryover)$/.test(rule)) {
    const [spent = first, ...had] = [...rest].reverse();
    return had.length > 0 && apart(first, difference(total(had), spent));
  }
  if (/^(?:share|completion)\./.test(rule)) {
    const [part, whole] = rest;
    return part !== undefined && whole !== undefined && apart(first, percent(part, whole));
  }
  if (rule === 'growth.from_amounts') return growthFails(figures, ranges);
  if (rule === 'growth.change') {
    const [amount = first, earlier = first] = rest;
    return apart(first, difference(amount, earlier));
  }
  return /^(?:sum|hierarchy|balance)\./.test(rule) && apart(first, total(rest));
}

function growthFails(figures: readonly Figure[], ranges: readonly Range[]): boolean {
  const [rate] = figures;
  const at = (wanted: (figure: Figure) => boolean) => ranges[figures.findIndex((one, i) => i > 0 && wanted(one))];
  const change = at(({ measure }) => measure === 'change');
  const now = at(({ measure, fiscalYear }) => measure === 'amount' && fiscalYear === rate?.fiscalYear);
  const before = at(({ measure, fiscalYear }) => measure === 'amount' && fiscalYear !== rate?.fiscalYear);
  const printed = ranges[0] ?? [0, 0];
  if (change !== undefined && before !== undefined) return apart(printed, percent(change, before));
  if (change !== undefined && now !== undefined) return apart(printed, percent(change, difference(now, change)));
  if (now === undefined || before === undefined) return false;
  return apart(printed, percent(difference(now, before), before));
}

function rangeOf(figure: Figure, reprint: Reprint): Range {
  const [low, high] = printedRange(figure, reprint);
  const middle = (low + high) / 2;
  return figure.measure === 'count' && high - low === 1 ? [middle, middle] : [low, high];
}

function printedRange({ value, words }: Figure, { start, words: now }: Reprint): Range {
  const [number, places] =
    value.kind === 'money'
      ? [Number(value.money.fen) / 100, -value.money.place]
      : [Number(value.number.digits) * 10 ** value.number.exponent, -value.number.exponent];
  if (words.spans[0].start !== start) return around(number, places);
  const [before, after] = [numberIn(words.value) ?? '', numberIn(now) ?? ''];
  // What a unit of the printed number is worth, as a power of ten, and whether a decrease is meant.
  const unit = decimals(before) - places;
  const sign = number < 0 && !words.value.includes('-') ? -1 : 1;
  return around(sign * Number(after.replaceAll(',', '')) * 10 ** unit, decimals(after) - unit);
}

const decimals = (number: string) => number.split('.')[1]?.length ?? 0;
const around = (number: number, places: number): Range => [number - 10 ** -places / 2, number + 10 ** -places / 2];
const total = (parts: readonly Range[]): Range => [
  parts.reduce((all, [low]) => all + low, 0),
  parts.reduce((all, [, high]) => all + high, 0),
];
const difference = (a: Range, b: Range): Range => [a[0] - b[1], a[1] - b[0]];

/** A share and what it is of, in turn. */
function portions(ranges: readonly Range[]): readonly Range[] {
  return ranges.flatMap(([low, high], i): readonly Range[] => {
    const of = ranges[i + 1];
    return i % 2 > 0 || of === undefined ? [] : [[(low * of[0]) / 100, (high * of[1]) / 100]];
  });
}

function percent(part: Range, whole: Range): Range {
  if (whole[0] <= 0 && whole[1] >= 0) return [-Infinity, Infinity];
  const ends = part.flatMap((a) => whole.map((b) => (100 * a) / b));
  return [Math.min(...ends), Math.max(...ends)];
}

/** By more than floating point can blur. */
function apart(a: Range, b: Range): boolean {
  const blur = 1e-9 * Math.max(1, ...[...a, ...b].filter(Number.isFinite).map(Math.abs));
  return a[0] > b[1] + blur || b[0] > a[1] + blur;
}
