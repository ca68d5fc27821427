/** After a batch of files: reports of the agencies that it touched are held against each other. */
import { reportsOf, storeCrossVerdicts } from '../db/cross-checks.ts';
import type { Connection } from '../db/open.ts';
import type { Patience } from '../db/patience.ts';
import { checkAcross } from './verify/across-documents.ts';

/** @param agencies of documents that were stored, and of those that they replaced */
export function crossCheck(db: Connection, agencies: ReadonlySet<string>, patience: Patience): void {
  for (const reports of reportsOf(db, agencies)) storeCrossVerdicts(db, reports, checkAcross(reports), patience);
}
