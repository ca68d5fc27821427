/** Percentages in prose: growth follows from amount and change, completion from budget and execution, a share from part and whole. */

import { compact } from '../../normalizers/fold.ts';
import { proseTermAt } from '../../normalizers/prose-terms.ts';
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Interval, minus, ofFigure, percentOf } from './interval.ts';
import { judge } from './judge.ts';
import { fits } from './prose-lists.ts';

/** @param figures of the prose, in reading order */
export function checkRates(figures: readonly Figure[]): readonly Verdict[] {
  return figures.flatMap((figure, index) => {
    const before = figures
      .slice(Math.max(0, index - 80), index)
      .filter((other) => sameParagraph(other, figure))
      .reverse();
    if (figure.measure === 'growth_rate') return growth(figure, before);
    if (figure.measure === 'completion_rate') return completion(figure, before);
    return figure.measure === 'share' ? share(figure, before) : [];
  });
}

const sameParagraph = (a: Figure, b: Figure) =>
  a.at.kind === 'prose' && b.at.kind === 'prose' && a.at.passage === b.at.passage;

const sameThing = (a: Figure, b: Figure) =>
  a.concept === b.concept &&
  a.function?.code === b.function?.code &&
  a.function?.name === b.function?.name &&
  a.economic?.name === b.economic?.name &&
  a.project === b.project;

function growth(rate: Figure, before: readonly Figure[]): readonly Verdict[] {
  const own = before.filter((other) => sameThing(other, rate));
  const change = own.find(({ measure }) => measure === 'change');
  const amount = own.find(
    ({ measure, fiscalYear, basis }) => measure === 'amount' && fiscalYear === rate.fiscalYear && basis === rate.basis,
  );
  const earlier = own.find(({ measure, fiscalYear }) => measure === 'amount' && fiscalYear !== rate.fiscalYear);
  const [c, a, e, r] = [change, amount, earlier, rate].map((one) => (one === undefined ? null : ofFigure(one)));
  const base = e ?? (a !== null && a !== undefined && c !== null && c !== undefined ? minus(a, c) : null);
  const rise = c ?? (a !== null && a !== undefined && e !== null && e !== undefined ? minus(a, e) : null);
  if (base === null || base === undefined || rise === null || rise === undefined || r === null || r === undefined)
    return [];
  const expected = percentOf(rise, base);
  if (expected === null) return [];
  return [
    judge({
      rule: 'growth.from_amounts',
      stated: r,
      expected,
      figures: [rate, ...[change, amount, earlier].flatMap((one) => one ?? [])],
      names: { stated: `${rate.stated}的增减率`, expected: '按金额计算的增减率' },
      english: { stated: 'the printed growth', expected: 'growth by the amounts' },
      unit: '%',
    }),
  ];
}

function completion(rate: Figure, before: readonly Figure[]): readonly Verdict[] {
  const own = before.filter((other) => sameThing(other, rate) && other.fiscalYear === rate.fiscalYear);
  const done = own.find(({ measure, basis }) => measure === 'amount' && basis === 'actual');
  const planned = own.filter(({ measure, basis }) => measure === 'amount' && /budget$/.test(basis));
  const r = ofFigure(rate);
  const d = done === undefined ? null : ofFigure(done);
  if (done === undefined || r === null || d === null) return [];
  const rates = planned.flatMap((plan) => {
    const value = ofFigure(plan);
    const expected = value === null ? null : percentOf(d, value);
    return expected === null ? [] : [{ plan, expected }];
  });
  const fits = rates.find(({ expected }) => expected.low <= r.high && r.low <= expected.high) ?? rates[0];
  if (fits === undefined) return [];
  return [
    judge({
      rule: 'completion.from_amounts',
      stated: r,
      expected: fits.expected,
      figures: [rate, done, fits.plan],
      names: { stated: `${rate.stated}的完成率`, expected: '按金额计算的完成率' },
      english: { stated: 'the printed completion', expected: 'completion by the amounts' },
      unit: '%',
    }),
  ];
}

/** 占…的: the whole is named between 占 and the number; where it is not, it is the first amount of the paragraph. */
function share(rate: Figure, before: readonly Figure[]): readonly Verdict[] {
  const part = before.find((other) => sameThing(other, rate) && other.measure === 'amount');
  if (part === undefined || rate.at.kind !== 'prose') return [];
  const words = compact(rate.at.passage.text.slice(0, rate.at.from)).replace(/[“”"]/g, '');
  const named = /占(?:比)?([^，。；：占]*)$/.exec(words)?.[1] ?? '';
  const term = named === '' ? null : wholeNamed(named);
  const amounts = before.filter(
    ({ measure, basis, fiscalYear }) => measure === 'amount' && basis === part.basis && fiscalYear === part.fiscalYear,
  );
  const whole =
    term === null
      ? named === '' || /^(?:的|比|为)$/.test(named)
        ? amounts.at(-1)
        : undefined
      : amounts.find(({ stated }) => stated === term);
  const [r, p, w]: readonly (Interval | null)[] = [
    ofFigure(rate),
    ofFigure(part),
    whole === undefined ? null : ofFigure(whole),
  ];
  if (term === null && whole !== undefined && !fits(whole, [part])) return [];
  if (
    whole === undefined ||
    whole === part ||
    r === null ||
    p === null ||
    w === null ||
    r === undefined ||
    p === undefined ||
    w === undefined
  )
    return [];
  const expected = percentOf(p, w);
  if (expected === null) return [];
  return [
    judge({
      rule: 'share.from_amounts',
      stated: r,
      expected,
      figures: [rate, part, whole],
      names: { stated: `${rate.stated}的占比`, expected: `按${part.stated}与${whole.stated}计算的占比` },
      english: { stated: 'the printed share', expected: 'the share by the amounts' },
      unit: '%',
    }),
  ];
}

function wholeNamed(words: string): string | null {
  for (let at = 0; at < words.length; at++) {
    const term = proseTermAt(words, at);
    if (term !== null && (term.kind === 'concept' || term.kind === 'both')) return term.term;
  }
  return null;
}
