/** `mingzhang show --unread`: headers, rows and cells of statement tables that match nothing, as a list to work through. */
import { readFileSync } from 'node:fs';
import { onDatabase } from '../../db/errors.ts';
import { openForReading } from '../../db/open.ts';
import { findDocuments } from '../../db/read.ts';
import { Refusal } from '../model/refusal.ts';
import { packageFile } from '../package-file.ts';
import { printRows, type Value } from './print-rows.ts';

/**
 * @param name a document by file name or id; undefined for all
 * @returns the exit code
 */
export function runUnread(name: string | undefined, path: string): number {
  const db = openForReading(path);
  try {
    const rows = onDatabase(path, () => {
      if (name === undefined)
        return db
          .prepare(readFileSync(packageFile('db/queries/unread.sql'), 'utf8'))
          .raw()
          .all();
      const [document] = findDocuments(db, name);
      if (document === undefined) throw new Refusal('document-unknown', `${name}: no such document in ${path}`);
      const unread =
        "select code, message, page from finding where document_id = ? and stage = 'tables' order by finding_id";
      return db.prepare(unread).raw().all(document);
    });
    const columns =
      name === undefined ? ['code', 'message', 'times', 'files', 'file', 'page'] : ['code', 'message', 'page'];
    process.stdout.write(`${printRows(columns, rows as readonly (readonly Value[])[], 'table')}\n`);
    return 0;
  } finally {
    db.close();
  }
}
