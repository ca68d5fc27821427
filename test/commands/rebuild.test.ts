/** `mingzhang rebuild`: the old database or the new one, never anything between. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mingzhang, shell, start } from '../support/cli.ts';
import { change, contentOf, damageOf, rowsOf, valuesOf } from '../support/database.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { manyReports, reportText } from '../support/reports.ts';

/** A folder with reports and a database of other reports, that a rebuild is to replace. */
async function withOldDatabase(): Promise<Folder> {
  const folder = temporaryFolder();
  folder.write('old/old.txt', reportText({ year: 2020 }));
  folder.write('r/a.txt', reportText({ year: 2022 }));
  folder.write('r/b.txt', reportText({ year: 2023 }));
  await mingzhang(['ingest', 'old', '--db', 't.db'], { cwd: folder.path });
  return folder;
}

const files = (folder: Folder) => valuesOf(folder.at('t.db'), 'select file from document order by file');
const beside = (folder: Folder) => readdirSync(folder.path).filter((name) => name.startsWith('t.db'));

describe.concurrent('rebuild', () => {
  it('builds a new database and puts it in place of the old one', async () => {
    const folder = await withOldDatabase();
    const ran = await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^2 documents read · 12 sections · .* · 0 unchanged · 0 failed$/m);
    expect(files(folder)).toEqual(['a.txt', 'b.txt']);
    expect(beside(folder)).toEqual(['t.db']);
    expect(damageOf(folder.at('t.db'))).toEqual([]);
  });

  it('makes the same database as an ingest of the same reports', async () => {
    const folder = await withOldDatabase();
    await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path });
    await mingzhang(['ingest', 'r', '--db', 'fresh.db'], { cwd: folder.path });
    expect(contentOf(folder.at('t.db'))).toEqual(contentOf(folder.at('fresh.db')));
    const schema = 'select name, sql from sqlite_master order by name';
    expect(rowsOf(folder.at('t.db'), schema)).toEqual(rowsOf(folder.at('fresh.db'), schema));
  });

  it('makes a database where there is none, and an ingest goes on with it', async () => {
    const folder = temporaryFolder();
    folder.write('r/a.txt', reportText());
    expect(await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path })).toMatchObject({ code: 0 });
    const ran = await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran.stdout).toContain('= a.txt: unchanged');
  });

  it('prints one JSON document', async () => {
    const folder = await withOldDatabase();
    const ran = await mingzhang(['rebuild', 'r', '--json', '--db', 't.db'], { cwd: folder.path });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      database: 't.db',
      summary: { documents: 2, failed: 0 },
      files: [
        { file: 'a.txt', status: 'stored' },
        { file: 'b.txt', status: 'stored' },
      ],
    });
  });

  it('puts the new database in place when some files fail, and tells with 1', async () => {
    const folder = await withOldDatabase();
    folder.write('r/empty.txt', '');
    const ran = await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(files(folder)).toEqual(['a.txt', 'b.txt']);
    expect(valuesOf(folder.at('t.db'), "select file from v_issue where severity = 'error'")).toEqual(['empty.txt']);
  });

  it('leaves the old database when none of the files could be read', async () => {
    const folder = await withOldDatabase();
    const before = readFileSync(folder.at('t.db'));
    folder.write('bad/empty.txt', '');
    const ran = await mingzhang(['rebuild', 'bad', '--db', 't.db'], { cwd: folder.path });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe('mingzhang: t.db: left as it was, no report could be read\n');
    expect(readFileSync(folder.at('t.db')).equals(before)).toBe(true);
    expect(beside(folder)).toEqual(['t.db']);
  });

  it('leaves the old database when nothing of what was named exists', async () => {
    const folder = await withOldDatabase();
    mkdirSync(folder.at('none'));
    const before = readFileSync(folder.at('t.db'));
    for (const named of ['missing.txt', 'none', 'r/*.pdf']) {
      expect(await mingzhang(['rebuild', named, '--db', 't.db'], { cwd: folder.path })).toMatchObject({ code: 1 });
    }
    expect(readFileSync(folder.at('t.db')).equals(before)).toBe(true);
    expect(beside(folder)).toEqual(['t.db']);
  });

  it.each([-1, 1])('replaces a database of another schema (%i)', async (step) => {
    const folder = await withOldDatabase();
    const version = Number(valuesOf(folder.at('t.db'), 'pragma user_version')[0]);
    change(folder.at('t.db'), `pragma user_version = ${version + step}`);
    expect(await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path })).toMatchObject({ code: 0 });
    expect(files(folder)).toEqual(['a.txt', 'b.txt']);
    expect(valuesOf(folder.at('t.db'), 'pragma user_version')).toEqual([version]);
  });

  it('does not replace an SQLite file of another program', async () => {
    const folder = await withOldDatabase();
    change(folder.at('foreign.db'), "create table recipe (name text); insert into recipe values ('豆腐')");
    const ran = await mingzhang(['rebuild', 'r', '--db', 'foreign.db'], { cwd: folder.path });
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: 'mingzhang: foreign.db: an SQLite file of another program; nothing was changed\n',
    });
    expect(valuesOf(folder.at('foreign.db'), 'select name from recipe')).toEqual(['豆腐']);
  });

  it('does not replace a file that is no database, however short', async () => {
    const folder = await withOldDatabase();
    for (const content of ['x', reportText({ length: 100 })]) {
      folder.write('report.txt', content);
      const ran = await mingzhang(['rebuild', 'r', '--db', 'report.txt'], { cwd: folder.path });
      expect(ran).toEqual({
        code: 2,
        stdout: '',
        stderr: 'mingzhang: report.txt: not an SQLite database; nothing was changed\n',
      });
      expect(readFileSync(folder.at('report.txt'), 'utf8')).toBe(content);
    }
  });

  it('leaves the old database and can be started again when it is killed half way', async () => {
    const folder = await withOldDatabase();
    for (const { name, text } of manyReports(60, 60)) folder.write(`r/${name}`, text);
    const before = contentOf(folder.at('t.db'));
    const child = start(['rebuild', 'r', '--db', 't.db'], folder.path);
    let printed = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString().split('\n').length - 1;
      if (printed > 5) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    expect(contentOf(folder.at('t.db'))).toEqual(before);
    expect(beside(folder).length).toBeGreaterThan(1);
    expect(await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(files(folder)).toHaveLength(62);
    expect(beside(folder)).toEqual(['t.db']);
  });

  it('ends whole when two rebuilds run side by side', async () => {
    const folder = await withOldDatabase();
    for (const { name, text } of manyReports(20, 20)) folder.write(`r/${name}`, text);
    const both = await Promise.all([1, 2].map(() => mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path })));
    expect(both.map(({ stderr }) => stderr).join('')).not.toContain(' at ');
    expect(both.map(({ code }) => code)).toContain(0);
    expect(files(folder)).toHaveLength(22);
    expect(damageOf(folder.at('t.db'))).toEqual([]);
    expect(beside(folder)).toEqual(['t.db']);
  });

  it('is finished though the reader of its lines is gone', async () => {
    const folder = await withOldDatabase();
    for (const { name, text } of manyReports(20, 1)) folder.write(`r/${name}`, text);
    const ran = await shell('set -o pipefail; mingzhang rebuild r --db t.db | head -1', { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(files(folder)).toHaveLength(22);
  });

  it('keeps what a reader of the old database sees until he is done', async () => {
    const folder = await withOldDatabase();
    const inode = statSync(folder.at('t.db')).ino;
    await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(statSync(folder.at('t.db')).ino).not.toBe(inode);
    expect(existsSync(folder.at('t.db-wal'))).toBe(false);
  });
});
