/** The shelf of checks between reports of one agency: which two reports, and which of their figures are the same thing. */
import type { DocumentKind } from '../../model/reading.ts';

export interface DocumentsRule {
  readonly rule: string;
  /** Kinds of the report in question, and the kind of the other; null for its own kind. */
  readonly kinds: readonly DocumentKind[];
  readonly other: DocumentKind | null;
  /** Years from the report's to the other's. */
  readonly years: 0 | -1;
  /** Bases that are the same thing in both. */
  readonly bases: readonly string[];
  /** What the other report is called in a message. */
  readonly named: string;
  readonly english: string;
}

const budgets = ['initial_budget', 'budget'] as const;

export const documentsRules: readonly DocumentsRule[] = [
  {
    ...{ rule: 'cross_document.same_report', kinds: ['budget', 'final_accounts'], other: null, years: 0 },
    ...{ bases: [...budgets, 'actual'], named: '同年度另一份报告', english: 'another report of the same year' },
  },
  {
    ...{ rule: 'cross_document.last_year', kinds: ['budget'], other: null, years: -1 },
    ...{ bases: budgets, named: '上年度预算', english: 'the budget of the year before' },
  },
  {
    ...{ rule: 'cross_document.last_year', kinds: ['final_accounts'], other: null, years: -1 },
    ...{ bases: ['actual'], named: '上年度决算', english: 'the final accounts of the year before' },
  },
  {
    ...{
      rule: 'cross_document.budget',
      kinds: ['final_accounts', 'performance_self_evaluation'],
      other: 'budget',
      years: 0,
    },
    ...{ bases: budgets, named: '同年度预算', english: 'the budget of the same year' },
  },
];
