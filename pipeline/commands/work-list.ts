/** `mingzhang show --unread`, `--unresolved`: what was not understood, of all documents or of one, as a list to work through. */
import { readFileSync } from 'node:fs';
import { onDatabase } from '../../db/errors.ts';
import { type Connection, openForReading } from '../../db/open.ts';
import { packageFile } from '../package-file.ts';
import { printRows, type Value } from './print-rows.ts';
import { storedDocument } from './stored-document.ts';

export interface WorkList {
  /** The ready-made query over all documents. */
  readonly query: string;
  /** The same of one document, whose id is its parameter. */
  readonly ofOne: (all: string) => string;
}

/** Headers, rows and cells of statement tables that match nothing. */
export const unread: WorkList = {
  query: 'unread',
  ofOne: () => "select code, message, page from finding where document_id = ? and stage = 'tables' order by finding_id",
};

/** Money expressions of the prose that became no figure. */
export const unresolved: WorkList = {
  query: 'unresolved',
  ofOne: (all) => `select words_before, text, reason, page, start from (${all}) where document_id = ? order by start`,
};

/**
 * @param name a document by file name or id; undefined for all
 * @param path of the database
 * @returns the exit code
 */
export function runWorkList(list: WorkList, name: string | undefined, path: string): number {
  const db = openForReading(path);
  try {
    const { columns, rows } = onDatabase(path, () => rowsOf(db, list, name, path));
    process.stdout.write(`${[...printRows(columns, rows, 'table')].join('')}\n`);
    return 0;
  } finally {
    db.close();
  }
}

function rowsOf(db: Connection, { query, ofOne }: WorkList, name: string | undefined, path: string) {
  const all = readFileSync(packageFile(`db/queries/${query}.sql`), 'utf8')
    .trimEnd()
    .replace(/;$/, '\n');
  const document = name === undefined ? [] : [storedDocument(db, name, path)];
  const statement = db.prepare<number[], Value[]>(name === undefined ? all : ofOne(all)).raw();
  return { columns: statement.columns().map((column) => column.name), rows: statement.all(...document) };
}
