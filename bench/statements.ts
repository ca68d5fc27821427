/** What reading statement tables costs, as a share of reading the PDF: layout, outline and facts done, tables alone. */
import { existsSync, readdirSync } from 'node:fs';
import { readStatements } from '../extractors/tables/read-statements.ts';
import { statementTemplates } from '../extractors/tables/templates/index.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { readLayout } from '../pipeline/readers/read-layout.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { understand } from '../pipeline/understand.ts';

const folder = packageFile('../shared/corpus/pdf');
if (!existsSync(folder)) process.stdout.write('no published PDFs beside the project: nothing to measure\n');
else {
  let reading = 0;
  let tables = 0;
  let pages = 0;
  let figures = 0;
  for (const file of readdirSync(folder)) {
    const source = await readSource(`${folder}/${file}`, Number.POSITIVE_INFINITY);
    const start = performance.now();
    const layout = await readLayout(source, {}, () => undefined);
    const { outline, facts } = understand(layout, source.file, []);
    const middle = performance.now();
    const read = readStatements(outline, facts, statementTemplates, () => undefined);
    tables += performance.now() - middle;
    reading += middle - start;
    pages += layout.pages.length;
    for (const table of read.values()) figures += table.figures.length;
  }
  const share = ((100 * tables) / reading).toFixed(1);
  process.stdout.write(`${pages} pages, ${figures} figures: statement tables take ${share} % of reading the PDFs\n`);
  process.stdout.write(`${(tables / pages).toFixed(2)} ms a page\n`);
}
