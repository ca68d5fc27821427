/** Published Word files, where they stand beside the project: what each is, and that its amounts open their words. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../pipeline/package-file.ts';
import { readAfresh } from './support/samples.ts';

const folder = packageFile('../shared/corpus/word');

describe.skipIf(!existsSync(folder))('published Word files (skipped where ../shared/corpus is absent)', () => {
  it.each([
    ['050172_苏州市2025预算.docx', 'docx', 'budget_execution_report', '苏州市财政局', '江苏省/苏州市', 2025, 140, 0],
    ['10fa38_西安市2024年决算.docx', 'docx', 'budget_execution_report', '西安市财政局', '陕西省/西安市', 2024, 200, 0],
    ['12e51a_咸阳市2021年预算.doc', 'doc', 'budget', '咸阳市财政局', '陕西省/咸阳市', 2021, 18, 400],
    ['315159_咸阳市2024预算.docx', 'docx', 'budget_execution_report', '咸阳市财政局', '陕西省/咸阳市', 2024, 109, 0],
  ])('%s', async (file, format, kind, agency, region, fiscalYear, amounts, cells) => {
    const { layout, facts, mentions, tables } = await readAfresh(join(folder, file));
    expect({ format: layout.format, ...facts }).toMatchObject({ format, kind, agency, region, fiscalYear });
    expect(mentions.length).toBe(amounts);
    expect([...tables.values()].flatMap(({ figures }) => figures).length).toBeGreaterThanOrEqual(cells);
    for (const { words } of mentions) {
      expect(words.spans.map(({ start, end }) => layout.text.slice(start, end)).join('')).toBe(words.value);
    }
  });
});
