/** Percentages in prose: growth follows from amount and change, completion from budget and execution, a share from part and whole. */
import { compact } from '../../normalizers/fold.ts';
import { proseTermAt } from '../../normalizers/prose-terms.ts';
import type { Figure } from '../model/figure.ts';
import type { AmountMention } from '../model/reading.ts';
import type { Verdict } from '../model/verdict.ts';
import { minus, ofFigure, percentOf } from './interval.ts';
import { judge } from './judge.ts';
import { fits } from './prose-lists.ts';

/** @param figures of the prose, in reading order; @param unread amounts of the prose that became no figure */
export function checkRates(figures: readonly Figure[], unread: ReadonlySet<AmountMention>): readonly Verdict[] {
  return figures.flatMap((figure, index) => {
    if (followsUnread(figure, unread)) return [];
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

/** Whether the amount before it in its sentence was not read: a rate is of what stands before it. */
function followsUnread({ at }: Figure, unread: ReadonlySet<AmountMention>): boolean {
  if (at.kind !== 'prose') return false;
  return [...unread].some(
    ({ passage, to }) => passage === at.passage && to <= at.from && !/[。\d]/.test(passage.folded.slice(to, at.from)),
  );
}

const sameThing = (a: Figure, b: Figure) =>
  a.concept === b.concept &&
  a.function?.code === b.function?.code &&
  a.function?.name === b.function?.name &&
  a.economic?.name === b.economic?.name &&
  a.project === b.project;

function growth(rate: Figure, before: readonly Figure[]): readonly Verdict[] {
  const own = before.filter((other) => sameThing(other, rate));
  const change = own.find(({ measure, basis }) => measure === 'change' && basis === rate.basis);
  const amount = own.find(
    ({ measure, fiscalYear, basis }) => measure === 'amount' && fiscalYear === rate.fiscalYear && basis === rate.basis,
  );
  const earlier = own.find(({ measure, fiscalYear }) => measure === 'amount' && fiscalYear !== rate.fiscalYear);
  const [c, a, e] = [printed(change), printed(amount), printed(earlier)];
  const r = printed(rate);
  const base = e ?? (a !== null && c !== null ? minus(a, c) : null);
  const rise = c ?? (a !== null && e !== null ? minus(a, e) : null);
  const expected = base === null || rise === null ? null : percentOf(rise, base);
  const changed =
    change === undefined || c === null || a === null || e === null
      ? []
      : [
          judge({
            rule: 'growth.change',
            stated: c,
            expected: minus(a, e),
            figures: [change, ...[amount, earlier].flatMap((one) => one ?? [])],
            names: { stated: `${change.stated}的增减额`, expected: '两年金额之差' },
            english: { stated: 'the printed change', expected: 'the difference of both years' },
            unit: '元',
          }),
        ];
  if (expected === null || r === null) return changed;
  return [
    ...changed,
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

const printed = (figure: Figure | undefined) => (figure === undefined ? null : ofFigure(figure));

function completion(rate: Figure, before: readonly Figure[]): readonly Verdict[] {
  const own = before.filter((other) => sameThing(other, rate) && other.fiscalYear === rate.fiscalYear);
  const done = own.find(({ measure, basis }) => measure === 'amount' && basis === 'actual');
  // 追加项目支出499.062万元，已执行392.452万元，执行率…: what was added is a plan of its own.
  const planned = own.filter(
    ({ measure, basis }) => (measure === 'amount' && /budget$/.test(basis)) || measure === 'change',
  );
  const r = ofFigure(rate);
  const d = printed(done);
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
  if (whole === undefined || whole === part || (term === null && !fits(whole, [part]))) return [];
  const [r, p, w] = [ofFigure(rate), ofFigure(part), ofFigure(whole)];
  if (r === null || p === null || w === null) return [];
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
