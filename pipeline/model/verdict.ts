import type { Figure } from './figure.ts';
import type { Span } from './span.ts';

/** pass: what is printed agrees; fail: it cannot; skipped: something it needs was not read. */
export type VerdictStatus = 'pass' | 'fail' | 'skipped';
/** How well it agrees: to the last digit, within the printed precision, not, or not known. */
export type VerdictOutcome = 'exact' | 'rounded' | 'off' | 'unread';

/**
 * Why a contradiction may be our own misreading: characters, columns, unit or item of an operand had another reading, or other operands could
 * be meant.
 */
export type Doubt = 'text' | 'columns' | 'unit' | 'item' | 'operand';

/** One check that was carried out on a document. */
export interface Verdict {
  /** Family and rule: sum.parts, balance.totals … (the query contract, section 7). */
  readonly rule: string;
  readonly status: VerdictStatus;
  readonly outcome: VerdictOutcome;
  readonly severity: 'info' | 'warn' | 'error';
  /** A sentence for a finance officer, in Chinese and in English. */
  readonly message: string;
  readonly english: string;
  /** What is printed, what it should be, and by how much they differ: yuan, or plain numbers, in decimal digits. */
  readonly stated: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  /** The figures that took part; the one in question first. */
  readonly figures: readonly Figure[];
  readonly span: Span | null;
  /** The prints side by side. */
  readonly quote: string | null;
  /** False where recognized numbers take part that its passing does not prove to be read rightly. */
  readonly confirms?: boolean;
  /** Only of contradictions. */
  readonly doubt?: Doubt;
}
