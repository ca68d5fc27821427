/** `mingzhang show`: one document in the terminal, from disk or from the database. */

import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { codePointOffsets } from '../../db/code-points.ts';
import { onDatabase } from '../../db/errors.ts';
import { type Connection, openForReading } from '../../db/open.ts';
import { type DocumentView, documentNames, findDocuments, readDocumentView } from '../../db/read.ts';
import { nearest } from '../../normalizers/nearest.ts';
import { findingKinds } from '../model/finding.ts';
import { yuanText } from '../model/money.ts';
import { Refusal } from '../model/refusal.ts';
import { coverOf } from '../model/span.ts';
import { readSource } from '../readers/read-source.ts';
import { readDocument } from '../run.ts';
import { documentLines } from './show-document.ts';

export interface ShowCommandOptions {
  readonly db: string;
  readonly maxBytes: number;
}

/** @returns the exit code */
export async function runShow(name: string, options: ShowCommandOptions): Promise<number> {
  const onDisk = existsSync(name) && statSync(name).isFile();
  const view = onDisk ? await viewOfFile(resolve(name), options.maxBytes) : viewOfStored(name, options.db);
  process.stdout.write(`${documentLines(view).join('\n')}\n`);
  return 0;
}

/** A report on disk is read afresh and stored nowhere. */
async function viewOfFile(path: string, maxBytes: number): Promise<DocumentView> {
  const source = await readSource(path, maxBytes);
  const { facts, layout, outline, mentions, findings } = await readDocument(source);
  const at = codePointOffsets(layout.text);
  return {
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
}

function viewOfStored(name: string, database: string): DocumentView {
  if (!existsSync(database))
    throw new Refusal('document-unknown', `${name}: no such file, and no database ${database} to look in`);
  const db = openForReading(database);
  try {
    return onDatabase(database, () => viewOfOnly(db, name, database));
  } finally {
    db.close();
  }
}

function viewOfOnly(db: Connection, name: string, database: string): DocumentView {
  const [id, ...others] = findDocuments(db, name);
  if (id !== undefined && others.length === 0) return readDocumentView(db, id);
  if (id !== undefined) {
    const message = `${name}: several documents in ${database} have this name; give an id: ${[id, ...others].join(', ')}`;
    throw new Refusal('document-unknown', message);
  }
  const close = nearest(name, documentNames(db));
  const hint = close === null ? '' : `; did you mean ${close}?`;
  throw new Refusal('document-unknown', `${name}: neither a file nor a document in ${database}${hint}`);
}
