/** A number that is said of a project at one place of the text: its money on some basis, its rate of execution, its score. */
import type { Basis, Measure, PlainNumber } from '../../pipeline/model/figure.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { Money } from '../../pipeline/model/money.ts';
import type { Passage } from '../../pipeline/model/passage.ts';
import type { Funds } from './lists/funds-terms.ts';

export interface Statement {
  /** The project's name where it is said; null for the whole department. */
  readonly project: string | null;
  readonly concept:
    | 'project.funds'
    | 'project.funds_fiscal'
    | 'project.funds_other'
    | 'performance.score'
    | 'expenditure.grand_total'
    | 'revenue.general_public_budget';
  readonly basis: Basis;
  readonly measure: Measure;
  readonly value: { readonly money: Money } | { readonly number: PlainNumber; readonly unit: string };
  readonly source: 'narrative' | 'table';
  readonly section: number;
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  /** The unit that carries the project out, where the form names another than the report's. */
  readonly agency?: string | null;
  /** In a ruled table: the cell, and the label of its row. */
  readonly cell?: { readonly grid: Grid; readonly row: number; readonly column: number; readonly label: string };
}

/** Money with its place in a passage. */
export interface PlacedMoney {
  readonly money: Money;
  readonly from: number;
  readonly to: number;
}

export type PlacedFunds = Partial<Record<Funds, PlacedMoney>>;

const bases: Readonly<Record<Funds, Basis>> = {
  initialBudget: 'initial_budget',
  budget: 'budget',
  received: 'received',
  actual: 'actual',
  carriedOver: 'carried_over',
};

/** @returns a statement for each amount */
export function fundsStatements(
  project: string,
  section: number,
  passage: Passage,
  funds: PlacedFunds,
): readonly Statement[] {
  const kinds: readonly Funds[] = ['initialBudget', 'budget', 'received', 'actual', 'carriedOver'];
  return kinds.flatMap((kind) => {
    const found = funds[kind];
    if (found === undefined) return [];
    const { money, from, to } = found;
    const basis = bases[kind];
    return [
      {
        project,
        concept: 'project.funds',
        basis,
        measure: 'amount',
        value: { money },
        source: 'narrative',
        section,
        passage,
        from,
        to,
      },
    ];
  });
}
