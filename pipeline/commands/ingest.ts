/** `mingzhang ingest` and `mingzhang rebuild`: one line a file, a summary at the end, progress on a terminal. */
import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openForWriting } from '../../db/open.ts';
import type { Patience } from '../../db/patience.ts';
import { beginReplacement } from '../../db/swap.ts';
import { type DocumentWriter, documentWriter } from '../../db/write.ts';
import { crossCheck } from '../cross-check.ts';
import { type FoundFiles, findFiles, withMembers } from '../find-files.ts';
import { ingest } from '../ingest.ts';
import type { FindingCode } from '../model/finding.ts';
import { errorCode, Refusal } from '../model/refusal.ts';
import { type PoolOptions, ReaderPool } from '../pool/reader-pool.ts';
import { readOptionsOf } from '../readers/read-layout.ts';
import { engineVersion } from '../version.ts';
import { type FileRecord, fileLine, recordOf, summaryLines, summaryOf } from './ingest-report.ts';
import { Progress } from './progress.ts';

export interface IngestCommandOptions extends PoolOptions {
  readonly db: string;
  readonly maxBytes: number;
  /** How many documents are read at once. */
  readonly jobs: number;
  /** How long to wait for another process that is writing to the database, in seconds. */
  readonly wait: number;
  readonly json?: boolean;
  /** A file for the JSON document that --json prints. */
  readonly report?: string;
  /** Read again what another version of the program has read. */
  readonly upgrade?: boolean;
  /** Store also what is no fiscal report. */
  readonly keepOther?: boolean;
  /** Files written to before are left alone. */
  readonly changedSince?: Date;
}

/** What was found, less what is too old to be looked at. */
interface Batch extends FoundFiles {
  readonly older: number;
}

interface Done {
  readonly records: readonly FileRecord[];
  readonly seconds: number;
}

/** Findings of documents that recognition may read more of. */
const recognizable: readonly FindingCode[] = ['no-text-layer', 'page-without-text'];

const nothing: Done = { records: [], seconds: 0 };

/** @returns the exit code: 1 when anything named could not be read */
export async function runIngest(named: readonly string[], options: IngestCommandOptions): Promise<number> {
  const batch = await batchOf(named, options);
  if (batch.files.length === 0) return report(batch, nothing, options);
  const patience = patienceOf(options);
  const db = openForWriting(options.db, patience);
  try {
    const file = statSync(options.db).ino;
    const writer = documentWriter(db, engineVersion(), {
      upgrade: options.upgrade === true,
      again: options.ocr === true ? recognizable : [],
      patience,
    });
    const done = await readAll(batch.files, writer, options);
    // Between opening and the first lock nothing keeps a rebuild from putting another file there.
    if (statSync(options.db, { throwIfNoEntry: false })?.ino !== file)
      throw new Refusal('database-locked', `${options.db}: replaced by another process meanwhile; run ingest again`);
    crossCheck(db, patience);
    return report(batch, done, options);
  } finally {
    db.close();
  }
}

const patienceOf = ({ db, wait }: IngestCommandOptions): Patience => ({
  longest: wait * 1000,
  onWait: () => {
    process.stderr.write(`mingzhang: ${db}: another process is using it; waiting up to ${wait} s (--wait)\n`);
  },
});

/** @returns the exit code; when no report could be read, the old database stays as it was */
export async function runRebuild(named: readonly string[], options: IngestCommandOptions): Promise<number> {
  const batch = await batchOf(named, options);
  if (batch.files.length === 0) return report(batch, nothing, options);
  const replacement = beginReplacement(options.db, patienceOf(options));
  try {
    const done = await readAll(batch.files, documentWriter(replacement.db, engineVersion()), options);
    if (done.records.some(({ status }) => status === 'stored')) {
      crossCheck(replacement.db, patienceOf(options));
      replacement.commit();
    } else {
      replacement.abandon();
      process.stderr.write(`mingzhang: ${options.db}: left as it was, no report could be read\n`);
    }
    return report(batch, done, options);
  } catch (error) {
    replacement.abandon();
    throw error;
  }
}

async function batchOf(
  named: readonly string[],
  { changedSince, report: path, maxBytes }: IngestCommandOptions,
): Promise<Batch> {
  if (path !== undefined) checkWritable(path);
  const found = await findFiles(named);
  if (changedSince === undefined) return { ...(await withMembers(found, maxBytes)), older: 0 };
  const since = changedSince.getTime();
  const files = found.files.filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? since) >= since);
  return { ...(await withMembers({ ...found, files }, maxBytes)), older: found.files.length - files.length };
}

/** Better told before the reading than after it. */
function checkWritable(path: string): void {
  try {
    closeSync(openSync(path, 'a'));
  } catch (error) {
    throw new Refusal('report-unwritable', `${path}: the report cannot be written there (${errorCode(error)})`);
  }
}

async function readAll(files: readonly string[], writer: DocumentWriter, options: IngestCommandOptions): Promise<Done> {
  const records: FileRecord[] = [];
  const lines = options.json !== true;
  const progress = new Progress(files.length, lines && process.stderr.isTTY === true ? process.stderr : null);
  const { timeout, maxMemory } = options;
  const jobs = Math.min(options.jobs, files.length);
  const pool = new ReaderPool({ timeout, maxMemory, ...readOptionsOf(options) }, jobs);
  try {
    for await (const outcome of ingest(files, writer, {
      maxBytes: options.maxBytes,
      keepOther: options.keepOther === true,
      jobs,
      read: (source) => pool.read(source),
    })) {
      const record = recordOf(outcome);
      records.push(record);
      progress.step(record, () => {
        if (outcome.status === 'failed')
          process.stderr.write(`${outcome.path}: a bug, please report it\n${outcome.error.stack}\n`);
        if (lines) process.stdout.write(`${fileLine(record)}\n`);
      });
    }
  } finally {
    progress.clear();
    await pool.close();
  }
  return { records, seconds: progress.seconds };
}

function report(batch: Batch, { records, seconds }: Done, options: IngestCommandOptions): number {
  const all = [...batch.refusals.map(unreadRecord), ...records];
  const summary = summaryOf(all);
  const document = `${JSON.stringify(
    {
      database: records.length === 0 ? null : options.db,
      engine: engineVersion(),
      seconds: Math.round(seconds * 10) / 10,
      summary,
      left_out: Object.fromEntries(batch.leftOut),
      older: batch.older,
      files: all,
    },
    null,
    2,
  )}\n`;
  if (options.report !== undefined) writeFileSync(options.report, document);
  if (options.json === true) process.stdout.write(document);
  else {
    for (const record of all.slice(0, batch.refusals.length)) process.stdout.write(`${fileLine(record)}\n`);
    process.stdout.write(`${summaryLines(summary, batch.leftOut, batch.older, options.db).join('\n')}\n`);
  }
  return summary.failed > 0 ? 1 : 0;
}

function unreadRecord({ code, message }: Refusal): FileRecord {
  const path = message.replace(/: [^:]*$/, '');
  return { file: basename(path), path, status: 'refused', code, message };
}
