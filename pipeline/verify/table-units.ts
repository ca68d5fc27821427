/** Down the columns of a table of units: 合计 = Σ of the units, whose department may be printed first with the whole of it. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal } from './identity.ts';
import { meet, ofFigure, sum } from './interval.ts';
import { judge } from './judge.ts';

/** @param figures of one table */
export function checkTableUnits(figures: readonly Figure[]): readonly Verdict[] {
  const amounts = figures.filter((figure) => figure.measure === 'amount' && isTotal(figure));
  const columns = grouped(amounts, ({ at, concept, component, fiscalYear, basis }) =>
    [at.kind === 'cell' ? at.column : '', concept, component, fiscalYear, basis].join('|'),
  );
  return [...columns.values()].flatMap(checkColumn);
}

function checkColumn(column: readonly Figure[]): readonly Verdict[] {
  const units = column.filter(({ agency }) => agency !== null);
  return column
    .filter(({ agency }) => agency === null)
    .flatMap((total) => {
      const stated = ofFigure(total);
      const parts = ownUnits(total, units);
      const values = parts.flatMap((part) => ofFigure(part) ?? []);
      if (stated === null || parts.length < 2 || values.length < parts.length) return [];
      return [
        judge({
          rule: 'sum.units',
          stated,
          expected: sum(values),
          figures: [total, ...parts],
          names: { stated: total.stated, expected: '各单位之和' },
          english: { stated: 'the total', expected: 'the sum of its units' },
          unit: '元',
        }),
      ];
    });
}

/** Without the department's own row of everything, if the first has the total's number. */
function ownUnits(total: Figure, units: readonly Figure[]): readonly Figure[] {
  const [first, ...rest] = units;
  const [all, whole] = [total, first].map((one) => (one === undefined ? null : ofFigure(one)));
  if (first === undefined || all == null || whole == null || !meet(all, whole)) return units;
  const again = rest.some(({ agency }) => agency === first.agency);
  const others = rest.flatMap((unit) => ofFigure(unit) ?? []);
  return again || meet(all, sum(others)) ? rest : units;
}
