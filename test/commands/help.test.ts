/** Help, version and wrong use: what a person meets first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../pipeline/package-file.ts';
import { mingzhang } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder.ts';

const commands = ['ingest', 'rebuild', 'query', 'show', 'check', 'explain'];

describe.concurrent('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('is printed for %j, with every command', async (args) => {
    const ran = await mingzhang(args);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('Usage: mingzhang');
    for (const command of commands) expect(ran.stdout).toMatch(new RegExp(`^ {2}${command} .*\\w`, 'm'));
  });

  it.each(commands)('of %s says its arguments and describes every option', async (command) => {
    const [asked, helped] = await Promise.all([mingzhang([command, '--help']), mingzhang(['help', command])]);
    expect(asked).toEqual({ code: 0, stderr: '', stdout: helped.stdout });
    expect(asked.stdout).toContain(`Usage: mingzhang ${command} [options]`);
    expect(asked.stdout).toMatch(/^ {2}--db <file> +the database \(default: "mingzhang\.db"\)$/m);
    const lines = asked.stdout.split('\n');
    for (const line of lines.filter((one) => /^ {2}-/.test(one))) expect(line).toMatch(/^ {2}-\S.*? {2,}\S/);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    if (!['query', 'explain'].includes(command)) expect(asked.stdout).toMatch(/--max-bytes <size> .*default: 64M/);
  });
});

describe.concurrent('the version', () => {
  it.each(['-V', '--version'])('is printed alone for %s', async (option) => {
    const stated = /"version": "(.*)"/.exec(readFileSync(packageFile('package.json'), 'utf8'))?.[1];
    expect(await mingzhang([option])).toEqual({ code: 0, stdout: `${stated}\n`, stderr: '' });
  });
});

describe.concurrent('wrong use', () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['ingst', 'a.txt'], 'Did you mean ingest?'],
    [['list'], "unknown command 'list'"],
    [['ingest'], "missing required argument 'report'"],
    [['rebuild'], "missing required argument 'report'"],
    [['show'], "missing required argument 'file-or-id'"],
    [['ingest', 'a.txt', '--jsn'], 'Did you mean --json?'],
    [['ingest', 'a.txt', '--db'], 'argument missing'],
    [['ingest', 'a.txt', '--db', ''], 'give the name of a file'],
    [['ingest', 'a.txt', '--db', ':memory:'], 'give the name of a file'],
    [['ingest', 'a.txt', '--max-bytes', 'much'], 'give a number of bytes, as 67108864 or 64M'],
    [['ingest', 'a.txt', '--max-bytes', '-1'], 'give a number of bytes, as 67108864 or 64M'],
    [['query', 'select 1', '--format', 'xml'], 'Allowed choices are table, csv, json, markdown.'],
    [['query', 'select 1', 'select 2'], 'too many arguments'],
    [['show', '1', '2'], 'too many arguments'],
  ];

  it.each(wrong)('%j ends with 2, says what is wrong and where to look', async (args, words) => {
    const ran = await mingzhang(args, { cwd: temporaryFolder().path });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
    expect(ran.stderr).toContain('(mingzhang --help shows what can be asked)');
    expect(ran.stderr).not.toContain(' at ');
  });
});
