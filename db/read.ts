/** Reading a stored document back, for showing it. */

import { yuanText } from '../pipeline/model/money.ts';
import type { DocumentFacts } from '../pipeline/model/reading.ts';
import type { Connection } from './open.ts';

/** A table as a person looks at it. */
export interface TableView {
  /** Null for a table that is not stored. */
  readonly id: number | null;
  readonly title: string | null;
  readonly number: string | null;
  readonly unit: string | null;
  readonly pages: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly { readonly row: number; readonly col: number; readonly text: string }[];
}

/** Where something is printed, and what was read there. */
export interface Evidence {
  readonly file: string;
  readonly path: string;
  /** What it was read as: label and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly places: readonly {
    readonly page: number | null;
    readonly start: number | null;
    readonly end: number | null;
    /** Left, top, right, bottom in points from the page's upper left corner. */
    readonly box: readonly [number, number, number, number] | null;
    readonly text: string;
  }[];
}

/** A document as a person looks at it, wherever it comes from. */
export interface DocumentView extends DocumentFacts {
  /** Null for a file that is not stored. */
  readonly id: number | null;
  readonly file: string;
  readonly format: string;
  readonly pages: number | null;
  readonly characters: number;
  /** In reading order; the first is the document itself. */
  readonly sections: readonly {
    readonly level: number;
    readonly label: string | null;
    readonly heading: string | null;
    readonly kind: string;
    readonly page: number | null;
    readonly start: number;
  }[];
  readonly amounts: readonly {
    /** Index in `sections`. */
    readonly section: number;
    readonly page: number | null;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly yuan: string;
  }[];
  readonly findings: readonly {
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly page: number | null;
  }[];
}

/**
 * @param name a document's id, file name, path, or beginning of its sha256
 * @returns the ids of all documents of that name, at most ten
 */
export function findDocuments(db: Connection, name: string): readonly number[] {
  return db
    .prepare(
      `select document_id from document
       where cast(document_id as text) = @name or file = @name or path = @name
         or (length(@name) >= 8 and substr(sha256, 1, length(@name)) = lower(@name))
       order by document_id
       limit 10`,
    )
    .pluck()
    .all({ name }) as number[];
}

export function documentNames(db: Connection): readonly string[] {
  return db.prepare('select file from document').pluck().all() as string[];
}

/** @param id of a document that is there */
export function readDocumentView(db: Connection, id: number): DocumentView {
  const facts = db
    .prepare(
      `select document_id as id, file, format, title, kind, caliber, agency, region, region_code as regionCode,
         fiscal_year as fiscalYear, pages, characters
       from document where document_id = ?`,
    )
    .get(id) as Omit<DocumentView, 'sections' | 'amounts' | 'findings'>;
  const sections = db
    .prepare(
      'select section_id as id, level, label, heading, kind, page, start from section where document_id = ? order by section_id',
    )
    .all(id) as (DocumentView['sections'][number] & { readonly id: number })[];
  const indexOf = new Map(sections.map((section, index) => [section.id, index]));
  const amounts = db
    .prepare(
      `select section_id as section, page, start, "end", text, amount_fen as fen
       from amount_mention where document_id = ? order by mention_id`,
    )
    .safeIntegers()
    .all(id) as { section: bigint; page: bigint | null; start: bigint; end: bigint; text: string; fen: bigint }[];
  const findings = db
    .prepare('select severity, code, message, page from finding where document_id = ? order by finding_id')
    .all(id) as DocumentView['findings'][number][];
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

interface StoredCell {
  readonly table_id: number;
  readonly row: number;
  readonly col: number;
  readonly row_span: number;
  readonly col_span: number;
  readonly text: string;
  readonly page: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
}

interface StoredTable {
  readonly table_id: number;
  readonly file: string;
  readonly path: string;
  readonly title: string | null;
  readonly number: string | null;
  readonly unit: string | null;
  readonly template: string | null;
  readonly ruled: number;
  readonly rows: number;
  readonly columns: number;
}

const tableColumns = 't.table_id, d.file, d.path, t.title, t.number, t.unit, t.template, t.ruled, t.rows, t.columns';
const pagesOf = (cells: readonly StoredCell[]) =>
  [...new Set(cells.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);

/** @returns a document's tables in reading order */
export function readTables(db: Connection, document: number): readonly TableView[] {
  const tables = db
    .prepare<[number], StoredTable>(
      `select ${tableColumns} from printed_table t join document d using (document_id) where t.document_id = ? order by t.table_id`,
    )
    .all(document);
  const cellsOf = db.prepare<[number], StoredCell>('select * from table_cell where table_id = ? order by "row", col');
  return tables.map(({ table_id, title, number, unit, rows, columns }) => {
    const cells = cellsOf.all(table_id);
    return { id: table_id, title, number, unit, rows, columns, cells, pages: pagesOf(cells) };
  });
}

/** @returns where a table's cells are printed, or null when there is no such table */
export function tableEvidence(db: Connection, id: number): Evidence | null {
  const table = db
    .prepare<[number], StoredTable>(
      `select ${tableColumns} from printed_table t join document d using (document_id) where t.table_id = ?`,
    )
    .get(id);
  if (table === undefined) return null;
  const cells = db
    .prepare<[number], StoredCell>('select * from table_cell where table_id = ? order by "row", col')
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
      [
        'read by',
        table.ruled === 1
          ? 'its rules; cells are merged where no rule parts them'
          : 'the alignment of its words: it is not ruled',
      ],
    ],
    places: cells.filter(({ text }) => text !== '').map(placeOf),
  };
}

