/** Totals that are equal or made of others, wherever in one table or one section they stand; each against its own kind of print. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal, placeOf } from './identity.ts';
import { type Interval, ofFigure, sum } from './interval.ts';
import { judge } from './judge.ts';
import { balanceRules, partsRules } from './rules/parts.ts';

interface Printed {
  readonly figure: Figure;
  readonly value: Interval;
}

/**
 * @param figures of one table, or of the document's prose
 * @param complete whether a part that is printed nowhere may not be taken for nothing, as in prose
 */
export function checkTotals(figures: readonly Figure[], complete: boolean): readonly Verdict[] {
  const totals = figures.filter(
    (figure) => isTotal(figure) && figure.measure === 'amount' && figure.component === null && isWhole(figure),
  );
  const years = grouped(totals, ({ fiscalYear, basis, agency }) => `${fiscalYear}|${basis}|${agency ?? ''}`);
  return [...years.values()].flatMap((year) => [...checkParts(year), ...checkBalance(year, complete)]);
}

/** Not of one unit among several in a table; prose names the government whose budgets it tells of. */
const isWhole = ({ agency, source }: Figure) => agency === null || source === 'narrative';

/** The figure of prints that are one, or have all the same value. */
function only(same: readonly Figure[]): Printed | null {
  const [figure] = same;
  const value = figure === undefined ? null : ofFigure(figure);
  if (figure === undefined || value === null) return null;
  const alike = same.every((other) => {
    const its = ofFigure(other);
    return its !== null && its.low === value.low && its.high === value.high;
  });
  return alike ? { figure, value } : null;
}

/**
 * A whole that is printed with several values is of several scopes, or misprinted in one place: each place of it is taken by itself.
 * @returns its prints, one for each set of parts that would make it
 */
function wholesOf(figures: readonly Figure[], concept: string): readonly (Printed & { readonly sole: boolean })[] {
  const same = figures.filter((figure) => figure.concept === concept);
  const sole = only(same);
  if (sole !== null) return [{ ...sole, sole: true }];
  return [...grouped(same, placeOf).values()].flatMap((here) => {
    const own = only(here);
    return own === null ? [] : [{ ...own, sole: false }];
  });
}

/** A part as it is printed nearest to its whole: in the same place, in the same section, anywhere. */
function nearest(figures: readonly Figure[], concept: string, whole: Figure): Printed | null {
  const same = figures.filter((figure) => figure.concept === concept);
  const circles = [
    same.filter((figure) => placeOf(figure) === placeOf(whole)),
    same.filter((figure) => figure.section === whole.section),
    same,
  ];
  const circle = circles.find((one) => one.length > 0);
  return circle === undefined ? null : only(circle);
}

function checkParts(figures: readonly Figure[]): readonly Verdict[] {
  return partsRules.flatMap(({ rule, whole, parts }) =>
    wholesOf(figures, whole).flatMap((total) => {
      const addends = parts.flatMap((part) => nearest(figures, part, total.figure) ?? []);
      if (addends.length < parts.length || !(total.sole || meetsItsParts(total.figure, addends))) return [];
      return [
        judge({
          rule,
          stated: total.value,
          expected: sum(addends.map(({ value }) => value)),
          figures: [total.figure, ...addends.map(({ figure }) => figure)],
          names: { stated: total.figure.label ?? total.figure.stated, expected: '其各组成部分之和' },
          english: { stated: total.figure.concept, expected: 'the sum of its parts' },
          unit: '元',
        }),
      ];
    }),
  );
}

/** Whether a whole of several values stands where its parts do. */
const meetsItsParts = (whole: Figure, parts: readonly Printed[]) =>
  parts.every(({ figure }) => figure.section === whole.section);

function checkBalance(figures: readonly Figure[], complete: boolean): readonly Verdict[] {
  return balanceRules.flatMap(({ rule, left, right, between = [] }) => {
    const [concept = ''] = left;
    const [head = ''] = right;
    const printed = right.filter((part) => figures.some((figure) => figure.concept === part));
    if (!printed.includes(head) || (complete && printed.length < right.length)) return [];
    return wholesOf(figures, concept).flatMap((total) => {
      const own = printed.flatMap((part) => nearest(figures, part, total.figure) ?? []);
      const [first] = own;
      if (first === undefined || own.length < printed.length) return [];
      const addends = [...own, ...between.flatMap((part) => added(figures, part, first.figure, total.figure) ?? [])];
      if (!(total.sole || meetsItsParts(total.figure, addends))) return [];
      if (complete && [total, ...addends].some(({ figure }) => loose.test(figure.stated))) return [];
      return [
        judge({
          rule,
          stated: total.value,
          expected: sum(addends.map(({ value }) => value)),
          figures: [total.figure, ...addends.map(({ figure }) => figure)],
          names: {
            stated: total.figure.label ?? concept,
            expected: right.length === 1 ? (first.figure.label ?? '') : '其组成之和',
          },
          english: { stated: concept, expected: right.join(' + ') },
          unit: '元',
        }),
      ];
    });
  });
}

/** A part that is printed in a row between the two, in their column. */
function added(figures: readonly Figure[], concept: string, from: Figure, to: Figure): Printed | null {
  const [a, b] = [from.at, to.at];
  if (a.kind !== 'cell' || b.kind !== 'cell' || a.grid !== b.grid || a.column !== b.column) return null;
  return only(
    figures.filter(
      ({ at, concept: own }) =>
        own === concept &&
        at.kind === 'cell' &&
        at.grid === a.grid &&
        at.column === a.column &&
        a.row < at.row &&
        at.row < b.row,
    ),
  );
}

/** In prose these may leave out what was carried over; the words of the form do not. */
const loose = /^总(?:收入|支出)$/;
