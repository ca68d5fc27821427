/** Small files that want to become large ones: each ends within its limits of time and memory, and the next file is read. */
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { ReaderPool } from '../../../pipeline/pool/reader-pool.ts';
import { command } from '../../support/cli.ts';
import { pdfOf } from '../../support/pdf.ts';
import { reportText } from '../../support/reports.ts';

/** A thread runs what is built, beside the command. */
const entry = new URL('pool/document-worker.js', pathToFileURL(command));
const pools = (['pdfium', 'pdfjs'] as const).map((engine) => ({
  engine,
  pool: new ReaderPool({ timeout: 15, maxMemory: 256, engine }, 1, entry),
}));
afterAll(() => Promise.all(pools.map(({ pool }) => pool.close())));

/** A PDF of these objects, without a cross-reference table, which readers make anew. */
function pdfWith(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = objects.map((object, i) =>
    Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  );
  const end = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, Buffer.from(end)]);
}

const stream = (dictionary: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>';
const onePage = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page];

/** Deflated over and over: a few kilobytes that want to be gigabytes. */
function deflated(bytes: number, times: number): Buffer {
  let packed: Buffer = Buffer.alloc(bytes, ' ');
  for (let i = 0; i < times; i++) packed = deflateSync(packed);
  return packed;
}

const image =
  '<< /XObject << /Im0 5 0 R >> >> /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8';

const bombs: readonly (readonly [string, () => Uint8Array])[] = [
  ['a stream deflated once', () => pdfWith([...onePage, stream('/Filter /FlateDecode', deflated(2e8, 1))])],
  [
    'a stream deflated three times',
    () => pdfWith([...onePage, stream('/Filter [/FlateDecode /FlateDecode /FlateDecode]', deflated(3e8, 3))]),
  ],
  [
    'a picture of 3.6 thousand million points',
    () =>
      pdfWith([
        ...onePage.slice(0, 2),
        page.replace('/Contents', '/Resources << /XObject << /Im0 5 0 R >> >> /Contents'),
        stream('', Buffer.from('q 595 0 0 842 0 0 cm /Im0 Do Q')),
        stream(`${image.slice(image.indexOf('/Type'))} /Filter /FlateDecode`, deflated(1e8, 1)),
      ]),
  ],
  [
    'a million empty pages',
    () => pdfWith([onePage[0] ?? '', `<< /Type /Pages /Kids [${'3 0 R '.repeat(1e6)}] /Count 1000000 >>`, page]),
  ],
  ['arrays in arrays', () => pdfWith([...onePage, `${'['.repeat(1e6)}${']'.repeat(1e6)}`])],
  ['dictionaries in dictionaries', () => pdfWith([`${'<< /Pages '.repeat(3e5)}1${' >>'.repeat(3e5)}`])],
  ['marks in marks', () => pdfOf('q '.repeat(1e6))],
];

describe.each(pools)('a file that wants to become large, read by $engine,', ({ pool }) => {
  const read = (file: string, bytes: Uint8Array) => pool.read({ path: `/r/${file}`, file, bytes, sha256: file });

  it.each(bombs)('by %s is read or refused within its limits, and the next is read', async (_, made) => {
    const refusal = await read('bomb.pdf', made()).catch((error: unknown) => error);
    if (refusal instanceof Error) {
      expect(refusal, refusal.stack).toBeInstanceOf(Refusal);
      expect(refusal.message).toMatch(/^\/r\/bomb\.pdf: [^\n]*$/);
    }
    expect((await read('next.txt', Buffer.from(reportText()))).facts.fiscalYear).toBe(2023);
  });
});
