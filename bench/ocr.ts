/**
 * How well scans are read: pages of published PDFs that have ruled tables are made into pictures, read with recognition, and every amount in
 * their ruled tables is compared with what the PDF's own text says at the same place. Needs Tesseract and the published PDFs
 * beside the project. Arguments: prefixes of file names; else two files.
 */
import { existsSync, readdirSync } from 'node:fs';
import { rowsOf } from '../db/rows.ts';
import type { Figure } from '../pipeline/model/figure.ts';
import type { GridCell, SourceFile } from '../pipeline/model/layout.ts';
import type { Box } from '../pipeline/model/printed-page.ts';
import type { DocumentReading } from '../pipeline/model/reading.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { whyNotRecognize } from '../pipeline/readers/scan/tesseract.ts';
import { readDocument } from '../pipeline/run.ts';
import { pdfOfScans, scanned } from './scans.ts';

const folder = packageFile('../shared/corpus/pdf');
const usual = ['690679', '7fd6f0'];
const resolutions = [300, 150];
const amount = /^-?[\d,]+(?:\.\d+)?$/;
const bare = (text: string) => text.replace(/\s/g, '');

const cellsOf = ({ layout }: DocumentReading): readonly GridCell[] =>
  layout.blocks.flatMap((block) => (block.kind === 'grid' && block.ruled ? block.cells : []));

const figuresOf = ({ tables }: DocumentReading): readonly Figure[] =>
  [...tables.values()].flatMap(({ figures }) => figures);

const holds = (outer: Box, { x0, y0, x1, y1 }: Box) => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
};

/** What the cell at a place holds. */
function textAt(cells: readonly GridCell[], page: number | null, box: Box): string {
  const cell = cells.find((one) => one.page === page && one.box !== null && holds(one.box, box));
  return bare(cell?.passage?.text ?? '');
}

interface Score {
  readonly amounts: number;
  readonly exact: number;
  readonly figures: number;
  readonly verified: number;
  readonly verifiedWrong: number;
}

const hasAmount = ({ passage, box }: GridCell) => box !== null && amount.test(bare(passage?.text ?? ''));

/**
 * @param truth the reading of the PDF's own text
 * @param pages of it that were scanned, in their order
 */
function score(truth: DocumentReading, scan: DocumentReading, pages: readonly number[]): Score {
  const read = cellsOf(scan);
  const printed = cellsOf(truth).flatMap((cell) => {
    const at = pages.indexOf(cell.page ?? 0);
    return at < 0 ? [] : [{ ...cell, page: at + 1 }];
  });
  const amounts = printed.filter(hasAmount);
  const exact = amounts.filter(
    ({ passage, page, box }) => box !== null && textAt(read, page, box) === bare(passage?.text ?? ''),
  );
  const passed = (failed: boolean) =>
    new Set(
      scan.verdicts
        .filter(({ status, confirms }) => (failed ? status === 'fail' : status === 'pass' && confirms !== false))
        .flatMap(({ figures }) => figures),
    );
  const [proven, accused] = [passed(false), passed(true)];
  const figures = figuresOf(scan);
  const verified = figures.filter((figure) => proven.has(figure) && !accused.has(figure));
  const wrong = verified.filter(({ words: { value, spans } }) => {
    const box = scan.layout.boxOf(spans[0]);
    return box === null || textAt(printed, spans[0].page, box) !== bare(value);
  });
  for (const { quote } of wrong) process.stdout.write(`  verified and wrong: ${quote}\n`);
  const [all, many] = [figures.length, verified.length];
  return { amounts: amounts.length, exact: exact.length, figures: all, verified: many, verifiedWrong: wrong.length };
}

async function measure(source: SourceFile, dpi: number): Promise<Score> {
  const truth = await readDocument(source);
  const pages = [
    ...new Set(
      cellsOf(truth)
        .filter(hasAmount)
        .flatMap(({ page }) => page ?? []),
    ),
  ].sort((a, b) => a - b);
  const bytes = pdfOfScans(await scanned(source.bytes, dpi, pages));
  const from = performance.now();
  const scan = await readDocument({ ...source, bytes }, { ocr: true });
  const seconds = (performance.now() - from) / 1000;
  const one = score(truth, scan, pages);
  const rows = rowsOf(scan);
  const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
  process.stdout.write(
    `${source.file.slice(0, 6)} at ${dpi} dpi, ${rows.pages.length} pages, ${(seconds / rows.pages.length).toFixed(1)} s a page: ` +
      `amounts exact ${share(one.exact, one.amounts)}, table figures verified ${share(one.verified, one.figures)}, of them wrong ${one.verifiedWrong}\n`,
  );
  return one;
}

const hindrance = existsSync(folder) ? await whyNotRecognize() : 'no published PDFs beside the project';
if (hindrance !== null) process.stdout.write(`${hindrance}: nothing to measure\n`);
else {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : usual;
  const files = readdirSync(folder).filter((file) => wanted.some((prefix) => file.startsWith(prefix)));
  for (const dpi of resolutions) {
    const scores: Score[] = [];
    for (const file of files)
      scores.push(await measure(await readSource(`${folder}/${file}`, Number.POSITIVE_INFINITY), dpi));
    const sum = (key: keyof Score) => scores.reduce((all, one) => all + one[key], 0);
    process.stdout.write(
      `${dpi} dpi: ${(sum('exact') / sum('amounts')).toFixed(4)} of the amounts in ruled tables digit-exact, ` +
        `${(sum('verified') / sum('figures')).toFixed(3)} of their figures verified, ${sum('verifiedWrong')} of those wrong\n`,
    );
  }
}
