/** One document's rows → the database, in one transaction: all of it is stored or nothing is. */

import type { FindingCode } from '../pipeline/model/finding.ts';
import type { SourceFile } from '../pipeline/model/layout.ts';
import { errorCode } from '../pipeline/model/refusal.ts';
import { onDatabase } from './errors.ts';
import { type FigureChanges, figureChanges } from './figure-changes.ts';
import type { Connection } from './open.ts';
import { type Patience, patiently } from './patience.ts';
import {
  type DocumentRows,
  figureColumns,
  indicatorColumns,
  projectColumns,
  type Row,
  verdictColumns,
} from './rows.ts';

/**
 * What the database holds of a file before it is read. `outdated` is what another version of the program has read; `changed` is
 * to be read again.
 */
export type Standing = 'new' | 'unchanged' | 'outdated' | 'changed' | { readonly sameAs: string };

/** A file whose content is stored, or is to be. */
export interface StoredFile extends Pick<SourceFile, 'path' | 'file' | 'sha256'> {
  /** In bytes. */
  readonly size: number;
  /** Tells without opening the file whether it was written to; null when that cannot be told yet. */
  readonly stamp: string | null;
}

export interface WriterOptions {
  /** Read again what another version of the program has read. */
  readonly upgrade?: boolean;
  /** Read again what is stored with a finding of one of these codes. */
  readonly again?: readonly FindingCode[];
  /** The time to note, for tests. */
  readonly now?: () => Date;
  /** How to wait for another process that is writing; as the database was opened, when left out. */
  readonly patience?: Patience;
}

/** Why a file could not be read: a refusal's code or `bug`, and one line. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export interface DocumentWriter {
  /**
   * Compares by content; `sameAs` names the path under which the same bytes are stored already: of copies the one whose name
   * comes first. A file that held something else before is `changed` even then: what it held must go.
   */
  readonly standingOf: (file: Pick<StoredFile, 'path' | 'file' | 'sha256'>) => Standing;
  /** The content a file had when it bore this stamp, as long as that content is stored. */
  readonly contentOf: (path: string, stamp: string) => string | null;
  /** Remembers the stamp of a file whose content is stored. */
  readonly noteStamp: (file: Pick<StoredFile, 'path' | 'sha256' | 'stamp'>) => void;
  /**
   * Stores a document, in place of what its path held before.
   * @returns what changed in the figures when another version of the program had read the same content
   */
  readonly store: (file: StoredFile, rows: DocumentRows) => FigureChanges | null;
  /** Remembers that a file could not be read; what was stored of it before stays. */
  readonly storeFailure: (file: Pick<StoredFile, 'path' | 'file'>, failure: Failure) => void;
  /** The file can be read again. */
  readonly forgetFailure: (path: string) => void;
}

/**
 * @param db an open database; its statements are prepared once here
 * @param engine version of the program
 */
