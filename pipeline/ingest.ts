/**
 * Many files → one database. Documents are read several at once and stored in the order of the files, so that the same input
 * gives the same database however many are read at once. Only so many finished documents wait to be stored, and no more bytes
 * are in memory than those being read. A bad file is one line and the next goes on.
 */
import { basename } from 'node:path';
import PQueue from 'p-queue';
import type { FigureChanges } from '../db/figure-changes.ts';
import type { DocumentRows } from '../db/rows.ts';
import type { DocumentWriter, StoredFile } from '../db/write.ts';
import type { SourceFile } from './model/layout.ts';
import { Refusal } from './model/refusal.ts';
import { fileStamp } from './readers/file-stamp.ts';
import { readSource } from './readers/read-source.ts';

export type Outcome =
  | { readonly status: 'stored' | 'replaced'; readonly path: string; readonly rows: DocumentRows }
  /** Another version of the program had read it, and it was to be read again. */
  | {
      readonly status: 'upgraded';
      readonly path: string;
      readonly rows: DocumentRows;
      readonly changes: FigureChanges;
    }
  /** `outdated` is stored as another version of the program has read it. */
  | { readonly status: 'unchanged' | 'outdated'; readonly path: string }
  | { readonly status: 'duplicate'; readonly path: string; readonly sameAs: string }
  /** A notice, a policy, a page of links: read, understood to be something else, and not stored. */
  | { readonly status: 'not-a-report'; readonly path: string; readonly why: string }
  | { readonly status: 'refused'; readonly path: string; readonly refusal: Refusal }
  | { readonly status: 'failed'; readonly path: string; readonly error: Error };

export interface IngestOptions {
  /** Files beyond this many bytes are refused. */
  readonly maxBytes: number;
  /** How many documents are read at once. */
  readonly jobs: number;
  /** How a document is read; the pipe in run.ts, or a toy in tests. */
  readonly read: (source: SourceFile) => Promise<DocumentRows>;
  /** Store also what is no fiscal report. */
  readonly keepOther?: boolean;
  /** The present time in milliseconds, for tests. */
  readonly now?: () => number;
}

/** Files that may be ahead of the one to be stored next, for each document read at once. */
const ahead = 4;

/**
 * @param files absolute paths
 * @param writer where documents go
 * @yields one outcome a file, in the order of the files; another for a copy that was left out because of a file whose content
 *   changed later in the same batch: it is read again at the end
 * @throws Refusal when the database itself cannot be used any more: what was stored until then is whole
 */
export async function* ingest(
  files: readonly string[],
  writer: DocumentWriter,
  options: IngestOptions,
): AsyncGenerator<Outcome> {
  const copies = new Map<string, string[]>();
  const again: string[] = [];
  for await (const opened of inOrder(files, writer, options)) {
    const outcome = await settle(opened, writer, options);
    if (outcome.status === 'duplicate')
      copies.set(outcome.sameAs, [...(copies.get(outcome.sameAs) ?? []), opened.path]);
    if (outcome.status === 'replaced') again.push(...(copies.get(opened.path) ?? []));
    yield outcome;
  }
  if (again.length > 0) yield* ingest(again, writer, options);
}

/** A file that was looked at: refused, or its identity with what came of reading it, if it had to be read. */
interface Opened {
  readonly path: string;
  readonly file: StoredFile | Refusal;
  readonly read: DocumentRows | Error | null;
}

/** Opens files several at once. @yields them in their order */
async function* inOrder(
  files: readonly string[],
  writer: DocumentWriter,
  options: IngestOptions,
): AsyncGenerator<Opened> {
  const queue = new PQueue({ concurrency: options.jobs });
  const waiting: Promise<Opened>[] = [];
  const beingRead = new Set<string>();
  try {
    for (let next = 0; next < files.length || waiting.length > 0; ) {
      for (; waiting.length < options.jobs * ahead && next < files.length; next++) {
        const path = files[next] ?? '';
        const opened = queue.add(() => open(path, beingRead, writer, options));
        // Nobody waits for it any more when an earlier one has ended everything.
        opened.catch(() => undefined);
        waiting.push(opened);
      }
      const first = waiting.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    queue.clear();
  }
}

/** @param beingRead contents that other files of the batch hold too: they are read once */
async function open(
  path: string,
  beingRead: Set<string>,
  writer: DocumentWriter,
  options: IngestOptions,
): Promise<Opened> {
  const seen = await fileStamp(path, (options.now ?? Date.now)());
  const stamp = seen?.stamp ?? null;
  const content = stamp === null ? null : writer.contentOf(path, stamp);
  if (content !== null) {
    const file = { path, file: basename(path), sha256: content, size: seen?.size ?? 0, stamp };
    if (!isToBeRead(writer, file)) return { path, file, read: null };
  }
  let source: SourceFile;
  try {
    source = await readSource(path, options.maxBytes);
  } catch (error) {
    if (error instanceof Refusal) return { path, file: error, read: null };
    throw error;
  }
  const file = { path, file: source.file, sha256: source.sha256, size: source.bytes.length, stamp };
  if (!isToBeRead(writer, file) || beingRead.has(file.sha256)) return { path, file, read: null };
  beingRead.add(file.sha256);
  return { path, file, read: await tried(source, options) };
}

function isToBeRead(writer: DocumentWriter, file: StoredFile): boolean {
  const standing = writer.standingOf(file);
  return standing === 'new' || standing === 'changed';
}

async function tried(source: SourceFile, options: IngestOptions): Promise<DocumentRows | Error> {
  try {
    return await options.read(source);
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

/** What files before it have changed in the database counts: only now is it known what becomes of a file. */
async function settle({ path, file, read }: Opened, writer: DocumentWriter, options: IngestOptions): Promise<Outcome> {
  if (file instanceof Refusal) return refuse(path, file, writer);
  const standing = writer.standingOf(file);
  if (standing !== 'new' && standing !== 'changed') {
    writer.forgetFailure(path);
    writer.noteStamp(file);
    return typeof standing === 'object'
      ? { status: 'duplicate', path, sameAs: standing.sameAs }
      : { status: standing, path };
  }
  if (read === null) return settle(await open(path, new Set(), writer, options), writer, options);
  if (read instanceof Refusal) return refuse(path, read, writer);
  if (read instanceof Error) return fail(path, read, writer);
  const why = options.keepOther === true ? null : whyNoReport(read);
  if (why !== null) {
    writer.forgetFailure(path);
    return { status: 'not-a-report', path, why };
  }
  try {
    const changes = writer.store(file, read);
    if (changes !== null) return { status: 'upgraded', path, rows: read, changes };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return fail(path, error instanceof Error ? error : new Error(String(error)), writer);
  }
  return { status: standing === 'changed' ? 'replaced' : 'stored', path, rows: read };
}

/** What the reading found out about it, in one line; null for a report. */
function whyNoReport({ findings }: DocumentRows): string | null {
  const told = findings.find(([, , code]) => code === 'not-a-report');
  return told === undefined ? null : String(told[3]);
}

/** A bug met in one document: the others can still be read. */
function fail(path: string, error: Error, writer: DocumentWriter): Outcome {
  const message = `${path}: a bug stopped the reading: ${error.message}`;
  writer.storeFailure({ path, file: basename(path) }, { code: 'bug', message });
  return { status: 'failed', path, error };
}

function refuse(path: string, refusal: Refusal, writer: DocumentWriter): Outcome {
  if (refusal.code !== 'missing') writer.storeFailure({ path, file: basename(path) }, refusal);
  return { status: 'refused', path, refusal };
}
