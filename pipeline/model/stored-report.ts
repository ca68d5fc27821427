/** What checks across documents need of a stored report: who published it for which year, and its amounts. */
import type { DocumentFacts } from './reading.ts';
import type { Verdict } from './verdict.ts';

export interface StoredFigure {
  readonly id: number;
  readonly concept: string;
  readonly label: string | null;
  readonly component: string | null;
  readonly basis: string;
  readonly fiscalYear: number;
  readonly functionCode: string | null;
  readonly functionName: string | null;
  readonly economicCode: string | null;
  readonly economicName: string | null;
  readonly governmentCode: string | null;
  readonly project: string | null;
  /** The unit of its row, in a table of several. */
  readonly agency: string | null;
  readonly fen: bigint;
  /** The last printed digit stands for 10^place yuan. */
  readonly place: number;
  readonly source: 'narrative' | 'table';
  readonly page: number | null;
  /** Whether its number was recognized in a picture. */
  readonly recognized: boolean;
  readonly quote: string;
}

export interface StoredReport extends Pick<DocumentFacts, 'kind' | 'caliber' | 'agency' | 'regionCode' | 'fiscalYear'> {
  readonly id: number;
  readonly file: string;
  readonly figures: readonly StoredFigure[];
}

/** A check between two reports, kept with the one that is in question. */
export interface CrossVerdict extends Omit<Verdict, 'figures' | 'span'> {
  readonly document: number;
  /** The figure in question first. */
  readonly figures: readonly StoredFigure[];
}
