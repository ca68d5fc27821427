/**
 * What reading PDFs costs with either engine, stage by stage, against what pdf.js alone takes for its text and its operators on
 * the same files in the same run. Needs the published PDFs beside the project, or a folder named as argument.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../pipeline/package-file.ts';
import { openPdf, type PdfEngine } from '../pipeline/readers/pdf-engine.ts';
import { pdfium } from '../pipeline/readers/pdfium/engine.ts';
import { readPdf } from '../pipeline/readers/read-pdf.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { understand } from '../pipeline/understand.ts';
import { barePdfJs } from './bare-pdfjs.ts';

const shared = packageFile('../shared/corpus/pdf');
const folder = process.argv[2] ?? (existsSync(shared) ? shared : packageFile('samples'));
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.pdf'))
  .map((file) => join(folder, file));

/** Pages parsed with their text and their objects counted, nothing asked of them. */
async function barePdfium(bytes: Uint8Array): Promise<void> {
  const engine = await pdfium();
  const { call } = engine;
  const at = engine.put(bytes);
  const document = call.FPDF_LoadMemDocument(at, bytes.length, 0);
  for (let index = 0; index < call.FPDF_GetPageCount(document); index++) {
    const page = call.FPDF_LoadPage(document, index);
    const text = call.FPDFText_LoadPage(page);
    call.FPDFText_CountChars(text);
    call.FPDFPage_CountObjects(page);
    call.FPDFText_ClosePage(text);
    call.FPDF_ClosePage(page);
  }
  call.FPDF_CloseDocument(document);
  call.free(at);
}

/** User CPU time in seconds: what else runs on the machine changes it little. */
async function timed(work: () => Promise<void>): Promise<number> {
  const from = process.cpuUsage().user;
  await work();
  return (process.cpuUsage().user - from) / 1e6;
}

async function printed(engine: PdfEngine, bytes: Uint8Array): Promise<void> {
  const pdf = await openPdf(engine, bytes, '');
  for await (const page of pdf.pages()) void page;
  await pdf.close();
}

let pages = 0;
const stages = [
  'pdf.js: getTextContent and getOperatorList alone',
  'pdf.js: glyphs and rulings',
  'pdf.js: with layout and tables',
  'pdfium: pages and their text parsed alone',
  'pdfium: glyphs and rulings',
  'pdfium: with layout and tables',
  'sections, facts, figures, checks besides',
] as const;
const total = new Map<string, number>(stages.map((stage) => [stage, 0]));
for (const path of files) {
  const source = await readSource(path, Number.POSITIVE_INFINITY);
  const measure = async (stage: (typeof stages)[number], work: () => Promise<void>) => {
    total.set(stage, (total.get(stage) ?? 0) + (await timed(work)));
  };
  let layout: Awaited<ReturnType<typeof readPdf>> | undefined;
  const readWith = (engine: PdfEngine) => async () => {
    layout = await readPdf(source, () => undefined, { engine });
  };
  await measure(stages[0], async () => {
    pages += await barePdfJs(path);
  });
  await measure(stages[1], () => printed('pdfjs', source.bytes));
  await measure(stages[2], readWith('pdfjs'));
  await measure(stages[3], () => barePdfium(source.bytes));
  await measure(stages[4], () => printed('pdfium', source.bytes));
  await measure(stages[5], readWith('pdfium'));
  await measure(stages[6], async () => {
    if (layout !== undefined) understand(layout, source.file, []);
  });
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
const timeOf = (stage: string) => total.get(stage) ?? 0;
const say = (name: string, time: number) =>
  process.stdout.write(
    `${name.padEnd(52)}${(pages / time).toFixed(0).padStart(6)} pages/s   ${(time / timeOf(stages[0])).toFixed(2)} × the two bare calls of pdf.js\n`,
  );
process.stdout.write(`${files.length} PDFs, ${pages} pages, peak memory ${peak} MB, by user CPU time\n`);
for (const stage of stages) say(stage, timeOf(stage));
say('all of it with pdf.js', timeOf(stages[2]) + timeOf(stages[6]));
say('all of it with pdfium', timeOf(stages[5]) + timeOf(stages[6]));
