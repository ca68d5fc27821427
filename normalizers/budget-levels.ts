/**
 * Words for whose budget a report on a government's money speaks of, and for which of its budgets: normalizers/vocab/budget-levels.csv
 * and budget-names.csv.
 */
import { z } from 'zod';
import { compact } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

const row = z.object({ level: z.string().min(2) });

const nameRow = z.object({
  name: z.string().min(2),
  budget: z.enum(['general_public_budget', 'government_fund', 'state_capital', 'elsewhere']),
});

export type BudgetName = z.infer<typeof nameRow>;

let levels: readonly string[] | undefined;
let names: readonly BudgetName[] | undefined;

/** @returns 全市, 市级, 市本级 …, folded */
export function budgetLevels(): readonly string[] {
  levels ??= readVocabulary('budget-levels.csv', row).map(({ level }) => compact(level));
  return levels;
}

/** @returns what the names of a budget's revenue, expenditure … begin with; `elsewhere` for money without concepts of its own */
export function budgetNames(): readonly BudgetName[] {
  names ??= readVocabulary('budget-names.csv', nameRow);
  return names;
}
