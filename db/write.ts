/** One document's reading → its rows, in one transaction: all of it is stored or nothing is. */
import type { Finding } from '../pipeline/model/finding.ts';
import { findingKinds } from '../pipeline/model/finding.ts';
import type { SourceFile } from '../pipeline/model/layout.ts';
import type { DocumentReading } from '../pipeline/model/reading.ts';
import type { Refusal } from '../pipeline/model/refusal.ts';
import { coverOf } from '../pipeline/model/span.ts';
import { codePointOffsets } from './code-points.ts';
import { onDatabase } from './errors.ts';
import type { Connection } from './open.ts';

/** What the database holds of a file before it is read. */
export type Standing = 'new' | 'unchanged' | 'changed' | { readonly sameAs: string };

export interface DocumentWriter {
  /** Compares by content; `sameAs` names the path under which the same bytes are stored already. */
  readonly standingOf: (source: Pick<SourceFile, 'path' | 'sha256'>) => Standing;
  /** Stores a document, in place of what its path held before. */
  readonly store: (source: SourceFile, reading: DocumentReading) => void;
  /** Remembers that a file could not be read; what was stored of it before stays. */
  readonly storeFailure: (source: Pick<SourceFile, 'path' | 'file'>, refusal: Refusal) => void;
}

/**
 * @param db an open database; its statements are prepared once here
 * @param engine version of the program; documents read by another version are read again
 * @param now the time to note, for tests
 */
export function documentWriter(db: Connection, engine: string, now: () => Date = () => new Date()): DocumentWriter {
  const byContent = db.prepare('select path, engine from document where sha256 = ?').raw();
  const byPath = db.prepare('select document_id from document where path = ?').pluck();
  const remove = db.prepare('delete from document where path = ? or sha256 = ?');
  const insertDocument = db.prepare(
    `insert into document (path, file, sha256, bytes, format, encoding, title, kind, caliber, agency, region, region_code,
       fiscal_year, pages, characters, engine, ingested_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertText = db.prepare('insert into document_text (document_id, text) values (?, ?)');
  const insertPage = db.prepare('insert into page (document_id, page, start, "end") values (?, ?, ?, ?)');
  const insertSection = db.prepare(
    `insert into section (document_id, parent_id, level, ordinal, label, heading, kind, page, start, "end")
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertMention = db.prepare(
    `insert into amount_mention (document_id, section_id, page, start, "end", text, amount_fen, place, approximate, bound)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFinding = db.prepare(
    'insert into finding (document_id, stage, severity, code, message, page, start, "end") values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const forgetFailure = db.prepare('delete from failure where path = ?');
  const insertFailure = db.prepare('insert or replace into failure (path, file, code, message) values (?, ?, ?, ?)');

  const write = db.transaction((source: SourceFile, reading: DocumentReading) => {
    const { layout, outline, facts, mentions, findings } = reading;
    const at = codePointOffsets(layout.text);
    remove.run(source.path, source.sha256);
    forgetFailure.run(source.path);
    const document = insertDocument.run(
      source.path,
      source.file,
      source.sha256,
      source.bytes.length,
      layout.format,
      layout.encoding,
      facts.title,
      facts.kind,
      facts.caliber,
      facts.agency,
      facts.region,
      facts.regionCode,
      facts.fiscalYear,
      layout.pages.length === 0 ? null : layout.pages.length,
      at(layout.text.length),
      engine,
      now().toISOString(),
    ).lastInsertRowid;
    insertText.run(document, layout.text);
    for (const page of layout.pages) insertPage.run(document, page.number, at(page.start), at(page.end));
    const sections: (number | bigint)[] = [];
    for (const section of outline.sections) {
      const { span, level, ordinal, kind } = section;
      const parent = section.parent === null ? null : (sections[section.parent] ?? null);
      const words = [section.label?.value ?? null, section.heading?.value ?? null];
      sections.push(
        insertSection.run(document, parent, level, ordinal, ...words, kind, span.page, at(span.start), at(span.end))
          .lastInsertRowid,
      );
    }
    for (const { section, words, money, bound } of mentions) {
      const { start, end, page } = coverOf(words.spans);
      const { fen, place, approximate } = money.value;
      insertMention.run(
        document,
        sections[section],
        page,
        at(start),
        at(end),
        words.value,
        fen,
        place,
        approximate ? 1 : 0,
        bound,
      );
    }
    for (const finding of findings) insertFinding.run(document, ...findingRow(finding, at));
  });

  return {
    standingOf: ({ path, sha256 }) => {
      const same = byContent.get(sha256) as [string, string] | undefined;
      if (same === undefined) return byPath.get(path) === undefined ? 'new' : 'changed';
      if (same[1] !== engine) return 'changed';
      return same[0] === path ? 'unchanged' : { sameAs: same[0] };
    },
    store: (source, reading) => onDatabase(db.name, () => write.immediate(source, reading)),
    storeFailure: ({ path, file }, { code, message }) => {
      onDatabase(db.name, () => insertFailure.run(path, file, code, message));
    },
  };
}

function findingRow({ code, message, span }: Finding, at: (offset: number) => number): readonly unknown[] {
  const { stage, severity } = findingKinds[code];
  const place = span === null ? [null, null, null] : [span.page, at(span.start), at(span.end)];
  return [stage, severity, code, message, ...place];
}
