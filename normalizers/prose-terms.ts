/** Words that carry the meaning of a clause → their kind and key, the longest first: normalizers/vocab/prose-terms.csv. */
import { z } from 'zod';
import { economicItems, functionItems } from './classification.ts';
import { compact } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

const kinds = [
  ...(['concept', 'both', 'count', 'score', 'other', 'basis', 'direction', 'same', 'share', 'completion'] as const),
  ...([
    'template',
    'ofwhich',
    'respectively',
    'reason',
    'list',
    'compare',
    'year',
    'plain',
    'opens',
    'function',
    'economic',
    'side',
    'added',
  ] as const),
] as const;
const row = z.object({ term: z.string().min(1), kind: z.enum(kinds), key: z.string().min(1) });

export type TermKind = (typeof kinds)[number];

export interface ProseTerm {
  readonly term: string;
  readonly kind: TermKind;
  /** What it means; for a function class, its code. */
  readonly key: string;
}

let byFirst: ReadonlyMap<string, readonly ProseTerm[]> | undefined;

/** @returns the longest term that begins at an index of a text without blanks and quotes, or null */
export function proseTermAt(text: string, index: number): ProseTerm | null {
  byFirst ??= readTerms();
  for (const one of byFirst.get(text[index] ?? '') ?? []) if (text.startsWith(one.term, index)) return one;
  return null;
}

function readTerms(): ReadonlyMap<string, readonly ProseTerm[]> {
  const map = new Map<string, ProseTerm[]>();
  const put = (one: ProseTerm) => {
    const same = map.get(one.term[0] ?? '');
    if (same === undefined) map.set(one.term[0] ?? '', [one]);
    else same.push(one);
  };
  const known = new Set<string>();
  for (const one of readVocabulary('prose-terms.csv', row)) {
    const term = compact(one.term);
    known.add(term);
    put({ ...one, term });
  }
  const classes = [
    ...economicItems().classes.map((item) => ({ ...item, kind: 'economic' as const, short: item.name })),
    ...functionItems().classes.map((item) => ({
      ...item,
      kind: 'function' as const,
      short: item.name.replace(/支出$/, ''),
    })),
  ];
  for (const { code, name, kind, short } of classes) {
    for (const term of [compact(name), compact(short)]) {
      if (term.length < 4 || known.has(term)) continue;
      known.add(term);
      put({ term, kind, key: code });
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.term.length - a.term.length);
  return map;
}
