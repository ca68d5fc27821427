import type { Box } from './printed-page.ts';
import type { Doubt, Verdict } from './verdict.ts';

/** A check as it is told to a person: the verdict with the print of its operands. */
export interface AuditedCheck
  extends Pick<
    Verdict,
    'rule' | 'status' | 'outcome' | 'severity' | 'message' | 'english' | 'stated' | 'expected' | 'difference' | 'quote'
  > {
  /** Why it may be our own misreading; null where nothing speaks for that. */
  readonly doubt: Doubt | null;
  readonly page: number | null;
  readonly operands: readonly {
    readonly quote: string;
    readonly page: number | null;
    readonly box: Box | null;
  }[];
}

/** What was checked of a document, wherever it comes from. */
export interface Audit {
  readonly file: string;
  /** Figures of the document, and how many of them took part in a check: a check of nothing is no comfort. */
  readonly figures: number;
  readonly checked: number;
  readonly checks: readonly AuditedCheck[];
}
