/** Down a table's columns: 类 = Σ 款 = Σ 项, 301 = Σ 301xx, the total = Σ of what is highest. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal } from './identity.ts';
import { type Interval, ofFigure, sum } from './interval.ts';
import { judge, skipped } from './judge.ts';
import { type NumberRows, unknownRows, unreadRows } from './unknown-rows.ts';

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
  const table: Table = { unread: unreadRows(figures, amounts), bands: bandsByPart([...columns.values()]) };
  return [...columns.values()].flatMap((column) => [
    ...checkItems(column, 'function', table),
    ...checkItems(column, 'economic', table),
  ]);
}

/** What is looked up of the whole table. */
interface Table {
  readonly unread: NumberRows;
  /** Columns that hold a figure of a part, by what it is a part of. */
  readonly bands: ReadonlyMap<string, ReadonlySet<readonly Figure[]>>;
}
type Kind = 'function' | 'economic';

function checkItems(column: readonly Figure[], kind: Kind, table: Table): readonly Verdict[] {
  const places = placesOf(column, kind);
  return places.length === 0
    ? []
    : [...checkLevels(column, places, kind, table), ...checkTotal(column, places, kind, table)];
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
  table: Table,
): readonly Verdict[] {
  const nextUnknown = unknownRows(column, uncodedOf(column, kind), table.unread);
  const verdicts: Verdict[] = [];
  /** Up to where only parts of a code stand, as found for the last item of that code. */
  const ends = new Map<string, number>();
  for (const [index, parent] of places.entries()) {
    const below = childrenOf(index, places);
    const [first, last] = [below[0], below.at(-1)];
    if (first === undefined || last === undefined) continue;
    let end = Math.max(ends.get(parent.code) ?? 0, placeAfter(places, index, last.row));
    while (places[end]?.code.startsWith(parent.code) === true) end++;
    ends.set(parent.code, end);
    if (nextUnknown(parent.row) < (places[end]?.row ?? Number.POSITIVE_INFINITY)) {
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

function checkTotal(column: readonly Figure[], own: readonly Place[], kind: Kind, table: Table): readonly Verdict[] {
  const total = totalOf(column);
  const parts = column.filter(
    (figure) => isTotal(figure) && figure !== total && partOfExpenditure.test(figure.concept),
  );
  // Where the parts of expenditure are rows too, items stand below them, not all of the total.
  if (total !== null && parts.length > 0 && !partOfExpenditure.test(total.concept)) {
    return parts.flatMap((part) =>
      checkSum(
        part,
        kind,
        [column],
        own.filter(({ figure }) => figure.component === part.concept),
      ),
    );
  }
  if (total === null) return [];
  const bands = bandsBeside(total, column, table);
  return checkSum(total, kind, [column, ...bands], [...own, ...bands.flatMap((band) => placesOf(band, kind))]);
}

/** A total against the highest of its items, unless one of them is not known to be where it belongs. */
function checkSum(
  total: Figure,
  kind: Kind,
  columns: readonly (readonly Figure[])[],
  places: readonly Place[],
): readonly Verdict[] {
  const stated = ofFigure(total);
  const shortest = shortestOf(places);
  const top = places.filter(({ code }) => code.length === shortest);
  const heads = new Set(top.map(({ code }) => code));
  const orphan = places.some(({ code }) => !heads.has(code.slice(0, shortest)));
  const uncoded = columns.some((column) => uncodedOf(column, kind).length > 0);
  if (stated === null || places.length < 2 || orphan || uncoded) return [];
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
function bandsBeside(total: Figure, column: readonly Figure[], { bands }: Table): readonly (readonly Figure[])[] {
  const whole = partKey(total, total.concept);
  const codeOf = ({ function: item, economic }: Figure) => item?.code ?? economic?.code ?? null;
  const listed = new Set(column.map(codeOf));
  return [...(bands.get(whole) ?? [])].filter(
    (other) =>
      other !== column &&
      // A column beside it that is of the same items tells something else of them: 年初结转 | 本年支出.
      !other.some((figure) => codeOf(figure) !== null && listed.has(codeOf(figure))) &&
      other.every((figure) =>
        isTotal(figure) ? figure.concept !== total.concept : partKey(figure, figure.component) === whole,
      ),
  );
}

const partKey = ({ basis, agency, measure, fiscalYear }: Figure, whole: string | null) =>
  [whole ?? '', basis, agency ?? '', measure, fiscalYear ?? ''].join('|');

function bandsByPart(columns: readonly (readonly Figure[])[]): Table['bands'] {
  const bands = new Map<string, Set<readonly Figure[]>>();
  for (const column of columns) {
    for (const figure of column) {
      if (figure.component === null) continue;
      const key = partKey(figure, figure.component);
      bands.set(key, (bands.get(key) ?? new Set()).add(column));
    }
  }
  return bands;
}

/**
 * The items one level down, 款 of a 类, else 项: in the rows after it up to the next that is no part of it.
 * @param index of the item among the places, which stand in the order of their rows
 */
function childrenOf(index: number, places: readonly Place[]): readonly Place[] {
  const parent = places[index];
  if (parent === undefined) return [];
  const inside: Place[] = [];
  for (let at = placeAfter(places, index, parent.row); at < places.length; at++) {
    const place = places[at];
    if (place === undefined || place.code.length <= parent.code.length || !place.code.startsWith(parent.code)) break;
    inside.push(place);
  }
  const next = shortestOf(inside);
  return inside.filter(({ code }) => code.length === next);
}

/** The first place at or after an index that stands below a row. */
function placeAfter(places: readonly Place[], from: number, row: number): number {
  let at = from;
  while ((places[at]?.row ?? Number.POSITIVE_INFINITY) <= row) at++;
  return at;
}

const shortestOf = (places: readonly Place[]) =>
  places.reduce((least, { code }) => Math.min(least, code.length), Number.POSITIVE_INFINITY);

/** The one total of a column; of both a year's own total and a grand one, the year's own. */
function totalOf(column: readonly Figure[]): Figure | null {
  const totals = column.filter(
    (figure) => isTotal(figure) && !/^(?:carryover|other$|revenue\.(?!current_year|grand_total))/.test(figure.concept),
  );
  const own = totals.filter(({ concept }) => /current_year$/.test(concept));
  const [one, ...more] = own.length > 0 ? own : totals;
  return one !== undefined && more.length === 0 ? one : null;
}
