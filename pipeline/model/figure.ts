import type { Grid } from './layout.ts';
import type { Money } from './money.ts';
import type { Passage } from './passage.ts';
import type { AmountMention } from './reading.ts';
import type { Sourced } from './sourced.ts';

/** 口径: which of a year's numbers a figure is (the query contract, section 4). */
export type Basis = 'initial_budget' | 'adjusted_budget' | 'budget' | 'received' | 'actual' | 'carried_over' | 'none';

export type Measure = 'amount' | 'change' | 'growth_rate' | 'share' | 'completion_rate' | 'count' | 'score';

/** A number that is not money, exactly as printed: digits × 10^exponent. */
export interface PlainNumber {
  readonly digits: bigint;
  readonly exponent: number;
}

/** An item of the classification: its code where one is printed or follows from the name, its name as printed. */
export interface Item {
  readonly code: string | null;
  readonly name: string | null;
}

/** What a figure says, whatever it was read from. */
export interface FigureMeaning {
  /** Concept code of normalizers/vocab/concepts.csv. */
  readonly concept: string;
  /** In a table with several amount columns: the concept the column stands for. */
  readonly component: string | null;
  readonly basis: Basis;
  readonly measure: Measure;
  readonly fiscalYear: number | null;
  readonly function: Item | null;
  readonly economic: Item | null;
  /** Code of the government's own economic classification (5xx), where a row has both. */
  readonly governmentCode: string | null;
  readonly project: string | null;
  /** The unit of a row, where a table lists several; the government whose budget prose tells of; null for the document's agency. */
  readonly agency: string | null;
  /** The name as printed. */
  readonly stated: string;
}

export interface Figure extends FigureMeaning {
  /** The concept's standard name. */
  readonly label: string | null;
  /** Money where the unit is known; a plain number else. */
  readonly value:
    | { readonly kind: 'money'; readonly money: Money }
    | { readonly kind: 'number'; readonly number: PlainNumber; readonly unit: string | null };
  readonly source: 'narrative' | 'table';
  /** Index of its section. */
  readonly section: number;
  /** The number in the print. */
  readonly words: Sourced<string>;
  /** The clause, or the row's label and the number. */
  readonly quote: string;
  /** Where it stands: a place of a table's grid, or index range of a paragraph. */
  readonly at:
    | { readonly kind: 'cell'; readonly grid: Grid; readonly row: number; readonly column: number }
    | { readonly kind: 'prose'; readonly passage: Passage; readonly from: number; readonly to: number };
  /** The money expression it was read from, in prose. */
  readonly mention: AmountMention | null;
}

/** What became of a table. */
export interface TableReading {
  /** Name of its template; null when none fits. */
  readonly template: string | null;
  /** Rows that became records or say nothing. */
  readonly rowsRead: number;
  /** Figures read from it. */
  readonly figures: readonly Figure[];
}

/** @returns the number in decimal digits, with as many places as were printed: 0.50 stays 0.50 */
export function decimalText({ digits, exponent }: PlainNumber): string {
  if (exponent >= 0) return String(digits * 10n ** BigInt(exponent));
  const size = digits < 0n ? -digits : digits;
  const text = String(size).padStart(1 - exponent, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, exponent)}.${text.slice(exponent)}`;
}
