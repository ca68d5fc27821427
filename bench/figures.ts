/**
 * How well statement tables and prose are read: figures against those that people read off the pages of published PDFs (test/figures
 * and test/prose: the meaning and the amount of every printed number), a web page among them. Needs the reports beside the project.
 *
 * A figure is found strictly when value, concept, basis, measure, year and row agree; by value when value and row do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { itemKey } from '../normalizers/classification.ts';
import type { Figure, Item } from '../pipeline/model/figure.ts';
import { decimalText } from '../pipeline/model/figure.ts';
import { yuanText } from '../pipeline/model/money.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { readDocument } from '../pipeline/run.ts';

/** Annotated after the templates, or the vocabulary, were frozen: the honest number is the first one, which the README tells. */
const unseen: Readonly<Record<string, ReadonlySet<string>>> = {
  figures: new Set(['e29399', '2ed60e', '0291d4', '744286', 'a53a7c', 'd8d612']),
  prose: new Set(['2fc016', '663ac9', '700503', 'a94531', 'e488d3']),
};
const folders = ['pdf', 'html']
  .map((kind) => packageFile(`../shared/corpus/${kind}`))
  .filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => ({ name, path: `${folder}/${name}` })));

type Gold = Readonly<Record<string, string>>;

function readGold(path: string): readonly Gold[] {
  const [header = '', ...lines] = readFileSync(packageFile(path), 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
}

const printedValue = ({ value }: Figure) =>
  value.kind === 'money' ? yuanText(value.money.fen) : String(Number(decimalText(value.number)));
const goldValue = (gold: Gold) => (gold.unit === '元' ? gold.value : String(Number(gold.value)));

function sameItem(wanted: string, item: Item | null): boolean {
  if (wanted === '') return true;
  const name = item?.name === null || item === null ? null : itemKey(item.name);
  return item !== null && wanted.split(' ').some((one) => item.code === one || name === itemKey(one));
}

function sameRow(gold: Gold, figure: Figure): boolean {
  const plain = gold.function === '' && gold.economic === '' && gold.project === '';
  return (
    sameItem(gold.function ?? '', figure.function) &&
    sameItem(gold.economic ?? '', figure.economic) &&
    (gold.project === '' || figure.project !== null) &&
    !(plain && figure.function !== null)
  );
}

function sameMeaning(gold: Gold, figure: Figure): boolean {
  const concepts = new Set([gold.concept, ...(gold.also ?? '').split(' ')]);
  const bases = new Set((gold.basis ?? '').split(' '));
  const basis = bases.has(figure.basis) || (bases.has('budget') && figure.basis === 'initial_budget');
  return (
    (concepts.has(figure.concept) || (figure.component !== null && concepts.has(figure.component))) &&
    basis &&
    gold.measure === figure.measure &&
    (gold.year ?? '').split(' ').includes(String(figure.fiscalYear))
  );
}

interface Score {
  all: number;
  strict: number;
  value: number;
}

/** @param gold the numbers a person read; @param figures what the program read */
function score(gold: readonly Gold[], figures: readonly Figure[]): Score {
  const byValue = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = printedValue(figure).replace(/^-/, '');
    const same = byValue.get(key);
    if (same === undefined) byValue.set(key, [figure]);
    else same.push(figure);
  }
  const own = { all: 0, strict: 0, value: 0 };
  for (const one of gold) {
    if (one.optional === '1') continue;
    const near = (byValue.get((goldValue(one) ?? '').replace(/^-/, '')) ?? []).filter((figure) => sameRow(one, figure));
    own.all++;
    if (near.length > 0) own.value++;
    if (near.some((figure) => sameMeaning(one, figure) && sameSign(one, figure))) own.strict++;
  }
  return own;
}

const sameSign = (gold: Gold, figure: Figure) =>
  (goldValue(gold) ?? '').startsWith('-') === printedValue(figure).startsWith('-');

async function measure(kind: 'figures' | 'prose'): Promise<void> {
  const sums = { seen: { all: 0, strict: 0, value: 0 }, unseen: { all: 0, strict: 0, value: 0 } };
  for (const file of readdirSync(packageFile(`test/${kind}`))) {
    const prefix = file.slice(0, 6);
    const report = files.find(({ name }) => name.startsWith(prefix));
    if (report === undefined) continue;
    const { tables, prose } = await readDocument(await readSource(report.path, Number.POSITIVE_INFINITY));
    const figures = kind === 'prose' ? prose : [...tables.values()].flatMap((table) => table.figures);
    const own = score(readGold(`test/${kind}/${file}`), figures);
    const sum = unseen[kind]?.has(prefix) ? sums.unseen : sums.seen;
    sum.all += own.all;
    sum.strict += own.strict;
    sum.value += own.value;
    process.stdout.write(`${kind} ${report.name}: strict ${own.strict} of ${own.all}, value ${own.value}\n`);
  }
  for (const [name, { all, strict, value }] of Object.entries(sums)) {
    const rates = `strict ${(strict / all).toFixed(4)}, value ${(value / all).toFixed(4)}`;
    process.stdout.write(`${kind}, ${name}: ${rates} of ${all} figures\n`);
  }
}

if (folders.length === 0) process.stdout.write('no published reports beside the project: nothing to measure\n');
else {
  await measure('figures');
  await measure('prose');
}
