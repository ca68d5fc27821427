/** `mingzhang query`: one statement, read-only whatever it says. */
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { openForReading } from '../../db/open.ts';
import { nearest } from '../../normalizers/nearest.ts';
import { Refusal } from '../model/refusal.ts';
import { packageFile } from '../package-file.ts';
import type { QueryAnswer, QueryQuestion } from './query-process.ts';

export interface QueryCommandOptions {
  readonly db: string;
  readonly format: string;
  readonly list?: boolean;
  /** A query that takes longer is ended, in seconds. */
  readonly timeout: number;
}

/** @returns the exit code */
export async function runQuery(asked: string | undefined, options: QueryCommandOptions): Promise<number> {
  if (options.list === true) {
    for (const { name, title } of readyQueries()) process.stdout.write(`${name.padEnd(20)} ${title}\n`);
    return 0;
  }
  const sql = await statementOf(asked);
  // Says at once what is wrong with the file, and clears up beside it when the query had to be ended.
  const db = openForReading(options.db);
  try {
    await ask({ db: options.db, sql, format: options.format }, options.timeout);
    return 0;
  } finally {
    db.close();
  }
}

/**
 * SQLite gives way to nobody while it looks for the next row, nor does a thread end that waits for it: so a query runs in a process
 * of its own, which prints its rows.
 */
function ask(question: QueryQuestion, timeout: number): Promise<void> {
  const entry = new URL(`./query-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
  const child = fork(entry, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  const end = () => child.kill('SIGKILL');
  return new Promise((resolve, reject) => {
    let answer: QueryAnswer | null = null;
    let said = '';
    const slow = new Refusal(
      'query-slow',
      `the query: not answered within ${timeout} seconds; raise the limit with --timeout`,
    );
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, timeout * 1000);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('message', (message: QueryAnswer) => {
      answer = message;
      clearTimeout(timer);
    });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      // Only now has it let go of the database.
      if (late) reject(slow);
      else if (answer?.kind === 'refused') reject(new Refusal(answer.code, answer.message));
      else if (answer?.kind === 'printing' && status === 0) resolve();
      else if (/heap out of memory/.test(said))
        reject(new Refusal('query-wrong', 'the query: its rows do not fit into memory; ask for fewer, with limit'));
      else reject(new Error(`the query ended with ${signal ?? status}\n${said}`));
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        end();
        process.kill(process.pid, signal);
      });
    }
    child.send(question);
  });
}

async function statementOf(asked: string | undefined): Promise<string> {
  if (asked === undefined || asked === '-') {
    if (process.stdin.isTTY === true && asked === undefined)
      throw new Refusal(
        'query-wrong',
        'give SQL, a .sql file, the name of a ready-made query (--list), or - for standard input',
      );
    return text(process.stdin);
  }
  if (/\.sql$/i.test(asked)) {
    if (!existsSync(asked) || !statSync(asked).isFile()) throw new Refusal('query-wrong', `${asked}: no such file`);
    return readFileSync(asked, 'utf8');
  }
  if (!/^[\w-]+$/.test(asked)) return asked;
  const queries = readyQueries();
  const ready = queries.find(({ name }) => name === asked);
  if (ready === undefined) {
    const close = nearest(
      asked,
      queries.map(({ name }) => name),
    );
    throw new Refusal(
      'query-wrong',
      `${asked}: neither SQL nor a ready-made query (--list shows them)${close === null ? '' : `; did you mean ${close}?`}`,
    );
  }
  return ready.sql;
}

interface ReadyQuery {
  readonly name: string;
  /** Its first line, a comment that says what it answers. */
  readonly title: string;
  readonly sql: string;
}

function readyQueries(): readonly ReadyQuery[] {
  const folder = packageFile('db/queries');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file) => {
    const sql = readFileSync(`${folder}/${file}`, 'utf8');
    return { name: file.slice(0, -4), title: sql.split('\n')[0]?.replace(/^-- /, '') ?? '', sql };
  });
}
