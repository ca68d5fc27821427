/**
 * Ending an ingest or a rebuild with SIGKILL at moments that a seed chooses, and looking at what it leaves: a database that opens and is
 * whole, with whole documents only, and that the next run completes to the same content as an undisturbed one.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { canonicalDocuments, canonicalLines } from './canonical.ts';
import { random } from './random.ts';

export type Command = 'ingest' | 'rebuild';

/** The command line and a folder with reports and, for a rebuild, a database of other reports. */
export interface Scene {
  readonly cli: string;
  readonly folder: string;
  readonly reports: string;
  /** Older reports, of which the database to be rebuilt is made. */
  readonly old: string;
}

/** What an undisturbed run leaves, and how long it takes. */
export interface Undisturbed {
  readonly lines: string;
  readonly documents: ReadonlyMap<string, string>;
  /** The database before: of the old reports, or none. */
  readonly before: string | null;
  /** Milliseconds. */
  readonly time: number;
}

/** @returns the content that every interrupted run must come to in the end */
export async function undisturbed(scene: Scene, command: Command): Promise<Undisturbed> {
  const database = join(scene.folder, `${command}-whole.db`);
  const before = command === 'rebuild' ? join(scene.folder, 'old.db') : null;
  if (before !== null) {
    if (!existsSync(before)) await run(scene, ['ingest', scene.old, '--db', before]);
    copyFileSync(before, database);
  }
  const from = performance.now();
  await run(scene, [command, scene.reports, '--db', database, '--jobs', '1']);
  const time = performance.now() - from;
  return { lines: contentOf(database), documents: canonicalDocuments(database), before, time };
}

/**
 * @param seed chooses the moment and how many documents are read at once
 * @returns what is wrong, empty when nothing is; whether the run was ended before its end
 */
export async function killOnce(
  scene: Scene,
  command: Command,
  whole: Undisturbed,
  seed: number,
): Promise<{ readonly faults: readonly string[]; readonly killed: boolean }> {
  const next = random(seed);
  const place = join(scene.folder, `${command}-${seed}`);
  mkdirSync(place);
  const database = join(place, 't.db');
  if (whole.before !== null) copyFileSync(whole.before, database);
  const asked = [command, scene.reports, '--db', database, '--jobs', String(1 + Math.floor(next() * 3))];
  const killed = await run(scene, asked, next() * whole.time);
  const faults = existsSync(database) ? faultsIn(database, command, whole) : [];
  await run(scene, asked);
  if (contentOf(database) !== whole.lines) faults.push('the next run comes to another content');
  faults.push(...damageOf(database));
  const left = readdirSync(place).filter((name) => name !== 't.db');
  if (left.length > 0) faults.push(`files left behind: ${left.join(', ')}`);
  rmSync(place, { recursive: true });
  return { faults, killed };
}

/** Copies of reports with the same words over and over, so that reading and storing take a while. */
export function writeReports(folder: string, texts: readonly string[], count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}.txt`), `${texts[i % texts.length]}${'\n'.repeat(i)}`);
  }
}

function faultsIn(database: string, command: Command, whole: Undisturbed): string[] {
  const faults = [...damageOf(database)];
  if (command === 'rebuild') {
    const old = whole.before === null ? '' : contentOf(whole.before);
    if (![old, whole.lines].includes(contentOf(database))) faults.push('neither the old database nor the new one');
    return faults;
  }
  if (!hasTables(database)) return faults;
  for (const [digest, lines] of canonicalDocuments(database)) {
    if (whole.documents.get(digest) !== lines) faults.push(`a document that is not whole: ${digest.slice(0, 60)}`);
  }
  return faults;
}

const contentOf = (database: string) => [...canonicalLines(database)].join('\n');

function onDatabase<T>(path: string, ask: (db: Database.Database) => T): T {
  const db = new Database(path);
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

const hasTables = (path: string) =>
  onDatabase(path, (db) => db.prepare("select 1 from sqlite_master where name = 'document'").get() !== undefined);

function damageOf(path: string): readonly string[] {
  return onDatabase(path, (db) => {
    const integrity = db.prepare<[], string>('pragma integrity_check').pluck().all();
    const broken = db.prepare('pragma foreign_key_check').all().length;
    return [...integrity.filter((line) => line !== 'ok'), ...(broken > 0 ? [`${broken} broken references`] : [])];
  });
}

/** @param killAfter milliseconds; never when left out. @returns whether it was killed */
function run({ cli, folder }: Scene, args: readonly string[], killAfter?: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL' && killAfter !== undefined) resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`mingzhang ${args.join(' ')} ended with ${code ?? signal}\n${said}`));
    });
  });
}
