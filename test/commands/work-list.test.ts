/** `mingzhang show --unresolved` and `--unread`: what was not understood, as a list to work through. */
import { describe, expect, it } from 'vitest';
import { mingzhang, type Ran } from '../support/cli.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { accounts2023, type PrintedSection, textOf } from '../support/prose.ts';

/** One amount for every reason, and one that is a figure. */
const sections: readonly PrintedSection[] = [
  ['主要职能', '负责全县农村饮水安全，受益群众节约开支80万元。'],
  [
    '收入支出决算总体情况说明',
    '2023年度收入总计500万元。主要原因是新增水毁工程修复资金100万元。',
    '财政拨款收入预计3至5万元。',
    '支出总计增长(下降)20万元。',
    '全县水费收缴1.49万元。',
  ],
  ['国有资产占用情况说明', '单价50万元以上通用设备3台。'],
];

async function stored(): Promise<Folder> {
  const folder = temporaryFolder();
  folder.write('r/a.txt', textOf(accounts2023(...sections)));
  folder.write('r/b.txt', textOf(accounts2023(['其他事项', '上缴国库12万元。'])));
  await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
  return folder;
}

const show = (folder: Folder, ...args: readonly string[]): Promise<Ran> =>
  mingzhang(['show', ...args, '--db', 't.db'], { cwd: folder.path });

/** Cells of the table's rows; columns are two blanks apart. */
const rowsOf = ({ stdout }: Ran) =>
  stdout
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/ {2,}/));

describe.concurrent('show --unresolved', () => {
  it('lists every amount of the prose that is no figure, with the words before it, the reason and its place', async () => {
    const ran = await show(await stored(), '--unresolved', 'a.txt');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\n')[0]).toMatch(/^words_before +text +reason +page +start$/);
    expect(rowsOf(ran)).toEqual([
      ['负责全县农村饮水安全，受益群众节约开支', '80万元', 'in contents, duties or definitions', '44'],
      ['00万元。主要原因是新增水毁工程修复资金', '100万元', 'explains a change', '96'],
      ['财政拨款收入预计', '3至5万元', 'an end of a range', '111'],
      ['财政拨款收入预计3至', '5万元', 'an end of a range', '113'],
      ['支出总计增长(下降)', '20万元', 'after words of the form that were never chosen', '128'],
      ['全县水费收缴', '1.49万元', 'nothing says what it is of', '140'],
      ['单价', '50万元', 'a threshold inside a name', '163'],
    ]);
  });

  it('lists them of all documents when none is named, as the ready-made query does', async () => {
    const folder = await stored();
    const ran = await show(folder, '--unresolved');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(rowsOf(ran).map((row) => row[4])).toEqual([...Array(7).fill('a.txt'), 'b.txt']);
    expect(await mingzhang(['query', 'unresolved', '--db', 't.db'], { cwd: folder.path })).toEqual(ran);
  });

  it('counts characters, not code units, also beyond the basic plane', async () => {
    const folder = temporaryFolder();
    folder.write('a.txt', textOf(accounts2023(['其他事项', '𠮷水县缴库12万元。'])));
    await mingzhang(['ingest', 'a.txt', '--db', 't.db'], { cwd: folder.path });
    expect(rowsOf(await show(folder, '--unresolved', '1'))).toEqual([
      ['𠮷水县缴库', '12万元', 'nothing says what it is of', '30'],
    ]);
  });
});

describe.concurrent('show --unread', () => {
  it('lists nothing of a text without tables, of one document or of all', async () => {
    const folder = await stored();
    const heads = [await show(folder, '--unread', '1'), await show(folder, '--unread')];
    expect(heads.map(({ stdout }) => stdout.split('\n')[0])).toEqual([
      'code  message  page',
      'code  message  times  files  file  page',
    ]);
    expect(heads.flatMap(rowsOf)).toEqual([]);
  });
});

describe.concurrent.each(['--unresolved', '--unread'])('show %s', (list) => {
  it('finds a document by id, by name and by its file on disk', async () => {
    const folder = await stored();
    const ways = await Promise.all(['2', 'b.txt', 'r/b.txt'].map((name) => show(folder, list, name)));
    expect(ways.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(new Set(ways.map(({ stdout }) => stdout)).size).toBe(1);
  });

  it('says of what it does not find whether it is unknown, not stored, or several', async () => {
    const folder = await stored();
    folder.write('c.txt', textOf(accounts2023(['其他事项', '上缴国库13万元。'])));
    folder.write('r/2/a.txt', textOf(accounts2023(['其他事项', '上缴国库14万元。'])));
    await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    const wrong: readonly (readonly [string, string])[] = [
      ['bb.txt', 'bb.txt: neither a file nor a document in t.db; did you mean b.txt?'],
      ['c.txt', 'c.txt: not stored in t.db; mingzhang ingest reads it'],
      ['a.txt', 'a.txt: several documents in t.db have this name; give an id: 1, 3'],
    ];
    for (const [name, words] of wrong)
      expect(await show(folder, list, name)).toEqual({ code: 2, stdout: '', stderr: `mingzhang: ${words}\n` });
  });

  it('needs a database', async () => {
    const ran = await show(temporaryFolder(), list);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('t.db: no such database');
  });
});

it('show --unread and --unresolved are asked for one at a time', async () => {
  const ran = await show(temporaryFolder(), '--unread', '--unresolved');
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain("option '--unresolved' cannot be used with option '--unread'");
});
