/** What a file is, by its bytes; the names of published files often lie. */
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { fileType } from '../../../pipeline/readers/file-type.ts';
import { readLayout } from '../../../pipeline/readers/read-layout.ts';
import { encode, reportText } from '../../support/reports.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const files: readonly (readonly [string, ReturnType<typeof fileType>, Uint8Array])[] = [
  ['a PDF', 'pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj')],
  ['a PDF behind junk', 'pdf', latin1(`${'\r\n'.repeat(200)}%PDF-1.4`)],
  ['a Word, Excel or zip file', 'zip', latin1('PK\x03\x04\x14\0\x06\0')],
  ['an old Word or Excel file', 'compound', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
  ['a PNG picture', 'image', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['a JPEG picture', 'image', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['a GIF picture', 'image', latin1('GIF89a\x01\0')],
  ['a TIFF picture', 'image', latin1('II*\0\x08\0')],
  ['an RTF file', 'rtf', latin1('{\\rtf1\\ansi')],
  ['a web page', 'html', Buffer.from('<!DOCTYPE html><html><body>2023年度部门决算</body></html>')],
  ['a web page with a mark and blank lines', 'html', Buffer.from('\ufeff\n\n  <html lang="zh"><body>决算')],
  [
    'a web page with an XML declaration',
    'html',
    Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//">'),
  ],
  ['a web page saved from a browser', 'html', Buffer.from('<!-- saved from url=(0022)http://example.cn/ -->\n<html>')],
  ['a piece of a web page', 'html', Buffer.from('<div class="TRS_Editor"><p>2023年度部门决算</p></div>')],
];

/** What reading a file of this name and these bytes ends in. */
async function messageOf(path: string, bytes: Uint8Array): Promise<string> {
  try {
    const { format } = await readLayout({ path, file: path, bytes, sha256: '' }, {}, () => {});
    return `read as ${format}`;
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('file type', () => {
  it.each(files)('knows %s', (_, type, bytes) => {
    expect(fileType(bytes)).toBe(type);
  });

  it.each([
    'utf-8',
    'utf-8 with mark',
    'utf-16le with mark',
    'gb18030',
  ] as const)('takes a report in %s for text', (encoding) => {
    expect(fileType(encode(reportText(), encoding))).toBe('text');
  });

  it('takes a text for text that begins with a sign of inequality or speaks of web pages', () => {
    expect(fileType(Buffer.from('<三公经费>支出说明'))).toBe('text');
    expect(fileType(Buffer.from('本单位网站首页以 <html> 编写'))).toBe('text');
  });

  it('is not held up by a file of comments without end', () => {
    const started = performance.now();
    expect(fileType(Buffer.from(`${'<!---->'.repeat(200)}x`))).toBe('text');
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('takes an empty file for text', () => {
    expect(fileType(new Uint8Array())).toBe('text');
  });

  it.each([
    ['zip', 'a Word, Excel or zip file'],
    ['compound', 'an old Word or Excel file'],
    ['html', 'a web page'],
    ['image', 'a picture'],
    ['rtf', 'an RTF file'],
  ] as const)('refuses a %s that is named .txt and says that it is %s', async (type, words) => {
    const bytes = files.find((file) => file[1] === type)?.[2] ?? new Uint8Array();
    const said = await messageOf('report.txt', bytes);
    expect(said.split('; ')[0]).toBe(`unsupported-format: report.txt: ${words}`);
    expect(said).toMatch(/; this version reads plain text/);
  });

  it('takes a PDF that is named .txt for a PDF', async () => {
    const said = await messageOf('report.txt', files[0]?.[2] ?? new Uint8Array());
    expect(said).toMatch(/PDF/);
    expect(said).not.toMatch(/^(?:read as text|unsupported-format)/);
  });
});
