/** Down a table's columns: 类 = Σ 款 = Σ 项, 301 = Σ 301xx, the total = Σ of what is highest. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal } from './identity.ts';
import { type Interval, ofFigure, sum } from './interval.ts';
import { judge, skipped } from './judge.ts';

interface Place {
  readonly figure: Figure;
  readonly code: string;
  readonly value: Interval;
  readonly row: number;
}

/** @param figures of one table */
export function checkColumns(figures: readonly Figure[]): readonly Verdict[] {
  const amounts = figures.filter(
    ({ measure, concept }) => (measure === 'amount' || measure === 'change') && !concept.startsWith('procurement.'),
  );
  const columns = grouped(amounts, (figure) =>
    figure.at.kind === 'cell'
      ? `${figure.at.column}|${figure.agency ?? ''}|${figure.measure}|${figure.fiscalYear}`
      : '',
  );
  return [...columns.values()].flatMap((column) => [
    ...checkItems(column, 'function', columns),
    ...checkItems(column, 'economic', columns),
  ]);
}

type Columns = ReadonlyMap<string, readonly Figure[]>;
type Kind = 'function' | 'economic';

function checkItems(column: readonly Figure[], kind: Kind, columns: Columns): readonly Verdict[] {
  const places = placesOf(column, kind);
  return places.length === 0
    ? []
    : [...checkLevels(column, places, kind, columns), ...checkTotal(column, places, kind, columns)];
}

/** The items of a column, from above down. */
function placesOf(column: readonly Figure[], kind: Kind): readonly Place[] {
  const other = kind === 'function' ? 'economic' : 'function';
  return column
    .flatMap((figure): Place[] => {
      const code = figure[kind]?.code ?? null;
      const value = ofFigure(figure);
      if (code === null || value === null || figure[other] !== null || figure.at.kind !== 'cell') return [];
      return [{ figure, code, value, row: figure.at.row }];
    })
    .sort((a, b) => a.row - b.row);
}

const uncodedOf = (column: readonly Figure[], kind: Kind) =>
  column.flatMap((figure) =>
    figure[kind] !== null && figure[kind].code === null && figure.at.kind === 'cell' ? [figure.at.row] : [],
  );

function checkLevels(
  column: readonly Figure[],
  places: readonly Place[],
  kind: Kind,
  columns: Columns,
): readonly Verdict[] {
  const uncoded = uncodedOf(column, kind);
  const unread = unreadRows(column, columns);
  const verdicts: Verdict[] = [];
  for (const parent of places) {
    const below = childrenOf(parent, places);
    const [first, last] = [below[0], below.at(-1)];
    if (first === undefined || last === undefined) continue;
    const next =
      places.find(({ row, code }) => row > last.row && !code.startsWith(parent.code))?.row ?? Number.POSITIVE_INFINITY;
    if ([...uncoded, ...unread].some((row) => row > parent.row && row < next)) {
      const figures = [parent.figure, ...below.map(({ figure }) => figure)];
      verdicts.push(
        skipped(
          `hierarchy.${kind}`,
          figures,
          '所属科目中有未能认出编码的，无法核对',
          'an item below it has no known code',
        ),
      );
      continue;
    }
    verdicts.push(
      judge({
        rule: `hierarchy.${kind}`,
        stated: parent.value,
        expected: sum(below.map(({ value }) => value)),
        figures: [parent.figure, ...below.map(({ figure }) => figure)],
        names: { stated: `${parent.figure.stated}（${parent.code}）`, expected: '所属下级科目之和' },
        english: { stated: `item ${parent.code}`, expected: 'the sum of the items below it' },
        unit: '元',
      }),
    );
  }
  return verdicts;
}

