import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { pdfOfScans, type ScannedPage, scanned } from '../../../bench/scans.ts';
import type { Finding } from '../../../pipeline/model/finding.ts';
import type { GridCell, Layout, SourceFile } from '../../../pipeline/model/layout.ts';
import { readImage } from '../../../pipeline/readers/read-image.ts';
import { readPdf } from '../../../pipeline/readers/read-pdf.ts';
import { inkThreshold, type Raster } from '../../../pipeline/readers/scan/raster.ts';
import { recognizePage } from '../../../pipeline/readers/scan/recognize-page.ts';
import { quarterTurned } from '../../../pipeline/readers/scan/resample.ts';
import { findRulings, rulingSettings } from '../../../pipeline/readers/scan/rulings.ts';
import { skewOf } from '../../../pipeline/readers/scan/skew.ts';
import { quartersToTurn, whyNotRecognize } from '../../../pipeline/readers/scan/tesseract.ts';
import { tiffOf } from '../../../pipeline/readers/scan/tiff.ts';
import { readDocument } from '../../../pipeline/run.ts';
import { readReport, samplesFolder, squeezed } from '../../support/samples.ts';

const hindrance = await whyNotRecognize();
if (hindrance !== null) process.stderr.write(`scans are not read here: ${hindrance}\n`);
const sample = join(samplesFolder, 'qingtan-health-2024-budget.pdf');
const sourceOf = (bytes: Uint8Array, file = 'scan.pdf'): SourceFile => ({ path: file, file, sha256: '', bytes });
const printed: ScannedPage = {
  ...{ width: 0, height: 0, grey: new Uint8Array(), points: [595, 842] },
  words: 'BT /F1 12 Tf 100 700 Td (A page that is printed and has words of its own) Tj ET',
};

async function read(bytes: Uint8Array, ocr: boolean) {
  const findings: Finding[] = [];
  const layout = await readPdf(sourceOf(bytes), (finding) => findings.push(finding), { ocr });
  return { layout, findings, codes: findings.map(({ code }) => code) };
}

const cellsOf = ({ blocks }: Layout, page?: number): readonly GridCell[] =>
  blocks
    .flatMap((block) => (block.kind === 'grid' ? block.cells : []))
    .filter((cell) => (page ?? cell.page) === cell.page);
const amountsOf = (layout: Layout, page?: number) =>
  cellsOf(layout, page).flatMap(({ passage }) => {
    const text = squeezed(passage?.text ?? '');
    return /^-?[\d,]+\.\d\d$/.test(text) ? [text] : [];
  });

/** Two rows and two columns, with words in each cell, turned by some degrees. */
function drawnTable(angle: number): Raster {
  const context = createCanvas(800, 600).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 800, 600);
  context.translate(400, 300);
  context.rotate((angle * Math.PI) / 180);
  context.translate(-400, -300);
  context.fillStyle = '#000';
  for (const y of [100, 300, 500]) context.fillRect(100, y, 600, 3);
  for (const x of [100, 400, 700]) context.fillRect(x, 100, 3, 403);
  for (const [x, y] of [
    [200, 200],
    [500, 200],
    [200, 400],
    [500, 400],
  ] as const)
    context.fillRect(x, y, 30, 24);
  const { data } = context.getImageData(0, 0, 800, 600);
  return {
    width: 800,
    height: 600,
    scale: 2,
    grey: Uint8Array.from({ length: 480_000 }, (_, i) => data[i * 4] ?? 255),
  };
}

describe('a picture of a page', () => {
  it.each([0, 0.8, -1.7])('is straightened by as much as it is turned: %s°', (angle) => {
    const raster = drawnTable(angle);
    expect(skewOf(raster, inkThreshold(raster))).toBeCloseTo(angle, 0.9);
  });

  it('gives the lines of its table, and is rid of them', () => {
    const raster = drawnTable(0);
    const { rulings, rest } = findRulings(raster, 128, rulingSettings);
    const at = (direction: string) =>
      rulings.filter((one) => one.direction === direction).map((one) => Math.round(one.at));
    expect(at('horizontal')).toEqual([51, 151, 251]);
    expect(at('vertical').sort((a, b) => a - b)).toEqual([51, 201, 351]);
    expect(rest.grey.filter((shade) => shade < 128)).toHaveLength(4 * 30 * 24);
  });

  it('is stored as a scan that says how it may be read, each page of it', async () => {
    const { width, height, grey } = drawnTable(0);
    const findings: Finding[] = [];
    const two = tiffOf(
      [
        { width, height, grey },
        { width, height, grey },
      ],
      300,
    );
    const layout = await readImage(sourceOf(two, 'two.tif'), false, (finding) => findings.push(finding));
    expect([layout.format, layout.pages.length, layout.text]).toEqual(['scan', 2, '']);
    expect(findings.map(({ code }) => code)).toEqual(['no-text-layer']);
    expect(findings[0]?.message).toMatch(/2 pictures, not read: .*--ocr.*apt install tesseract-ocr/);
  });

  it('that is cut off is refused', async () => {
    const { width, height, grey } = drawnTable(0);
    const cut = tiffOf([{ width, height, grey }], 300).subarray(0, 5000);
    await expect(readImage(sourceOf(cut, 'cut.tif'), false, () => undefined)).rejects.toThrow(
      /cut\.tif: a picture that cannot/,
    );
  });
});

