/** Bad input: one clear line and the right exit code, the rest of the batch goes on, what is stored stays whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  ftruncateSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../pipeline/package-file.ts';
import { mingzhang, type Ran, shell } from '../support/cli.ts';
import { change, contentOf, damageOf, rowsOf, valuesOf } from '../support/database.ts';
import { mountDisk } from '../support/disk.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { encode, manyReports, reportText } from '../support/reports.ts';

/** A folder with one good report, that sorts last, so that everything bad comes before it. */
function goodReport(): Folder {
  const folder = temporaryFolder();
  folder.write('r/zz-good.txt', reportText());
  return folder;
}

async function withDatabase(): Promise<Folder> {
  const folder = goodReport();
  await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
  return folder;
}

const ingest = (folder: Folder, ...args: readonly string[]) =>
  mingzhang(['ingest', ...args, '--db', 't.db'], { cwd: folder.path });
const query = (folder: Folder, sql: string, db = 't.db') =>
  mingzhang(['query', sql, '--db', db, '--format', 'csv'], { cwd: folder.path });
const files = (folder: Folder) => valuesOf(folder.at('t.db'), 'select file from document order by file');

/** No stack, no riddle: one line that begins with the program's name. */
const oneLine = /^mingzhang: [^\n]+\n$/;

/** The lines about files that could not be read. */
const crosses = (ran: Ran) => ran.stdout.split('\n').filter((line) => line.startsWith('✗'));

const bytesAtRandom = (length: number) => Uint8Array.from({ length }, (_, i) => (i * i * 31 + i * 7 + (i >> 3)) & 255);

