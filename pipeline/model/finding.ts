/**
 * What a stage has to say about a document: collected, coded, placed, never thrown, never stopping anything.
 * The catalogue below is the whole list; words may change, codes may not.
 */
import type { Span } from './span.ts';

export type Severity = 'info' | 'warn' | 'error';
export type Stage = 'read' | 'layout' | 'sections' | 'facts' | 'amounts' | 'tables' | 'clauses' | 'performance';

interface FindingKind {
  readonly stage: Stage;
  readonly severity: Severity;
}

export const findingKinds = {
  'bytes-undecodable': { stage: 'read', severity: 'warn' },
  'encoding-guessed': { stage: 'read', severity: 'info' },
  'amount-rounded-to-fen': { stage: 'amounts', severity: 'warn' },
  'no-text-layer': { stage: 'read', severity: 'error' },
  'page-unverifiable': { stage: 'read', severity: 'error' },
  'characters-unknown': { stage: 'read', severity: 'info' },
  'text-hidden': { stage: 'read', severity: 'info' },
  'text-recognized': { stage: 'read', severity: 'warn' },
  'page-recognized': { stage: 'read', severity: 'warn' },
  'words-uncertain': { stage: 'read', severity: 'warn' },
  'page-unreadable': { stage: 'read', severity: 'error' },
  'page-without-text': { stage: 'read', severity: 'warn' },
  'picture-without-words': { stage: 'read', severity: 'info' },
  'attachment-not-read': { stage: 'read', severity: 'warn' },
  'pictures-not-read': { stage: 'read', severity: 'warn' },
  'changes-accepted': { stage: 'read', severity: 'info' },
  'cells-hidden': { stage: 'read', severity: 'info' },
  'formula-unread': { stage: 'read', severity: 'warn' },
  'records-unknown': { stage: 'read', severity: 'warn' },
  'engine-fallback': { stage: 'read', severity: 'info' },
  'second-opinion-missing': { stage: 'read', severity: 'warn' },
  'engines-disagree': { stage: 'read', severity: 'warn' },
  'amount-malformed': { stage: 'amounts', severity: 'warn' },
  'unit-doubled': { stage: 'amounts', severity: 'warn' },
  'title-inferred': { stage: 'facts', severity: 'info' },
  'agency-unknown': { stage: 'facts', severity: 'warn' },
  'year-unknown': { stage: 'facts', severity: 'warn' },
  'not-a-report': { stage: 'facts', severity: 'info' },
  'kind-unknown': { stage: 'facts', severity: 'warn' },
  'region-unknown': { stage: 'facts', severity: 'info' },
  'file-name-disagrees': { stage: 'facts', severity: 'warn' },
  'section-number-skipped': { stage: 'sections', severity: 'info' },
  'indicator-table-unread': { stage: 'performance', severity: 'warn' },
  'indicator-row-unread': { stage: 'performance', severity: 'warn' },
  'template-left': { stage: 'clauses', severity: 'warn' },
  'unit-inherited': { stage: 'clauses', severity: 'warn' },
  'table-unknown': { stage: 'tables', severity: 'warn' },
  'table-ambiguous': { stage: 'tables', severity: 'warn' },
  'column-unknown': { stage: 'tables', severity: 'warn' },
  'row-unknown': { stage: 'tables', severity: 'warn' },
  'cell-unreadable': { stage: 'tables', severity: 'warn' },
  'unit-unknown': { stage: 'tables', severity: 'warn' },
  'item-doubtful': { stage: 'tables', severity: 'info' },
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof findingKinds;

export interface Finding {
  readonly code: FindingCode;
  /** What was expected, what is printed, where; one sentence. */
  readonly message: string;
  readonly span: Span | null;
}

/** How a stage reports; the pipe collects in order. */
export type Note = (finding: Finding) => void;