describe('a PDF of pictures', () => {
  it('is a scan that says how it may be read', async () => {
    const pages = await scanned(readFileSync(sample), 72, [6, 7]);
    const { layout, findings } = await read(pdfOfScans(pages), false);
    expect([layout.format, layout.pages.length]).toEqual(['scan', 2]);
    expect(findings.map(({ code }) => code)).toEqual(['no-text-layer']);
    expect(findings[0]?.message).toMatch(/--ocr.*apt install tesseract-ocr/);
  });

  it('and of printed pages says which were not read', async () => {
    const [picture] = await scanned(readFileSync(sample), 72, [6]);
    const { layout, findings } = await read(pdfOfScans([printed, ...(picture === undefined ? [] : [picture])]), false);
    expect(layout.format).toBe('pdf');
    expect(findings.map(({ code, span }) => [code, span?.page])).toEqual([['page-without-text', 2]]);
  });
});

describe.skipIf(hindrance !== null)('a scan that is recognized', { timeout: 180_000 }, () => {
  it('has the tables of the print, and says that its words are recognized', async () => {
    const { layout: truth } = await readReport(sample);
    const { layout, codes } = await read(pdfOfScans(await scanned(readFileSync(sample), 200, [6])), true);
    expect(layout.format).toBe('scan');
    expect(amountsOf(layout)).toEqual(amountsOf(truth, 6));
    expect(codes).toContain('page-recognized');
    expect(layout.pages[0]?.recognized?.confidence).toBeGreaterThan(60);
  });

  it.each([
    1, 2, 3,
  ] as const)('lies on a side or on its head is turned, where the model for it is installed: %s', async (turns) => {
    const [picture] = await scanned(readFileSync(sample), 200, [6]);
    if (picture === undefined) throw new Error('nothing drawn');
    const upright: Raster = { ...picture, scale: 200 / 72 };
    if ((await quartersToTurn(quarterTurned(upright, turns), 200)) !== 4 - turns) {
      process.stderr.write('how a page lies is not told here: Tesseract lacks its model osd\n');
      return expect(turns).toBeGreaterThan(0);
    }
    const page = await recognizePage(quarterTurned(upright, turns), 1);
    expect(page.recognized.turned).toBe(4 - turns);
    expect([page.width, page.height].map(Math.round)).toEqual(picture.points.map(Math.round));
    expect(page.glyphs).toEqual((await recognizePage(upright, 1)).glyphs);
  });

  it('within a printed document leaves the printed pages as they are', async () => {
    const [picture] = await scanned(readFileSync(sample), 200, [14]);
    const { layout, findings } = await read(pdfOfScans([printed, ...(picture === undefined ? [] : [picture])]), true);
    const { layout: truth } = await readReport(sample);
    expect(layout.format).toBe('pdf');
    expect(layout.text).toContain('A page that is printed');
    expect(amountsOf(layout, 2)).toEqual(amountsOf(truth, 14));
    expect(layout.pages.map(({ recognized }) => recognized === undefined)).toEqual([true, false]);
    expect(findings.find(({ code }) => code === 'page-recognized')?.span?.page).toBe(2);
  });

  it('proves its figures by sums alone', async () => {
    const bytes = pdfOfScans(await scanned(readFileSync(sample), 200, [6, 14]));
    const { verdicts } = await readDocument(sourceOf(bytes), { ocr: true });
    const passed = verdicts.filter(({ status }) => status === 'pass');
    const proving = passed.filter(({ confirms }) => confirms !== false);
    expect(proving.length).toBeGreaterThan(0);
    expect(
      proving.filter(({ rule, outcome }) => !/^(?:sum|hierarchy|balance)\./.test(rule) || outcome !== 'exact'),
    ).toEqual([]);
    expect(passed.length).toBeGreaterThan(proving.length);
  });
});
