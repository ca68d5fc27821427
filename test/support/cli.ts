/** The real built command as a child process: arguments and standard input in, exit code and what it printed out. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { packageFile } from '../../pipeline/package-file.ts';

export interface Ran {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
}

/** A command that has not ended by then, in milliseconds, is ended; its code is null. */
const patience = 30_000;

/** The command's path; built when it is missing or older than a source. */
export const command = packageFile('dist/pipeline/cli.js');
buildOnce();

export function mingzhang(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [command, ...args], options);
}

/** A line of bash with `mingzhang` in it, for pipes, limits and redirections. */
export function shell(line: string, options: RunOptions = {}): Promise<Ran> {
  return run('bash', ['-c', `mingzhang() { "${process.execPath}" "${command}" "$@"; }\n${line}`], options);
}

/** For tests that meddle while it runs. */
export function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [command, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience });
}

function run(program: string, args: readonly string[], { cwd, stdin = '' }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: cwd ?? tmpdir(), timeout: patience, killSignal: 'SIGKILL' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    // A command that reads no input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}

/** Test files run side by side: one builds while the others wait, held by a lock that dies with its process. */
function buildOnce(): void {
  const lock = new Database(join(tmpdir(), 'mingzhang-test-build.lock'), { timeout: 60_000 });
  try {
    lock.exec('begin exclusive');
    if (isStale()) build();
  } finally {
    lock.close();
  }
}

/** What a failed build leaves is removed: the next test file would take it for good. */
function build(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'build'], { cwd: packageFile('.') });
  if (status === 0) return;
  rmSync(command, { force: true });
  throw new Error(`the command could not be built\n${stdout}${stderr}`);
}

function isStale(): boolean {
  if (!existsSync(command)) return true;
  const built = statSync(command).mtimeMs;
  return ['pipeline', 'extractors', 'normalizers', 'db']
    .flatMap((folder) => readdirSync(packageFile(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.name.endsWith('.ts'))
    .some((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs > built);
}
