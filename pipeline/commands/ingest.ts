/** `mingzhang ingest` and `mingzhang rebuild`: one line a file, a summary at the end, progress on a terminal. */
import { basename } from 'node:path';
import { openForWriting } from '../../db/open.ts';
import { beginReplacement } from '../../db/swap.ts';
import { type DocumentWriter, documentWriter } from '../../db/write.ts';
import { type FoundFiles, findFiles } from '../find-files.ts';
import { ingest } from '../ingest.ts';
import type { Refusal } from '../model/refusal.ts';
import { type PoolOptions, ReaderPool } from '../pool/reader-pool.ts';
import { engineVersion } from '../version.ts';
import { type FileRecord, fileLine, recordOf, summaryLines, summaryOf } from './ingest-report.ts';

export interface IngestCommandOptions extends PoolOptions {
  readonly db: string;
  readonly maxBytes: number;
  /** How many documents are read at once. */
  readonly jobs: number;
  readonly json?: boolean;
}

/** @returns the exit code: 1 when anything named could not be read */
export async function runIngest(named: readonly string[], options: IngestCommandOptions): Promise<number> {
  const found = await findFiles(named);
  if (found.files.length === 0) return report(found, [], options);
  const db = openForWriting(options.db);
  try {
    return report(found, await readAll(found.files, documentWriter(db, engineVersion()), options), options);
  } finally {
    db.close();
  }
}

/** @returns the exit code; when no report could be read, the old database stays as it was */
export async function runRebuild(named: readonly string[], options: IngestCommandOptions): Promise<number> {
  const found = await findFiles(named);
  if (found.files.length === 0) return report(found, [], options);
  const replacement = beginReplacement(options.db);
  try {
    const records = await readAll(found.files, documentWriter(replacement.db, engineVersion()), options);
    if (records.some(({ status }) => status === 'stored')) replacement.commit();
    else {
      replacement.abandon();
      process.stderr.write(`mingzhang: ${options.db}: left as it was, no report could be read\n`);
    }
    return report(found, records, options);
  } catch (error) {
    replacement.abandon();
    throw error;
  }
}

async function readAll(
  files: readonly string[],
  writer: DocumentWriter,
  options: IngestCommandOptions,
): Promise<readonly FileRecord[]> {
  const records: FileRecord[] = [];
  const lines = options.json !== true;
  const progress = lines && process.stderr.isTTY === true;
  const clear = () => progress && process.stderr.write('\r\x1b[K');
  const tell = () => progress && process.stderr.write(`${records.length}/${files.length} …`);
  tell();
  const { timeout, maxMemory, password } = options;
  const jobs = Math.min(options.jobs, files.length);
  const pool = new ReaderPool({ timeout, maxMemory, ...(password === undefined ? {} : { password }) }, jobs);
  try {
    for await (const outcome of ingest(files, writer, {
      maxBytes: options.maxBytes,
      jobs,
      read: (source) => pool.read(source),
    })) {
      const record = recordOf(outcome);
      records.push(record);
      clear();
      if (outcome.status === 'failed')
        process.stderr.write(`${outcome.path}: a bug, please report it\n${outcome.error.stack}\n`);
      if (lines) process.stdout.write(`${fileLine(record)}\n`);
      tell();
    }
  } finally {
    await pool.close();
  }
  clear();
  return records;
}

function report(found: FoundFiles, records: readonly FileRecord[], options: IngestCommandOptions): number {
  const unread = found.refusals.map(unreadRecord);
  const summary = summaryOf([...unread, ...records]);
  if (options.json === true) {
    const leftOut = Object.fromEntries(found.leftOut);
    const database = records.length === 0 ? null : options.db;
    process.stdout.write(
      `${JSON.stringify({ database, summary, left_out: leftOut, files: [...unread, ...records] }, null, 2)}\n`,
    );
  } else {
    for (const record of unread) process.stdout.write(`${fileLine(record)}\n`);
    process.stdout.write(`${summaryLines(summary, found.leftOut, options.db).join('\n')}\n`);
  }
  return summary.failed > 0 ? 1 : 0;
}

function unreadRecord({ code, message }: Refusal): FileRecord {
  const path = message.replace(/: [^:]*$/, '');
  return { file: basename(path), path, status: 'refused', code, message };
}
