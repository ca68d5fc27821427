/**
 * Does the ten-thousandth report cost what the thousandth did? Reports made from the samples are ingested in one process; time,
 * processor time and memory are told for each thousand; then every ready-made query and every view is asked of the whole, three
 * times each: the median is told.
 * `npm run bench:growth [reports [jobs [keep]]]`
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, openForReading, openForWriting } from '../db/open.ts';
import { documentWriter } from '../db/write.ts';
import { ingest } from '../pipeline/ingest.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { ReaderPool } from '../pipeline/pool/reader-pool.ts';
import { decode } from '../pipeline/readers/decode.ts';

const count = Number(process.argv[2] ?? 10_000);
const jobs = Number(process.argv[3] ?? 2);
const step = Math.min(1000, count);
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-growth-'));
const database = join(folder, 'growth.db');
const say = (line: string) => process.stdout.write(`${line}\n`);

/** A report like its sample, of another unit and with another ending: no two have the same bytes. */
function variants(): readonly string[] {
  const samples = readdirSync(packageFile('samples'))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ file, text: decode(readFileSync(packageFile(`samples/${file}`)), file).text }));
  return Array.from({ length: count }, (_, i) => {
    const { file, text } = samples[i % samples.length] ?? { file: '', text: '' };
    const inside = join(folder, 'r', String(Math.floor(i / 1000)).padStart(3, '0'));
    mkdirSync(inside, { recursive: true });
    const path = join(inside, `${String(i).padStart(6, '0')}-${file}`);
    const mark = createHash('sha256').update(String(i)).digest('hex').slice(0, 8);
    writeFileSync(path, `${text}\n附件编号：${mark}\n`);
    return path;
  });
}

interface Mark {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
}

function markNow(): Mark {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000, rss: process.memoryUsage.rss() / 1e6 };
}

async function readAll(files: readonly string[]): Promise<void> {
  const db = openForWriting(database);
  const pool = new ReaderPool({ timeout: 120, maxMemory: 1024 }, jobs);
  const rows: { readonly ms: number; readonly cpu: number; readonly rss: number }[] = [];
  let [done, before, most] = [0, markNow(), 0];
  for await (const outcome of ingest(files, documentWriter(db, 'bench'), {
    maxBytes: 1e8,
    jobs,
    read: (source) => pool.read(source),
  })) {
    if (outcome.status !== 'stored') throw new Error(`${outcome.path}: ${outcome.status}`);
    most = Math.max(most, process.memoryUsage.rss() / 1e6);
    if (++done % step > 0) continue;
    const now = markNow();
    rows.push({ ms: (now.wall - before.wall) / step, cpu: (now.cpu - before.cpu) / step, rss: most });
    const last = rows.at(-1);
    say(
      `${String(done).padStart(7)} reports   ${last?.ms.toFixed(1)} ms, ${last?.cpu.toFixed(1)} ms of processor time each, at most ${most.toFixed(0)} MB`,
    );
    [before, most] = [now, 0];
  }
  await pool.close();
  db.close();
  // The first thousand also starts the threads and warms them up.
  const [second, last] = [rows[1] ?? rows[0], rows.at(-1)];
  if (second === undefined || last === undefined) return;
  say(
    `last thousand to second: ${(last.ms / second.ms).toFixed(2)} × time, ${(last.cpu / second.cpu).toFixed(2)} × processor time, ${(last.rss / second.rss).toFixed(2)} × memory`,
  );
}

function seconds(action: () => void): number {
  const from = performance.now();
  action();
  return (performance.now() - from) / 1000;
}

function askAll(): void {
  const db = openForReading(database);
  const questions = new Map<string, string>();
  for (const file of readdirSync(packageFile('db/queries'))) {
    questions.set(file, readFileSync(packageFile(`db/queries/${file}`), 'utf8'));
  }
  for (const view of viewsOf(db)) {
    questions.set(`${view}, a thousand rows`, `select * from ${view} limit 1000`);
    questions.set(
      `${view}, one file`,
      `select * from ${view} where file like '%${String(count >> 1).padStart(6, '0')}%'`,
    );
  }
  for (const [name, sql] of questions) {
    try {
      let rows = 0;
      const times = Array.from({ length: 3 }, () => {
        rows = 0;
        return seconds(() => {
          // Rows one after another, as the query command takes them.
          for (const _ of db.prepare(sql).raw().iterate()) rows++;
        });
      });
      const time = times.sort((a, b) => a - b)[1] ?? 0;
      say(`${time > 1 ? '✗' : ' '} ${name.padEnd(36)} ${time.toFixed(3)} s, ${rows} rows`);
    } catch (error) {
      say(`- ${name.padEnd(36)} ${String(error)}`);
    }
  }
  db.close();
}

const viewsOf = (db: Connection) =>
  db.prepare<[], string>("select name from sqlite_master where type = 'view' order by name").pluck().all();

try {
  const files = variants();
  say(`${count} reports, ${jobs} at once`);
  await readAll(files);
  askAll();
} finally {
  if (process.argv[4] === 'keep') say(`kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
