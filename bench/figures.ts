/**
 * How well statement tables are read: figures against those that people read off the pages of published PDFs (test/figures: the
 * meaning and the amount of every printed number). Needs the PDFs beside the project.
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

/** Annotated after the templates were frozen: the honest number. */
const unseen = new Set(['e29399', '2ed60e', '0291d4', '744286', 'a53a7c', 'd8d612']);
const folder = packageFile('../shared/corpus/pdf');

type Gold = Readonly<Record<string, string>>;

function readGold(file: string): readonly Gold[] {
  const [header = '', ...lines] = readFileSync(packageFile(`test/figures/${file}`), 'utf8')
    .trimEnd()
    .split('\n');
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

if (!existsSync(folder)) process.stdout.write('no published PDFs beside the project: nothing to measure\n');
else {
  const sums = { seen: { all: 0, strict: 0, value: 0 }, unseen: { all: 0, strict: 0, value: 0 } };
  for (const file of readdirSync(packageFile('test/figures'))) {
    const prefix = file.slice(0, 6);
    const pdf = readdirSync(folder).find((name) => name.startsWith(prefix));
    if (pdf === undefined) continue;
    const { tables } = await readDocument(await readSource(`${folder}/${pdf}`, Number.POSITIVE_INFINITY));
    const figures = [...tables.values()].flatMap((table) => table.figures);
    const byValue = new Map<string, Figure[]>();
    for (const figure of figures) {
      const same = byValue.get(printedValue(figure));
      if (same === undefined) byValue.set(printedValue(figure), [figure]);
      else same.push(figure);
    }
    const sum = unseen.has(prefix) ? sums.unseen : sums.seen;
    const own = { all: 0, strict: 0, value: 0 };
    for (const gold of readGold(file)) {
      if (gold.optional === '1') continue;
      const near = (byValue.get(goldValue(gold) ?? '') ?? []).filter((figure) => sameRow(gold, figure));
      own.all++;
      if (near.length > 0) own.value++;
      if (near.some((figure) => sameMeaning(gold, figure))) own.strict++;
    }
    sum.all += own.all;
    sum.strict += own.strict;
    sum.value += own.value;
    process.stdout.write(`${pdf}: strict ${own.strict} of ${own.all}, value ${own.value}\n`);
  }
  for (const [name, { all, strict, value }] of Object.entries(sums)) {
    process.stdout.write(
      `${name}: strict ${(strict / all).toFixed(4)}, value ${(value / all).toFixed(4)} of ${all} figures\n`,
    );
  }
}
