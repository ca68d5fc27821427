/** What a file is, by its bytes; the names of published files often lie. */
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { fileType } from '../../../pipeline/readers/file-type.ts';
import { readLayout } from '../../../pipeline/readers/read-layout.ts';
import type { FileType } from '../../../pipeline/readers/type-of-bytes.ts';
import { compoundOf, zipOf } from '../../support/containers.ts';
import { encode, reportText } from '../../support/reports.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const files: readonly (readonly [string, FileType, Uint8Array])[] = [
  ['a PDF', 'pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj')],
  ['a PDF behind junk', 'pdf', latin1(`${'\r\n'.repeat(200)}%PDF-1.4`)],
  ['a zip without anything', 'zip', latin1('PK\x03\x04\x14\0\x06\0')],
  ['a zip of several files', 'zip', zipOf({ '决算/一.pdf': '%PDF-1.4', 'xl/readme.txt': '表' })],
  ['a Word document', 'docx', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' })],
  [
    'a Word document that was cut off',
    'docx',
    zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }).subarray(0, 90),
  ],
  ['an Excel workbook', 'xlsx', zipOf({ 'xl/workbook.xml': '', '[Content_Types].xml': '' })],
  ['an OFD document', 'ofd', zipOf({ 'OFD.xml': '', 'Doc_0/Document.xml': '' })],
  ['an OpenDocument file', 'odf', zipOf({ mimetype: '', 'content.xml': '' })],
  ['an old Word document', 'doc', compoundOf(['WordDocument', '1Table'])],
  ['an old Excel workbook', 'xls', compoundOf(['Workbook'])],
  ['a document that embeds a workbook', 'doc', compoundOf(['1Table', 'WordDocument'], ['Workbook'])],
  ['an encrypted Office file', 'locked', compoundOf(['EncryptionInfo', 'EncryptedPackage'])],
  ['another compound file', 'compound', compoundOf(['PowerPoint Document'])],
  ['a compound file of its signature alone', 'compound', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
  ['a rar archive', 'archive', latin1('Rar!\x1a\x07\x01\0')],
  ['a bitmap', 'image', latin1(`BM\x36\x10\0\0\0\0\0\0\x36\0\0\0\x28`)],
  ['a WebP picture', 'image', latin1('RIFF\x24\0\0\0WEBPVP8 ')],
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
  ['a web page in UTF-16', 'html', encode('<!DOCTYPE html><html><body>决算', 'utf-16le with mark')],
  ['a web page in UTF-16 without a mark', 'html', encode('<html><body>决算', 'utf-16be')],
  ['a page that begins with its script', 'html', Buffer.from('\r\n<script>var a = 1</script><html>')],
  [
    'a page saved with its pictures',
    'mhtml',
    Buffer.from('From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'),
  ],
  ['a document in a single XML', 'office-xml', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word"?>')],
  [
    'a workbook in a single XML without an instruction',
    'office-xml',
    Buffer.from('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
  ],
  [
    'a page saved by Excel',
    'html',
    Buffer.from(
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:s="urn:schemas-microsoft-com:office:spreadsheet">',
    ),
  ],
  [
    'another XML file',
    'xml',
    Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<response><code>404</code></response>'),
  ],
  ['a piece of a web page', 'html', Buffer.from('<div class="TRS_Editor"><p>2023年度部门决算</p></div>')],
];

/** What reading a file of this name and these bytes ends in. */
async function messageOf(path: string, bytes: Uint8Array): Promise<string> {
  try {
    const { format } = await readLayout({ path, file: path, bytes }, {}, () => {});
    return `read as ${format}`;
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('file type', () => {
  it.each(files)('knows %s', async (_, type, bytes) => {
    expect(await fileType(bytes)).toBe(type);
  });

  it.each([
    'utf-8',
    'utf-8 with mark',
    'utf-16le with mark',
    'gb18030',
  ] as const)('takes a report in %s for text', async (encoding) => {
    expect(await fileType(encode(reportText(), encoding))).toBe('text');
  });

  it('takes a text for text that begins with a sign of inequality or speaks of web pages', async () => {
    expect(await fileType(Buffer.from('<三公经费>支出说明'))).toBe('text');
    expect(await fileType(Buffer.from('BM 是本单位的简称'))).toBe('text');
    expect(await fileType(Buffer.from('本单位网站首页以 <html> 编写'))).toBe('text');
  });

  it('is not held up by a file of comments without end', async () => {
    expect(await fileType(Buffer.from(`${'<!---->'.repeat(200_000)}x`))).toBe('text');
    expect(await fileType(Buffer.from('<!--'.repeat(200_000)))).toBe('text');
  });

  it('takes an empty file for text', async () => {
    expect(await fileType(new Uint8Array())).toBe('text');
  });

  it.each([
    ['rtf', 'an RTF file'],
    ['ofd', 'an OFD document'],
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
