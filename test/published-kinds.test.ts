/** Published web pages, and what is published under the names of reports without being any: format, kind, no figure from them. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../pipeline/model/refusal.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { readSource } from '../pipeline/readers/read-source.ts';
import { readDocument } from '../pipeline/run.ts';

const folder = (name: string) => packageFile(`../shared/corpus/${name}`);
const published = ['html', 'negative'].every((name) => existsSync(folder(name)));

/** By the first six characters of their names: format, kind, whether it was found to be no report, whether it has figures. */
const wanted: Readonly<Record<string, readonly [string, string, boolean, boolean]>> = {
  '178007': ['html', 'other', true, false],
  '423af5': ['html', 'budget', false, true],
  '4aae1a': ['html', 'other', true, false],
  '7531fd': ['html', 'other', true, false],
  '80c6e0': ['html', 'other', true, false],
  aebbe9: ['html', 'other', true, false],
  e7541e: ['html', 'other', true, false],
  '04b088': ['pdf', 'other', true, false],
  '2f22e0': ['scan', 'other', false, false],
  '8791ee': ['scan', 'other', false, false],
  '8e892a': ['pdf', 'other', true, false],
  '99d0f3': ['html', 'other', true, false],
};

describe.skipIf(!published)('published pages (skipped where ../shared/corpus is absent)', () => {
  const paths = published
    ? ['html', 'negative'].flatMap((name) => readdirSync(folder(name)).map((file) => [file, `${folder(name)}/${file}`]))
    : [];

  it.each(paths)('%s', { timeout: 60_000 }, async (file, path) => {
    const source = await readSource(path ?? '', Number.POSITIVE_INFINITY);
    const expected = wanted[(file ?? '').slice(0, 6)];
    if (expected === undefined) {
      await expect(readDocument(source)).rejects.toThrow(Refusal);
      return;
    }
    const { layout, facts, findings, prose, tables } = await readDocument(source);
    const figures = prose.length + [...tables.values()].reduce((sum, table) => sum + table.figures.length, 0);
    const other = findings.some(({ code }) => code === 'not-a-report');
    expect([layout.format, facts.kind, other, figures > 0]).toEqual(expected);
  });
});
