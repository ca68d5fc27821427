/**
 * Words that carry the meaning of a clause → their kind and key, the longest first: normalizers/vocab/prose-terms.csv, and
 * government-terms.csv for reports on the budget of a whole government.
 */
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
    'rebased',
    'alone',
    'part',
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

type Terms = ReadonlyMap<string, readonly ProseTerm[]>;

let ofUnits: Terms | undefined;
let ofGovernments: Terms | undefined;

/**
 * @param government whether the text is of a report on a whole government's budget, which speaks of taxes, debts and transfers too
 * @returns the longest term that begins at an index of a text without blanks and quotes, or null
 */
export function proseTermAt(text: string, index: number, government = false): ProseTerm | null {
  for (const one of termsOf(government).get(text[index] ?? '') ?? []) if (text.startsWith(one.term, index)) return one;
  return null;
}

function termsOf(government: boolean): Terms {
  if (!government) {
    ofUnits ??= readTerms(['prose-terms.csv']);
    return ofUnits;
  }
  ofGovernments ??= readTerms(['government-terms.csv', 'prose-terms.csv']);
  return ofGovernments;
}

/** What habit puts between the name of a 类 and 支出: 教育事务支出, 卫生健康方面的支出. */
const habits = ['事务', '事业', '事业事务', '方面', '方面的', '类'];

/** @param files the first one's meaning of a term counts */
function readTerms(files: readonly string[]): Terms {
  const map = new Map<string, ProseTerm[]>();
  const put = (one: ProseTerm) => {
    const same = map.get(one.term[0] ?? '');
    if (same === undefined) map.set(one.term[0] ?? '', [one]);
    else same.push(one);
  };
  const known = new Set<string>();
  for (const one of files.flatMap((file) => readVocabulary(file, row))) {
    const term = compact(one.term);
    if (known.has(term)) continue;
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
    const habitual = kind === 'function' && short !== '其他' ? habits.map((words) => `${short}${words}支出`) : [];
    // 商业服务业支出, of 商业服务业等支出.
    const alone = kind === 'function' ? [name.replace(/等支出$/, '支出')] : [];
    const names = [name, short, ...habitual, ...alone].map(compact);
    // 社会保障与就业支出.
    for (const term of [...names, ...names.map((one) => one.replace('和', '与'))]) {
      if (term.length < 4 || known.has(term)) continue;
      known.add(term);
      put({ term, kind, key: code });
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.term.length - a.term.length);
  return map;
}
