/** `mingzhang show`: one document, from disk or from the database, the same either way. */
import { existsSync, readdirSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { mingzhang, shell } from '../support/cli.ts';
import { valuesOf } from '../support/database.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { encode, reportText } from '../support/reports.ts';

async function withStored(text = reportText()): Promise<Folder> {
  const folder = temporaryFolder();
  folder.write('r/a.txt', text);
  await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
  return folder;
}

/** What show prints of a document, less the id that only a stored one has. */
async function shown(folder: Folder, name: string): Promise<string> {
  const ran = await mingzhang(['show', name, '--db', 't.db'], { cwd: folder.path });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout.replace(/^id .*\n/m, '');
}

describe.concurrent('show', () => {
  it('prints facts, the section tree, amounts with their places, findings', async () => {
    const folder = temporaryFolder();
    folder.write('a.txt', reportText());
    const ran = await mingzhang(['show', 'a.txt'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.split('\n');
    for (const line of [
      'file       a.txt',
      'title      云溪县水务局2023年度部门整体支出绩效自评报告',
      'kind       performance_self_evaluation',
      'agency     云溪县水务局',
      'year       2023',
      'format     text',
      'characters 182',
      'sections (6)',
      '    （一） 主要职能  [functions] @34',
      'amounts (2)',
      '  120.5万元  1205000.00 元  @125–132  （一） 预算安排情况',
      '  98.75万元   987500.00 元  @153–160  （二） 预算执行情况',
    ])
      expect(lines).toContain(line);
  });

  it('stores nothing of a file on disk and needs no database', async () => {
    const folder = temporaryFolder();
    folder.write('a.txt', reportText());
    await mingzhang(['show', 'a.txt'], { cwd: folder.path });
    expect(readdirSync(folder.path)).toEqual(['a.txt']);
  });

  it('finds a stored document by name, path, id and the beginning of its digest', async () => {
    const folder = await withStored();
    const digest = String(valuesOf(folder.at('t.db'), 'select sha256 from document')[0]);
    const ways = ['a.txt', '1', folder.at('r/a.txt'), digest.slice(0, 12), digest.toUpperCase()];
    const texts = await Promise.all(ways.map((name) => shown(folder, name)));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('云溪县水务局2023年度部门整体支出绩效自评报告');
  });

  it('prints the same of a file and of what is stored of it, also with rare characters and pages', async () => {
    const folder = await withStored(reportText({ agency: '𠮷水县水务局' }).replace('三、', '\f三、'));
    expect(await shown(folder, 'a.txt')).toBe(await shown(folder, 'r/a.txt'));
  });

  it('lines up amounts under each other on the screen', async () => {
    const folder = await withStored(reportText({ budget: '１２０．５万元', spent: '叁佰万元整' }));
    const lines = (await shown(folder, 'a.txt')).split('\n').filter((line) => / 元 {2}/.test(line));
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map((line) => stringWidth(line.slice(0, line.indexOf(' 元  '))))).size).toBe(1);
  });

  it('tells in which encoding a text was read', async () => {
    const folder = temporaryFolder();
    folder.write('a.txt', encode(reportText(), 'gb18030'));
    expect((await mingzhang(['show', 'a.txt'], { cwd: folder.path })).stdout).toContain(
      'encoding-guessed: read as gb18030',
    );
  });

  it('suggests the name that was meant', async () => {
    const folder = await withStored();
    folder.write('r/water-bureau-2023.txt', reportText({ year: 2021 }));
    await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(await mingzhang(['show', 'water-bureau-2032.txt', '--db', 't.db'], { cwd: folder.path })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'mingzhang: water-bureau-2032.txt: neither a file nor a document in t.db; did you mean water-bureau-2023.txt?\n',
    });
  });

  it('asks for the id when several documents have the name', async () => {
    const folder = await withStored();
    folder.write('r/2021/a.txt', reportText({ year: 2021 }));
    await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    const ran = await mingzhang(['show', 'a.txt', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toBe('mingzhang: a.txt: several documents in t.db have this name; give an id: 1, 2\n');
    expect(await shown(folder, '2')).toContain('year       2021');
  });

  it('says that there is neither the file nor the database, and makes none', async () => {
    const folder = temporaryFolder();
    expect(await mingzhang(['show', 'a.txt'], { cwd: folder.path })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'mingzhang: a.txt: no such file, and no database mingzhang.db to look in\n',
    });
    expect(existsSync(folder.at('mingzhang.db'))).toBe(false);
  });

  it('refuses what is no report with 1 and one line', async () => {
    const folder = temporaryFolder();
    folder.write('a.txt', '{\\rtf1');
    folder.write('b.txt', '');
    folder.write('c.txt', reportText());
    const refused: readonly (readonly [readonly string[], string])[] = [
      [['a.txt'], 'an RTF file; this version reads'],
      [['b.txt'], 'the file is empty'],
      [['c.txt', '--max-bytes', '100'], 'over the limit of 100; raise it with --max-bytes'],
    ];
    for (const [args, words] of refused) {
      const ran = await mingzhang(['show', ...args], { cwd: folder.path });
      expect(ran).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toMatch(/^mingzhang: [^\n]*\n$/);
      expect(ran.stderr).toContain(words);
    }
  });

  it('ends without a word when its reader goes away', async () => {
    const folder = await withStored(reportText({ length: 3000 }));
    const ran = await shell('set -o pipefail; mingzhang show r/a.txt | head -1', { cwd: folder.path });
    expect(ran).toEqual({ code: 0, stdout: 'file       a.txt\n', stderr: '' });
  });
});