describe.concurrent('a bad file', () => {
  const unknown = /^neither UTF-8, UTF-16 nor GB18030; save it as UTF-8 and try again$/;
  const damaged = encode(reportText({ length: 20 }), 'utf-8').map((byte, i) => (i % 9 === 0 ? 0xff : byte));
  const otherFormat = (what: string) => new RegExp(`^${what}; this version reads [^\\n]+$`);
  const bad: readonly (readonly [string, Uint8Array | string, string, RegExp])[] = [
    ['empty', '', 'empty', /^the file is empty$/],
    ['blanks', ' \r\n\u3000\n', 'empty', /^the file holds no text$/],
    ['mark', '\ufeff', 'empty', /^the file holds no text$/],
    ['garbage', bytesAtRandom(5000), 'binary', /^binary data, not a text; nothing was read$/],
    [
      'big5',
      encode('台北市政府水利處年度決算報告，收入總計一百萬元。'.repeat(20), 'big5'),
      'unknown-encoding',
      unknown,
    ],
    ['damaged', damaged, 'unknown-encoding', unknown],
    ['word', Buffer.from('PK\x03\x04\x14\0', 'latin1'), 'unsupported-format', otherFormat('a Word, Excel or zip file')],
    ['page', '<!DOCTYPE html><p>决算</p>', 'unsupported-format', otherFormat('a web page')],
    ['picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'unsupported-format', otherFormat('a picture')],
    ['cut-off-pdf', '%PDF-1.7\n1 0 obj\n<< /Type', 'damaged', /PDF/],
  ];

  it('of every kind is refused in one line, kept as an issue, and the good ones among them are read', async () => {
    const folder = goodReport();
    folder.write('r/blanks-and-text.txt', `\r\n${reportText({ year: 2021 })}`);
    for (const [name, bytes] of bad) folder.write(`r/${name}.txt`, bytes);
    const ran = await ingest(folder, 'r');
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toMatch(
      new RegExp(`^2 documents read · 12 sections .* · 0 unchanged · ${bad.length} failed$`, 'm'),
    );
    expect(files(folder)).toEqual(['blanks-and-text.txt', 'zz-good.txt']);
    const lines = crosses(ran);
    expect(lines).toHaveLength(bad.length);
    for (const [name, , code, words] of bad) {
      const path = folder.at(`r/${name}.txt`);
      const line = lines.find((one) => one.startsWith(`✗ ${path}: `)) ?? '';
      const message = line.slice(2);
      expect(message.slice(path.length + 2), name).toMatch(words);
      const issue = `select code, message from v_issue where severity = 'error' and file = '${name}.txt'`;
      expect(rowsOf(folder.at('t.db'), issue)).toEqual([{ code, message }]);
    }
  });

  it('that is missing, a folder without reports, or a pattern without files, is told and the rest is read', async () => {
    const folder = goodReport();
    folder.write('pictures/a.png', 'x');
    const ran = await ingest(folder, 'missing.txt', 'no/such.txt', 'pictures', 'x/*.txt', 'r/zz-good.txt/a.txt', 'r');
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(crosses(ran)).toEqual([
      '✗ missing.txt: no such file or folder',
      '✗ no/such.txt: no such file or folder',
      expect.stringMatching(/^✗ pictures: no reports in this folder \(looked for \.txt/),
      '✗ x/*.txt: no file matches this pattern',
      '✗ r/zz-good.txt/a.txt: no such file or folder',
    ]);
    expect(files(folder)).toEqual(['zz-good.txt']);
  });

  it('of 200 MB is refused unread over a limit that is told and can be raised', async () => {
    const folder = goodReport();
    const size = 200 * 1024 * 1024;
    const path = folder.write('r/large.txt', '');
    const file = openSync(path, 'w');
    ftruncateSync(file, size);
    writeSync(file, '2023年度部门决算');
    closeSync(file);
    const started = performance.now();
    const refused = await ingest(folder, 'r');
    expect(performance.now() - started).toBeLessThan(5000);
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    const said = (limit: number) => `✗ ${path}: ${size} bytes, over the limit of ${limit}; raise it with --max-bytes`;
    expect(crosses(refused)).toEqual([said(64 * 1024 * 1024)]);
    expect(crosses(await ingest(folder, 'r', '--max-bytes', '199M'))).toEqual([said(199 * 1024 * 1024)]);
    expect(files(folder)).toEqual(['zz-good.txt']);
  });

  it('over a limit is read when the limit is raised, in bytes, k, M or G', async () => {
    const folder = temporaryFolder();
    const path = folder.write('a.txt', reportText({ length: 40 }));
    for (const limit of ['0', '4k']) {
      const ran = await ingest(folder, 'a.txt', '--max-bytes', limit);
      expect(ran.code).toBe(1);
      expect(crosses(ran)[0]).toMatch(
        new RegExp(`^✗ ${path}: \\d+ bytes, over the limit of \\d+; raise it with --max-bytes$`),
      );
    }
    for (const limit of ['9KB', '1G']) {
      expect(await ingest(folder, 'a.txt', '--max-bytes', limit)).toMatchObject({ code: 0 });
    }
  });

  it('that is a device, a pipe, a link to itself or fails while it is read does not stop the batch', async () => {
    const folder = goodReport();
    symlinkSync('loop.txt', folder.at('loop.txt'));
    await shell('mkfifo pipe.txt', { cwd: folder.path });
    const ran = await ingest(folder, '/dev/zero', 'pipe.txt', 'loop.txt', '/proc/self/mem', 'a'.repeat(300), 'r');
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(crosses(ran)).toEqual(
      [
        '✗ loop.txt: cannot be reached (ELOOP)',
        `✗ ${'a'.repeat(300)}: cannot be reached (ENAMETOOLONG)`,
        '✗ /dev/zero: a device or a pipe, not a file',
        `✗ ${folder.at('pipe.txt')}: a device or a pipe, not a file`,
        '✗ /proc/self/mem: reading it failed (EIO)',
      ].sort((a, b) => crosses(ran).indexOf(a) - crosses(ran).indexOf(b)),
    );
    expect(files(folder)).toEqual(['zz-good.txt']);
  });

  it('leaves what was stored of it before', async () => {
    const folder = await withDatabase();
    folder.write('r/zz-good.txt', bytesAtRandom(3000));
    expect(await ingest(folder, 'r')).toMatchObject({ code: 1 });
    expect(await query(folder, 'select text from v_amount_mention')).toMatchObject({
      code: 0,
      stdout: 'text\r\n120.5万元\r\n98.75万元\r\n',
    });
  });
});

describe.concurrent('a database', () => {
  const version = async (folder: Folder) => Number(valuesOf(folder.at('t.db'), 'pragma user_version')[0]);

  it.each([
    [1, 'made by a newer mingzhang (schema 2, this one knows 1); update mingzhang'],
    [-1, 'made by an older mingzhang (schema 0); make it anew with mingzhang rebuild'],
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
    const folder = goodReport();
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
    const folder = goodReport();
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
  const driver = join(packageFile('node_modules'), 'better-sqlite3');
  const child = spawn(process.execPath, ['-e', program, driver, path, sql], { stdio: ['ignore', 'pipe', 'inherit'] });
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
      ingest(folder, 'new.txt'),
      ingest(folder, 'empty.txt'),
      mingzhang(['rebuild', 'r', '--db', 't.db'], { cwd: folder.path }),
      ingest(folder, 'r'),
      query(folder, 'select title from v_document'),
    ]);
    expect(stored).toEqual({ code: 1, stdout: '', stderr: busy });
    expect(failed).toEqual({ code: 1, stdout: '', stderr: busy });
    expect(rebuilt).toMatchObject({ code: 1, stderr: busy });
    expect(unchanged).toMatchObject({ code: 0, stderr: '' });
    expect(read).toMatchObject({ code: 0, stdout: 'title\r\n云溪县水务局2023年度部门整体支出绩效自评报告\r\n' });
    expect(contentOf(folder.at('t.db'))).toEqual(before);
  }

  async function whileOtherKeepsReadersOut(folder: Folder): Promise<void> {
    change(folder.at('t.db'), 'pragma journal_mode = delete');
    await otherProcess(folder.at('t.db'), 'begin exclusive');
    const ran = await Promise.all([
      query(folder, 'select 1'),
      ingest(folder, 'r'),
      mingzhang(['show', '1', '--db', 't.db'], { cwd: folder.path }),
    ]);
    for (const one of ran) expect(one).toEqual({ code: 1, stdout: '', stderr: busy });
  }

  // In one test, because each waits five seconds for the other process.
  it('that is writing is not written, but read where the other lets readers in', async () => {
    const [written, closed] = [await withDatabase(), await withDatabase()];
    await Promise.all([whileOtherWrites(written), whileOtherKeepsReadersOut(closed)]);
  });

  it('that only waits a moment is waited for', async () => {
    const folder = await withDatabase();
    folder.write('new.txt', reportText({ year: 2021 }));
    const program = `const db = new (require(process.argv[1]))(process.argv[2]); db.exec('begin exclusive'); console.log('ready'); setTimeout(() => db.exec('commit'), 700);`;
    const driver = join(packageFile('node_modules'), 'better-sqlite3');
    const child = spawn(process.execPath, ['-e', program, driver, folder.at('t.db')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
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