export function documentWriter(
  db: Connection,
  engine: string,
  { upgrade = false, again = [], now = () => new Date(), patience }: WriterOptions = {},
): DocumentWriter {
  const byContent = db.prepare<[string], { document_id: number; path: string; file: string; engine: string }>(
    'select document_id, path, file, engine from document where sha256 = ?',
  );
  const byPath = db.prepare<[string], { document_id: number }>('select document_id from document where path = ?');
  const foundIn = db.prepare<[number, string], 1>('select 1 from finding where document_id = ? and code = ? limit 1');
  const figuresOf = db.prepare<[number], Row>(
    `select ${figureColumns.map((column) => `"${column}"`).join(', ')} from figure where document_id = ?`,
  );
  const stamped = db.prepare<[string, string], string>('select sha256 from known_file where path = ? and stamp = ?');
  const noteStamp = db.prepare(
    'insert into known_file (path, sha256, stamp) values (?, ?, ?) on conflict do update set sha256 = excluded.sha256, stamp = excluded.stamp',
  );
  const failureOf = db.prepare<[string], { code: string }>('select code from failure where path = ?');
  const forgetFailure = db.prepare('delete from failure where path = ?');
  const insertFailure = db.prepare('insert or replace into failure (path, file, code, message) values (?, ?, ?, ?)');
  const write = rowWriter(db);
  const replace = db.transaction((file: StoredFile, rows: DocumentRows) => {
    const same = byContent.get(file.sha256);
    const before =
      same === undefined || same.engine === engine ? null : figuresOf.safeIntegers().raw().all(same.document_id);
    forgetFailure.run(file.path);
    write(file, rows, engine, now().toISOString());
    if (file.stamp !== null) noteStamp.run(file.path, file.sha256, file.stamp);
    return before;
  });

  const writing = <T>(action: () => T): T =>
    onDatabase(db.name, () => {
      if (patience === undefined) return action();
      return patiently(patience, (timeout) => {
        db.pragma(`busy_timeout = ${Math.round(timeout)}`);
        return action();
      });
    });

  return {
    standingOf: ({ path, file, sha256 }) =>
      onDatabase(db.name, () => {
        const same = byContent.get(sha256);
        const known = byPath.get(path) !== undefined;
        if (same === undefined) return known ? 'changed' : 'new';
        if (same.engine !== engine && upgrade) return 'changed';
        if (same.path === path && again.some((code) => foundIn.get(same.document_id, code) !== undefined))
          return 'changed';
        if (same.path === path) return same.engine === engine ? 'unchanged' : 'outdated';
        // Which of copies is stored must not hang on the order of the files, because the name says something too.
        return known || file < same.file ? 'changed' : { sameAs: same.path };
      }),
    contentOf: (path, stamp) => onDatabase(db.name, () => stamped.pluck().get(path, stamp) ?? null),
    noteStamp: ({ path, sha256, stamp }) => {
      onDatabase(db.name, () => {
        if (stamp === null || stamped.pluck().get(path, stamp) === sha256) return;
        unlessBusy(db, () => noteStamp.run(path, sha256, stamp));
      });
    },
    store: (file, rows) => {
      const before = writing(() => replace.immediate(file, rows));
      return before === null ? null : figureChanges(before, figureRowsOf(rows));
    },
    storeFailure: ({ path, file }, { code, message }) => {
      writing(() => insertFailure.run(path, file, code, message));
    },
    forgetFailure: (path) => {
      writing(() => failureOf.get(path) !== undefined && forgetFailure.run(path));
    },
  };
}

/** What only saves work is not waited for. */
function unlessBusy(db: Connection, action: () => void): void {
  const timeout = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    action();
  } catch (error) {
    if (!errorCode(error)?.startsWith('SQLITE_BUSY')) throw error;
  } finally {
    db.pragma(`busy_timeout = ${timeout}`);
  }
}

const figureRowsOf = (rows: DocumentRows): readonly Row[] => [
  ...rows.tables.flatMap(({ figures }) => figures),
  ...rows.prose.map(({ values }) => values),
];

type Id = number | bigint;

