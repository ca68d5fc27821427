/**
 * Building a database beside another and putting it in its place when it is whole: a rename, so that at any moment the path
 * holds either the old database or the new one.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, Refusal } from '../pipeline/model/refusal.ts';
import { onDatabase } from './errors.ts';
import { type Connection, openForWriting } from './open.ts';
import { type Patience, patiently } from './patience.ts';

export interface Replacement {
  readonly db: Connection;
  /**
   * Puts the new database in place of the old one.
   * @throws Refusal when others keep using the old one; the new one then stands beside it, complete
   */
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
export function beginReplacement(path: string, patience?: Patience): Replacement {
  if (existsSync(path)) checkReplaceable(path, patience);
  onDatabase(path, () => clearAbandoned(path));
  const building = `${path}.${process.pid}.building`;
  const clear = () => {
    for (const file of [building, ...companions(building)]) rmSync(file, { force: true });
  };
  const db = begin(building, clear);
  return {
    db,
    commit: () =>
      onDatabase(path, () => {
        db.pragma('wal_checkpoint(truncate)');
        db.pragma('journal_mode = delete');
        db.close();
        if (existsSync(path)) settle(path, building, patience);
        renameSync(building, path);
      }),
    abandon: () => {
      db.close();
      clear();
    },
  };
}

function begin(building: string, clear: () => void): Connection {
  try {
    return openForWriting(building);
  } catch (error) {
    clear();
    throw error;
  }
}

/** Removes what killed rebuilds left; each builds in a file of its own, and one that is alive still needs it. */
function clearAbandoned(path: string): void {
  const name = basename(path);
  for (const file of readdirSync(dirname(path))) {
    const pid = file.startsWith(name) && /^\.(\d+)\.building(?:-\w+)?$/.exec(file.slice(name.length))?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dirname(path), file), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Older and newer databases of ours may be replaced, foreign files never. */
function checkReplaceable(path: string, patience: Patience | undefined): void {
  try {
    openForWriting(path, patience).close();
  } catch (error) {
    const replaceable =
      error instanceof Refusal && ['database-older', 'database-newer', 'database-damaged'].includes(error.code);
    if (!replaceable) throw error;
  }
}

/** Folds the old database's log into it: a log left behind would be played into the new file. Fails while others use it. */
function settle(path: string, building: string, patience: Patience | undefined): void {
  try {
    const old = openForWriting(path, patience);
    try {
      const closing = (timeout: number) => {
        old.pragma(`busy_timeout = ${Math.round(timeout)}`);
        return old.pragma('journal_mode = delete');
      };
      onDatabase(path, () => (patience === undefined ? closing(5000) : patiently(patience, closing)));
    } finally {
      old.close();
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'database-locked') {
      const kept = `${path}.new`;
      renameSync(building, kept);
      throw new Refusal(
        'database-locked',
        `${path}: another process is using it; the new database is complete and stands in ${kept}`,
      );
    }
    if (!(error instanceof Refusal)) throw error;
  }
  for (const file of companions(path)) rmSync(file, { force: true });
}
