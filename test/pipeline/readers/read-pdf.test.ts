import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../pipeline/model/finding.ts';
import type { Layout } from '../../../pipeline/model/layout.ts';
import { type PdfEngine, pdfEngines } from '../../../pipeline/readers/pdf-engine.ts';
import { readPdf } from '../../../pipeline/readers/read-pdf.ts';
import { pdfOf } from '../../support/pdf.ts';

const fonts = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';

async function readWith(engine: PdfEngine, content: string) {
  const findings: Finding[] = [];
  const source = { path: 'a.pdf', file: 'a.pdf', sha256: '', bytes: pdfOf(content, fonts) };
  const layout = await readPdf(source, (finding) => findings.push(finding), { engine });
  return { layout, codes: findings.map(({ code }) => code) };
}

const words = (layout: Layout) =>
  layout.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage.text] : []));
const boxAt = (layout: Layout, text: string) => {
  const start = layout.text.indexOf(text);
  return layout.boxOf({ start, end: start + text.length, page: 1 });
};
const say = (matrix: string, text: string) => `BT /F1 10 Tf ${matrix} Tm (${text}) Tj ET\n`;
const upright = say('1 0 0 1 100 700', 'A line that reads as lines do');

describe.each(pdfEngines)('%s: turned text', (engine) => {
  const read = (content: string) => readWith(engine, content);

  it('beside upright text is read on its own, with its place on the page', async () => {
    const { layout, codes } = await read(upright + say('0 1 -1 0 50 100', 'Upwards'));
    expect(words(layout)).toEqual(['A line that reads as lines do', 'Upwards']);
    const box = boxAt(layout, 'Upwards');
    expect(box?.x0).toBeCloseTo(50 - 8.8, 0);
    expect(box?.y1).toBeCloseTo(842 - 100, 0);
    expect(codes).toEqual([]);
  });

  it('inside a cell belongs to the cell', async () => {
    const rules =
      '100 400 m 300 400 l S 100 500 m 300 500 l S 100 400 m 100 500 l S 200 400 m 200 500 l S 300 400 m 300 500 l S\n';
    const { layout } = await read(
      `${upright}${rules}${say('0 -1 1 0 150 480', 'Down')}${say('1 0 0 1 220 450', '12.50')}`,
    );
    const grid = layout.blocks.find((block) => block.kind === 'grid');
    expect(grid?.kind === 'grid' && grid.cells.map(({ passage }) => passage?.text)).toEqual(['Down', '12.50']);
  });

  it.each([
    ['upwards', '0 1 -1 0'],
    ['downwards', '0 -1 1 0'],
    ['upside down', '-1 0 0 -1'],
  ])('over a whole page, %s, turns the page', async (_, turn) => {
    const { layout } = await read(say(`${turn} 300 400`, 'All of it'));
    expect(words(layout)).toEqual(['All of it']);
    const [page] = layout.pages;
    expect([page?.width, page?.height]).toEqual(turn.startsWith('0') ? [842, 595] : [595, 842]);
    const box = boxAt(layout, 'All of it');
    expect((box?.x1 ?? 0) - (box?.x0 ?? 0)).toBeGreaterThan(30);
    expect((box?.y1 ?? 0) - (box?.y0 ?? 0)).toBeCloseTo(10, 0);
  });

  it('aslant over the page is a watermark', async () => {
    const { layout } = await read(upright + say('0.7071 0.7071 -0.7071 0.7071 200 300', 'DRAFT'));
    expect(words(layout)).toEqual(['A line that reads as lines do']);
    expect(layout.blocks.flatMap((block) => (block.kind === 'furniture' ? [block.role] : []))).toEqual(['watermark']);
  });
});

describe.each(pdfEngines)('%s: words that nobody sees', (engine) => {
  const read = (content: string) => readWith(engine, content);

  it.each([
    ['drawn invisibly', `BT 3 Tr ET\n${say('1 0 0 1 100 600', 'Secret')}`],
    ['white on nothing', `1 1 1 rg\n${say('1 0 0 1 100 600', 'Secret')}`],
  ])('%s are left out, and counted', async (_, hidden) => {
    const { layout, codes } = await read(upright + hidden);
    expect(words(layout)).toEqual(['A line that reads as lines do']);
    expect(codes).toEqual(['text-hidden']);
  });

  it('white on a dark ground are seen', async () => {
    const ground = '0 0 0.5 rg 90 590 200 30 re f\n1 1 1 rg\n';
    const { layout, codes } = await read(`${upright}${ground}${say('1 0 0 1 100 600', 'Heading')}`);
    expect(words(layout).join('\n')).toContain('Heading');
    expect(codes).toEqual([]);
  });

  it('under a picture of the page are its text, and said to be recognized', async () => {
    const { layout, codes } = await read(`BT 3 Tr ET\n${upright}`);
    expect(words(layout)).toEqual(['A line that reads as lines do']);
    expect(codes).toEqual(['text-recognized']);
  });
});
