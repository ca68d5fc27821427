/**
 * How well tables are read, told without gold: published tables add up. For each table with a 合计 row or with codes in a
 * hierarchy, do its columns? No template is used; what is printed bounds the tolerance.
 */
import { existsSync, readdirSync } from 'node:fs';
import { packageFile } from '../pipeline/package-file.js';
import { readSource } from '../pipeline/readers/read-source.js';
import { readDocument } from '../pipeline/run.js';
import { balanceOf } from './table-balance.js';
const folder = process.argv[2] ?? packageFile('../shared/corpus/pdf');
if (!existsSync(folder))
    process.stdout.write(`no PDFs in ${folder}: nothing to measure\n`);
else {
    const sum = { tables: 0, checkable: 0, balanced: 0, sums: 0, held: 0 };
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
        const { layout } = await readDocument(await readSource(`${folder}/${file}`, Number.POSITIVE_INFINITY));
        for (const grid of layout.blocks.filter((block) => block.kind === 'grid')) {
            const sums = balanceOf(grid);
            const failed = sums.filter(({ holds }) => !holds);
            sum.tables++;
            sum.sums += sums.length;
            sum.held += sums.length - failed.length;
            if (sums.length === 0)
                continue;
            sum.checkable++;
            if (failed.length === 0)
                sum.balanced++;
            else {
                const [first] = failed;
                const where = `${file.slice(0, 6)} p${grid.span.page} ${grid.caption.title?.value ?? ''}`;
                process.stdout.write(`✗ ${where}: ${failed.length} of ${sums.length} sums, as ${first?.what}: ${first?.stated} printed, ${first?.expected} added up\n`);
            }
        }
    }
    const share = (part, whole) => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
    process.stdout.write(`${sum.tables} tables, checkable ${share(sum.checkable, sum.tables)}\n`);
    process.stdout.write(`tables that balance: ${share(sum.balanced, sum.checkable)}; sums that hold: ${share(sum.held, sum.sums)}\n`);
}