interface StoredFigure extends Omit<StoredCell, 'row' | 'col' | 'row_span' | 'col_span' | 'text'> {
  readonly file: string;
  readonly path: string;
  readonly concept: string;
  readonly concept_label: string | null;
  readonly basis: string;
  readonly measure: string;
  readonly fiscal_year: number | null;
  readonly amount_fen: number | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly source: string;
  readonly quote: string;
}

/** @returns where a figure is printed, or null when there is no such figure */
export function figureEvidence(db: Connection, id: number): Evidence | null {
  const figure = db
    .prepare<[number], StoredFigure>(
      'select f.*, d.file, d.path from figure f join document d using (document_id) where f.figure_id = ?',
    )
    .get(id);
  if (figure === undefined) return null;
  const { concept, concept_label, basis, measure, fiscal_year, amount_fen, value, unit, source, quote, table_id } =
    figure;
  const amount = amount_fen === null ? `${value ?? ''} ${unit ?? ''}`.trim() : `${yuanText(BigInt(amount_fen))} 元`;
  return {
    file: figure.file,
    path: figure.path,
    facts: [
      ['concept', [concept, concept_label].filter((part) => part !== null).join(' ')],
      ['year', String(fiscal_year ?? 'unknown')],
      ['basis', `${basis}, ${measure}`],
      ['value', amount],
      ['source', table_id === null ? source : `${source}, table ${table_id}${cellOf(db, figure)}`],
    ],
    places: [placeOf({ ...figure, text: quote })],
  };
}

/** Row and column as `v_table_cell` counts them. */
function cellOf(db: Connection, { table_id, start }: Pick<StoredFigure, 'table_id' | 'start'>): string {
  const cell = db
    .prepare<[number | null, number | null], { readonly row: number; readonly col: number }>(
      'select "row", col from table_cell where table_id = ? and ? between start and "end" - 1',
    )
    .get(table_id, start);
  return cell === undefined ? '' : `, row ${cell.row}, col ${cell.col}`;
}

function placeOf({
  page,
  start,
  end,
  x0,
  y0,
  x1,
  y1,
  text,
}: Pick<StoredCell, 'page' | 'start' | 'end' | 'x0' | 'y0' | 'x1' | 'y1' | 'text'>): Evidence['places'][number] {
  const box = x0 === null || y0 === null || x1 === null || y1 === null ? null : ([x0, y0, x1, y1] as const);
  return { page, start, end, box, text };
}
