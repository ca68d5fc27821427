/** Totals that are equal or made of others, wherever in one table or one section they stand; each against its own kind of print. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal } from './identity.ts';
import { type Interval, ofFigure, sum } from './interval.ts';
import { judge } from './judge.ts';
import { balanceRules, partsRules } from './rules/parts.ts';

/**
 * @param figures of one table, or of the document's prose
 * @param complete whether a part that is printed nowhere may not be taken for nothing, as in prose
 */
export function checkTotals(figures: readonly Figure[], complete: boolean): readonly Verdict[] {
  const totals = figures.filter(
    (figure) => isTotal(figure) && figure.measure === 'amount' && figure.component === null && figure.agency === null,
  );
  const years = grouped(totals, ({ fiscalYear, basis }) => `${fiscalYear}|${basis}`);
  return [...years.values()].flatMap((year) => [...checkParts(year), ...checkBalance(year, complete)]);
}

/** The figure of a concept where it is printed once, or always with one value. */
function only(
  figures: readonly Figure[],
  concept: string,
): { readonly figure: Figure; readonly value: Interval } | null {
  const same = figures.filter((figure) => figure.concept === concept);
  const [figure] = same;
  const value = figure === undefined ? null : ofFigure(figure);
  if (figure === undefined || value === null) return null;
  const alike = same.every((other) => {
    const its = ofFigure(other);
    return its !== null && its.low === value.low && its.high === value.high;
  });
  return alike ? { figure, value } : null;
}

function checkParts(figures: readonly Figure[]): readonly Verdict[] {
  return partsRules.flatMap(({ rule, whole, parts }) => {
    const total = only(figures, whole);
    const found = parts.map((part) => only(figures, part));
    if (total === null || found.some((part) => part === null)) return [];
    const addends = found.flatMap((part) => part ?? []);
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
  });
}

function checkBalance(figures: readonly Figure[], complete: boolean): readonly Verdict[] {
  return balanceRules.flatMap(({ rule, left, right }) => {
    const [concept = ''] = left;
    const total = only(figures, concept);
    const printed = right.filter((part) => figures.some((figure) => figure.concept === part));
    const found = printed.map((part) => only(figures, part));
    const [head = ''] = right;
    const lacking = complete && printed.length < right.length;
    if (total === null || found.some((part) => part === null) || !printed.includes(head) || lacking) return [];
    const addends = found.flatMap((part) => part ?? []);
    const [first] = addends;
    if (first === undefined) return [];
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
}
