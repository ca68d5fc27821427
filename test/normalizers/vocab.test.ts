/** The shelf of vocabulary files: well-formed, nothing twice, nothing empty, every division under one that exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readVocabulary } from '../../normalizers/vocab/read.ts';
import { packageFile } from '../../pipeline/package-file.ts';

const folder = packageFile('normalizers/vocab');
const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
/** Columns that may be left empty. */
const open = new Set(['since', 'until']);
const repeated = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);

describe.each(files)('%s', (file) => {
  const [header = '', ...rows] = textOf(file).trimEnd().split('\n');
  const columns = header.split(',');

  it('ends its lines with LF, the last one too, and holds no mark or blank that cannot be seen', () => {
    expect(textOf(file)).toMatch(/[^\n]\n$/);
    expect(textOf(file)).not.toMatch(/[\r\t \u00a0\u3000\u200b\ufeff"]/);
  });

  it('names its columns in its first line', () => {
    expect(rows.length).toBeGreaterThan(0);
    for (const column of columns) expect(column).toMatch(/^[a-z_]+$/);
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('has a cell in every column of every row, but for years that something never began or ends in', () => {
    const odd = rows
      .map((row) => row.split(','))
      .filter(
        (cells) => cells.length !== columns.length || columns.some((column, i) => cells[i] === '' && !open.has(column)),
      );
    expect(odd).toEqual([]);
  });

  it('says nothing twice', () => expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]));
});

describe('the divisions', () => {
  const regions = readVocabulary('regions.csv', z.object({ code: z.string(), name: z.string() }));
  const codes = new Set(regions.map(({ code }) => code));
  const directlyUnderProvince = /^(?:(?:11|12|31|50)(?:01|02)|(?:41|42|46|65)90)/;

  it('have six digits each, none twice', () => {
    const all = regions.map(({ code }) => code);
    expect(all.filter((code) => !/^[1-8]\d{5}$/.test(code))).toEqual([]);
    expect(repeated(all)).toEqual([]);
  });

  it('lie in a province that is listed, and in its city unless the province administers them', () => {
    const orphans = regions.filter(({ code }) => {
      if (code.endsWith('0000')) return false;
      if (!codes.has(`${code.slice(0, 2)}0000`)) return true;
      return !code.endsWith('00') && !codes.has(`${code.slice(0, 4)}00`) && !directlyUnderProvince.test(code);
    });
    expect(orphans).toEqual([]);
  });

  it('are all of China’s provinces and some 2800 counties', () => {
    expect(regions.filter(({ code }) => code.endsWith('0000'))).toHaveLength(34);
    expect(regions.filter(({ code }) => !code.endsWith('00')).length).toBeGreaterThan(2800);
  });

  it('have Chinese names, none twice under one parent', () => {
    expect(regions.filter(({ name }) => !/^\p{Script=Han}{2,15}$/u.test(name))).toEqual([]);
    expect(repeated(regions.map(({ code, name }) => `${code.slice(0, 4)} ${name}`))).toEqual([]);
  });
});

describe('the words around amounts', () => {
  const words = (file: string) => readVocabulary(file, z.object({ word: z.string() })).map(({ word }) => word);

  it('never both count and mean money', () => {
    const measures = new Set(words('measure-words.csv'));
    expect(words('money-cues.csv').filter((word) => measures.has(word))).toEqual([]);
  });
});
