/** What one table, list or paragraph says of performance, before the projects of a document are brought together. */
import type { Money } from '../../pipeline/model/money.ts';
import type { Indicator } from '../../pipeline/model/performance.ts';
import type { Sourced } from '../../pipeline/model/sourced.ts';
import type { Statement } from './statements.ts';

/** A project where it is told of once. */
export interface ProjectMention {
  /** As printed, less the blanks of layout. */
  readonly name: string;
  readonly fiscalYear: number | null;
  readonly initialBudget: Money | null;
  readonly budget: Money | null;
  readonly actual: Money | null;
  readonly executionRate: string | null;
  readonly score: string | null;
  readonly section: number;
  readonly words: Sourced<string>;
  readonly quote: string;
}

export interface Form {
  /** Null where it is about the whole department. */
  readonly project: ProjectMention | null;
  readonly indicators: readonly Omit<Indicator, 'project'>[];
  /** Its numbers with their places. */
  readonly statements?: readonly Statement[];
}
