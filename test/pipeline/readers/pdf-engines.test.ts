/** Two engines behind one reader: they tell the same, and one stands in for the other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../pipeline/model/finding.ts';
import type { Layout } from '../../../pipeline/model/layout.ts';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { packageFile } from '../../../pipeline/package-file.ts';
import { openPdf, type PdfEngine, pdfEngines } from '../../../pipeline/readers/pdf-engine.ts';
import { pdfium } from '../../../pipeline/readers/pdfium/engine.ts';
import { type PdfOptions, readPdf } from '../../../pipeline/readers/read-pdf.ts';
import { readDocument } from '../../../pipeline/run.ts';
import { figuresOf, withSecondOpinion } from '../../../pipeline/second-opinion.ts';
import { understand } from '../../../pipeline/understand.ts';
import { pdfOf } from '../../support/pdf.ts';

const layouts = readFileSync(packageFile('samples/layouts.pdf'));
const budget = readFileSync(packageFile('samples/qingtan-health-2024-budget.pdf'));
const encrypted = readFileSync(packageFile('test/pdf/encrypted.pdf'));

const sourceOf = (bytes: Uint8Array) => ({ path: 'a.pdf', file: 'a.pdf', sha256: '', bytes });

async function read(bytes: Uint8Array, options: PdfOptions) {
  const findings: Finding[] = [];
  const layout = await readPdf(sourceOf(bytes), (finding) => findings.push(finding), options);
  return { layout, findings, codes: findings.map(({ code }) => code) };
}

const printed = ({ text, pages, blocks }: Layout) => ({
  text,
  pages: pages.map(({ number, width, height }) => [number, Math.round(width ?? 0), Math.round(height ?? 0)]),
  blocks: blocks.map((block) =>
    block.kind !== 'grid'
      ? block.kind
      : block.cells.map(({ row, col, rowSpan, colSpan, passage }) => [row, col, rowSpan, colSpan, passage?.text]),
  ),
});

const refusalOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('both engines', () => {
  it('read a budget alike', async () => {
    const [one, other] = [await read(budget, { engine: 'pdfjs' }), await read(budget, { engine: 'pdfium' })];
    expect(printed(other.layout)).toEqual(printed(one.layout));
    expect(other.findings).toEqual(one.findings);
  });

  it('read layouts of every kind alike, but for blanks of a doubtful width', async () => {
    const [one, other] = [await read(layouts, { engine: 'pdfjs' }), await read(layouts, { engine: 'pdfium' })];
    const solid = (layout: Layout) => JSON.stringify({ ...printed(layout), pages: [] }).replace(/ /g, '');
    expect(solid(other.layout)).toBe(solid(one.layout));
    expect(other.findings.map(({ code }) => code)).toEqual(one.findings.map(({ code }) => code));
  });

  it('put words in the same place', async () => {
    const boxes = async (engine: PdfEngine) => {
      const { layout } = await read(budget, { engine });
      return layout.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [layout.boxOf(block.passage.spans[0])].map((box) => Math.round(box?.x0 ?? 0)) : [],
      );
    };
    expect(await boxes('pdfium')).toEqual(await boxes('pdfjs'));
  });

  it.each(pdfEngines)('want the password of an encrypted file: %s', async (engine) => {
    expect(await refusalOf(read(encrypted, { engine }))).toBe('encrypted');
    expect(await refusalOf(read(encrypted, { engine, password: 'wrong' }))).toBe('encrypted');
    const { layout } = await read(encrypted, { engine, password: 'secret' });
    expect(layout.blocks.some(({ kind }) => kind === 'grid')).toBe(true);
  });

  it.each(pdfEngines)('refuse what is no PDF: %s', async (engine) => {
    expect(await refusalOf(read(Buffer.from('%PDF-1.7 nothing!'), { engine }))).toBe('damaged');
    expect(await refusalOf(read(layouts.subarray(0, 3000), { engine }))).toBe('damaged');
  });

  it.each(pdfEngines)('read characters of a font that the file does not hold: %s', async (engine) => {
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
    const descriptor =
      '/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>';
    const child = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun ${system} ${descriptor} /DW 1000 >>`;
    const font = `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [${child}] >>`;
    const alone = ['D4A4', 'CBE3'].map((code, i) => `BT /F1 12 Tf 1 0 0 1 ${100 + 12 * i} 700 Tm <${code}> Tj ET\n`);
    const together = 'BT /F1 12 Tf 1 0 0 1 100 600 Tm <CAD5C8EBD6A7B3F6> Tj ET\n';
    const { layout } = await read(pdfOf(alone.join('') + together, `<< /Font << /F1 ${font} >> >>`), { engine });
    expect(layout.text.replace(/\s/g, '')).toBe('预算收入支出');
  });

  it.each(pdfEngines)('draw a page: %s', async (engine) => {
    const pdf = await openPdf(engine, layouts, 'a.pdf');
    const picture = await pdf.picture(1, 0.5, () => undefined);
    await pdf.close();
    expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(1000);
  });
});

describe('pdf.js stands in for pdfium', () => {
  const late = Buffer.concat([Buffer.alloc(3000, ' '), layouts]);

  it('where pdfium cannot open a file, and says so', async () => {
    const { layout, codes } = await read(late, { engine: 'pdfium' });
    expect(layout.pages.length).toBe(12);
    expect(codes[0]).toBe('engine-fallback');
  });

  it('where pdfium breaks, which harms no later file', async () => {
    const { bytes } = await brokenEngine();
    const { layout, codes } = await read(bytes, { engine: 'pdfium' });
    expect(layout.pages.length).toBe(12);
    expect(codes[0]).toBe('engine-fallback');
    expect((await read(bytes, { engine: 'pdfium' })).codes).not.toContain('engine-fallback');
  });

  it('is no second opinion on what only it can read', async () => {
    const { layout, findings: said } = await read(late, { engine: 'pdfium' });
    const again = async () => understand(layout, 'a.pdf', said);
    const { findings, agreed } = await withSecondOpinion(understand(layout, 'a.pdf', []), again);
    expect(agreed).toBeNull();
    expect(findings.map(({ code }) => code)).toContain('second-opinion-missing');
  });
});

/** The instance's memory is overwritten, as by a fault of its own. */
async function brokenEngine() {
  const engine = await pdfium();
  engine.bytes(0, engine.size).fill(0xff);
  return { bytes: layouts };
}