/** Prepares the inserts once; the function it gives back writes one document, inside a transaction of the caller's. */
function rowWriter(db: Connection): (file: StoredFile, rows: DocumentRows, engine: string, time: string) => void {
  const insert = (table: string, columns: readonly string[]) => {
    const names = columns.map((column) => `"${column}"`).join(', ');
    return db.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`);
  };
  const box = ['x0', 'y0', 'x1', 'y1'];
  const place = ['page', 'start', 'end'];
  const remove = db.prepare('delete from document where path = ? or sha256 = ?');
  // What other reports say of it goes with it.
  const removeCrossed = db.prepare(
    `delete from verdict where rule like 'cross_document.%' and check_id in (
       select vf.check_id from document d join figure f using (document_id) join verdict_figure vf using (figure_id)
       where d.path = ? or d.sha256 = ?)`,
  );
  const document = insert('document', [
    ...['path', 'file', 'sha256', 'bytes', 'format', 'encoding', 'title', 'kind', 'caliber', 'agency', 'region'],
    ...['region_code', 'fiscal_year', 'pages', 'characters', 'engine', 'ingested_at'],
  ]);
  const text = insert('document_text', ['document_id', 'text']);
  const page = insert('page', ['document_id', ...place, 'width', 'height', 'confidence']);
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
    'ruled',
    'template',
    'page',
    'rows',
    'columns',
    'rows_read',
  ]);
  const cell = insert('table_cell', ['table_id', 'row', 'col', 'row_span', 'col_span', 'text', ...place, ...box]);
  const mention = insert('amount_mention', [
    ...['document_id', 'section_id', ...place, 'text', 'amount_fen', 'place', 'approximate', 'bound'],
    ...['reason', 'words_before', ...box],
  ]);
  const figure = insert('figure', ['document_id', 'section_id', 'table_id', ...figureColumns]);
  const project = insert('project', ['document_id', ...projectColumns]);
  const indicator = insert('indicator', ['document_id', 'project_id', 'table_id', ...indicatorColumns]);
  const remark = insert('finding_text', ['document_id', 'section_id', 'kind', 'heading', 'text', ...place]);
  const verdict = insert('verdict', ['document_id', ...verdictColumns]);
  const verdictFigure = insert('verdict_figure', ['check_id', 'figure_id']);
  const told = insert('figure', ['document_id', 'section_id', 'mention_id', ...figureColumns]);
  const finding = insert('finding', ['document_id', 'stage', 'severity', 'code', 'message', ...place]);

  return (file, rows, engine, time) => {
    const { facts } = rows;
    removeCrossed.run(file.path, file.sha256);
    remove.run(file.path, file.sha256);
    const id = document.run(
      ...[file.path, file.file, file.sha256, file.size, rows.format, rows.encoding, facts.title],
      ...[facts.kind, facts.caliber, facts.agency, facts.region, facts.regionCode, facts.fiscalYear],
      ...[rows.pages.length === 0 ? null : rows.pages.length, rows.characters, engine, time],
    ).lastInsertRowid;
    text.run(id, rows.text);
    for (const values of rows.pages) page.run(id, ...values);
    const sections: Id[] = [];
    for (const { parent, values } of rows.sections) {
      sections.push(section.run(id, parent === null ? null : sections[parent], ...values).lastInsertRowid);
    }
    const tables: Id[] = [];
    const stored: Id[] = [];
    for (const { section: at, values, cells, figures } of rows.tables) {
      const tableId = table.run(id, sections[at], ...values).lastInsertRowid;
      tables.push(tableId);
      for (const one of cells) cell.run(tableId, ...one);
      for (const one of figures) stored.push(figure.run(id, sections[at], tableId, ...one).lastInsertRowid);
    }
    const mentions = rows.mentions.map(
      ({ section: at, values }) => mention.run(id, sections[at], ...values).lastInsertRowid,
    );
    for (const { section: at, mention: index, values } of rows.prose) {
      stored.push(told.run(id, sections[at], index === null ? null : mentions[index], ...values).lastInsertRowid);
    }
    const projects = rows.projects.map((values) => project.run(id, ...values).lastInsertRowid);
    for (const { project: whose, table: of, values } of rows.indicators) {
      indicator.run(id, whose === null ? null : projects[whose], of === null ? null : tables[of], ...values);
    }
    for (const { section: owner, values } of rows.remarks) remark.run(id, sections[owner], ...values);
    for (const { figures, values } of rows.verdicts) {
      const check = verdict.run(id, ...values).lastInsertRowid;
      for (const index of figures) verdictFigure.run(check, stored[index]);
    }
    for (const values of rows.findings) finding.run(id, ...values);
  };
}
