/**
 * What all checks of a report cost, measured warm and by themselves, over a folder of PDFs: milliseconds for 50 pages. Reports of fewer
 * pages are scaled up, so that a short one with a bad habit shows.
 */
import { existsSync, readdirSync } from 'node:fs';
import { packageFile } from '../pipeline/package-file.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { readDocument } from '../pipeline/run.ts';
import { verify } from '../pipeline/verify/verify.ts';

const folder = process.argv[2] ?? packageFile('../shared/corpus/pdf');
/** Runs of each report; the quickest counts, in processor time: what else the machine does is no cost of the checks. */
const runs = 15;
/** Pages below which a report is not scaled up further. */
const fewest = 10;
/** Milliseconds that the checks of 50 pages may take. */
const allowed = 20;

const print = (line: string) => process.stdout.write(`${line}\n`);

if (!existsSync(folder)) print(`no PDFs in ${folder}: nothing to measure`);
else {
  const costs: { readonly file: string; readonly pages: number; readonly checks: number; readonly ms: number }[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
    const reading = await readDocument(await readSource(`${folder}/${file}`, Number.POSITIVE_INFINITY));
    const times = Array.from({ length: runs }, () => {
      const from = process.cpuUsage();
      verify(reading);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    });
    costs.push({ file, pages: reading.layout.pages.length, checks: reading.verdicts.length, ms: Math.min(...times) });
  }
  const per50 = (ms: number, pages: number) => (50 * ms) / Math.max(fewest, pages);
  const worst = [...costs].sort((a, b) => per50(b.ms, b.pages) - per50(a.ms, a.pages));
  for (const { file, pages, checks, ms } of worst.slice(0, 10)) {
    print(
      `${per50(ms, pages).toFixed(2).padStart(7)} ms for 50 pages  ${ms.toFixed(2)} ms, ${pages} pages, ${checks} checks  ${file}`,
    );
  }
  const sum = (pick: (cost: (typeof costs)[number]) => number) => costs.reduce((all, cost) => all + pick(cost), 0);
  print(`${costs.length} reports, ${sum(({ pages }) => pages)} pages, ${sum(({ checks }) => checks)} checks`);
  print(
    `all together: ${per50(
      sum(({ ms }) => ms),
      sum(({ pages }) => pages),
    ).toFixed(2)} ms for 50 pages`,
  );
  const [first] = worst;
  if (first !== undefined && per50(first.ms, first.pages) > allowed) process.exitCode = 1;
}
