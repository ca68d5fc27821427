/** `mingzhang explain`: where a stored table or figure is printed, and what it was read from. */
import { onDatabase } from '../../db/errors.js';
import { openForReading } from '../../db/open.js';
import { figureEvidence, tableEvidence } from '../../db/read.js';
import { Refusal } from '../model/refusal.js';
import { clip } from './show-table.js';
/** @returns the exit code */
export async function runExplain(asked, options) {
    const match = /^(table|figure)?\s*[: ]?\s*(\d+)$/.exec(asked.trim());
    if (match === null)
        throw new Refusal('query-wrong', `${asked}: give an id of v_table_cell or v_figure, as table:12 or figure:34`);
    const db = openForReading(options.db);
    try {
        const lines = onDatabase(options.db, () => explain(db, match[1], Number(match[2])));
        if (lines === null)
            throw new Refusal('query-wrong', `${asked}: no such ${match[1] ?? 'figure or table'} in ${options.db}`);
        process.stdout.write(`${lines.join('\n')}\n`);
        return 0;
    }
    finally {
        db.close();
    }
}
function explain(db, kind, id) {
    const figure = kind === 'table' ? null : figureEvidence(db, id);
    if (figure !== null)
        return evidenceLines(`figure ${id}`, figure);
    const table = kind === 'figure' ? null : tableEvidence(db, id);
    return table === null ? null : evidenceLines(`table ${id}`, table);
}
function evidenceLines(name, { file, path, facts, places }) {
    return [
        name,
        `  file      ${file}`,
        `  path      ${path}`,
        ...facts.map(([label, value]) => `  ${label.padEnd(10)}${value}`),
        '  printed',
        ...places.map(({ page, start, end, box, text }) => {
            const where = [
                page === null ? '' : `p${page}`,
                start === null ? '' : `characters ${start}–${end}`,
                box === null ? '' : `box ${box.map((n) => n.toFixed(1)).join(' ')} pt`,
            ];
            return `    ${where.filter((part) => part !== '').join(', ')}  ${clip(text.replace(/\s+/g, ' '), 60)}`.trimEnd();
        }),
    ];
}
