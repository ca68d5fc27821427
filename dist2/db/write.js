import { onDatabase } from './errors.js';
/**
 * @param db an open database; its statements are prepared once here
 * @param engine version of the program; documents read by another version are read again
 * @param now the time to note, for tests
 */
export function documentWriter(db, engine, now = () => new Date()) {
    const byContent = db.prepare('select path, engine from document where sha256 = ?');
    const byPath = db.prepare('select document_id from document where path = ?');
    const failureOf = db.prepare('select code from failure where path = ?');
    const forgetFailure = db.prepare('delete from failure where path = ?');
    const insertFailure = db.prepare('insert or replace into failure (path, file, code, message) values (?, ?, ?, ?)');
    const write = rowWriter(db);
    const replace = db.transaction((source, rows) => {
        forgetFailure.run(source.path);
        write(source, rows, engine, now().toISOString());
    });
    return {
        standingOf: ({ path, sha256 }) => onDatabase(db.name, () => {
            const same = byContent.get(sha256);
            const known = byPath.get(path) !== undefined;
            if (same === undefined)
                return known ? 'changed' : 'new';
            if (same.engine !== engine)
                return 'changed';
            if (same.path === path)
                return 'unchanged';
            return known ? 'changed' : { sameAs: same.path };
        }),
        store: (source, rows) => onDatabase(db.name, () => replace.immediate(source, rows)),
        storeFailure: ({ path, file }, { code, message }) => {
            onDatabase(db.name, () => insertFailure.run(path, file, code, message));
        },
        forgetFailure: (path) => {
            onDatabase(db.name, () => failureOf.get(path) !== undefined && forgetFailure.run(path));
        },
    };
}
/** Prepares the inserts once; the function it gives back writes one document, inside a transaction of the caller's. */
function rowWriter(db) {
    const insert = (table, columns) => {
        const names = columns.map((column) => `"${column}"`).join(', ');
        return db.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`);
    };
    const box = ['x0', 'y0', 'x1', 'y1'];
    const place = ['page', 'start', 'end'];
    const remove = db.prepare('delete from document where path = ? or sha256 = ?');
    const document = insert('document', [
        ...['path', 'file', 'sha256', 'bytes', 'format', 'encoding', 'title', 'kind', 'caliber', 'agency', 'region'],
        ...['region_code', 'fiscal_year', 'pages', 'characters', 'engine', 'ingested_at'],
    ]);
    const text = insert('document_text', ['document_id', 'text']);
    const page = insert('page', ['document_id', ...place, 'width', 'height']);
    const section = insert('section', [
        'document_id',
        'parent_id',
        'level',
        'ordinal',
        'label',
        'heading',
        'kind',
        ...place,
    ]);
    const table = insert('printed_table', [
        'document_id',
        'section_id',
        'title',
        'number',
        'unit',
        'agency',
        'note',
        'page',
        'rows',
        'columns',
    ]);
    const cell = insert('table_cell', ['table_id', 'row', 'col', 'row_span', 'col_span', 'text', ...place, ...box]);
    const mention = insert('amount_mention', [
        ...['document_id', 'section_id', ...place, 'text', 'amount_fen', 'place', 'approximate', 'bound', ...box],
    ]);
    const finding = insert('finding', ['document_id', 'stage', 'severity', 'code', 'message', ...place]);
    return (source, rows, engine, time) => {
        const { facts } = rows;
        remove.run(source.path, source.sha256);
        const id = document.run(...[source.path, source.file, source.sha256, source.bytes.length, rows.format, rows.encoding, facts.title], ...[facts.kind, facts.caliber, facts.agency, facts.region, facts.regionCode, facts.fiscalYear], ...[rows.pages.length === 0 ? null : rows.pages.length, rows.characters, engine, time]).lastInsertRowid;
        text.run(id, rows.text);
        for (const values of rows.pages)
            page.run(id, ...values);
        const sections = [];
        for (const { parent, values } of rows.sections) {
            sections.push(section.run(id, parent === null ? null : sections[parent], ...values).lastInsertRowid);
        }
        for (const { section: at, values, cells } of rows.tables) {
            const tableId = table.run(id, sections[at], ...values).lastInsertRowid;
            for (const one of cells)
                cell.run(tableId, ...one);
        }
        for (const { section: at, values } of rows.mentions)
            mention.run(id, sections[at], ...values);
        for (const values of rows.findings)
            finding.run(id, ...values);
    };
}
