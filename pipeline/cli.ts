#!/usr/bin/env node
/**
 * The command line: what can be asked, and nothing of how it is done. Each command's code is loaded when it is asked for, so
 * that help comes at once. Exit codes: 0 all fine, 1 some files failed or a bug, 2 wrong use.
 */
import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CheckCommandOptions } from './commands/check.ts';
import type { IngestCommandOptions } from './commands/ingest.ts';
import type { QueryCommandOptions } from './commands/query.ts';
import type { ShowCommandOptions } from './commands/show.ts';
import {
  defaultMaxBytes,
  defaultMaxMemory,
  defaultQueryTimeout,
  defaultTimeout,
  defaultWait,
  recognitionTimeout,
} from './limits.ts';
import { Refusal } from './model/refusal.ts';
import { defaultEngine, pdfEngines } from './readers/pdf-engine.ts';

const defaultDatabase = 'mingzhang.db';

function bytes(value: string): number {
  const match = /^(\d+)\s*([kmg]?)b?$/i.exec(value.trim());
  if (match === null) throw new InvalidArgumentError('give a number of bytes, as 67108864 or 64M');
  return Number(match[1]) * 1024 ** ' kmg'.indexOf((match[2] || ' ').toLowerCase());
}

/** SQLite takes these two for a database that is gone when the command ends. */
function databaseFile(value: string): string {
  if (value.trim() === '' || value === ':memory:') throw new InvalidArgumentError('give the name of a file');
  return value;
}

const databaseOption = () => new Option('--db <file>', 'the database').argParser(databaseFile).default(defaultDatabase);
function positive(value: string): number {
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('give a number above 0');
  return number;
}

const timeoutOption = () =>
  new Option('--timeout <seconds>', 'refuse a document that takes longer').argParser(positive).default(defaultTimeout);
const maxMemoryOption = () =>
  new Option('--max-memory <megabytes>', 'refuse a document that needs more')
    .argParser(positive)
    .default(defaultMaxMemory);
/** A thread each; what is asked for is not checked against the machine's cores. */
function jobs(value: string): number {
  if (!/^\d{1,3}$/.test(value) || Number(value) === 0) throw new InvalidArgumentError('give a number from 1 to 999');
  return Number(value);
}

const jobsOption = () =>
  new Option('--jobs <number>', 'documents read at once')
    .argParser(jobs)
    .default(availableParallelism(), 'one for each core');
/** 0 is not to wait at all. */
function seconds(value: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new InvalidArgumentError('give a number of seconds');
  return Number(value);
}

const waitOption = () =>
  new Option('--wait <seconds>', 'how long to wait for another process that is using the database')
    .argParser(seconds)
    .default(defaultWait);

