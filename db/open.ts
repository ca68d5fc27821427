/**
 * Opening a database: a new file gets the schema, an old one is checked, views are remade where their files changed.
 * Everything stored is derived from reports, so there are no migrations: another schema version means rebuild.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../pipeline/model/refusal.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { onDatabase } from './errors.ts';

export type Connection = Database.Database;

/** PRAGMA user_version: raised when tables change or a view loses or renames a column. */
export const schemaVersion = 1;
/** PRAGMA application_id, “mzhg”: tells this project's databases from others. */
export const applicationId = 0x6d7a6867;
/** How long to wait for another process that is writing, in milliseconds. */
const patience = 5000;

/**
 * Opens for reading and writing; makes the file when it is not there.
 * @throws Refusal when the file is no database of this version or cannot be written
 */
export function openForWriting(path: string, timeout = patience): Connection {
  return onDatabase(path, () => {
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
}

/**
 * Opens so that no statement can change anything.
 * @throws Refusal when the file is missing or no database of this version
 */
export function openForReading(path: string, timeout = patience): Connection {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new Refusal('database-missing', `${path}: no such database; make it with mingzhang ingest <report>`);
  }
  return onDatabase(path, () => {
    const db = readable(path, timeout);
    try {
      if (identityOf(db) === 0)
        throw new Refusal('database-foreign', `${path}: an SQLite file, but no mingzhang database`);
      verify(db, path);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** A WAL database in a folder that cannot be written opens only as immutable; nobody can be writing there either. */
function readable(path: string, timeout: number): Connection {
  const open = (name: string) => {
    const db = new Database(name, { readonly: true, timeout });
    try {
      db.pragma('schema_version');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return open(path);
  } catch (error) {
    if (!/^SQLITE_(?:CANTOPEN|READONLY)/.test(String((error as { code?: string }).code))) throw error;
    return open(`file:${encodeURI(path).replaceAll('?', '%3f').replaceAll('#', '%23')}?immutable=1`);
  }
}

function identityOf(db: Connection): number {
  return Number(db.pragma('application_id', { simple: true }));
}

/** An empty file becomes a database of ours; anything else must already be one. */
function claim(db: Connection, path: string): void {
  const objects = db.prepare('select count(*) from sqlite_master').pluck().get();
  if (identityOf(db) === 0 && objects === 0) {
    const schema = readFileSync(packageFile('db/schema.sql'), 'utf8');
    db.transaction(() => {
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
  const stored = new Map(
    (db.prepare("select name, sql from sqlite_master where type = 'view'").raw().all() as [string, string][]).map(
      ([name, sql]) => [name, sql],
    ),
  );
  const folder = packageFile('db/views');
  const views = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -4), sql: readFileSync(`${folder}/${file}`, 'utf8') }));
  const wanted = new Map(views.map(({ name, sql }) => [name, statementOf(sql)]));
  const stale = [...stored.keys()].filter((name) => stored.get(name) !== wanted.get(name));
  const missing = views.filter(({ name }) => stored.get(name) !== wanted.get(name));
  if (stale.length === 0 && missing.length === 0) return;
  db.transaction(() => {
    for (const name of stale) db.exec(`drop view "${name}"`);
    for (const { sql } of missing) db.exec(sql);
  }).immediate();
}

const statementOf = (sql: string) =>
  sql
    .slice(sql.indexOf('create view'))
    .replace(/;\s*$/, '')
    .replace(/^create view/i, 'CREATE VIEW');