describe('pdfium', () => {
  it('keeps no memory of the files it has read', async () => {
    for (let i = 0; i < 3; i++) await read(budget, { engine: 'pdfium' });
    const engine = await pdfium();
    const { size } = engine;
    for (let i = 0; i < 12; i++) await read(budget, { engine: 'pdfium' });
    expect(await pdfium()).toBe(engine);
    expect(engine.size).toBe(size);
  });
});

describe('pdf.js', () => {
  it('leaves what all of the thread uses as it was', async () => {
    const { push } = Array.prototype;
    const { parse, stringify } = JSON;
    await read(budget, { engine: 'pdfjs' });
    expect(Array.prototype.push).toBe(push);
    expect(JSON).toMatchObject({ parse, stringify });
    expect(Object.keys(Array.prototype)).toEqual([]);
  });

  it('paints a page of a document that was opened for reading', async () => {
    const pdf = await openPdf('pdfjs', budget, 'a.pdf');
    try {
      const { width, height, pixels } = await pdf.pixels(1, 1);
      const dark = pixels.filter((value, at) => at % 4 === 0 && value < 100).length;
      expect(dark / (width * height)).toBeGreaterThan(0.002);
      expect(dark / (width * height)).toBeLessThan(0.5);
    } finally {
      await pdf.close();
    }
  });
});

describe('a second opinion', () => {
  it('marks the figures on which both engines agree', async () => {
    const reading = await readDocument(sourceOf(budget), { secondOpinion: true });
    expect(reading.agreed?.size).toBe(figuresOf(reading).length);
    expect(reading.agreed?.size).toBeGreaterThan(20);
    expect(reading.findings.map(({ code }) => code)).not.toContain('engines-disagree');
  });

  it('is not asked for by itself', async () => {
    expect((await readDocument(sourceOf(budget))).agreed).toBeNull();
  });
});
