/**
 * Building a database beside another and putting it in its place when it is whole: a rename, so that at any moment the path
 * holds either the old database or the new one.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, Refusal } from '../pipeline/model/refusal.js';
import { onDatabase } from './errors.js';
import { openForWriting } from './open.js';
const companions = (path) => [`${path}-wal`, `${path}-shm`, `${path}-journal`];
/**
 * @param path where the new database is to stand
 * @returns an empty database in a file beside it
 * @throws Refusal when `path` holds something that is no database of this project
 */
export function beginReplacement(path) {
    if (existsSync(path))
        checkReplaceable(path);
    onDatabase(path, () => clearAbandoned(path));
    const building = `${path}.${process.pid}.building`;
    const clear = () => {
        for (const file of [building, ...companions(building)])
            rmSync(file, { force: true });
    };
    const db = begin(building, clear);
    return {
        db,
        commit: () => onDatabase(path, () => {
            db.pragma('wal_checkpoint(truncate)');
            db.pragma('journal_mode = delete');
            db.close();
            if (existsSync(path))
                settle(path);
            renameSync(building, path);
        }),
        abandon: () => {
            db.close();
            clear();
        },
    };
}
function begin(building, clear) {
    try {
        return openForWriting(building);
    }
    catch (error) {
        clear();
        throw error;
    }
}
/** Removes what killed rebuilds left; each builds in a file of its own, and one that is alive still needs it. */
function clearAbandoned(path) {
    const name = basename(path);
    for (const file of readdirSync(dirname(path))) {
        const pid = file.startsWith(name) && /^\.(\d+)\.building(?:-\w+)?$/.exec(file.slice(name.length))?.[1];
        if (pid && !isAlive(Number(pid)))
            rmSync(join(dirname(path), file), { force: true });
    }
}
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return errorCode(error) === 'EPERM';
    }
}
/** Older and newer databases of ours may be replaced, foreign files never. */
function checkReplaceable(path) {
    try {
        openForWriting(path).close();
    }
    catch (error) {
        const replaceable = error instanceof Refusal && ['database-older', 'database-newer', 'database-damaged'].includes(error.code);
        if (!replaceable)
            throw error;
    }
}
/** Folds the old database's log into it: a log left behind would be played into the new file. Fails while others use it. */
function settle(path) {
    try {
        const old = openForWriting(path);
        old.pragma('journal_mode = delete');
        old.close();
    }
    catch (error) {
        if (error instanceof Refusal && error.code === 'database-locked')
            throw error;
        if (!(error instanceof Refusal))
            throw error;
    }
    for (const file of companions(path))
        rmSync(file, { force: true });
}
