/**
 * How many slips the checks find: single printed numbers of reports are changed by a seeded hand, wherever a check that passed
 * can show it, and each report is read again. A slip is found when a check fails that names the number.
 */
import { existsSync } from 'node:fs';
import { packageFile } from '../pipeline/package-file.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { readDocument } from '../pipeline/run.ts';
import { checkedFigures, type Trial, tryDefect } from './defect-run.ts';
import { slips } from './defects.ts';
import { random } from './random.ts';

/** Of a report's printed numbers, spread evenly, so that large reports do not drown the small. */
const most = Number(process.argv[2] ?? 120);
const verbose = process.argv.includes('--all');
const corpus = packageFile('../shared/corpus');

const reports = [
  ...['chenghu-culture-2022-final-accounts.txt', 'hetang-water-2023-final-accounts.txt'],
  ...['lanchuan-urban-2024-budget.txt', 'modu-market-2022-self-evaluation.txt'],
  ...['qiyun-forestry-2023-self-evaluation.txt', 'qingtan-health-2024-budget.pdf', 'layouts.pdf'],
].map((file) => packageFile(`samples/${file}`));
const published = [
  ...['text/000_1bdea16738ecbf01.txt', 'text/002_436d9fd39178dc1c.txt', 'text/003_bae6ad46e6b56273.txt'],
  ...['pdf/f159f9_2026年深圳市应急管理局部门预算.pdf', 'pdf/0956c3_2026年西安市财政局部门预算.pdf'],
  'pdf/fa222a_上海市普陀区规划和自然资源局 2024 年度部门决算.pdf',
]
  .map((file) => `${corpus}/${file}`)
  .filter((path) => existsSync(path));

const trials: Trial[] = [];
for (const path of [...reports, ...published]) {
  const reading = await readDocument(await readSource(path, Number.POSITIVE_INFINITY));
  const figures = checkedFigures(reading);
  const step = Math.max(1, Math.floor(figures.length / most));
  const next = random(figures.length);
  const own = figures
    .filter((_, i) => i % step === 0)
    .flatMap((figure) => slips.flatMap((slip) => tryDefect(reading, figure, slip, next) ?? []));
  const missed = own.filter(({ found }) => found.size === 0);
  trials.push(...own);
  print(`${share(own.length - missed.length, own.length)} of ${path.split('/').at(-1)?.slice(0, 40)}`);
  for (const trial of verbose ? missed : missed.slice(0, 3)) print(`  ✗ ${told(trial)}`);
}

const rules = [...new Set(trials.flatMap(({ due }) => [...due]))].sort();
print('\nby rule: slips that its checks can show, found by the rule itself, found at all');
for (const rule of rules) {
  const due = trials.filter((trial) => trial.due.has(rule));
  const itself = due.filter(({ found }) => found.has(rule)).length;
  const any = due.filter(({ found }) => found.size > 0).length;
  print(
    `  ${rule.padEnd(28)} ${String(due.length).padStart(5)}  ${percent(itself, due.length)}  ${percent(any, due.length)}`,
  );
}
for (const slip of slips) {
  const own = trials.filter((trial) => trial.slip === slip);
  print(`${slip}: ${share(own.filter(({ found }) => found.size > 0).length, own.length)}`);
}
const found = trials.filter((trial) => trial.found.size > 0).length;
print(`all: ${share(found, trials.length)}`);
if (found < 0.98 * trials.length) process.exitCode = 1;

function told({ figure, words, slip, due }: Trial): string {
  return `${figure.words.value} → ${words} (${slip}) in “${figure.quote}”: ${[...due].join(', ')}`;
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} slips found (${percent(part, whole).trim()})`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
