/** pdf.js alone over a folder of PDFs, the files shared out among threads: `node dist/bench/bare-run.js folder threads`. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { barePdfJs } from './bare-pdfjs.ts';

if (isMainThread) {
  const [folder = '', threads = '1'] = process.argv.slice(2);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => join(folder, file))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  for (let thread = 0; thread < Number(threads); thread++) {
    new Worker(new URL(import.meta.url), { workerData: files.filter((_, i) => i % Number(threads) === thread) });
  }
} else {
  const files: readonly string[] = workerData;
  for (const file of files) await barePdfJs(file);
}
