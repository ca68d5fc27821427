/** PDFs that cannot be read, or not wholly: one clear line each, and the batch goes on. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../pipeline/package-file.ts';
import { mingzhang } from '../support/cli.ts';
import { rowsOf, valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pdfOf } from '../support/pdf.ts';

const sample = readFileSync(packageFile('samples/layouts.pdf'));
const encrypted = readFileSync(packageFile('test/pdf/encrypted.pdf'));

const scan = pdfOf('q 595 0 0 842 0 0 cm /Im0 Do Q', '<< /XObject << /Im0 5 0 R >> >>');

async function ingest(name: string, bytes: Uint8Array | string, ...options: readonly string[]) {
  const folder = temporaryFolder();
  folder.write(name, bytes);
  folder.write('zz.pdf', sample);
  const ran = await mingzhang(['ingest', folder.at(name), folder.at('zz.pdf'), '--db', folder.at('t.db'), ...options]);
  return { ...ran, db: folder.at('t.db'), lines: ran.stdout.split('\n') };
}

describe.concurrent('a PDF that cannot be read', () => {
  it.each([
    ['is encrypted', encrypted, /encrypted; give its password with --password$/],
    ['is cut off after its beginning', sample.subarray(0, 3000), /damaged/],
    ['has 17 bytes', '%PDF-1.7 nothing!', /damaged/],
    [
      'has no pages',
      Buffer.from(
        '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
      ),
      /damaged|without pages/,
    ],
    ['is an RTF file', '{\\rtf1 404}', /an RTF file; this version reads/],
    ['is a web page without words', '<!DOCTYPE html><html><body></body></html>', /a web page without words/],
    ['is a broken zip', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4]), /a damaged zip/],
  ])('because it %s is refused in one line, and the next is read', async (_, bytes, line) => {
    const { code, lines, stderr, db } = await ingest('a.pdf', bytes);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(lines.filter((one) => one.startsWith('✗')).map((one) => line.test(one))).toEqual([true]);
    expect(valuesOf(db, 'select file from document')).toEqual(['zz.pdf']);
    expect(valuesOf(db, "select file from v_issue where severity = 'error'")).toEqual(['a.pdf']);
  });

  it('within its time is refused', async () => {
    const { code, lines } = await ingest('a.pdf', sample.subarray(0, -1), '--timeout', '0.001');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/a\.pdf: not read within 0\.001 seconds; raise the limit with --timeout$/);
  });

  it('within its memory is refused', async () => {
    const { code, lines } = await ingest('a.pdf', sample.subarray(0, -1), '--max-memory', '8');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/a\.pdf: not read within 8 MB of memory; raise the limit with --max-memory$/);
  });
});

describe.concurrent('a PDF that tells less than it shows', () => {
  it('is read with its password', async () => {
    const { code, db } = await ingest('a.pdf', encrypted, '--password', 'secret');
    expect(code).toBe(0);
    expect(
      valuesOf(db, "select count(*) from printed_table join document using (document_id) where file = 'a.pdf'"),
    ).toEqual([1]);
  });

  it('is a scan when no page holds text: stored with its pages, without amounts', async () => {
    const { code, lines, db } = await ingest('a.pdf', scan);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^✓ a\.pdf: stored; 1 pages? without a text layer: a scan, not read; .*--ocr/);
    expect(rowsOf(db, "select format, pages, characters from document where file = 'a.pdf'")).toEqual([
      { format: 'scan', pages: 1, characters: 0 },
    ]);
    expect(valuesOf(db, "select code from v_issue where file = 'a.pdf' and severity = 'error'")).toEqual([
      'no-text-layer',
    ]);
  });

  it('with content that never ends its text is read as far as it goes', async () => {
    const { code } = await ingest('a.pdf', pdfOf('BT '.repeat(20_000)));
    expect(code).toBe(0);
  });
});

describe.concurrent('looking at a PDF', () => {
  it('show --tables prints its tables as they stand', async () => {
    const { code, stdout } = await mingzhang(['show', packageFile('samples/layouts.pdf'), '--tables']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/2024年收入预算表 · unit 万元 · p1 · 6 × 4/);
    expect(stdout).toMatch(/政府采购预算表 · unit 万元 · p8/);
    expect(stdout).toMatch(/车辆情况表 · .* · p8/);
    expect(stdout).toMatch(/一般公共预算拨款 +│ +21980\.00 │ +22860\.50 │ +880\.50/);
  });

  it('show --draw writes a picture of each page', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await mingzhang(['show', packageFile('samples/layouts.pdf'), '--draw', folder.at('png')]);
    const pictures = stdout.trim().split('\n');
    expect({ code, count: pictures.length }).toEqual({ code: 0, count: 12 });
    expect(
      readFileSync(pictures[0] ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('explain says where a table is printed and what it was read from', async () => {
    const { db } = await ingest('a.pdf', encrypted, '--password', 'secret');
    const { code, stdout } = await mingzhang(['explain', 'table:1', '--db', db]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/title +2024年收入预算表/);
    expect(stdout).toMatch(/p1, characters \d+–\d+, box [\d. ]+ pt {2}一般公共预算拨款/);
    expect((await mingzhang(['explain', 'table:999', '--db', db])).code).toBe(2);
  });
});
