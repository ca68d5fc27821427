/** `mingzhang query`: one statement, read-only whatever it says. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { onDatabase } from '../../db/errors.js';
import { openForReading } from '../../db/open.js';
import { nearest } from '../../normalizers/nearest.js';
import { errorCode, Refusal } from '../model/refusal.js';
import { packageFile } from '../package-file.js';
import { printRows } from './print-rows.js';
/** @returns the exit code */
export async function runQuery(asked, options) {
    if (options.list === true) {
        for (const { name, title } of readyQueries())
            process.stdout.write(`${name.padEnd(20)} ${title}\n`);
        return 0;
    }
    const sql = await statementOf(asked);
    const db = openForReading(options.db);
    try {
        const { columns, rows } = onDatabase(options.db, () => select(db, sql));
        process.stdout.write(`${printRows(columns, rows, options.format)}${lineEnd(options.format)}`);
        if (options.format === 'table' && process.stdout.isTTY === true)
            process.stdout.write(`(${rows.length} rows)\n`);
        return 0;
    }
    finally {
        db.close();
    }
}
/** RFC 4180 ends every line of a CSV, also the last, the same way. */
const lineEnd = (format) => (format === 'csv' ? '\r\n' : '\n');
async function statementOf(asked) {
    if (asked === undefined || asked === '-') {
        if (process.stdin.isTTY === true && asked === undefined)
            throw new Refusal('query-wrong', 'give SQL, a .sql file, the name of a ready-made query (--list), or - for standard input');
        return text(process.stdin);
    }
    if (/\.sql$/i.test(asked)) {
        if (!existsSync(asked) || !statSync(asked).isFile())
            throw new Refusal('query-wrong', `${asked}: no such file`);
        return readFileSync(asked, 'utf8');
    }
    if (!/^[\w-]+$/.test(asked))
        return asked;
    const queries = readyQueries();
    const ready = queries.find(({ name }) => name === asked);
    if (ready === undefined) {
        const close = nearest(asked, queries.map(({ name }) => name));
        throw new Refusal('query-wrong', `${asked}: neither SQL nor a ready-made query (--list shows them)${close === null ? '' : `; did you mean ${close}?`}`);
    }
    return ready.sql;
}
function readyQueries() {
    const folder = packageFile('db/queries');
    const files = readdirSync(folder)
        .filter((file) => file.endsWith('.sql'))
        .sort();
    return files.map((file) => {
        const sql = readFileSync(`${folder}/${file}`, 'utf8');
        return { name: file.slice(0, -4), title: sql.split('\n')[0]?.replace(/^-- /, '') ?? '', sql };
    });
}
/** What SQLite says of the SQL itself, not of the file. */
const faultOfQuery = /^SQLITE_(?:ERROR|READONLY|TOOBIG|NOMEM|MISMATCH|RANGE|AUTH)/;
/**
 * @param db opened for reading
 * @throws Refusal when the SQL is wrong, is more than one statement, or would change something
 */
export function select(db, sql) {
    try {
        const statement = db.prepare(sql);
        if (!statement.reader || !statement.readonly)
            throw new Refusal('query-wrong', 'only statements that read are allowed (select …)');
        const rows = statement.safeIntegers().raw().all();
        return { columns: statement.columns().map(({ name }) => name), rows };
    }
    catch (error) {
        if (error instanceof RangeError || faultOfQuery.test(errorCode(error) ?? ''))
            throw new Refusal('query-wrong', `the query: ${error.message}`);
        throw error;
    }
}
