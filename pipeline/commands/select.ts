/** One statement that reads → its rows, or one line on what is wrong with it. */
import type { Connection } from '../../db/open.ts';
import { errorCode, Refusal } from '../model/refusal.ts';
import type { Row, Value } from './print-rows.ts';

/** What SQLite says of the SQL itself, not of the file. */
const faultOfQuery = /^SQLITE_(?:ERROR|READONLY|TOOBIG|NOMEM|MISMATCH|RANGE|AUTH)/;

/**
 * @param db opened for reading
 * @returns rows one after another, each read when it is asked for
 * @throws Refusal when the SQL is wrong, is more than one statement, or would change something; the rows throw it too
 */
export function select(
  db: Connection,
  sql: string,
): { readonly columns: readonly string[]; readonly rows: Iterable<Row> } {
  const statement = refusing(() => {
    const prepared = db.prepare<[], Value[]>(sql);
    if (!prepared.reader || !prepared.readonly)
      throw new Refusal('query-wrong', 'only statements that read are allowed (select …)');
    return prepared.safeIntegers().raw();
  });
  return { columns: statement.columns().map(({ name }) => name), rows: rowsOf(() => statement.iterate()) };
}

function* rowsOf(begin: () => IterableIterator<Row>): Generator<Row> {
  const rows = refusing(begin);
  for (;;) {
    const next = refusing(() => rows.next());
    if (next.done === true) return;
    yield next.value;
  }
}

function refusing<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError || faultOfQuery.test(errorCode(error) ?? ''))
      throw new Refusal('query-wrong', `the query: ${(error as Error).message}`);
    throw error;
  }
}
