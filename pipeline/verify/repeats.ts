/** The same thing stated more than once, in tables, in prose, in both: every print of it must agree with the finest. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, identityOf, placeOf } from './identity.ts';
import { ofFigure } from './interval.ts';
import { judge } from './judge.ts';

/** Things whose names, not concepts, tell them apart, and parts that may be listed in pieces. */
export const unlike =
  /^(?:other$|assets\.|staff\.|meeting$|training$|procurement\.(?:sme|micro)$|carryover\.|sangong\.(?:vehicles|reception_(?:domestic|foreign)))/;

export function checkRepeats(figures: readonly Figure[]): readonly Verdict[] {
  const amounts = figures.filter(
    (figure) =>
      figure.measure === 'amount' &&
      figure.value.kind === 'money' &&
      !unlike.test(figure.concept) &&
      figure.component !== 'other' &&
      figure.fiscalYear !== null,
  );
  return [...grouped(amounts, identityOf).values()].flatMap((same) => (same.length < 2 ? [] : compare(same)));
}

function compare(same: readonly Figure[]): readonly Verdict[] {
  const places = new Set(same.map(placeOf));
  const unnamed = same.some(({ function: item, economic }) => item?.code === null || economic?.code === null);
  if (
    places.size < 2 ||
    unnamed ||
    [...places].some((place) => ambiguous(same.filter((one) => placeOf(one) === place)))
  )
    return [];
  const finest = [...same].sort((a, b) => precision(a) - precision(b) || rank(a) - rank(b))[0];
  const reference = finest === undefined ? null : ofFigure(finest);
  if (finest === undefined || reference === null) return [];
  return same.flatMap((figure) => {
    const value = ofFigure(figure);
    if (figure === finest || value === null || placeOf(figure) === placeOf(finest)) return [];
    const kind =
      figure.source === finest.source ? (figure.source === 'table' ? 'cross_table' : 'repeat') : 'narrative_table';
    return [
      judge({
        rule: `${kind}.same_figure`,
        stated: value,
        expected: reference,
        figures: [figure, finest],
        names: { stated: `${figure.label ?? figure.stated}在此处`, expected: '在他处' },
        english: { stated: `${figure.concept} here`, expected: 'the same elsewhere' },
        unit: '元',
      }),
    ];
  });
}

/** One place prints it with several values: they are of things that nothing read tells apart. */
const ambiguous = (same: readonly Figure[]) =>
  new Set(same.map(({ value }) => (value.kind === 'money' ? value.money.fen : 0n))).size > 1;

const precision = ({ value }: Figure) => (value.kind === 'money' ? value.money.place : 0);
const rank = ({ source }: Figure) => (source === 'table' ? 0 : 1);
