/** The shelf of statement tables and their words: every template is found by its own name, every key is understood, every concept has a name. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chooseTemplate } from '../../../extractors/tables/choose-template.ts';
import { columnOf } from '../../../extractors/tables/columns.ts';
import { conceptOf, functionConcept, totalConcept } from '../../../extractors/tables/concepts.ts';
import type { Fund } from '../../../extractors/tables/template.ts';
import { statementTemplates } from '../../../extractors/tables/templates/index.ts';
import { conceptLabel } from '../../../normalizers/concepts.ts';
import { compact } from '../../../normalizers/fold.ts';
import { termKeys } from '../../../normalizers/statement-terms.ts';
import { readVocabulary } from '../../../normalizers/vocab/read.ts';
import { packageFile } from '../../../pipeline/package-file.ts';
import { readOne } from '../../support/tables.ts';

const terms = readVocabulary('statement-terms.csv', z.object({ term: z.string(), key: z.string() }));
const keys = [...new Set(terms.map(({ key }) => key))];
/** A term as a table may print it. */
const printed = (term: string) => term.replaceAll('…', '某');

const sides = ['revenue', 'expenditure'] as const;
const funds: readonly Fund[] = ['all', 'fiscal', 'general_public_budget', 'government_fund', 'state_capital'];
const everywhere = sides.flatMap((side) => funds.map((fund) => ({ side, fund })));

describe('the templates', () => {
  it('have names and labels of their own', () => {
    for (const own of ['name', 'label'] as const)
      expect(new Set(statementTemplates.map((template) => template[own])).size).toBe(statementTemplates.length);
  });

  it.each(
    statementTemplates.map(({ label, name }) => [label, name]),
  )('%s is %s, and no other template claims it', (label, name) => {
    const claiming = statementTemplates.filter(
      ({ title, not }) => title.every((word) => word.test(label)) && !not?.some((word) => word.test(label)),
    );
    expect(claiming.map((template) => template.name)).toEqual([name]);
    expect(chooseTemplate([label], [], statementTemplates)).toMatchObject({ kind: 'one', template: { name } });
  });
});

/** Whether a header cell of these words tells anything of its column. */
function toldByColumn(words: string): boolean {
  const { role, side, meaning } = columnOf(0, [words]);
  if (role !== 'amount') return role !== 'unknown';
  const { fund, item, part, other, year, basis, measure } = meaning;
  if (item !== null) return everywhere.some((at) => conceptOf(item, at.side, at.fund) !== null);
  return other || measure !== 'amount' || [side, fund, part, year, basis].some((said) => said !== null);
}

/** Whether a row of these words is read in a table of both sides. */
function toldByRow(words: string): boolean {
  const rows = ['收入 | ← | 支出 | ←', '项目 | 预算数 | 项目 | 预算数', `${words} | 1.00 | ${words} | 1.00`];
  return readOne({ title: '收支总表', rows }).figures.length > 0;
}

describe('the words of headers and labels', () => {
  it('stand once each', () => {
    const all = terms.map(({ term }) => compact(term));
    expect(all.filter((term, index) => all.indexOf(term) !== index)).toEqual([]);
  });

  it('are found by what is printed, also by those that have a gap', () => {
    expect(terms.filter(({ term, key }) => !termKeys(printed(term)).includes(key))).toEqual([]);
  });

  it('have keys that a column or a row understands', () => {
    const silent = new Set(['neutral', 'total']);
    const understood = ({ term }: { term: string }) => toldByColumn(printed(term)) || toldByRow(printed(term));
    expect(terms.filter((one) => !silent.has(one.key) && !understood(one))).toEqual([]);
  });

  it('are not understood only because anything would be', () => {
    for (const words of ['火星', '某某事项', '备考']) {
      expect([toldByColumn(words), toldByRow(words)], words).toEqual([false, false]);
    }
    for (const { side, fund } of everywhere) expect(conceptOf('mars_mission', side, fund)).toBeNull();
  });
});

describe('what stands before or after a term', () => {
  const affixes = readVocabulary('statement-affixes.csv', z.object({ words: z.string(), place: z.string() }));

  it.each(affixes.map(({ words, place }) => [words, place]))('says nothing: %s (%s)', (words, place) => {
    expect(affixes.filter((one) => one.words === words)).toHaveLength(1);
    expect(termKeys(place === 'before' ? `${words}政府性基金` : `政府性基金${words}`)).toEqual(['government_fund']);
  });

  it('leaves what it does not know', () => expect(termKeys('县级火星安排')).toEqual([]));
});

describe('every concept has a name in concepts.csv', () => {
  it('that a key of the words may stand for, on either side and in every budget', () => {
    const whole = keys.filter((key) => !key.startsWith('carry_opening.'));
    const parts = keys.flatMap((key) => (key.startsWith('carry_opening.') ? [key.replace('carry_opening.', '')] : []));
    const codes = everywhere.flatMap(({ side, fund }) =>
      ['current', 'grand', ...whole, ...parts].flatMap((key) => conceptOf(key, side, fund) ?? []),
    );
    expect(codes.length).toBeGreaterThan(300);
    expect([...new Set(codes)].filter((code) => conceptLabel(code) === null)).toEqual([]);
  });

  it('that totals, rows by function and tables of one matter stand for', () => {
    const totals = everywhere.flatMap(({ side, fund }) => [
      totalConcept(side, fund, 'current'),
      totalConcept(side, fund, 'grand'),
      functionConcept(side, fund),
    ]);
    const matters = statementTemplates.flatMap(({ matter }) => matter ?? []);
    expect([...totals, ...matters].filter((code) => conceptLabel(code) === null)).toEqual([]);
  });

  it('that the source of the tables writes out', () => {
    const folder = packageFile('extractors/tables');
    const source = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n');
    const written = [...source.matchAll(/'([a-z][a-z_]*\.[a-z][a-z_]*)'/g)].map(([, code = '']) => code);
    expect(written.length).toBeGreaterThan(60);
    expect([...new Set(written)].filter((code) => conceptLabel(code) === null)).toEqual([]);
  });
});
