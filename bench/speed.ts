/**
 * Speed on a corpus of repeated samples, measured in one run: reading with extraction, rows into SQLite, whole ingests, start-up.
 * Rates depend on the machine; the ratios beside them do much less.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting } from '../db/open.ts';
import { rowsOf } from '../db/rows.ts';
import { documentWriter } from '../db/write.ts';
import { layOut } from '../pipeline/layout/lay-out.ts';
import type { SourceFile } from '../pipeline/model/layout.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { decode } from '../pipeline/readers/decode.ts';
import { readText } from '../pipeline/readers/read-text.ts';
import { understand } from '../pipeline/understand.ts';

const copies = 40;
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
const samples = readdirSync(packageFile('samples'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => ({ file, bytes: readFileSync(packageFile(`samples/${file}`)) }));

/** The samples over and over, each copy with other bytes (blank lines at its end), so that none is a duplicate. */
const corpus: readonly SourceFile[] = Array.from({ length: copies }, (_, copy) =>
  samples.map(({ file, bytes }) => {
    const varied = Buffer.concat([bytes, Buffer.from('\n'.repeat(copy))]);
    const name = `${copy}-${file}`;
    return {
      path: join(folder, 'corpus', name),
      file: name,
      bytes: varied,
      sha256: createHash('sha256').update(varied).digest('hex'),
    };
  }),
).flat();
const megabytes = corpus.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;

const readRows = (source: SourceFile) => rowsOf(understand(layOut(readText(source, () => undefined)), source.file, []));

function seconds(action: () => void): number {
  const from = performance.now();
  action();
  return (performance.now() - from) / 1000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const say = (name: string, rate: string, ratio: string) =>
  process.stdout.write(`${name.padEnd(34)}${rate.padStart(18)}   ${ratio}\n`);

function reading(): number {
  for (const source of corpus.slice(0, samples.length)) readRows(source);
  const bare = seconds(() => {
    for (const { bytes, file } of corpus) decode(bytes, file);
  });
  const whole = seconds(() => {
    for (const source of corpus) readRows(source);
  });
  say(
    'reading and extraction',
    `${(megabytes / whole).toFixed(1)} MB/s`,
    `${(whole / bare).toFixed(0)} × decoding alone`,
  );
  return whole;
}

function storing(): void {
  const db = openForWriting(join(folder, 'rows.db'));
  const writer = documentWriter(db, 'bench');
  const read = corpus.map((source) => ({ source, rows: readRows(source) }));
  const count = read.reduce(
    (sum, { rows }) => sum + 2 + rows.pages.length + rows.sections.length + rows.mentions.length + rows.findings.length,
    0,
  );
  const time = seconds(() => {
    for (const { source, rows } of read) writer.store({ ...source, size: source.bytes.length, stamp: null }, rows);
  });
  db.close();
  say('rows into SQLite', `${Math.round(count / time)} rows/s`, `${corpus.length} transactions`);
}

function ingesting(readingTime: number): void {
  mkdirSync(join(folder, 'corpus'));
  for (const { path, bytes } of corpus) writeFileSync(path, bytes);
  const time = seconds(() => run('ingest', join(folder, 'corpus'), '--db', join(folder, 'ingest.db')));
  const again = seconds(() => run('ingest', join(folder, 'corpus'), '--db', join(folder, 'ingest.db')));
  say(
    'ingest, whole command',
    `${Math.round(corpus.length / time)} documents/s`,
    `${(time / readingTime).toFixed(1)} × reading and extraction`,
  );
  say(
    'ingest again, nothing changed',
    `${Math.round(corpus.length / again)} documents/s`,
    `${(again / time).toFixed(2)} × the first time`,
  );
}

function run(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [packageFile('dist/pipeline/cli.js'), ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function starting(): void {
  const time = (words: readonly string[]) =>
    median(Array.from({ length: 9 }, () => seconds(() => void spawnSync(process.execPath, [...words]))));
  const node = time(['-e', '0']);
  const help = time([packageFile('dist/pipeline/cli.js'), '--help']);
  say(
    'mingzhang --help',
    `${Math.round(help * 1000)} ms`,
    `${Math.round((help - node) * 1000)} ms beyond Node's own ${Math.round(node * 1000)}`,
  );
}

try {
  process.stdout.write(`${corpus.length} documents, ${megabytes.toFixed(1)} MB\n`);
  const readingTime = reading();
  storing();
  ingesting(readingTime);
  starting();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
