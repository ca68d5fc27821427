/** `mingzhang show`: one document in the terminal, from disk or from the database. */

import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { codePointOffsets } from '../../db/code-points.ts';
import { onDatabase } from '../../db/errors.ts';
import { openForReading } from '../../db/open.ts';
import { type DocumentView, readDocumentView, readTables, type TableView } from '../../db/read.ts';
import { findingKinds } from '../model/finding.ts';
import type { Grid } from '../model/layout.ts';
import { yuanText } from '../model/money.ts';
import { Refusal } from '../model/refusal.ts';
import { coverOf } from '../model/span.ts';
import { isMember } from '../readers/archive-path.ts';
import { type ReadOptions, readOptionsOf } from '../readers/read-layout.ts';
import { readSource } from '../readers/read-source.ts';
import { readDocument } from '../run.ts';
import { documentLines } from './show-document.ts';
import { tableLines } from './show-table.ts';
import { storedDocument } from './stored-document.ts';
import { runWorkList, unread, unresolved } from './work-list.ts';

export interface ShowCommandOptions extends ReadOptions {
  readonly db: string;
  readonly maxBytes: number;
  /** Print the tables instead. */
  readonly tables?: boolean;
  /** List what tables say that nothing is known of, of one document or of all. */
  readonly unread?: boolean;
  /** List amounts of the prose that became no figure, of one document or of all. */
  readonly unresolved?: boolean;
  /** Draw the pages into this folder instead. */
  readonly draw?: string;
}

/** @returns the exit code */
export async function runShow(name: string | undefined, options: ShowCommandOptions): Promise<number> {
  if (options.unread === true) return runWorkList(unread, name, options.db);
  if (options.unresolved === true) return runWorkList(unresolved, name, options.db);
  if (name === undefined)
    throw new Refusal('document-unknown', 'give a report on disk, or a document by file name or id');
  const onDisk = (existsSync(name) && statSync(name).isFile()) || isMember(name);
  if (options.draw !== undefined) {
    if (!onDisk) throw new Refusal('document-unknown', `${name}: only a file on disk can be drawn`);
    const { drawDocument } = await import('./draw.ts');
    for await (const file of drawDocument(
      await readSource(resolve(name), options.maxBytes),
      options.draw,
      readOptionsOf(options),
    )) {
      process.stdout.write(`${file}\n`);
    }
    return 0;
  }
  const shown = onDisk ? await viewOfFile(resolve(name), options) : viewOfStored(name, options.db);
  const lines =
    options.tables === true
      ? shown.tables.flatMap((table) => [...tableLines(table), ''])
      : documentLines(shown.document);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

interface Shown {
  readonly document: DocumentView;
  readonly tables: readonly TableView[];
}

/** A report on disk is read afresh and stored nowhere. */
async function viewOfFile(path: string, options: ShowCommandOptions): Promise<Shown> {
  const source = await readSource(path, options.maxBytes);
  const { facts, layout, outline, mentions, findings } = await readDocument(source, readOptionsOf(options));
  const at = codePointOffsets(layout.text);
  const document: DocumentView = {
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

function tableView({ caption, rows, columns, cells }: Grid): TableView {
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

function viewOfStored(name: string, database: string): Shown {
  if (!existsSync(database))
    throw new Refusal('document-unknown', `${name}: no such file, and no database ${database} to look in`);
  const db = openForReading(database);
  try {
    return onDatabase(database, () => {
      const id = storedDocument(db, name, database);
      return { document: readDocumentView(db, id), tables: readTables(db, id) };
    });
  } finally {
    db.close();
  }
}
