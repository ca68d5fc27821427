/** `mingzhang show`: one document in the terminal, from disk or from the database. */

import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openForReading } from '../../db/open.ts';
import { type DocumentView, documentNames, findDocument, readDocumentView } from '../../db/read.ts';
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
  const { facts, layout, outline, mentions, findings } = readDocument(source);
  return {
    id: null,
    file: source.file,
    format: layout.format,
    ...facts,
    pages: layout.pages.length === 0 ? null : layout.pages.length,
    characters: layout.text.length,
    sections: outline.sections.map(({ level, label, heading, kind, span }) => ({
      level,
      label: label?.value ?? null,
      heading: heading?.value ?? null,
      kind,
      page: span.page,
      start: span.start,
    })),
    amounts: mentions.map(({ section, words, money }) => {
      const { page, start, end } = coverOf(words.spans);
      return { section, page, start, end, text: words.value, yuan: yuanText(money.value.fen) };
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
    const id = findDocument(db, name);
    if (id !== null) return readDocumentView(db, id);
    const close = nearest(name, documentNames(db));
    const hint = close === null ? '' : `; did you mean ${close}?`;
    throw new Refusal('document-unknown', `${name}: neither a file nor a document in ${database}${hint}`);
  } finally {
    db.close();
  }
}
