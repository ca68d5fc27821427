/** Reading a stored document back, for showing it. */

import { yuanText } from '../pipeline/model/money.ts';
import type { DocumentFacts } from '../pipeline/model/reading.ts';
import type { Connection } from './open.ts';

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
