/**
 * Damaged reports by the thousand, made from whole ones by a seeded hand and read as ingest reads them: each must be read or
 * refused in one line, within its limits. A bug, a hang or a crash is told with the seed that makes it again. A whole report is
 * read after every hundred and must be read as before. `npm run bench:fuzz [inputs [seconds [first seed]]]`
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { Refusal } from '../pipeline/model/refusal.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { ReaderPool } from '../pipeline/pool/reader-pool.ts';
import { random } from './random.ts';

const wanted = Number(process.argv[2] ?? 5000);
const longest = Number(process.argv[3] ?? 3600);
const first = Number(process.argv[4] ?? 1);
/** Larger files take longer and break no other way. */
const largest = 150_000;

const folders = ['samples', 'samples/formats', 'test/pdf', '../shared/corpus/pdf', '../shared/corpus/text'].map(
  packageFile,
);
const sources = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /\.(?:pdf|txt|docx|xlsx|html)$/.test(path) && statSync(path).size <= largest)
  .map((path) => ({ path, bytes: readFileSync(path) }));

type Mutation = (bytes: Buffer, at: (length: number) => number, other: Buffer) => Buffer;

const mutations: readonly Mutation[] = [
  (bytes, at) => bytes.subarray(0, 20 + at(bytes.length)),
  (bytes, at) => scattered(bytes, at, 1 + at(20)),
  (bytes, at) => scattered(bytes, at, 200 + at(2000)),
  (bytes, at) => without(bytes, at(bytes.length), at(2000)),
  (bytes, at) => repeated(bytes, at(bytes.length), at(400), 2 + at(200)),
  (bytes, at, other) => Buffer.concat([bytes.subarray(0, at(bytes.length)), other.subarray(at(other.length))]),
  (bytes, at) => otherNumbers(bytes, at),
];

function scattered(bytes: Buffer, at: (length: number) => number, changes: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < changes; i++) copy[at(copy.length)] = at(256);
  return copy;
}

const without = (bytes: Buffer, from: number, length: number) =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);

const repeated = (bytes: Buffer, from: number, length: number, times: number) =>
  Buffer.concat([
    bytes.subarray(0, from),
    ...Array.from({ length: times }, () => bytes.subarray(from, from + length)),
    bytes.subarray(from),
  ]);

/** Lengths, counts, references and amounts become others. */
function otherNumbers(bytes: Buffer, at: (length: number) => number): Buffer {
  const odd = ['0', '-1', '99999999999999999999', '1e9', '4294967296', '0.0000001', ''];
  const text = bytes
    .toString('latin1')
    .replace(/\d+/g, (digits) => (at(40) === 0 ? (odd[at(odd.length)] ?? '') : digits));
  return Buffer.from(text, 'latin1');
}

const pool = new ReaderPool({ timeout: 20, maxMemory: 1024 }, 2);
const counts = { read: 0, refused: 0, slow: 0, bugs: 0 };

async function readMutant(seed: number): Promise<void> {
  const next = random(seed);
  const at = (length: number) => Math.floor(next() * length);
  const [source, other] = [sources[at(sources.length)], sources[at(sources.length)]];
  const mutation = mutations[at(mutations.length)];
  if (source === undefined || other === undefined || mutation === undefined) return;
  const bytes = new Uint8Array(mutation(source.bytes, at, other.bytes));
  try {
    await pool.read({ path: source.path, file: 'mutant', bytes, sha256: String(seed) });
    counts.read++;
  } catch (error) {
    if (error instanceof Refusal && !['too-slow', 'too-hungry'].includes(error.code)) counts.refused++;
    else {
      if (error instanceof Refusal) counts.slow++;
      else counts.bugs++;
      process.stdout.write(
        `✗ seed ${seed} of ${source.path}: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
    }
  }
}

/** What a report that nobody touched is read as. */
async function witness(): Promise<string> {
  const path = packageFile('samples/qingtan-health-2024-budget.pdf');
  const rows = await pool.read({ path, file: 'witness.pdf', bytes: readFileSync(path), sha256: 'witness' });
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

const until = performance.now() + longest * 1000;
const before = await witness();
const queue = new PQueue({ concurrency: 2 });
let [done, changed] = [0, 0];
while (done < wanted && performance.now() < until) {
  const batch = Math.min(100, wanted - done);
  await queue.addAll(Array.from({ length: batch }, (_, i) => () => readMutant(first + done + i)));
  done += batch;
  if ((await witness()) !== before) changed++;
}
await pool.close();
process.stdout.write(
  `${done} damaged reports: ${counts.read} read, ${counts.refused} refused, ${counts.slow} beyond their limits, ${counts.bugs} bugs; others changed ${changed} times\n`,
);
if (counts.bugs + counts.slow + changed > 0) process.exitCode = 1;
