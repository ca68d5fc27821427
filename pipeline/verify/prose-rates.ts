/** Percentages in prose: growth follows from amount and change, completion from budget and execution, a share from part and whole. */
import type { Figure } from '../model/figure.ts';
import type { AmountMention } from '../model/reading.ts';
import type { Verdict } from '../model/verdict.ts';
import { isTotal } from './identity.ts';
import { meet, minus, ofFigure, percentOf } from './interval.ts';
import { judge } from './judge.ts';
import { checkShare } from './prose-shares.ts';

/**
 * @param figures of the prose, in reading order
 * @param unread amounts of the prose that became no figure
 * @param tabled figures of the tables, where a share's whole may be printed
 */
export function checkRates(
  figures: readonly Figure[],
  unread: ReadonlySet<AmountMention>,
  tabled: readonly Figure[] = [],
): readonly Verdict[] {
  const totals = [...tabled, ...figures].filter((figure) => isTotal(figure) && figure.measure === 'amount');
  return figures.flatMap((figure, index) => {
    if (followsUnread(figure, unread)) return [];
    const before = figures
      .slice(Math.max(0, index - 80), index)
      .filter((other) => sameParagraph(other, figure))
      .reverse();
    if (figure.measure === 'growth_rate') return growth(figure, before);
    if (figure.measure === 'completion_rate') return completion(figure, before);
    return figure.measure === 'share' ? checkShare(figure, before, totals) : [];
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

/** Whether two figures are of one thing, whatever they measure of it. */
export const sameThing = (a: Figure, b: Figure) =>
  a.concept === b.concept &&
  a.component === b.component &&
  (a.concept !== 'other' || a.stated === b.stated) &&
  a.agency === b.agency &&
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

const inOneSentence = (one: Figure, other: Figure) =>
  one.at.kind === 'prose' &&
  other.at.kind === 'prose' &&
  !/[。；;]/.test(one.at.passage.folded.slice(one.at.to, other.at.from));

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
  const found = rates.find(({ expected }) => meet(expected, r));
  const fits = found ?? rates[0];
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
      rivals: rates.filter(({ plan }) => inOneSentence(plan, rate)).length > 1,
    }),
  ];
}