/** A day is taken from its beginning, in local time. */
function date(value: string): Date {
  const time = new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00` : value);
  if (!/^\d{4}-/.test(value) || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('give a date, as 2024-03-15 or 2024-03-15T18:00');
  return time;
}

const keepOtherOption = () =>
  new Option('--keep-other', 'store also what is no fiscal report: notices, policies, pages of links');
/** Recognition takes seconds a page: a document may take longer then, unless the user says otherwise. */
const ocrOption = () =>
  new Option('--ocr', 'read scanned pages with Tesseract, if it is installed; takes seconds a page').implies({
    timeout: recognitionTimeout,
  });
const passwordOption = () => new Option('--password <password>', 'for encrypted PDFs');
const engineOption = () =>
  new Option('--engine <engine>', 'what reads PDFs').choices(pdfEngines).default(defaultEngine);
const secondOpinionOption = () =>
  new Option('--second-opinion', 'read PDFs with both engines, and mark the figures on which they agree');
const maxBytesOption = () =>
  new Option('--max-bytes <size>', 'refuse larger files').argParser(bytes).default(defaultMaxBytes, '64M');

function build(): Command {
  const program = new Command('mingzhang')
    .description(
      '明账: published budgets, final accounts and performance self-evaluations as exact, traceable data in SQLite.',
    )
    .exitOverride()
    .showHelpAfterError('(mingzhang --help shows what can be asked)')
    .option('-V, --version', 'print the version')
    .addHelpText(
      'after',
      '\nStart with:\n  mingzhang ingest report.txt\n  mingzhang query "select file, text, amount_yuan from v_amount_mention limit 10"',
    );

  program
    .command('ingest')
    .description('read reports and store them; unchanged files are left alone, changed ones replaced')
    .argument('<report...>', 'files, folders or patterns such as "reports/**/*.txt"')
    .addOption(databaseOption())
    .addOption(jobsOption())
    .addOption(waitOption())
    .addOption(maxBytesOption())
    .addOption(timeoutOption())
    .addOption(maxMemoryOption())
    .addOption(passwordOption())
    .addOption(keepOtherOption())
    .addOption(ocrOption())
    .addOption(new Option('--changed-since <date>', 'leave alone files not written to since then').argParser(date))
    .option('--upgrade', 'read again what another version of mingzhang has read, and say what changed')
    .addOption(engineOption())
    .addOption(secondOpinionOption())
    .option('--json', 'print one JSON document instead of lines')
    .option('--report <file>', 'write that JSON document to a file')
    .action(async (named: string[], options: IngestCommandOptions) => {
      const { runIngest } = await import('./commands/ingest.ts');
      process.exitCode = await runIngest(named, options);
    });

  program
    .command('rebuild')
    .description('build a new database from reports and put it in place of the old one when it is complete')
    .argument('<report...>', 'folders, files or patterns')
    .addOption(databaseOption())
    .addOption(jobsOption())
    .addOption(waitOption())
    .addOption(maxBytesOption())
    .addOption(timeoutOption())
    .addOption(maxMemoryOption())
    .addOption(passwordOption())
    .addOption(keepOtherOption())
    .addOption(ocrOption())
    .addOption(engineOption())
    .addOption(secondOpinionOption())
    .option('--json', 'print one JSON document instead of lines')
    .option('--report <file>', 'write that JSON document to a file')
    .action(async (named: string[], options: IngestCommandOptions) => {
      const { runRebuild } = await import('./commands/ingest.ts');
      process.exitCode = await runRebuild(named, options);
    });

  program
    .command('query')
    .description(
      'run one SQL query, read-only: the SQL itself, a .sql file, a ready-made query by name, or standard input',
    )
    .argument('[sql]', 'SQL, a .sql file, the name of a ready-made query, or - for standard input')
    .addOption(databaseOption())
    .addOption(
      new Option('--format <format>', 'how to print rows')
        .choices(['table', 'csv', 'json', 'markdown'])
        .default('table'),
    )
    .addOption(
      new Option('--timeout <seconds>', 'end a query that takes longer')
        .argParser(positive)
        .default(defaultQueryTimeout),
    )
    .option('--list', 'list the ready-made queries')
    .action(async (sql: string | undefined, options: QueryCommandOptions) => {
      const { runQuery } = await import('./commands/query.ts');
      process.exitCode = await runQuery(sql, options);
    });

  program
    .command('show')
    .description('show one document: what it is, its sections, its amounts with their places')
    .argument('[file-or-id]', 'a report on disk, or a document of the database by file name or id')
    .addOption(databaseOption())
    .addOption(maxBytesOption())
    .addOption(passwordOption())
    .addOption(ocrOption())
    .addOption(engineOption())
    .option('--tables', 'print its tables as they stand')
    .option('--unread', 'list what its tables say that nothing is known of; of all documents when none is named')
    .addOption(
      new Option(
        '--unresolved',
        'list amounts of its prose that became no figure, and why; of all when none is named',
      ).conflicts('unread'),
    )
    .option('--draw <folder>', 'draw each page of a PDF with lines, cells, tables and headings over it, as PNG')
    .action(async (name: string | undefined, options: ShowCommandOptions, command: Command) => {
      if (name === undefined && !options.unread && !options.unresolved)
        command.error("error: missing required argument 'file-or-id'");
      const { runShow } = await import('./commands/show.ts');
      process.exitCode = await runShow(name, options);
    });

  program
    .command('check')
    .description('check what reports say against itself: sums, totals, rates, repeats, units, scores')
    .argument('[file...]', 'reports on disk; without them every document of the database')
    .addOption(databaseOption())
    .addOption(maxBytesOption())
    .addOption(passwordOption())
    .addOption(ocrOption())
    .addOption(engineOption())
    .option('--rule <id>', 'only rules whose id begins so, as sum. or growth.')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json', 'sarif', 'html']).default('table'),
    )
    .addOption(new Option('--lang <lang>', 'language of the messages').choices(['zh', 'en']).default('zh'))
    .addOption(new Option('--fail-on <status>', 'exit with 1 when a check has this status').choices(['fail']))
    .action(async (files: readonly string[], options: CheckCommandOptions) => {
      const { runCheck } = await import('./commands/check.ts');
      process.exitCode = await runCheck(files, options);
    });

  program
    .command('explain')
    .description('say where a stored table or figure is printed and what it was read from')
    .argument('<id>', 'as table:12 or figure:34; the ids stand in v_table_cell and v_figure')
    .addOption(databaseOption())
    .action(async (id: string, options: { db: string }) => {
      const { runExplain } = await import('./commands/explain.ts');
      process.exitCode = await runExplain(id, options);
    });
  return program;
}

/** Refusals that are the user's slip, not the file's or the machine's fault. */
const wrongUse = new Set(['database-missing', 'database-foreign', 'query-wrong', 'document-unknown']);

async function main(): Promise<void> {
  const program = build();
  try {
    if (process.argv.length === 3 && /^(?:-V|--version)$/.test(process.argv[2] ?? '')) {
      const { engineVersion } = await import('./version.ts');
      process.stdout.write(`${engineVersion()}\n`);
      return;
    }
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof Refusal) {
      process.stderr.write(`mingzhang: ${error.message}\n`);
      process.exitCode = wrongUse.has(error.code) ? 2 : 1;
    } else {
      process.stderr.write(
        `mingzhang: a bug, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exitCode = 1;
    }
  }
}

/** `mingzhang ingest … | head -1`: nobody reads the lines any more, but the work is done to its end. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await main();
