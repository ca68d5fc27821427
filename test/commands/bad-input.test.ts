/** A bad file: one clear line and the right exit code, and the rest of the batch goes on. */
import { closeSync, ftruncateSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mingzhang, type Ran, shell } from '../support/cli.ts';
import { rowsOf, valuesOf } from '../support/database.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { encode, reportText } from '../support/reports.ts';

/** A folder with one good report, that sorts last, so that everything bad comes before it. */
function goodReport(): Folder {
  const folder = temporaryFolder();
  folder.write('r/zz-good.txt', reportText());
  return folder;
}

const ingest = (folder: Folder, ...args: readonly string[]) =>
  mingzhang(['ingest', ...args, '--db', 't.db'], { cwd: folder.path });
const files = (folder: Folder) => valuesOf(folder.at('t.db'), 'select file from document order by file');

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
    ['rich', '{\\rtf1\\ansi', 'unsupported-format', otherFormat('an RTF file')],
    ['picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'damaged', /^a picture that cannot be opened/],
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
    const folder = goodReport();
    await ingest(folder, 'r');
    folder.write('r/zz-good.txt', bytesAtRandom(3000));
    expect(await ingest(folder, 'r')).toMatchObject({ code: 1 });
    expect(valuesOf(folder.at('t.db'), 'select text from v_amount_mention')).toEqual(['120.5万元', '98.75万元']);
  });
});
