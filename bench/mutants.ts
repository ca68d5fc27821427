/**
 * Three hundred damaged PDFs, made from whole ones by a seeded hand: bytes changed, ends cut off, objects taken out. Each must be
 * read or refused in one line, within its limits; a bug, a hang or a crash is reported with the seed that makes it again.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { Refusal } from '../pipeline/model/refusal.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { ReaderPool } from '../pipeline/pool/reader-pool.ts';
import { random } from './random.ts';

const folders = [packageFile('samples'), packageFile('../shared/corpus/pdf')];
const wanted = Number(process.argv[2] ?? 300);
/** Of the smallest files, so that the run stays short. */
const sources = 15;

function mutate(bytes: Buffer, seed: number): Buffer {
  const next = random(seed);
  const at = (length: number) => Math.floor(next() * length);
  const kind = seed % 4;
  if (kind === 0) return bytes.subarray(0, Math.max(20, at(bytes.length)));
  if (kind === 1) {
    const text = bytes.toString('latin1');
    const objects = [...text.matchAll(/\d+ \d+ obj/g)].map((match) => match.index);
    const from = objects[at(objects.length)] ?? 0;
    const to = text.indexOf('endobj', from);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to < 0 ? bytes.length : to + 6)]);
  }
  const copy = Buffer.from(bytes);
  const changes = kind === 2 ? 1 + at(20) : 200 + at(2000);
  for (let i = 0; i < changes; i++) copy[at(copy.length)] = at(256);
  return copy;
}

const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => `${folder}/${file}`),
  )
  .sort((a, b) => statSync(a).size - statSync(b).size)
  .slice(0, sources);

const pool = new ReaderPool({ timeout: 20, maxMemory: 1024 });
const counts = { read: 0, refused: 0, bugs: 0 };
for (let seed = 0; seed < wanted && files.length > 0; seed++) {
  const path = files[seed % files.length] ?? '';
  const bytes = mutate(readFileSync(path), seed);
  try {
    await pool.read({ path, file: 'mutant.pdf', bytes, sha256: String(seed) });
    counts.read++;
  } catch (error) {
    if (error instanceof Refusal && !['too-slow', 'too-hungry'].includes(error.code)) counts.refused++;
    else {
      counts.bugs++;
      process.stdout.write(`✗ seed ${seed} of ${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    }
  }
}
await pool.close();
process.stdout.write(`${wanted} damaged PDFs: ${counts.read} read, ${counts.refused} refused, ${counts.bugs} bugs\n`);
if (counts.bugs > 0) process.exitCode = 1;
