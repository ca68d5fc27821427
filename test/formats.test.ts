/** One report in five formats gives the same records; only the places differ, and each opens its words. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mingzhang } from './support/cli.ts';
import { rowsOf } from './support/database.ts';
import { temporaryFolder } from './support/folder.ts';
import { readReport, samplesFolder, squeezed } from './support/samples.ts';

const folder = join(samplesFolder, 'formats');
const files = readdirSync(folder).sort();
const [first = '', ...others] = files;
const database = temporaryFolder().at('formats.db');
beforeAll(() => mingzhang(['rebuild', folder, '--db', database]), 60_000);

/** What a view says of a file, without its places and the numbers of its rows. */
const contents: Readonly<Record<string, string>> = {
  v_document:
    'title, kind, caliber, agency, region, region_code, fiscal_year, figures, projects, indicators, checks_failed',
  v_section: 'level, ordinal, label, heading, kind',
  v_amount_mention: 'text, amount_yuan, figure_count',
  v_figure:
    'fiscal_year, concept, stated_label, component, function_code, function_name, economic_code, project, basis, measure, unit, value, amount_yuan, decimals, source, quote, status',
  v_project: 'project, initial_budget_yuan, budget_yuan, actual_yuan, execution_rate, score',
  v_indicator:
    'project, level1, level2, level1_stated, level2_stated, indicator, target, target_operator, target_value, target_unit, weight, score',
  v_check: 'rule, status, outcome, severity, message, stated, expected, difference',
  v_coverage:
    'mentions, mentions_resolved, figures, figures_verified, figures_contradicted, tables, tables_read, table_rows, table_rows_read',
};

describe('one report as web page, Word document, PDF, text and workbook', () => {
  it('is of five formats', () => {
    const formats = rowsOf(database, 'select format from v_document order by format');
    expect(formats.map((row) => Object.values(row ?? {})[0])).toEqual(['docx', 'html', 'pdf', 'text', 'xlsx']);
  });

  describe.each(Object.entries(contents))('%s', (view, columns) => {
    // What one copy is held against another belongs to the later of the two.
    const own = view === 'v_check' ? "and rule not like 'cross_document.same%'" : '';
    const said = (file: string) =>
      rowsOf(database, `select ${columns} from ${view} where file = '${file}' ${own}`)
        .map((row) => squeezed(JSON.stringify(row)))
        .sort();

    it('says something', () => {
      expect(said(first).length).toBeGreaterThan(0);
    });

    it.each(others)(`says the same of %s as of ${first}`, (file) => {
      expect(said(file)).toEqual(said(first));
    });
  });

  it.each(files)('%s: explain names the cell of a figure', async (file) => {
    const [cell] = rowsOf(
      database,
      `select f.figure_id, f.table_id, c.row, c.col from v_figure f join v_table_cell c using (file, table_id)
       where file = '${file}' and f.source = 'table' and f.quote like '%' || c.text and c.text like '%.__' order by figure_id`,
    );
    const { figure_id, table_id, row, col } = Object(cell);
    const { stdout } = await mingzhang(['explain', `figure:${figure_id}`, '--db', database]);
    expect(stdout).toContain(`table ${table_id}, row ${row}, col ${col}\n`);
  });

  it('finds every copy like the first, each thing held against one other print of it', () => {
    const found = rowsOf(
      database,
      `select file, status, count(*) as checks from v_check where rule = 'cross_document.same_report' group by file, status`,
    );
    const { checks } = Object(found[0]);
    expect(checks).toBeGreaterThan(50);
    expect(found).toEqual(others.map((file) => ({ file, status: 'pass', checks })));
  });

  it.each(files)('%s: the text at each figure, heading, indicator and cell is its words', async (file) => {
    const { layout, tables, prose, outline, performance } = await readReport(join(folder, file));
    const figures = [...[...tables.values()].flatMap((table) => table.figures), ...prose];
    const headings = outline.sections.flatMap(({ heading }) => heading ?? []);
    const names = performance.indicators.map(({ words }) => words);
    const cells = layout.blocks.flatMap((block) =>
      block.kind === 'grid' ? block.cells.flatMap(({ passage }) => passage?.cut(0, passage.text.length) ?? []) : [],
    );
    const sourced = [...figures.map(({ words }) => words), ...headings, ...names, ...cells];
    expect(sourced.length).toBeGreaterThan(200);
    for (const { value, spans } of sourced) {
      const words = spans.map(({ start, end }) => layout.text.slice(start, end)).join('');
      expect(squeezed(words)).toBe(squeezed(value));
    }
  });
});
