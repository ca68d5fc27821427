/** One statement that reads → its rows, or one line on what is wrong with it. */
import type { Connection } from '../../db/open.ts';
import { errorCode, Refusal } from '../model/refusal.ts';
import type { Value } from './print-rows.ts';

/** What SQLite says of the SQL itself, not of the file. */
const faultOfQuery = /^SQLITE_(?:ERROR|READONLY|TOOBIG|NOMEM|MISMATCH|RANGE|AUTH)/;

/**
 * @param db opened for reading
 * @throws Refusal when the SQL is wrong, is more than one statement, or would change something
 */
export function select(
  db: Connection,
  sql: string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] } {
  try {
    const statement = db.prepare(sql);
    if (!statement.reader || !statement.readonly)
      throw new Refusal('query-wrong', 'only statements that read are allowed (select …)');
    const rows = statement.safeIntegers().raw().all() as Value[][];
    return { columns: statement.columns().map(({ name }) => name), rows };
  } catch (error) {
    if (error instanceof RangeError || faultOfQuery.test(errorCode(error) ?? ''))
      throw new Refusal('query-wrong', `the query: ${(error as Error).message}`);
    throw error;
  }
}
