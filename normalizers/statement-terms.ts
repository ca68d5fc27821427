/**
 * Words of statement tables' headers and row labels → keys of their meaning, by normalizers/vocab/statement-terms.csv. A term with
 * … stands for any words there. What says nothing before or after a term is on normalizers/vocab/statement-affixes.csv. What a key
 * means in a table is said by the table's template.
 */
import { z } from 'zod';
import { enumeratorOf } from './enumerator.ts';
import { compact } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

const row = z.object({ term: z.string().min(1), key: z.string().regex(/^[a-z0-9_.]+$/) });

const affix = z.object({ words: z.string().min(1), place: z.enum(['before', 'after']) });

interface Terms {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly { readonly shape: RegExp; readonly key: string }[];
  /** Words that say nothing at the beginning or the end of a term. */
  readonly affixes: RegExp;
}

let terms: Terms | undefined;

function readTerms(): Terms {
  const rows = readVocabulary('statement-terms.csv', row);
  const affixes = readVocabulary('statement-affixes.csv', affix);
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    exact: new Map(rows.filter(({ term }) => !term.includes('…')).map(({ term, key }) => [compact(term), key])),
    patterns: rows
      .filter(({ term }) => term.includes('…'))
      .map(({ term, key }) => ({ shape: new RegExp(`^${compact(term).split('…').map(literal).join('.*')}$`), key })),
    affixes: new RegExp(
      affixes.map(({ words, place }) => (place === 'before' ? `^${literal(words)}` : `${literal(words)}$`)).join('|'),
    ),
  };
}

/** A label without its number, its 其中：, quotes and the blanks of layout. */
export function bareLabel(printed: string): string {
  let label = compact(printed).replace(/[“”"'‘’]/g, '');
  for (let i = 0; i < 3; i++) {
    const before = label;
    label = label.replace(/^(?:其中|减|加|其他减项)[:：]/, '');
    const number = enumeratorOf(label);
    if (number !== null && number.length < label.length && number.kind !== 'annex') label = label.slice(number.length);
    label = label.replace(/^[.、:：*★◆-]+|[:：]+$/g, '');
    if (label === before) break;
  }
  return label;
}

const closingNote = /\((?!境\))[^()]*\)$/;

/**
 * @param printed a header cell or a row label
 * @returns its keys, one for an exact term, perhaps several for patterns; empty when it matches nothing
 */
export function termKeys(printed: string): readonly string[] {
  terms ??= readTerms();
  const { exact, patterns } = terms;
  const bare = bareLabel(printed);
  for (const label of [
    bare,
    bare.replace(closingNote, ''),
    bare.replace(/^(?:本年|当年)(?=.{3})/, ''),
    bare.replace(/支出$/, ''),
  ]) {
    const key = exact.get(label) ?? exact.get(label.replace(closingNote, ''));
    if (key !== undefined) return [key];
  }
  const shaped = patterns.filter(({ shape }) => shape.test(bare)).map(({ key }) => key);
  return shaped.length > 0 ? shaped : withoutAffixes(bare, terms);
}

/** What says of which column or row it is, not what is in it. */
const structural = /(?:label|code|^line|^note|^neutral|^other)$/;

function withoutAffixes(label: string, { exact, affixes }: Terms): readonly string[] {
  for (let rest = label; rest !== ''; ) {
    const shorter = rest.replace(affixes, '');
    if (shorter === rest) return [];
    rest = shorter;
    const key = exact.get(rest);
    if (key !== undefined) return structural.test(key) ? [] : [key];
  }
  return [];
}
