import type { Figure, TableReading } from './figure.ts';
import type { Finding } from './finding.ts';
import type { Grid, Layout } from './layout.ts';
import type { Money } from './money.ts';
import type { Outline } from './outline.ts';
import type { Passage } from './passage.ts';
import type { Performance, Remark } from './performance.ts';
import type { Sourced } from './sourced.ts';
import type { Verdict } from './verdict.ts';

export type DocumentKind =
  | 'budget'
  | 'final_accounts'
  | 'performance_self_evaluation'
  | 'performance_evaluation'
  | 'budget_execution_report'
  | 'other';

export type Caliber = 'consolidated' | 'own';

/** What the document says of itself. Null where it does not say. */
export interface DocumentFacts {
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly caliber: Caliber | null;
  readonly agency: string | null;
  /** Names from province down, joined by “/”; as far as the divisions' list or the print gives them. */
  readonly region: string | null;
  /** GB/T 2260, six digits. */
  readonly regionCode: string | null;
  readonly fiscalYear: number | null;
}

/** A money expression in running text or a cell, whatever it is about. */
export interface AmountMention {
  /** Index of the section it stands in. */
  readonly section: number;
  /** The paragraph or cell, and its index range there. */
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  /** The printed words, line breaks removed. */
  readonly words: Sourced<string>;
  readonly money: Sourced<Money>;
  /** Set for the two ends of a range such as 3至5万元. */
  readonly bound: 'low' | 'high' | null;
}

/** Everything read from one document. */
export interface DocumentReading {
  readonly layout: Layout;
  readonly outline: Outline;
  readonly facts: DocumentFacts;
  readonly mentions: readonly AmountMention[];
  /** What became of the tables that could be read. */
  readonly tables: ReadonlyMap<Grid, TableReading>;
  /** Figures of the prose, in reading order. */
  readonly prose: readonly Figure[];
  readonly performance: Performance;
  /** Problems and improvements that an evaluation tells of. */
  readonly remarks: readonly Remark[];
  /** What was checked. */
  readonly verdicts: readonly Verdict[];
  /** Why an amount of the prose became no figure. */
  readonly unresolved: ReadonlyMap<AmountMention, string>;
  readonly findings: readonly Finding[];
  /** Figures that a second engine reads as well; null when none was asked. */
  readonly agreed: ReadonlySet<Figure> | null;
}
