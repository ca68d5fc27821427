/** Figures that a person read off a table against those that were read by the program: which are missing, which are too many. */
import type { Figure } from '../../pipeline/model/figure.ts';
import { printedValue } from './tables.ts';

export interface GoldFigure {
  readonly concept: string;
  /** Concepts that are as right. */
  readonly concept_accept?: readonly string[];
  readonly component?: string;
  readonly basis: string;
  readonly alt_basis?: readonly string[];
  readonly measure: string;
  readonly fiscal_year: number;
  readonly amount_yuan?: number | null;
  readonly value?: number | null;
  readonly unit: string;
  readonly function_code?: string | null;
  readonly economic_code?: string | null;
  readonly project?: string | null;
  /** The unit of its row; none where it is of the whole. */
  readonly org?: string | null;
  readonly quote: string;
  readonly page?: number;
  readonly table?: string;
  readonly source?: string;
}

export interface FigureMatch {
  /** Gold figures without a read one, by their quotes. */
  readonly missing: readonly string[];
  /** Read figures that no gold figure is. */
  readonly extra: readonly string[];
}

/** Pairs each gold figure with a read one that agrees in everything; each is used once. */
export function matchFigures(gold: readonly GoldFigure[], read: readonly Figure[]): FigureMatch {
  const left = [...read];
  const missing: string[] = [];
  for (const wanted of gold) {
    const at = left.findIndex((figure) => isFigure(wanted, figure));
    if (at < 0) missing.push(wanted.quote);
    else left.splice(at, 1);
  }
  const extra = left.map(({ concept, component, fiscalYear, basis, measure, quote }) =>
    [concept, component, fiscalYear, basis, measure, `“${quote}”`].join(' '),
  );
  return { missing, extra };
}

/** “other” has no concept; what tells such figures apart is left open. */
function isFigure(gold: GoldFigure, figure: Figure): boolean {
  const { concept, component, basis, measure, fiscalYear, project, agency } = figure;
  return (
    [gold.concept, ...(gold.concept_accept ?? [])].includes(concept) &&
    (concept === 'other' || component === (gold.component ?? null)) &&
    [gold.basis, ...(gold.alt_basis ?? [])].includes(basis) &&
    measure === gold.measure &&
    fiscalYear === gold.fiscal_year &&
    (figure.function?.code ?? null) === (gold.function_code ?? null) &&
    (figure.economic?.code ?? null) === (gold.economic_code ?? null) &&
    project === (gold.project ?? null) &&
    agency === (gold.org ?? null) &&
    figure.words.spans[0].page === gold.page &&
    printedValue(figure) === goldValue(gold)
  );
}

/** Money to the fen; percentages with the two places that tables print. */
function goldValue({ amount_yuan, value, unit }: GoldFigure): string {
  if (amount_yuan !== undefined && amount_yuan !== null) return amount_yuan.toFixed(2);
  return `${value?.toFixed(2)}${unit}`;
}