function checkTotal(
  column: readonly Figure[],
  own: readonly Place[],
  kind: Kind,
  columns: Columns,
): readonly Verdict[] {
  const total = totalOf(column);
  const stated = total === null ? null : ofFigure(total);
  if (total === null || stated === null) return [];
  // Where the parts of expenditure are rows too, items stand below them, not all of the total.
  const parted = column.some((figure) => isTotal(figure) && figure !== total && partOfExpenditure.test(figure.concept));
  if (parted && !partOfExpenditure.test(total.concept)) return [];
  const bands = bandsBeside(total, column, columns);
  const places = [...own, ...bands.flatMap((band) => placesOf(band, kind))];
  const shortest = Math.min(...places.map(({ code }) => code.length));
  const top = places.filter(({ code }) => code.length === shortest);
  const orphan = places.some(
    ({ code }) => code.length > shortest && !top.some((parent) => code.startsWith(parent.code)),
  );
  if (places.length < 2 || orphan || [column, ...bands].some((one) => uncodedOf(one, kind).length > 0)) return [];
  return [
    judge({
      rule: 'sum.total',
      stated,
      expected: sum(top.map((place) => place.value)),
      figures: [total, ...top.map(({ figure }) => figure)],
      names: { stated: total.stated, expected: '各科目之和' },
      english: { stated: 'the total', expected: 'the sum of its items' },
      unit: '元',
    }),
  ];
}

const partOfExpenditure = /\.(?:basic|project|personnel|operating)$/;

/**
 * A form in bands (item, amount | item, amount) prints one total for several: columns of items of what the total is, without a
 * total of their own (财决公开06表: 公用经费合计 under the third band sums the second and the third).
 */
function bandsBeside(total: Figure, column: readonly Figure[], columns: Columns): readonly (readonly Figure[])[] {
  const isPart = ({ component, basis, agency, measure, fiscalYear }: Figure) =>
    component === total.concept &&
    basis === total.basis &&
    agency === total.agency &&
    measure === total.measure &&
    fiscalYear === total.fiscalYear;
  return [...columns.values()].filter(
    (other) =>
      other !== column &&
      other.some(isPart) &&
      other.every((figure) => (isTotal(figure) ? figure.concept !== total.concept : isPart(figure))),
  );
}

/** Rows with a number in the column that became no figure: what they are of is not known, and they may be of any item above. */
function unreadRows(column: readonly Figure[], columns: Columns): readonly number[] {
  const [at] = column.flatMap((figure) => (figure.at.kind === 'cell' ? [figure.at] : []));
  if (at === undefined) return [];
  const read = new Set(
    [...columns.values()]
      .flat()
      .flatMap((figure) => (figure.at.kind === 'cell' && figure.at.column === at.column ? [figure.at.row] : [])),
  );
  return at.grid.cells.flatMap(({ row, col, passage }) =>
    col === at.column && !read.has(row) && /^\s*-?[\d,]*\d\.?\d*\s*$/.test(passage?.folded ?? '') ? [row] : [],
  );
}

/** The items one level down, 款 of a 类, else 项: in the rows after it up to the next that is no part of it. */
function childrenOf(parent: Place, places: readonly Place[]): readonly Place[] {
  const after = places.filter(({ row }) => row > parent.row);
  const end = after.findIndex(({ code }) => code.length <= parent.code.length || !code.startsWith(parent.code));
  const inside = end < 0 ? after : after.slice(0, end);
  const next = Math.min(...inside.map(({ code }) => code.length));
  return inside.filter(({ code }) => code.length === next);
}

/** The one total of a column; of both a year's own total and a grand one, the year's own. */
function totalOf(column: readonly Figure[]): Figure | null {
  const totals = column.filter(
    (figure) => isTotal(figure) && !/^(?:carryover|other$|revenue\.(?!current_year|grand_total))/.test(figure.concept),
  );
  const own = totals.filter(({ concept }) => /current_year$/.test(concept));
  const [one, ...more] = own.length > 0 ? own : totals;
  return one !== undefined && more.length === 0 ? one : null;
}
