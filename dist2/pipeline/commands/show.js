/** `mingzhang show`: one document in the terminal, from disk or from the database. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { codePointOffsets } from '../../db/code-points.js';
import { onDatabase } from '../../db/errors.js';
import { openForReading } from '../../db/open.js';
import { documentNames, findDocuments, readDocumentView, readTables, } from '../../db/read.js';
import { nearest } from '../../normalizers/nearest.js';
import { findingKinds } from '../model/finding.js';
import { yuanText } from '../model/money.js';
import { Refusal } from '../model/refusal.js';
import { coverOf } from '../model/span.js';
import { readSource } from '../readers/read-source.js';
import { readDocument } from '../run.js';
import { documentLines } from './show-document.js';
import { tableLines } from './show-table.js';
/** @returns the exit code */
export async function runShow(name, options) {
    const onDisk = existsSync(name) && statSync(name).isFile();
    if (options.draw !== undefined) {
        if (!onDisk)
            throw new Refusal('document-unknown', `${name}: only a file on disk can be drawn`);
        const { drawDocument } = await import('./draw.js');
        for await (const file of drawDocument(await readSource(resolve(name), options.maxBytes), options.draw, options.password)) {
            process.stdout.write(`${file}\n`);
        }
        return 0;
    }
    const shown = onDisk ? await viewOfFile(resolve(name), options) : viewOfStored(name, options.db);
    const lines = options.tables === true
        ? shown.tables.flatMap((table) => [...tableLines(table), ''])
        : documentLines(shown.document);
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
}
/** A report on disk is read afresh and stored nowhere. */
async function viewOfFile(path, { maxBytes, password }) {
    const source = await readSource(path, maxBytes);
    const { facts, layout, outline, mentions, findings } = await readDocument(source, password === undefined ? {} : { password });
    const at = codePointOffsets(layout.text);
    const document = {
        id: null,
        file: source.file,
        format: layout.format,
        ...facts,
        pages: layout.pages.length === 0 ? null : layout.pages.length,
        characters: at(layout.text.length),
        sections: outline.sections.map(({ level, label, heading, kind, span }) => ({
            level,
            label: label?.value ?? null,
            heading: heading?.value ?? null,
            kind,
            page: span.page,
            start: at(span.start),
        })),
        amounts: mentions.map(({ section, words, money }) => {
            const { page, start, end } = coverOf(words.spans);
            return { section, page, start: at(start), end: at(end), text: words.value, yuan: yuanText(money.value.fen) };
        }),
        findings: findings.map(({ code, message, span }) => ({
            severity: findingKinds[code].severity,
            code,
            message,
            page: span?.page ?? null,
        })),
    };
    const grids = layout.blocks.filter((block) => block.kind === 'grid');
    return { document, tables: grids.map(tableView) };
}
function tableView({ caption, rows, columns, cells }) {
    return {
        id: null,
        title: caption.title?.value ?? null,
        number: caption.number?.value ?? null,
        unit: caption.unit?.value ?? null,
        pages: [...new Set(cells.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b),
        rows,
        columns,
        cells: cells.map(({ row, col, passage }) => ({ row, col, text: passage?.text ?? '' })),
    };
}
function viewOfStored(name, database) {
    if (!existsSync(database))
        throw new Refusal('document-unknown', `${name}: no such file, and no database ${database} to look in`);
    const db = openForReading(database);
    try {
        return onDatabase(database, () => viewOfOnly(db, name, database));
    }
    finally {
        db.close();
    }
}
function viewOfOnly(db, name, database) {
    const [id, ...others] = findDocuments(db, name);
    if (id !== undefined && others.length === 0)
        return { document: readDocumentView(db, id), tables: readTables(db, id) };
    if (id !== undefined) {
        const message = `${name}: several documents in ${database} have this name; give an id: ${[id, ...others].join(', ')}`;
        throw new Refusal('document-unknown', message);
    }
    const close = nearest(name, documentNames(db));
    const hint = close === null ? '' : `; did you mean ${close}?`;
    throw new Refusal('document-unknown', `${name}: neither a file nor a document in ${database}${hint}`);
}
