/**
 * What reading PDFs with layout and tables costs, against what pdf.js alone takes for its text and its operators on the same
 * files in the same run. Needs the published PDFs beside the project, or a folder named as argument.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageFile } from '../pipeline/package-file.ts';
import { readPdf } from '../pipeline/readers/read-pdf.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { understand } from '../pipeline/run.ts';

const shared = packageFile('../shared/corpus/pdf');
const folder = process.argv[2] ?? (existsSync(shared) ? shared : packageFile('samples'));
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.pdf'))
  .map((file) => join(folder, file));
const engine = await import('pdfjs-dist/legacy/build/pdf.mjs');
const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The two bare calls, page by page. */
async function bare(path: string): Promise<number> {
  const task = engine.getDocument({
    data: new Uint8Array(readFileSync(path)),
    cMapUrl: `${join(resources, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(resources, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: engine.VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = document.numPages;
  await task.destroy();
  return pages;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

let pages = 0;
const total = { bare: 0, layout: 0, rest: 0 };
for (const path of files) {
  const source = await readSource(path, Number.POSITIVE_INFINITY);
  total.bare += await timed(async () => {
    pages += await bare(path);
  });
  let layout: Awaited<ReturnType<typeof readPdf>> | undefined;
  total.layout += await timed(async () => {
    layout = await readPdf(source, () => undefined);
  });
  total.rest += await timed(async () => {
    if (layout !== undefined) understand(layout, source.file, []);
  });
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
const say = (name: string, time: number) =>
  process.stdout.write(
    `${name.padEnd(44)}${(pages / time).toFixed(0).padStart(6)} pages/s   ${(time / total.bare).toFixed(2)} × the two bare calls\n`,
  );
process.stdout.write(`${files.length} PDFs, ${pages} pages, peak memory ${peak} MB\n`);
say('getTextContent and getOperatorList alone', total.bare);
say('reading with layout and tables', total.layout);
say('sections, facts and amounts besides', total.rest);
