/**
 * The money of a form → statements, one for each cell: by where it comes from (年度资金总额, 其中：财政拨款, 其他资金) and by the kind of number
 * over it (年初预算数, 全年预算数, 全年执行数, 执行率).
 */
import { compact } from '../../../normalizers/fold.ts';
import type { HeadKey, MoneyKey, SourceKey } from '../../../normalizers/indicator-terms.ts';
import { sourceKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { Basis, Measure, PlainNumber } from '../../../pipeline/model/figure.ts';
import type { Grid, GridCell } from '../../../pipeline/model/layout.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import { readCellNumber } from '../../tables/numbers.ts';
import type { Statement } from '../statements.ts';
import { kindOver, numbersAfter, type Printed, unitsAround } from './form-cells.ts';
import { moneyIn, unitIn } from './money.ts';

export interface FormMoney {
  readonly project: string | null;
  /** Null for the report's own. */
  readonly agency: string | null;
  readonly grid: Grid;
  readonly section: number;
  /** What a form without a unit of its own counts in. */
  readonly unit: string | null;
}

export type Source = SourceKey | 'total';

const concepts: Readonly<Record<Source, Statement['concept']>> = {
  total: 'project.funds',
  fiscal: 'project.funds_fiscal',
  other: 'project.funds_other',
};

/** What a cell's money is of: a form without a project is the whole department's. */
export const conceptOf = (source: Source, project: string | null): Statement['concept'] =>
  source === 'total' && project === null ? 'expenditure.grand_total' : concepts[source];

export interface Kind {
  readonly basis: Basis;
  readonly measure: Measure;
}

const kinds: Partial<Record<MoneyKey, Kind>> = {
  initial: { basis: 'initial_budget', measure: 'amount' },
  added: { basis: 'adjusted_budget', measure: 'change' },
  budget: { basis: 'budget', measure: 'amount' },
  received: { basis: 'received', measure: 'amount' },
  actual: { basis: 'actual', measure: 'amount' },
  rate: { basis: 'actual', measure: 'completion_rate' },
  left: { basis: 'carried_over', measure: 'amount' },
  left_rate: { basis: 'carried_over', measure: 'share' },
};

/** @param rows the fields above the form's indicators */
export function formFunds(rows: readonly (readonly Printed[])[], form: FormMoney): readonly Statement[] {
  const total = totalHead(rows);
  const adjusts = rows.flat().some(({ money }) => money === 'initial');
  return rows.flatMap((cells, at) =>
    cells.flatMap((label, i) => {
      const source = label.head === total && total !== null ? 'total' : sourceKeyOf(label.words.value);
      if (source === null || (source === 'total' && at !== firstOf(rows, total))) return [];
      const values = numbersAfter(cells, i);
      return values.flatMap((value) => {
        const over = kindOver(rows, at, value.cell);
        if (over === null && (values.length > 1 || isOfPeriod(rows, at, value))) return [];
        const kind = kindOf(over, adjusts);
        const units = [unitIn(over?.words.value), unitIn(label.words.value), ...unitsAround(rows, at, label.cell)];
        return kind === null
          ? []
          : (statementOf(
              value,
              label.words.value,
              conceptOf(source, form.project),
              kind,
              [...units, form.unit],
              form,
            ) ?? []);
      });
    }),
  );
}

/** The label that the whole year's money bears in this form. */
function totalHead(rows: readonly (readonly Printed[])[]): HeadKey | null {
  const ranks: readonly HeadKey[] = ['funds_year', 'funds_total'];
  return ranks.find((rank) => firstOf(rows, rank) >= 0) ?? null;
}

const firstOf = (rows: readonly (readonly Printed[])[], rank: HeadKey | null) =>
  rows.findIndex((cells) => cells.some(({ head }, i) => head === rank && numbersAfter(cells, i).length > 0));

/** Money of all the years a project runs: the total over it is 实施期资金总额. */
function isOfPeriod(rows: readonly (readonly Printed[])[], at: number, { cell }: Printed): boolean {
  const under = (other: Printed) =>
    other.cell.col < cell.col + cell.colSpan && cell.col < other.cell.col + other.cell.colSpan;
  for (const cells of rows.slice(0, at + 1).reverse()) {
    const over = cells.find(
      ({ head }, i) => /^funds_(?:year|total|period)$/.test(head ?? '') && numbersAfter(cells, i).some(under),
    );
    if (over !== undefined) return over.head === 'funds_period';
  }
  return false;
}

function kindOf(over: Printed | null, adjusts: boolean): Kind | null {
  if (over === null) return kinds.budget ?? null;
  const kind = kinds[over.money ?? 'other'] ?? null;
  const adjusted = over.money === 'budget' && (adjusts || /全年|调整/.test(compact(over.words.value)));
  return kind !== null && adjusted ? { ...kind, basis: 'adjusted_budget' } : kind;
}

/** @param label the words of its row
 * @param units the unit in the nearest place first */
export function statementOf(
  { cell, words }: Printed,
  label: string,
  concept: Statement['concept'],
  { basis, measure }: Kind,
  units: readonly (string | null)[],
  { project, agency, grid, section }: FormMoney,
): Statement | null {
  const { passage } = cell;
  const value =
    measure === 'completion_rate' || measure === 'share' ? percentOf(words.value) : amountOf(words.value, units);
  if (passage === null || value === null) return null;
  return {
    ...{ project, agency, concept, basis, measure, value, source: 'table', section },
    ...placeOf(cell, passage, grid, label),
  };
}

/** @returns a statement of a project's budget in a list, or null where its cell holds no amount */
export function listFunds(
  cell: GridCell | null,
  words: string,
  units: readonly (string | null)[],
  { project, agency, grid, section }: FormMoney,
): Statement | null {
  const value = amountOf(words, units);
  if (cell === null || cell.passage === null || value === null || project === null) return null;
  return {
    ...{
      project,
      agency,
      concept: 'project.funds',
      basis: 'budget',
      measure: 'amount',
      value,
      source: 'table',
      section,
    },
    ...placeOf(cell, cell.passage, grid, project),
  };
}

/** @param score points of a row of totals */
export function scoreStatement(cell: GridCell, score: PlainNumber, form: FormMoney): Statement | null {
  const { project, grid, section } = form;
  if (cell.passage === null) return null;
  const value = { number: { digits: score.digits, exponent: score.exponent }, unit: '分' };
  return {
    ...{ project, concept: 'performance.score', basis: 'none', measure: 'score', value, source: 'table', section },
    ...placeOf(cell, cell.passage, grid, '总分'),
  };
}

/** The whole words of a cell. */
function placeOf(cell: GridCell, passage: Passage, grid: Grid, label: string) {
  const from = passage.text.length - passage.text.trimStart().length;
  const place = { grid, row: cell.row, column: cell.col, label };
  return { passage, from, to: passage.text.trimEnd().length, cell: place };
}

function amountOf(words: string, units: readonly (string | null)[]): Statement['value'] | null {
  const money = moneyIn(words, units);
  return money === null ? null : { money };
}

function percentOf(words: string): Statement['value'] | null {
  const number = readCellNumber(compact(words));
  return number === null ? null : { number: { digits: number.digits, exponent: number.exponent }, unit: '%' };
}
