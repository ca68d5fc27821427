/**
 * How well indicator tables and projects are read: against what people read off the pages of published PDFs (test/indicators and
 * test/projects). Their words are kept as fingerprints: enough to tell whether ours are the same. Needs the PDFs beside the project.
 *
 * An indicator is found when one of its name stands on its page under its project; exact when name, target and actual value, level and
 * weight and score agree. Precision counts what was read under the projects and on the pages that people read.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Money, yuanText } from '../pipeline/model/money.ts';
import type { Indicator, Performance, Project } from '../pipeline/model/performance.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { readDocument } from '../pipeline/run.ts';

const folder = packageFile('../shared/corpus/pdf');

type Gold = Readonly<Record<string, string>>;

function readGold(path: string): readonly Gold[] {
  if (!existsSync(packageFile(path))) return [];
  const [header = '', ...lines] = readFileSync(packageFile(path), 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
}

/** Words as they are compared: blanks and forms of width left aside. */
function fingerprint(...texts: readonly (string | null)[]): string {
  const words = texts.map((text) => (text ?? '').normalize('NFKC').replace(/\s/g, '')).join('\0');
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

const number = (text: string | null | undefined) => (text == null || text === '' ? '' : String(Number(text)));

interface Read {
  readonly gold: Gold;
  readonly indicator: Indicator;
}

/** @returns what was read, in the form of the gold */
function read({ indicators, projects }: Performance): readonly Read[] {
  return indicators.map((indicator) => {
    const project = indicator.project === null ? null : (projects[indicator.project] ?? null);
    const { words, level1, level2, target, actual, weight, score, targetParsed: parsed } = indicator;
    return {
      indicator,
      gold: {
        ...{ page: String(words.spans[0].page ?? ''), project: project === null ? '' : fingerprint(project.name) },
        ...{ level1, level2, indicator: fingerprint(indicator.indicator) },
        texts: fingerprint(indicator.indicator, target, actual),
        ...{ operator: parsed.operator ?? '', value: number(parsed.value), unit: parsed.unit ?? '' },
        ...{ weight: number(weight), score: number(score) },
      },
    };
  });
}

const sums = {
  gold: 0,
  found: 0,
  exact: 0,
  parsed: 0,
  read: 0,
  projects: 0,
  projectsFound: 0,
  amounts: 0,
  amountsFound: 0,
};

/** Each indicator read answers one of the gold. */
function scoreIndicators(gold: readonly Gold[], all: readonly Read[]) {
  const places = new Set(gold.map(({ page, project }) => `${page} ${project}`));
  const mine = all.filter(({ gold: { page, project } }) => places.has(`${page} ${project}`));
  const left = new Set(mine);
  const own = { gold: gold.length, found: 0, exact: 0, parsed: 0, read: mine.length };
  const exact = ['texts', 'level1', 'level2', 'weight', 'score'];
  for (const one of gold) {
    const same = [...left].filter(
      ({ gold: read }) => read.page === one.page && read.project === one.project && read.indicator === one.indicator,
    );
    const best = same.find((read) => exact.every((column) => read.gold[column] === one[column])) ?? same[0];
    if (best === undefined) continue;
    left.delete(best);
    own.found++;
    if (exact.every((column) => best.gold[column] === one[column])) own.exact++;
    if (['operator', 'value', 'unit'].every((column) => best.gold[column] === one[column])) own.parsed++;
  }
  return own;
}

const yuan = (money: Money | null) => (money === null ? '' : number(yuanText(money.fen)));

function scoreProjects(gold: readonly Gold[], projects: readonly Project[]) {
  const own = { projects: gold.length, projectsFound: 0, amounts: 0, amountsFound: 0 };
  for (const one of gold) {
    const same = projects.filter(({ name, aliases }) =>
      [name, ...aliases].some((word) => fingerprint(word) === one.project),
    );
    if (same.length > 0) own.projectsFound++;
    const amounts = { initial_budget: 'initialBudget', budget: 'budget', actual: 'actual' } as const;
    for (const [column, field] of Object.entries(amounts) as [keyof typeof amounts, 'budget'][]) {
      if (one[column] === '') continue;
      own.amounts++;
      if (same.some((project) => yuan(project[field]) === number(one[column]))) own.amountsFound++;
    }
  }
  return own;
}

async function measure(): Promise<void> {
  for (const file of readdirSync(packageFile('test/indicators'))) {
    const pdf = readdirSync(folder).find((name) => name.startsWith(file.slice(0, 6)));
    if (pdf === undefined) continue;
    const { performance } = await readDocument(await readSource(`${folder}/${pdf}`, Number.POSITIVE_INFINITY));
    const own = {
      ...scoreIndicators(readGold(`test/indicators/${file}`), read(performance)),
      ...scoreProjects(readGold(`test/projects/${file}`), performance.projects),
    };
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += own[key];
    process.stdout.write(`${pdf}: ${told(own)}\n`);
  }
  process.stdout.write(`all: ${told(sums)}\n`);
}

const told = (own: typeof sums) =>
  `${own.found} of ${own.gold} indicators found, ${own.exact} exact, ${own.parsed} targets parsed; ${own.read} read; ` +
  `${own.projectsFound} of ${own.projects} projects, ${own.amountsFound} of ${own.amounts} amounts`;

if (!existsSync(folder)) process.stdout.write('no published PDFs beside the project: nothing to measure\n');
else await measure();
