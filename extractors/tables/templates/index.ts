/** The shelf of statement tables: the nine of the ministry's form and their provincial kin. Order does not matter. */
import type { StatementTemplate } from '../template.ts';
import { balanceTemplates } from './balance.ts';
import { expenditureTemplates } from './expenditure.ts';
import { matterTemplates } from './matters.ts';

export const statementTemplates: readonly StatementTemplate[] = [
  ...balanceTemplates,
  ...expenditureTemplates,
  ...matterTemplates,
];
