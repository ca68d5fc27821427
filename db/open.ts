/**
 * Opening a database: a new file gets the schema, an old one is checked, views are remade where their files changed.
 * Everything stored is derived from reports, so there are no migrations: another schema version means rebuild.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { errorCode, Refusal } from '../pipeline/model/refusal.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { onDatabase } from './errors.ts';
import { type Patience, patiently } from './patience.ts';

export type Connection = Database.Database;

/** PRAGMA user_version: raised when tables change or a view loses or renames a column. */
export const schemaVersion = 3;
/** PRAGMA application_id, “mzhg”: tells this project's databases from others. */
export const applicationId = 0x6d7a6867;
/** How long to wait for another process that is writing, in milliseconds, where nothing else is said. */
const usual: Patience = { longest: 5000 };

/**
 * Opens for reading and writing; makes the file when it is not there.
 * @throws Refusal when the file is no database of this version or cannot be written
 */
export function openForWriting(path: string, patience: Patience = usual): Connection {
  return onDatabase(path, () => {
    if (!existsSync(dirname(path)))
      throw new Refusal('database-unwritable', `${path}: there is no folder ${dirname(path)}`);
    // SQLite takes a file of one byte for an empty one and would write over it (unixFileSize in os_unix.c).
    if (statSync(path, { throwIfNoEntry: false })?.size === 1)
      throw new Refusal('database-foreign', `${path}: not an SQLite database; nothing was changed`);
    return patiently(patience, (timeout) => {
      const db = new Database(path, { timeout });
      try {
        claim(db, path);
        db.pragma('journal_mode = wal');
        db.pragma('synchronous = normal');
        db.pragma('foreign_keys = on');
        remakeViews(db);
        return db;
      } catch (error) {
        db.close();
        throw error;
      }
    });
  });
}

/**
 * Opens so that no statement can change anything.
 * @throws Refusal when the file is missing or no database of this version
 */
export function openForReading(path: string, { longest: timeout }: Patience = usual): Connection {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new Refusal('database-missing', `${path}: no such database; make it with mingzhang ingest <report>`);
  }
  return onDatabase(path, () => {
    const db = readable(path, timeout);
    try {
      if (identityOf(db) === 0)
        throw new Refusal('database-foreign', `${path}: an SQLite file, but no mingzhang database`);
      verify(db, path);
      return swept(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/**
 * Whoever reads a database with a write-ahead log makes files beside it, and may not remove them; one who may write does so when
 * he is the last to leave. So a second connection, which is asked nothing, leaves after the first.
 */
function swept(db: Connection): Connection {
  if (db.memory || db.pragma('journal_mode', { simple: true }) !== 'wal') return db;
  const last = companion(db.name);
  const leave = db.close.bind(db);
  db.close = () => {
    leave();
    last?.close();
    return db;
  };
  return db;
}

function companion(path: string): Connection | null {
  try {
    return checked(new Database(path, { fileMustExist: true, timeout: 0 }));
  } catch {
    return null;
  }
}

/** A WAL database in a folder that cannot be written opens only as a copy in memory; nobody can be writing there either. */
function readable(path: string, timeout: number): Connection {
  try {
    return roomy(checked(new Database(path, { readonly: true, timeout })));
  } catch (error) {
    const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (!/^SQLITE_(?:CANTOPEN|READONLY)/.test(errorCode(error) ?? '') || log > 0) throw error;
    const bytes = readFileSync(path);
    // File format versions, 2 for WAL, which a database in memory cannot have (https://sqlite.org/fileformat.html, 1.3).
    bytes.fill(1, 18, 20);
    return checked(new Database(bytes, { readonly: true }));
  }
}

/** Questions to ten thousand reports sort in memory, and look at pages instead of copying them. */
function roomy(db: Connection): Connection {
  db.pragma('cache_size = -65536');
  db.pragma(`mmap_size = ${2 ** 31}`);
  return db;
}

/** SQLite looks into the file only when the first statement asks. */
function checked(db: Connection): Connection {
  try {
    db.pragma('schema_version');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function identityOf(db: Connection): number {
  return Number(db.pragma('application_id', { simple: true }));
}

/** An empty file becomes a database of ours, by whichever process comes first; anything else must already be one. */
function claim(db: Connection, path: string): void {
  const isEmpty = () => identityOf(db) === 0 && db.prepare('select count(*) from sqlite_master').pluck().get() === 0;
  if (isEmpty()) {
    const schema = readFileSync(packageFile('db/schema.sql'), 'utf8');
    db.transaction(() => {
      if (!isEmpty()) return;
      db.exec(schema);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${schemaVersion}`);
    }).exclusive();
  }
  verify(db, path);
}

function verify(db: Connection, path: string): void {
  if (identityOf(db) !== applicationId) {
    throw new Refusal('database-foreign', `${path}: an SQLite file of another program; nothing was changed`);
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > schemaVersion) {
    throw new Refusal(
      'database-newer',
      `${path}: made by a newer mingzhang (schema ${version}, this one knows ${schemaVersion}); update mingzhang`,
    );
  }
  if (version < schemaVersion) {
    throw new Refusal(
      'database-older',
      `${path}: made by an older mingzhang (schema ${version}); make it anew with mingzhang rebuild`,
    );
  }
}

/** SQLite keeps a view's text from `create view` on; only views whose file says otherwise are written. */
function remakeViews(db: Connection): void {
  const folder = packageFile('db/views');
  const views = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -4), sql: readFileSync(`${folder}/${file}`, 'utf8') }));
  const wanted = new Map(views.map(({ name, sql }) => [name, statementOf(sql)]));
  const differences = () => {
    const rows = db.prepare("select name, sql from sqlite_master where type = 'view'").raw().all() as [
      string,
      string,
    ][];
    const stored = new Map(rows);
    const differs = (name: string) => stored.get(name) !== wanted.get(name);
    return { stale: [...stored.keys()].filter(differs), missing: views.filter(({ name }) => differs(name)) };
  };
  const { stale, missing } = differences();
  if (stale.length === 0 && missing.length === 0) return;
  db.transaction(() => {
    const { stale, missing } = differences();
    for (const name of stale) db.exec(`drop view "${name}"`);
    for (const { sql } of missing) db.exec(sql);
  }).immediate();
}

const statementOf = (sql: string) =>
  sql
    .slice(sql.indexOf('create view'))
    .replace(/;\s*$/, '')
    .replace(/^create view/i, 'CREATE VIEW');
