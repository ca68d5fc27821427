/**
 * Words of indicator tables → keys of their meaning, by normalizers/vocab/indicator-terms.csv: heads of columns, fields of a form's
 * head, heads of its money, words of a total. A term with … stands for any words there.
 */
import { z } from 'zod';
import { compact } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

export const columnKeys = [
  ...(['level1', 'level2', 'level3', 'name', 'target', 'target_period', 'operator', 'unit', 'actual'] as const),
  ...(['weight', 'score', 'deviation', 'explanation', 'standard', 'remark', 'project', 'funds', 'goal'] as const),
  ...(['activity', 'unit', 'field'] as const),
] as const;
export const headKeys = [
  'project',
  'task',
  'department',
  'unit',
  'field',
  'funds_year',
  'funds_total',
  'funds_period',
] as const;
export const moneyKeys = [
  ...(['initial', 'added', 'budget', 'received', 'actual', 'rate', 'left', 'left_rate', 'score', 'other'] as const),
] as const;
export const sourceKeys = ['fiscal', 'other'] as const;

export type ColumnKey = (typeof columnKeys)[number];
export type HeadKey = (typeof headKeys)[number];
export type MoneyKey = (typeof moneyKeys)[number];
/** Where a project's money comes from. */
export type SourceKey = (typeof sourceKeys)[number];

const term = z.string().min(1);
const row = z.discriminatedUnion('kind', [
  z.object({ term, kind: z.literal('column'), key: z.enum(columnKeys) }),
  z.object({ term, kind: z.literal('head'), key: z.enum(headKeys) }),
  z.object({ term, kind: z.literal('money'), key: z.enum(moneyKeys) }),
  z.object({ term, kind: z.literal('source'), key: z.enum(sourceKeys) }),
  z.object({ term, kind: z.literal('total'), key: z.literal('total') }),
  z.object({ term, kind: z.literal('foot'), key: z.literal('foot') }),
]);

/** Answers that are remembered. */
const mostFound = 1000;

/** Exact terms, and patterns for those with …. */
class Terms<K> {
  readonly #exact = new Map<string, K>();
  readonly #found = new Map<string, K | null>();
  readonly #patterns: { readonly shape: RegExp; readonly key: K }[] = [];

  add(term: string, key: K): void {
    const words = compact(term);
    const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (!words.includes('…')) this.#exact.set(words, key);
    else this.#patterns.push({ shape: new RegExp(`^${words.split('…').map(literal).join('.{0,40}')}$`), key });
  }

  /** The same labels are asked for again and again: of every row that might begin a head, in every table of a form. */
  find(printed: string): K | null {
    const known = this.#found.get(printed);
    if (known !== undefined) return known;
    const key = this.#search(printed);
    if (this.#found.size >= mostFound) this.#found.clear();
    this.#found.set(printed, key);
    return key;
  }

  /** @returns the key of a term that stands on the shelf word for word */
  exact(printed: string): K | null {
    for (const words of shapesOf(printed)) {
      const key = this.#exact.get(words.replace(/[:：]$/, ''));
      if (key !== undefined) return key;
    }
    return null;
  }

  #search(printed: string): K | null {
    const [, stripped = ''] = shapesOf(printed);
    return this.exact(printed) ?? this.#patterns.find(({ shape }) => shape.test(stripped))?.key ?? null;
  }
}

/** Words as printed, then without marks and years, without what stands in brackets, without the brackets. */
function shapesOf(printed: string): readonly string[] {
  const whole = compact(printed).replace(/[:：*★]+$/, '');
  const stripped = whole.replace(/[①-⑳].*$/, '').replace(/20\d\d年?度?/g, '');
  return [whole, stripped, stripped.replace(/\([^()]*\)/g, ''), stripped.replace(/[()（）/]/g, '')];
}

interface Shelf {
  readonly column: Terms<ColumnKey>;
  readonly head: Terms<HeadKey>;
  readonly money: Terms<MoneyKey>;
  readonly source: Terms<SourceKey>;
  readonly total: Terms<'total'>;
  readonly foot: Terms<'foot'>;
}

let shelf: Shelf | undefined;

function readShelf(): Shelf {
  const read: Shelf = {
    column: new Terms(),
    head: new Terms(),
    money: new Terms(),
    source: new Terms(),
    total: new Terms(),
    foot: new Terms(),
  };
  for (const one of readVocabulary('indicator-terms.csv', row)) {
    if (one.kind === 'column') read.column.add(one.term, one.key);
    else if (one.kind === 'head') read.head.add(one.term, one.key);
    else if (one.kind === 'money') read.money.add(one.term, one.key);
    else if (one.kind === 'source') read.source.add(one.term, one.key);
    else if (one.kind === 'foot') read.foot.add(one.term, one.key);
    else read.total.add(one.term, one.key);
  }
  return read;
}

const terms = (): Shelf => {
  shelf ??= readShelf();
  return shelf;
};

/** What the column under these words holds; null when they head none. */
export const columnKeyOf = (printed: string): ColumnKey | null => terms().column.find(printed);

/** Whether words head a column by a term of their own, not by one that stands for any words. */
export const isColumnTerm = (printed: string): boolean => terms().column.exact(printed) !== null;

/** What follows these words in the head of a form. */
export const headKeyOf = (printed: string): HeadKey | null => terms().head.find(printed);

/** Which of a project's numbers stands under or after these words. */
export const moneyKeyOf = (printed: string): MoneyKey | null => terms().money.find(printed);

/** Whose money stands under or after these words: 其中：财政拨款, ②省级财政资金. */
export const sourceKeyOf = (printed: string): SourceKey | null =>
  terms().source.find(compact(printed).replace(/^(?:其中|[①-⑳（(][一二三四\d]?[)）]?|[-—–:：、.])+/, ''));

/** Whether a row so labelled gives a total of scores. */
export const isTotalLabel = (printed: string): boolean => terms().total.find(printed) !== null;

/** Whether what a row so labelled says stands below the indicators: 说明, 其他需要说明的事项. */
export const isFootLabel = (printed: string): boolean => terms().foot.find(printed) !== null;
