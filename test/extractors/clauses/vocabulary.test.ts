/** The shelf of words for prose: every kind and key on it is one that the reader of clauses understands. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nothing, type Scope, wholes } from '../../../extractors/clauses/scope.ts';
import { scopeRules } from '../../../extractors/clauses/scopes.ts';
import { subjectOf } from '../../../extractors/clauses/subject.ts';
import type { Fund } from '../../../extractors/tables/template.ts';
import { economicItems, functionItems } from '../../../normalizers/classification.ts';
import { conceptLabel } from '../../../normalizers/concepts.ts';
import { compact } from '../../../normalizers/fold.ts';
import { proseTermAt } from '../../../normalizers/prose-terms.ts';
import { readVocabulary } from '../../../normalizers/vocab/read.ts';

interface Row {
  readonly kind: string;
  readonly key: string;
}

const row = z.object({ term: z.string(), kind: z.string(), key: z.string() });
const rows = readVocabulary('prose-terms.csv', row);
const governmentRows = readVocabulary('government-terms.csv', row);

const funds: readonly Fund[] = ['all', 'fiscal', 'general_public_budget', 'government_fund', 'state_capital'];
const scopes = funds.flatMap((fund) =>
  ([null, 'revenue', 'expenditure'] as const).map((side): Scope => ({ ...nothing, fund, side })),
);

/** Keys of kinds that name nothing. */
const keys: Readonly<Record<string, readonly string[]>> = {
  basis: ['initial_budget', 'adjusted_budget', 'budget', 'received', 'actual', 'carried_over'],
  direction: ['up', 'down'],
  added: ['adjusted_budget'],
  same: ['same'],
  share: ['share'],
  completion: ['initial_budget', 'adjusted_budget', 'budget', 'received'],
  template: ['template'],
  ofwhich: ['ofwhich'],
  respectively: ['respectively', 'each'],
  reason: ['reason'],
  list: ['list'],
  compare: ['with', 'than', 'done'],
  year: ['prior'],
  plain: ['plain', 'to', 'because'],
  rebased: ['rebased'],
  opens: ['all', 'revenue', 'expenditure'],
  side: ['revenue', 'expenditure'],
};

/** Which side of a government's budget something without a concept of its own is on; `debt`, what its whole says. */
const sides: ReadonlySet<string> = new Set(['revenue', 'expenditure', 'other', 'debt']);

/** A name is understood where it has concepts with labels under every heading. */
function isUnderstood({ kind, key }: Row): boolean {
  const known = keys[kind];
  if (known !== undefined) return known.includes(key);
  if (kind === 'other') return sides.has(key) || conceptLabel(`revenue.${key}`) !== null;
  if (kind === 'function') return functionItems().classes.some(({ code }) => code === key);
  if (kind === 'economic') return economicItems().namesOf(key, null).length > 0;
  const named = ['concept', 'alone', 'part', 'both', 'count', 'score'];
  if (!named.includes(kind)) return false;
  return scopes.every((scope) => {
    const concepts = subjectOf(kind, key, '…', scope)?.concepts ?? [];
    return concepts.length > 0 && concepts.every((concept) => conceptLabel(concept) !== null);
  });
}

describe('normalizers/vocab/prose-terms.csv', () => {
  it('holds only kinds and keys that are understood', () => {
    expect(rows.filter((row) => !isUnderstood(row))).toEqual([]);
  });

  it('would be caught with a kind or a key that is not', () => {
    const wrong = ['concept,revenue.nowhere', 'count,vehicle', 'direction,sideways', 'basis,hope', 'word,plain'];
    for (const [kind = '', key = ''] of wrong.map((one) => one.split(',')))
      expect(isUnderstood({ kind, key }), `${kind} ${key}`).toBe(false);
  });

  it('holds no term twice, and none that reading folds to another', () => {
    const terms = rows.map(({ term }) => compact(term));
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });

  it('is found in prose as it stands there', () => {
    const lost = rows.filter(({ term, kind, key }) => {
      const found = proseTermAt(compact(term), 0);
      return found?.kind !== kind || found.key !== key || found.term !== compact(term);
    });
    expect(lost).toEqual([]);
  });

  it('gives way to a longer term that begins with it', () => {
    expect(proseTermAt('财政拨款收入支出总计', 0)?.term).toBe('财政拨款收入支出总计');
    expect(proseTermAt('财政拨款收入', 0)?.term).toBe('财政拨款收入');
    expect(proseTermAt('某项收入', 0)).toBe(null);
  });
});

describe('normalizers/vocab/government-terms.csv', () => {
  it('holds only kinds and keys that are understood', () => {
    expect(governmentRows.filter((one) => !isUnderstood(one))).toEqual([]);
  });

  it('holds no term twice', () => {
    const terms = governmentRows.map(({ term }) => compact(term));
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });

  it('is found in reports on a government’s budget alone', () => {
    const found = ({ term, kind, key }: (typeof governmentRows)[number], government: boolean) => {
      const one = proseTermAt(compact(term), 0, government);
      return one?.kind === kind && one.key === key && one.term === compact(term);
    };
    expect(governmentRows.filter((one) => !found(one, true))).toEqual([]);
    expect(proseTermAt('税收收入', 0)).toBe(null);
    expect(proseTermAt('财政拨款收入', 0, true)?.term).toBe('财政拨款收入');
  });
});

describe('the shelf of headings', () => {
  it('names only concepts that there are', () => {
    const matters = [...scopeRules.flatMap(({ scope }) => scope.matter ?? []), ...Object.values(wholes).flat()];
    expect(matters.length).toBeGreaterThan(20);
    expect(matters.filter((concept) => conceptLabel(concept) === null)).toEqual([]);
  });
});
