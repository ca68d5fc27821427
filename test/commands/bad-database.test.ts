/** A database or a disk that is bad: one clear line and the right exit code, and what is stored stays whole. */

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../db/open.ts';
import { packageFile } from '../../pipeline/package-file.ts';
import { mingzhang, shell } from '../support/cli.ts';
import { change, contentOf, damageOf, valuesOf } from '../support/database.ts';
import { mountDisk } from '../support/disk.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { manyReports, reportText } from '../support/reports.ts';

/** A folder with one report, stored. */
async function withDatabase(): Promise<Folder> {
  const folder = temporaryFolder();
  folder.write('r/zz-good.txt', reportText());
  await ingest(folder, 'r');
  return folder;
}

const ingest = (folder: Folder, ...args: readonly string[]) =>
  mingzhang(['ingest', ...args, '--db', 't.db'], { cwd: folder.path });
const query = (folder: Folder, sql: string, db = 't.db') =>
  mingzhang(['query', sql, '--db', db, '--format', 'csv'], { cwd: folder.path });
const files = (folder: Folder) => valuesOf(folder.at('t.db'), 'select file from document order by file');

/** No stack, no riddle: one line that begins with the program's name. */
const oneLine = /^mingzhang: [^\n]+\n$/;

describe.concurrent('a database', () => {
  const version = async (folder: Folder) => Number(valuesOf(folder.at('t.db'), 'pragma user_version')[0]);

  it.each([
    [1, `made by a newer mingzhang (schema ${schemaVersion + 1}, this one knows ${schemaVersion}); update mingzhang`],
    [-1, `made by an older mingzhang (schema ${schemaVersion - 1}); make it anew with mingzhang rebuild`],
  ])('of another schema (%i) is neither read nor written', async (step, words) => {
    const folder = await withDatabase();
    change(folder.at('t.db'), `pragma user_version = ${(await version(folder)) + step}`);
    const before = readFileSync(folder.at('t.db'));
    for (const ran of [
      await ingest(folder, 'r'),
      await query(folder, 'select 1'),
      await mingzhang(['show', '1', '--db', 't.db'], { cwd: folder.path }),
    ]) {
      expect(ran).toEqual({ code: 1, stdout: '', stderr: `mingzhang: t.db: ${words}\n` });
    }
    expect(readFileSync(folder.at('t.db')).equals(before)).toBe(true);
  });

  it('of another program, and what is no database, is neither read nor written', async () => {
    const folder = await withDatabase();
    change(folder.at('foreign.db'), 'create table recipe (name text)');
    folder.write('text.db', reportText());
    for (const db of ['foreign.db', 'text.db']) {
      const before = readFileSync(folder.at(db));
      for (const args of [
        ['ingest', 'r'],
        ['query', 'select 1'],
        ['show', '1'],
      ]) {
        const ran = await mingzhang([...args, '--db', db], { cwd: folder.path });
        expect(ran).toMatchObject({ code: 2, stdout: '' });
        expect(ran.stderr).toMatch(oneLine);
        expect(ran.stderr).toMatch(/another program|no mingzhang database|not an SQLite database/);
      }
      expect(readFileSync(folder.at(db)).equals(before)).toBe(true);
    }
  });

  it('that is damaged is told so, whoever asks', async () => {
    const folder = await withDatabase();
    truncateSync(folder.at('t.db'), 20480);
    const asked = ['select * from v_amount_mention', 'select * from v_section', 'pragma integrity_check'];
    const answers = await Promise.all([...asked.map((sql) => query(folder, sql)), ingest(folder, 'r')]);
    for (const ran of answers.filter(({ code }) => code !== 0)) {
      expect(ran).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toBe('mingzhang: t.db: the database is damaged; build a new one with mingzhang rebuild\n');
    }
    expect(answers.some(({ code }) => code === 1)).toBe(true);
    expect(await mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(damageOf(folder.at('t.db'))).toEqual([]);
  });

  it('in a folder that does not exist, or that is a folder, cannot be written', async () => {
    const folder = await withDatabase();
    const places = ['no/such/t.db', 'r/zz-good.txt/t.db', 'r', '/proc/t.db'];
    for (const command of ['ingest', 'rebuild']) {
      for (const db of command === 'ingest' ? places : places.slice(0, 2)) {
        const ran = await mingzhang([command, 'r', '--db', db], { cwd: folder.path });
        expect(ran, `${command} ${db}`).toMatchObject({ code: 1, stdout: '' });
        expect(ran.stderr, `${command} ${db}`).toMatch(oneLine);
        expect(ran.stderr, `${command} ${db}`).toContain(`mingzhang: ${db}`);
      }
    }
    expect(readFileSync(folder.at('r/zz-good.txt'), 'utf8')).toBe(reportText());
  });
});

const others: ChildProcess[] = [];
afterAll(() => {
  for (const child of others) child.kill('SIGKILL');
});

/** Another process that has a database open, until these tests are done. */
async function otherProcess(path: string, sql: string): Promise<void> {
  const program = `
    const db = new (require(process.argv[1]))(process.argv[2]);
    db.exec(process.argv[3]);
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', program, packageFile('node_modules/better-sqlite3'), path, sql], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.push(child);
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('error', reject);
    child.once('close', reject);
  });
}

describe.concurrent('a database in use by another process', () => {
  const busy = 'mingzhang: t.db: another process is writing to it; try again when it is done\n';

  async function whileOtherWrites(folder: Folder): Promise<void> {
    const before = contentOf(folder.at('t.db'));
    folder.write('new.txt', reportText({ year: 2021 }));
    folder.write('empty.txt', '');
    await otherProcess(folder.at('t.db'), "begin exclusive; update document set title = 'half done'");
    const [stored, failed, rebuilt, unchanged, read] = await Promise.all([
      ingest(folder, 'new.txt', '--wait', '1'),
      ingest(folder, 'empty.txt', '--wait', '2'),
      mingzhang(['rebuild', 'r', '--wait', '1', '--db', 't.db'], { cwd: folder.path }),
      ingest(folder, 'r'),
      query(folder, 'select title from v_document'),
    ]);
    expect(stored).toEqual({ code: 1, stdout: '', stderr: busy });
    const waiting = 'mingzhang: t.db: another process is using it; waiting up to 2 s (--wait)\n';
    expect(failed).toEqual({ code: 1, stdout: '', stderr: `${waiting}${busy}` });
    expect(rebuilt).toMatchObject({
      code: 1,
      stderr: 'mingzhang: t.db: another process is using it; the new database is complete and stands in t.db.new\n',
    });
    expect(valuesOf(folder.at('t.db.new'), 'select file from document')).toEqual(['zz-good.txt']);
    expect(readdirSync(folder.path).filter((name) => name.includes('building'))).toEqual([]);
    expect(unchanged).toMatchObject({ code: 0, stderr: '' });
    expect(read).toMatchObject({ code: 0, stdout: 'title\r\n云溪县水务局2023年度部门整体支出绩效自评报告\r\n' });
    expect(contentOf(folder.at('t.db'))).toEqual(before);
  }

  async function whileOtherKeepsReadersOut(folder: Folder): Promise<void> {
    change(folder.at('t.db'), 'pragma journal_mode = delete');
    await otherProcess(folder.at('t.db'), 'begin exclusive');
    const ran = await Promise.all([
      query(folder, 'select 1'),
      ingest(folder, 'r', '--wait', '1'),
      mingzhang(['show', '1', '--db', 't.db'], { cwd: folder.path }),
    ]);
    for (const one of ran) expect(one).toEqual({ code: 1, stdout: '', stderr: busy });
  }

  // In one test, because those that only read wait five seconds for the other process.
  it('that is writing is not written, but read where the other lets readers in', async () => {
    const [written, closed] = [await withDatabase(), await withDatabase()];
    await Promise.all([whileOtherWrites(written), whileOtherKeepsReadersOut(closed)]);
  });

  it('that only waits a moment is waited for', async () => {
    const folder = await withDatabase();
    folder.write('new.txt', reportText({ year: 2021 }));
    const program = `const db = new (require(process.argv[1]))(process.argv[2]); db.exec('begin exclusive'); console.log('ready'); setTimeout(() => db.exec('commit'), 700);`;
    const child = spawn(
      process.execPath,
      ['-e', program, packageFile('node_modules/better-sqlite3'), folder.at('t.db')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(await ingest(folder, 'new.txt')).toMatchObject({ code: 0, stderr: '' });
    expect(files(folder)).toEqual(['new.txt', 'zz-good.txt']);
  });
});

describe.concurrent('a disk', () => {
  it('that can only be read lets a database be queried and shown, and refuses to write', async (context) => {
    const folder = await withDatabase();
    const disk = mountDisk(4000);
    if (disk === null) return context.skip('mounting is not allowed here');
    cpSync(folder.at('t.db'), disk.at('t.db'));
    disk.makeReadOnly();
    expect(await query(folder, 'select file from v_document', disk.at('t.db'))).toEqual({
      code: 0,
      stdout: 'file\r\nzz-good.txt\r\n',
      stderr: '',
    });
    expect(await mingzhang(['show', 'zz-good.txt', '--db', disk.at('t.db')])).toMatchObject({ code: 0, stderr: '' });
    expect(await query(folder, 'delete from document', disk.at('t.db'))).toMatchObject({ code: 2 });
    folder.write('r/new.txt', reportText({ year: 2021 }));
    for (const [command, db] of [
      ['ingest', 't.db'],
      ['rebuild', 't.db'],
      ['ingest', 'new.db'],
      ['rebuild', 'new.db'],
    ]) {
      const ran = await mingzhang([command ?? '', 'r', '--db', disk.at(db ?? '')], { cwd: folder.path });
      expect(ran, `${command} ${db}`).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr, `${command} ${db}`).toMatch(oneLine);
    }
  });

  it('that is full keeps what was stored whole, and ends with one line', async (context) => {
    const folder = temporaryFolder();
    for (const { name, text } of manyReports(40, 200)) folder.write(`r/${name}`, text);
    const disk = mountDisk(900);
    if (disk === null) return context.skip('mounting is not allowed here');
    const ran = await mingzhang(['ingest', 'r', '--db', disk.at('t.db')], { cwd: folder.path });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      `mingzhang: ${disk.at('t.db')}: the disk is full; nothing of the current document was stored\n`,
    );
    const said = ran.stdout.match(/^✓/gm)?.length ?? 0;
    expect(said).toBeGreaterThan(0);
    cpSync(disk.path, folder.at('rescued'), { recursive: true });
    const rescued = folder.at('rescued/t.db');
    expect(damageOf(rescued)).toEqual([]);
    expect(valuesOf(rescued, 'select count(*) from document')).toEqual([said]);
    expect(valuesOf(rescued, 'select count(*) from amount_mention')).toEqual([2 * said]);
  });

  it('that is full keeps the old database when a rebuild does not fit, and nothing of the new one', async (context) => {
    const folder = temporaryFolder();
    for (const { name, text } of manyReports(40, 200)) folder.write(`r/${name}`, text);
    const disk = mountDisk(1200);
    if (disk === null) return context.skip('mounting is not allowed here');
    await mingzhang(['ingest', 'r/report-001.txt', '--db', disk.at('t.db')], { cwd: folder.path });
    const before = contentOf(disk.at('t.db'));
    const ran = await mingzhang(['rebuild', 'r', '--db', disk.at('t.db')], { cwd: folder.path });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(oneLine);
    expect(ran.stderr).toContain('the disk is full');
    expect(contentOf(disk.at('t.db'))).toEqual(before);
    expect(readdirSync(disk.path).filter((name) => name.includes('building'))).toEqual([]);
    expect(() => disk.write('filler', new Uint8Array(2_000_000))).toThrow(/ENOSPC/);
    const again = await mingzhang(['rebuild', 'r', '--db', disk.at('t.db')], { cwd: folder.path });
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toMatch(oneLine);
    expect(readdirSync(disk.path).filter((name) => name.includes('building'))).toEqual([]);
    expect(contentOf(disk.at('t.db'))).toEqual(before);
  });

  it('that takes no larger file keeps what was stored whole', async () => {
    const folder = temporaryFolder();
    for (const { name, text } of manyReports(40, 200)) folder.write(`r/${name}`, text);
    const ran = await shell('trap "" XFSZ; ulimit -f 600; mingzhang ingest r --db t.db', { cwd: folder.path });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(oneLine);
    expect(damageOf(folder.at('t.db'))).toEqual([]);
    const finished = await ingest(folder, 'r');
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    expect(files(folder)).toHaveLength(40);
  });
});
