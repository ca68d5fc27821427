/** What is told of a report without a database is what the database tells of it. */
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../pipeline/browser/report.ts';
import { mingzhang } from '../support/cli.ts';
import { rowsOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { readReport, samplesFolder } from '../support/samples.ts';

const told = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('a report as plain values', () => {
  it.each([
    'qiyun-forestry-2023-self-evaluation.txt',
    'layouts.pdf',
  ])('holds the figures of %s as v_figure does', async (file) => {
    const path = join(samplesFolder, file);
    const db = temporaryFolder().at('one.db');
    expect(await mingzhang(['rebuild', path, '--db', db])).toMatchObject({ code: 0 });
    const stored = rowsOf(
      db,
      "select concept, fiscal_year, basis, measure, value, coalesce(unit, '') as unit, function_code, economic_code, page, quote, status from v_figure",
    );
    const { figures } = reportOf(basename(path), await readReport(path));
    const rows = figures.map(({ concept, fiscalYear, basis, measure, value, unit, page, quote, status, ...items }) => ({
      ...{ concept, fiscal_year: fiscalYear, basis, measure, value: Number(value), unit: unit ?? '' },
      ...{ function_code: items.function?.code ?? null, economic_code: items.economic?.code ?? null },
      ...{ page, quote, status },
    }));
    expect(told(rows)).toEqual(told(stored));
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(1);
  });

  it('is plain: writing it as JSON loses nothing', async () => {
    const path = join(samplesFolder, 'qingtan-health-2024-budget.pdf');
    const report = reportOf(basename(path), await readReport(path));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.pages).toBe(25);
  });
});
