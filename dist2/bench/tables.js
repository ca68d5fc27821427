/**
 * How well tables are read: cells against gold read off the pages, text, row, column and spans exact. Needs the published PDFs
 * beside the project; their gold (test/tables) is kept here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { compact } from '../normalizers/fold.js';
import { packageFile } from '../pipeline/package-file.js';
import { readSource } from '../pipeline/readers/read-source.js';
import { readDocument } from '../pipeline/run.js';
import { matchTable } from './table-gold.js';
const folder = packageFile('../shared/corpus/pdf');
const gold = readdirSync(packageFile('test/tables'))
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(packageFile(`test/tables/${file}`), 'utf8')));
async function gridsOf(prefix) {
    const file = readdirSync(folder).find((name) => name.startsWith(prefix));
    if (file === undefined)
        return [];
    const { layout } = await readDocument(await readSource(`${folder}/${file}`, Number.POSITIVE_INFINITY));
    return layout.blocks.filter((block) => block.kind === 'grid');
}
if (!existsSync(folder))
    process.stdout.write('no published PDFs beside the project: nothing to measure\n');
else {
    const sum = { hit: 0, wanted: 0, found: 0, rows: 0, lost: 0 };
    for (const file of new Set(gold.map((table) => table.file))) {
        const grids = await gridsOf(file);
        for (const table of gold.filter((one) => one.file === file)) {
            const score = matchTable(table, grids);
            sum.hit += score.hit;
            sum.wanted += score.wanted;
            sum.found += score.found;
            sum.rows += table.rows.length;
            sum.lost += score.lostRows.length;
            const whole = score.hit === score.wanted && score.hit === score.found;
            process.stdout.write(`${whole ? '✓' : '✗'} ${file} ${compact(table.title)}: ${score.hit} of ${score.wanted} cells, ${score.found} found, ${score.lostRows.length} rows lost\n`);
        }
    }
    const f1 = (2 * sum.hit) / (sum.wanted + sum.found);
    process.stdout.write(`${gold.length} tables: cell-exact F1 ${f1.toFixed(4)}, ${sum.lost} of ${sum.rows} rows lost\n`);
}
