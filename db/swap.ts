/**
 * Building a database beside another and putting it in its place when it is whole: a rename, so that at any moment the path
 * holds either the old database or the new one.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { Refusal } from '../pipeline/model/refusal.ts';
import { onDatabase } from './errors.ts';
import { type Connection, openForWriting } from './open.ts';

export interface Replacement {
  readonly db: Connection;
  /** Puts the new database in place of the old one. */
  readonly commit: () => void;
  /** Throws the new database away; the old one was never touched. */
  readonly abandon: () => void;
}

const companions = (path: string) => [`${path}-wal`, `${path}-shm`, `${path}-journal`];

/**
 * @param path where the new database is to stand
 * @returns an empty database in a file beside it
 * @throws Refusal when `path` holds something that is no database of this project
 */
export function beginReplacement(path: string): Replacement {
  if (existsSync(path)) checkReplaceable(path);
  const building = `${path}.building`;
  const clear = () => {
    for (const file of [building, ...companions(building)]) rmSync(file, { force: true });
  };
  onDatabase(path, clear);
  const db = openForWriting(building);
  return {
    db,
    commit: () =>
      onDatabase(path, () => {
        db.pragma('wal_checkpoint(truncate)');
        db.pragma('journal_mode = delete');
        db.close();
        if (existsSync(path)) settle(path);
        renameSync(building, path);
      }),
    abandon: () => {
      db.close();
      clear();
    },
  };
}

/** Older and newer databases of ours may be replaced, foreign files never. */
function checkReplaceable(path: string): void {
  try {
    openForWriting(path).close();
  } catch (error) {
    const replaceable =
      error instanceof Refusal && ['database-older', 'database-newer', 'database-damaged'].includes(error.code);
    if (!replaceable) throw error;
  }
}

/** Folds the old database's log into it: a log left behind would be played into the new file. Fails while others use it. */
function settle(path: string): void {
  try {
    const old = openForWriting(path);
    old.pragma('journal_mode = delete');
    old.close();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'database-locked') throw error;
    if (!(error instanceof Refusal)) throw error;
  }
  for (const file of companions(path)) rmSync(file, { force: true });
}
