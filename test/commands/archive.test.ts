/** Zips of several files: their members are read as if the zip were a folder; what is wrong with one is one line. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mingzhang } from '../support/cli.ts';
import { zipOf, zipOfBytes } from '../support/containers.ts';
import { rowsOf, valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { encode, reportText } from '../support/reports.ts';

const report = reportText();
const other = reportText({ year: 2021 });
const crosses = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('✗'));

describe.concurrent('a zip of several files', () => {
  it('is read member by member, packed ones too, under the zip’s name', async () => {
    const folder = temporaryFolder();
    folder.write(
      'r/reports.zip',
      zipOf({ '2023/': '', '2023/决算.txt': report, 'b.txt': other, '__MACOSX/._b.txt': 'x' }, true),
    );
    folder.write('r/z.txt', reportText({ year: 2020 }));
    const ran = await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(rowsOf(folder.at('t.db'), 'select path, file from document order by path')).toEqual([
      { path: folder.at('r/reports.zip/2023/决算.txt'), file: '决算.txt' },
      { path: folder.at('r/reports.zip/b.txt'), file: 'b.txt' },
      { path: folder.at('r/z.txt'), file: 'z.txt' },
    ]);
    const again = await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(again.stdout).toContain(' · 3 unchanged · 0 failed');
    const shown = await mingzhang(['show', 'r/reports.zip/b.txt'], { cwd: folder.path });
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('2021');
  });

  it('has its Chinese names read, in UTF-8 and in GBK', async () => {
    const folder = temporaryFolder();
    const members = [encode('部门决算.txt', 'gb18030'), Buffer.from('部门预算.txt')].map(
      (name, i) => [Buffer.from(name), Buffer.from(i === 0 ? report : other)] as const,
    );
    folder.write('a.zip', zipOfBytes(members));
    await mingzhang(['ingest', 'a.zip', '--db', 't.db'], { cwd: folder.path });
    expect(valuesOf(folder.at('t.db'), 'select file from document order by fiscal_year desc')).toEqual([
      '部门决算.txt',
      '部门预算.txt',
    ]);
  });

  it('leads nowhere by its names, and keeps members of one name apart', async () => {
    const folder = temporaryFolder();
    const names = ['../../out.txt', '/etc/out.txt', 'C:\\out.txt', '..'];
    folder.write(
      'in/a.zip',
      zipOfBytes(names.map((name, i) => [Buffer.from(name), Buffer.from(reportText({ year: 2018 + i }))])),
    );
    const ran = await mingzhang(['ingest', 'in/a.zip', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(valuesOf(folder.at('t.db'), 'select path from document order by fiscal_year')).toEqual(
      ['out.txt', 'etc/out.txt', '2/out.txt'].map((name) => folder.at(`in/a.zip/${name}`)),
    );
    expect(existsSync(folder.at('out.txt'))).toBe(false);
  });

  it('that is damaged, empty, nested, encrypted or a bomb is one line each, and the next is read', async () => {
    const folder = temporaryFolder();
    const good = zipOf({ 'a.txt': report, 'b.txt': 'x' });
    const locked = Buffer.from(zipOf({ 'a.txt': report }, true));
    locked.writeUInt16LE(1, 6);
    locked.writeUInt16LE(1, locked.indexOf('PK\x01\x02') + 8);
    const wrong = Buffer.from(zipOf({ 'a.txt': report }));
    wrong.write('X', 60);
    folder.write('r/1-cut.zip', good.subarray(0, 100));
    folder.write('r/2-empty.zip', zipOf({}));
    folder.write('r/3-nested.zip', zipOf({ 'in.zip': good }));
    folder.write('r/4-locked.zip', locked);
    folder.write('r/5-bomb.zip', zipOf({ 'a.txt': Buffer.alloc(30_000_000), 'b.txt': Buffer.alloc(30_000_000) }, true));
    folder.write('r/6-large.zip', zipOf({ 'a.txt': Buffer.alloc(70_000_000) }, true));
    folder.write('r/7-many.zip', zipOf(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, '']))));
    folder.write('r/8-wrong.zip', wrong);
    folder.write('r/9-good.txt', other);
    const ran = await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(crosses(ran.stdout).map((line) => line.slice(folder.at('r/').length + 2))).toEqual([
      expect.stringMatching(/^1-cut\.zip: a damaged zip \(.+\); fetch it again$/),
      '2-empty.zip: a zip without files',
      '3-nested.zip/in.zip: a zip within a zip is not opened; unpack it and name its files',
      '4-locked.zip/a.txt: encrypted in its zip; unpack it and name the file',
      expect.stringMatching(/^5-bomb\.zip: a zip that unpacks to 60000000 bytes from \d+; not opened$/),
      expect.stringMatching(/^6-large\.zip: a zip that unpacks to 70000000 bytes, over the limit of 67108864; raise/),
      '7-many.zip: a zip of more than 1000 files; unpack it',
      expect.stringMatching(/^8-wrong\.zip\/a\.txt: damaged in its zip \(its check sum is wrong\)/),
    ]);
    expect(valuesOf(folder.at('t.db'), 'select file from document')).toEqual(['9-good.txt']);
  });
});
