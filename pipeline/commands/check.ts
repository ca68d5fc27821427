/** `mingzhang check`: what a report says that must hold, and does not; for a finance office before it publishes. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { onDatabase } from '../../db/errors.ts';
import { openForReading } from '../../db/open.ts';
import { readAudits } from '../../db/read-audit.ts';
import { auditOf } from '../audit.ts';
import type { Audit } from '../model/audit.ts';
import { Refusal } from '../model/refusal.ts';
import { isMember } from '../readers/archive-path.ts';
import { type ReadOptions, readOptionsOf } from '../readers/read-layout.ts';
import { readSource } from '../readers/read-source.ts';
import { readDocument } from '../run.ts';
import { checkFormats } from './check-formats.ts';

export interface CheckCommandOptions extends ReadOptions {
  readonly db: string;
  readonly maxBytes: number;
  /** Only rules whose id begins so. */
  readonly rule?: string;
  readonly format: string;
  readonly lang: string;
  readonly failOn?: string;
}

/**
 * @param paths reports on disk; none means every document of the database
 * @returns 1 when a file could not be read, or contradictions were found and `--fail-on fail` asks for it
 */
export async function runCheck(paths: readonly string[], options: CheckCommandOptions): Promise<number> {
  const { audits, unread } = paths.length === 0 ? auditsOfStored(options) : await auditsOfFiles(paths, options);
  for (const { message } of unread) process.stderr.write(`mingzhang: ${message}\n`);
  if (audits.length > 0) process.stdout.write(`${checkFormats[options.format]?.(audits, options.lang) ?? ''}\n`);
  const contradicted = audits.some(({ checks }) => checks.some(({ status }) => status === 'fail'));
  return unread.length > 0 || (contradicted && options.failOn === 'fail') ? 1 : 0;
}

interface Audits {
  readonly audits: readonly Audit[];
  readonly unread: readonly Refusal[];
}

function auditsOfStored({ db: path, rule }: CheckCommandOptions): Audits {
  const db = openForReading(path);
  try {
    return { audits: onDatabase(path, () => [...readAudits(db, rule)]), unread: [] };
  } finally {
    db.close();
  }
}

/** A file that cannot be read does not stop the others. */
async function auditsOfFiles(paths: readonly string[], options: CheckCommandOptions): Promise<Audits> {
  const audits: Audit[] = [];
  const unread: Refusal[] = [];
  for (const path of paths) {
    try {
      audits.push(await auditOfFile(path, options));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      unread.push(error.message.startsWith(path) ? error : new Refusal(error.code, `${path}: ${error.message}`));
    }
  }
  return { audits, unread };
}

async function auditOfFile(path: string, options: CheckCommandOptions): Promise<Audit> {
  const named = existsSync(path) ? statSync(path).isFile() : isMember(path);
  if (!named) throw new Refusal('document-unknown', `${path}: no such file`);
  const source = await readSource(resolve(path), options.maxBytes);
  return auditOf(source.file, await readDocument(source, readOptionsOf(options)), options.rule);
}
