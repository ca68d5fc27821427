/**
 * Whole processes over the published PDFs: everything (layout, tables, figures, checks, storing) with either engine, against pdf.js
 * alone (getTextContent and getOperatorList) with as many threads on the same files in the same run. Rounds take turns; medians.
 * Usage: node dist/bench/ingest.js [folder [rounds]]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '../pipeline/package-file.ts';
import { barePdfJs } from './bare-pdfjs.ts';

const folder = process.argv[2] ?? packageFile('../shared/corpus/pdf');
const rounds = Number(process.argv[3] ?? 3);

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Told by the process itself as it ends, its threads included. */
const witness = (file: string) =>
  `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(file)},JSON.stringify(process.resourceUsage())))`;

function run(words: readonly string[], scratch: string): Cost {
  const told = join(scratch, 'usage.json');
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', witness(told), ...words], { encoding: 'utf8' });
  const wall = (performance.now() - from) / 1000;
  if (status !== 0) throw new Error(stderr);
  const usage: NodeJS.ResourceUsage = JSON.parse(readFileSync(told, 'utf8'));
  return { wall, cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6, megabytes: usage.maxRSS / 1024 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const middle = (costs: readonly Cost[], key: keyof Cost) => median(costs.map((cost) => cost[key]));

async function measure(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  const files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
  let pages = 0;
  for (const file of files) pages += await barePdfJs(join(folder, file));
  process.stdout.write(`${files.length} PDFs, ${pages} pages, medians of ${rounds} rounds\n`);
  try {
    for (const jobs of ['1', '2']) {
      const rebuild = (engine: string) => [
        packageFile('dist/pipeline/cli.js'),
        ...['rebuild', folder, '--db', join(scratch, `${engine}.db`), '--jobs', jobs, '--engine', engine],
      ];
      const programs: Readonly<Record<string, readonly string[]>> = {
        'pdf.js alone': [packageFile('dist/bench/bare-run.js'), folder, jobs],
        'rebuild, pdfium': rebuild('pdfium'),
        'rebuild, pdf.js': rebuild('pdfjs'),
      };
      const costs = new Map(Object.keys(programs).map((name) => [name, [] as Cost[]]));
      for (let round = 0; round < rounds; round++) {
        for (const [name, words] of Object.entries(programs)) costs.get(name)?.push(run(words, scratch));
      }
      const bare = costs.get('pdf.js alone') ?? [];
      for (const [name, own] of costs) {
        const wall = middle(own, 'wall');
        const ratio = (key: 'wall' | 'cpu') => (middle(own, key) / middle(bare, key)).toFixed(2);
        process.stdout.write(
          `jobs ${jobs}   ${name.padEnd(18)}${(pages / wall).toFixed(0).padStart(5)} pages/s   ${wall.toFixed(1).padStart(5)} s (${ratio('wall')})   ${middle(own, 'cpu').toFixed(1).padStart(5)} s of processor time (${ratio('cpu')})   ${middle(own, 'megabytes').toFixed(0)} MB\n`,
        );
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (existsSync(folder)) await measure();
else process.stdout.write(`no PDFs in ${folder}: nothing to measure\n`);
