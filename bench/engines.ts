/**
 * Do both engines read the same? Every published PDF is read with each; cells, paragraphs, figures, checks and findings that only
 * one of them gives are listed by document and page. Reports the user CPU time of each besides.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Box } from '../pipeline/model/printed-page.ts';
import type { DocumentReading } from '../pipeline/model/reading.ts';
import { packageFile } from '../pipeline/package-file.ts';
import type { PdfEngine } from '../pipeline/readers/pdf-engine.ts';
import { readPdf } from '../pipeline/readers/read-pdf.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { readDocument } from '../pipeline/run.ts';
import { agreement, figuresOf } from '../pipeline/second-opinion.ts';

const shared = packageFile('../shared/corpus/pdf');
const folder = process.argv[2] ?? (existsSync(shared) ? shared : packageFile('samples'));
const files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
/** Cells whose sides are this near, in points, stand in the same place. */
const samePlace = 1;

interface Thing {
  readonly page: number | null;
  readonly words: string;
  readonly box: Box | null;
}

type Kind = 'cells' | 'paragraphs' | 'figures' | 'checks' | 'findings';

function thingsOf(
  { layout, verdicts, findings }: DocumentReading,
  first: ReadonlySet<unknown>,
  all: readonly unknown[],
) {
  const cells = layout.blocks.flatMap((block) =>
    block.kind !== 'grid'
      ? []
      : block.cells.map(({ row, col, rowSpan, colSpan, page, passage, box }): Thing => {
          const words = `${row},${col} ${rowSpan}×${colSpan} ${passage?.text ?? ''}`;
          return { page, words, box };
        }),
  );
  const paragraphs = layout.blocks.flatMap((block): Thing[] =>
    block.kind === 'paragraph'
      ? [{ page: block.passage.spans[0].page, words: `${block.lead}${block.passage.text}`, box: null }]
      : [],
  );
  const checks = verdicts.map(({ rule, status, message, span }) => {
    return { page: span?.page ?? null, words: `${rule} ${status} ${message}`, box: null };
  });
  const said = findings.map(({ code, message, span }) => {
    return { page: span?.page ?? null, words: `${code} ${message}`, box: null };
  });
  return { cells, paragraphs, checks, findings: said, alone: all.length - first.size };
}

const near = (a: Box | null, b: Box | null) =>
  a === null || b === null
    ? a === b
    : (['x0', 'y0', 'x1', 'y1'] as const).every((side) => Math.abs(a[side] - b[side]) <= samePlace);

/** @returns things of the first list without a like one in the second */
function without(first: readonly Thing[], second: readonly Thing[]): readonly Thing[] {
  const waiting = new Map<string, Thing[]>();
  for (const thing of second) {
    const key = `${thing.page} ${thing.words}`;
    const alike = waiting.get(key);
    if (alike === undefined) waiting.set(key, [thing]);
    else alike.push(thing);
  }
  return first.filter(({ page, words, box }) => {
    const alike = waiting.get(`${page} ${words}`) ?? [];
    const at = alike.findIndex((other) => near(box, other.box));
    if (at >= 0) alike.splice(at, 1);
    return at < 0;
  });
}

const total: Record<Kind, { all: number; only: number }> = {
  cells: { all: 0, only: 0 },
  paragraphs: { all: 0, only: 0 },
  figures: { all: 0, only: 0 },
  checks: { all: 0, only: 0 },
  findings: { all: 0, only: 0 },
};
const seconds: Record<PdfEngine, number> = { pdfium: 0, pdfjs: 0 };
let pages = 0;

for (const file of files) {
  const source = await readSource(join(folder, file), Number.POSITIVE_INFINITY);
  for (const engine of ['pdfjs', 'pdfium'] as const) {
    const before = process.cpuUsage().user;
    pages += (await readPdf(source, () => undefined, { engine })).pages.length / 2;
    seconds[engine] += (process.cpuUsage().user - before) / 1e6;
  }
  const [one, other] = [
    await readDocument(source, { engine: 'pdfjs' }),
    await readDocument(source, { engine: 'pdfium' }),
  ];
  const [mine, theirs] = [
    thingsOf(one, agreement(one, other), figuresOf(one)),
    thingsOf(other, agreement(other, one), figuresOf(other)),
  ];
  for (const kind of ['cells', 'paragraphs', 'checks', 'findings'] as const) {
    const [lost, more] = [without(mine[kind], theirs[kind]), without(theirs[kind], mine[kind])];
    total[kind].all += mine[kind].length;
    total[kind].only += lost.length + more.length;
    const tell = (who: PdfEngine, { page, words }: Thing) =>
      process.stdout.write(`${file.slice(0, 6)} p${page ?? '?'} ${kind} only by ${who}: ${words.slice(0, 160)}\n`);
    for (const thing of lost) tell('pdfjs', thing);
    for (const thing of more) tell('pdfium', thing);
  }
  total.figures.all += figuresOf(one).length;
  total.figures.only += mine.alone + theirs.alone;
  if (mine.alone + theirs.alone > 0) {
    process.stdout.write(`${file.slice(0, 6)} figures: ${mine.alone} only by pdfjs, ${theirs.alone} only by pdfium\n`);
  }
}
process.stdout.write(`${files.length} PDFs, ${pages} pages\n`);
for (const [kind, { all, only }] of Object.entries(total)) {
  process.stdout.write(`${kind.padEnd(12)}${String(all).padStart(8)}   by one engine only: ${only}\n`);
}
for (const [engine, time] of Object.entries(seconds)) {
  process.stdout.write(
    `${engine.padEnd(12)}${(pages / time).toFixed(0).padStart(8)} pages a second of CPU, with layout\n`,
  );
}
