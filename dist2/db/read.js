/** Reading a stored document back, for showing it. */
import { yuanText } from '../pipeline/model/money.js';
/**
 * @param name a document's id, file name, path, or beginning of its sha256
 * @returns the ids of all documents of that name, at most ten
 */
export function findDocuments(db, name) {
    return db
        .prepare(`select document_id from document
       where cast(document_id as text) = @name or file = @name or path = @name
         or (length(@name) >= 8 and substr(sha256, 1, length(@name)) = lower(@name))
       order by document_id
       limit 10`)
        .pluck()
        .all({ name });
}
export function documentNames(db) {
    return db.prepare('select file from document').pluck().all();
}
/** @param id of a document that is there */
export function readDocumentView(db, id) {
    const facts = db
        .prepare(`select document_id as id, file, format, title, kind, caliber, agency, region, region_code as regionCode,
         fiscal_year as fiscalYear, pages, characters
       from document where document_id = ?`)
        .get(id);
    const sections = db
        .prepare('select section_id as id, level, label, heading, kind, page, start from section where document_id = ? order by section_id')
        .all(id);
    const indexOf = new Map(sections.map((section, index) => [section.id, index]));
    const amounts = db
        .prepare(`select section_id as section, page, start, "end", text, amount_fen as fen
       from amount_mention where document_id = ? order by mention_id`)
        .safeIntegers()
        .all(id);
    const findings = db
        .prepare('select severity, code, message, page from finding where document_id = ? order by finding_id')
        .all(id);
    return {
        ...facts,
        sections,
        amounts: amounts.map(({ section, page, start, end, text, fen }) => ({
            section: indexOf.get(Number(section)) ?? 0,
            page: page === null ? null : Number(page),
            start: Number(start),
            end: Number(end),
            text,
            yuan: yuanText(fen),
        })),
        findings,
    };
}
const tableColumns = 't.table_id, d.file, d.path, t.title, t.number, t.unit, t.template, t.rows, t.columns';
const pagesOf = (cells) => [...new Set(cells.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
/** @returns a document's tables in reading order */
export function readTables(db, document) {
    const tables = db
        .prepare(`select ${tableColumns} from printed_table t join document d using (document_id) where t.document_id = ? order by t.table_id`)
        .all(document);
    const cellsOf = db.prepare('select * from table_cell where table_id = ? order by "row", col');
    return tables.map(({ table_id, title, number, unit, rows, columns }) => {
        const cells = cellsOf.all(table_id);
        return { id: table_id, title, number, unit, rows, columns, cells, pages: pagesOf(cells) };
    });
}
/** @returns where a table's cells are printed, or null when there is no such table */
export function tableEvidence(db, id) {
    const table = db
        .prepare(`select ${tableColumns} from printed_table t join document d using (document_id) where t.table_id = ?`)
        .get(id);
    if (table === undefined)
        return null;
    const cells = db
        .prepare('select * from table_cell where table_id = ? order by "row", col')
        .all(id);
    const pages = pagesOf(cells);
    const merged = cells.filter(({ row_span, col_span }) => row_span > 1 || col_span > 1).length;
    return {
        file: table.file,
        path: table.path,
        facts: [
            ['title', table.title ?? 'none found above the table'],
            ['number', table.number ?? 'none printed'],
            ['unit', table.unit ?? 'none found above the table: its numbers have no unit'],
            ['template', table.template ?? 'not recognized as an official table'],
            ['shape', `${table.rows} rows, ${table.columns} columns, ${cells.length} cells, ${merged} of them merged`],
            ['pages', pages.length > 1 ? `${pages.join(', ')}: goes on overleaf, repeated headers left out` : pages.join('')],
            ['read by', 'its rules: cells are what rules part, merged where no rule parts them'],
        ],
        places: cells.filter(({ text }) => text !== '').map(placeOf),
    };
}
/** @returns where a figure is printed, or null when there is no such figure */
export function figureEvidence(db, id) {
    const figure = db
        .prepare('select f.*, d.file, d.path from figure f join document d using (document_id) where f.figure_id = ?')
        .get(id);
    if (figure === undefined)
        return null;
    const { concept, concept_label, basis, measure, fiscal_year, amount_fen, value, unit, source, quote, table_id } = figure;
    const amount = amount_fen === null ? `${value ?? ''} ${unit ?? ''}`.trim() : `${yuanText(BigInt(amount_fen))} 元`;
    return {
        file: figure.file,
        path: figure.path,
        facts: [
            ['concept', [concept, concept_label].filter((part) => part !== null).join(' ')],
            ['year', String(fiscal_year ?? 'unknown')],
            ['basis', `${basis}, ${measure}`],
            ['value', amount],
            ['source', table_id === null ? source : `${source}, table ${table_id}`],
        ],
        places: [placeOf({ ...figure, text: quote })],
    };
}
function placeOf({ page, start, end, x0, y0, x1, y1, text, }) {
    const box = x0 === null || y0 === null || x1 === null || y1 === null ? null : [x0, y0, x1, y1];
    return { page, start, end, box, text };
}
