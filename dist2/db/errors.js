/** What SQLite says when a database cannot be used → one clear line for the user. */
import { errorCode, Refusal } from '../pipeline/model/refusal.js';
const meanings = [
    [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'database-locked', 'another process is writing to it; try again when it is done'],
    [/^SQLITE_NOTADB/, 'database-foreign', 'not an SQLite database; nothing was changed'],
    [/^SQLITE_CORRUPT/, 'database-damaged', 'the database is damaged; build a new one with mingzhang rebuild'],
    [/^SQLITE_FULL/, 'database-unwritable', 'the disk is full; nothing of the current document was stored'],
    [/^SQLITE_READONLY/, 'database-unwritable', 'the file or its folder is read-only'],
    [
        /^SQLITE_CANTOPEN|^ENOENT|^EACCES|^EROFS|^ENOTDIR/,
        'database-unwritable',
        'it cannot be opened; does the folder exist, and may you write there?',
    ],
    [/^SQLITE_IOERR/, 'database-unwritable', 'reading or writing it failed; is the disk full or gone?'],
    [/^ENOSPC/, 'database-unwritable', 'the disk is full'],
];
/**
 * Runs something on a database; what SQLite or the file system refuses becomes a Refusal, a bug stays a bug.
 * @param path the database's file, for the message
 */
export function onDatabase(path, action) {
    try {
        return action();
    }
    catch (error) {
        const code = errorCode(error) ?? '';
        const meaning = meanings.find(([pattern]) => pattern.test(code));
        if (error instanceof Refusal || meaning === undefined)
            throw error;
        throw new Refusal(meaning[1], `${path}: ${meaning[2]}`);
    }
}
