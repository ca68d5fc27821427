/** After a batch of files: reports of the agencies that it touched are held against each other. */
import { agenciesDue, reportsOf, settleAgencies, storeCrossVerdicts } from '../db/cross-checks.ts';
import type { Connection } from '../db/open.ts';
import type { Patience } from '../db/patience.ts';
import { checkAcross } from './verify/across-documents.ts';

/** Also what an earlier run that was ended has left to do. */
export function crossCheck(db: Connection, patience: Patience): void {
  const agencies = agenciesDue(db);
  if (agencies.size === 0) return;
  for (const reports of reportsOf(db, agencies)) storeCrossVerdicts(db, reports, checkAcross(reports), patience);
  settleAgencies(db, agencies, patience);
}
