/** Threads that hang, die or eat memory: each costs its own document and no other. */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../pipeline/model/layout.ts';
import { type PoolOptions, ReaderPool } from '../../../pipeline/pool/reader-pool.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** A thread that does what the file is called, and answers every other file with its name as its text. */
const behaviour = `
  import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  import { parentPort, workerData } from 'node:worker_threads';
  const kept = [];
  const deeds = {
    recognize: (path) => {
      const { pid } = spawn('sleep', ['60']);
      Atomics.store(new Int32Array(workerData.running), 0, pid);
      writeFileSync(path, String(pid));
      for (;;);
    },
    hang: () => { for (;;); },
    exit: () => process.exit(3),
    throw: () => setTimeout(() => { throw new TypeError('a riddle'); }),
    heap: () => { for (;;) kept.push(Array.from({ length: 1e5 }, (_, i) => ({ i }))); },
    buffers: () => { for (;;) kept.push(new Uint8Array(16e6).fill(1)); },
    'many buffers': () => { for (let i = 0; i < 12; i++) kept.push(new Uint8Array(16e6).fill(1)); },
  };
  parentPort.on('message', ({ source: { file, path } }) => {
    deeds[file]?.(path);
    if (file === 'throw') return;
    kept.length = 0;
    const answer = () => parentPort.postMessage({ kind: 'rows', rows: { text: file } });
    setTimeout(answer, Number(/\\d+$/.exec(file) ?? 0));
  });
`;
const entry = pathToFileURL(temporaryFolder().write('worker.mjs', behaviour));

const named = (file: string): SourceFile => ({ path: `/r/${file}`, file, bytes: new Uint8Array(1), sha256: file });

/** What comes of each file, all asked for at once. */
async function answers(files: readonly string[], options: Partial<PoolOptions> = {}): Promise<readonly string[]> {
  const pool = new ReaderPool({ timeout: 30, maxMemory: 64, ...options }, files.length, entry);
  try {
    const settled = await Promise.allSettled(files.map((file) => pool.read(named(file))));
    return settled.map((one) => (one.status === 'fulfilled' ? one.value.text : one.reason.message));
  } finally {
    await pool.close();
  }
}

describe('a thread that', () => {
  it.each([
    ['hang', '/r/hang: not read within 2 seconds; raise the limit with --timeout', 2],
    ['exit', 'the reading thread ended with status 3', 30],
    ['throw', 'TypeError: a riddle', 30],
    ['heap', '/r/heap: not read within 64 MB of memory; raise the limit with --max-memory', 30],
  ])('does %s costs its document, the others are read', async (deed, reason, timeout) => {
    expect(await answers(['a', deed, 'b', 'c 20'], { timeout })).toEqual(['a', reason, 'b', 'c 20']);
  });

  it('fills memory outside the heap is ended, those beside it are read though they were ended with it', async () => {
    const files = ['slow 900', 'buffers', 'slow 1100'];
    const hungry = '/r/buffers: not read within 64 MB of memory; raise the limit with --max-memory';
    expect(await answers(files)).toEqual(['slow 900', hungry, 'slow 1100']);
  });

  it('fills memory outside the heap within its limit is left alone', async () => {
    expect(await answers(['many buffers'], { maxMemory: 512 })).toEqual(['many buffers']);
  });

  it('died is replaced by one that reads what comes next', async () => {
    const pool = new ReaderPool({ timeout: 30, maxMemory: 64 }, 1, entry);
    await expect(pool.read(named('exit'))).rejects.toThrow('status 3');
    expect(await pool.read(named('next'))).toMatchObject({ text: 'next' });
    await pool.close();
  });

  it('is ended takes the process that it has running with it', async () => {
    const told = temporaryFolder().at('pid');
    const pool = new ReaderPool({ timeout: 2, maxMemory: 64 }, 1, entry);
    await expect(pool.read({ ...named('recognize'), path: told })).rejects.toThrow('not read within 2 seconds');
    const pid = Number(readFileSync(told, 'utf8'));
    // A process that was ended stays in the list until its parent looks.
    const state = () => /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    await expect.poll(() => (existsSync(`/proc/${pid}`) ? state() : 'Z')).toBe('Z');
    await pool.close();
  });

  it('is reading is ended when the pool is closed', async () => {
    const pool = new ReaderPool({ timeout: 30, maxMemory: 64 }, 1, entry);
    const reading = expect(pool.read(named('hang'))).rejects.toThrow('called off');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await pool.close();
    await reading;
    await expect(pool.read(named('a'))).rejects.toThrow('called off');
  });
});
