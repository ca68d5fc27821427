/**
 * Names of indicator levels as provinces print them → the ministry's names (财预〔2020〕10号, annex), by
 * normalizers/vocab/indicator-levels.csv. Print adds codes (11-数量指标), numbers (一、), shares (产出指标（50分）).
 */
import { z } from 'zod';
import { type Indicator, levels1, levels2 } from '../pipeline/model/performance.ts';
import { enumeratorOf } from './enumerator.ts';
import { compact } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

const row = z.object({
  term: z.string().min(1),
  rank: z.enum(['1', '2']),
  first: z.enum(levels1),
  second: z.enum(levels2),
});

/** Canonical names of both levels. */
export type Levels = Pick<Indicator, 'level1' | 'level2'>;

interface Shelf {
  readonly first: ReadonlyMap<string, Levels>;
  readonly second: ReadonlyMap<string, Levels>;
  /** Longest first. */
  readonly firstTerms: readonly string[];
  readonly secondTerms: readonly string[];
}

let shelf: Shelf | undefined;

function readShelf(): Shelf {
  const rows = readVocabulary('indicator-levels.csv', row);
  const ranked = (rank: '1' | '2') =>
    new Map(
      rows
        .filter((one) => one.rank === rank)
        .map(({ term, first, second }) => [term, { level1: first, level2: second }]),
    );
  const first = ranked('1');
  const second = ranked('2');
  const longest = (terms: Iterable<string>) =>
    [...terms].filter((term) => term.endsWith('指标')).sort((a, b) => b.length - a.length);
  return { first, second, firstTerms: longest(first.keys()), secondTerms: longest(second.keys()) };
}

/** Without code, number, share and closing marks: “1-产出指标” → “产出指标”, “二、效益指标（30分）” → “效益指标”. */
function bare(printed: string): string {
  let words = compact(printed).replace(/\([^()]*\)/g, '');
  const number = enumeratorOf(words);
  if (number !== null && number.length < words.length) words = words.slice(number.length);
  return words.replace(/^[\d.]+[-—、]?|[\d.%分:：]+$/g, '');
}

/** @returns levels of a printed first-level name, or null when it is none */
export function firstLevelOf(printed: string): Levels | null {
  shelf ??= readShelf();
  return shelf.first.get(bare(printed)) ?? null;
}

/** @returns levels of a printed second-level name, the first following from it, or null when it is none */
export function secondLevelOf(printed: string): Levels | null {
  shelf ??= readShelf();
  return shelf.second.get(bare(printed)) ?? null;
}

/**
 * @param first the printed first level, null where nothing is
 * @param second the printed second level, null where nothing is
 */
export function levelsOf(first: string | null, second: string | null): Levels {
  const above = first === null ? null : firstLevelOf(first);
  const below = second === null ? null : secondLevelOf(second);
  const misplaced = first === null || above !== null ? null : secondLevelOf(first);
  const level1 = above?.level1 ?? below?.level1 ?? misplaced?.level1 ?? '其他';
  if (below !== null) return { level1, level2: below.level2 };
  if (misplaced !== null) return { level1, level2: misplaced.level2 };
  const alone = second === null && (level1 === '满意度指标' || level1 === '成本指标');
  return { level1, level2: alone ? (above?.level2 ?? '其他') : '其他' };
}

/**
 * Levels printed before the name without a mark between: 产出指标数量指标出具数据分析报告.
 * @returns lengths of the printed levels in the text; zero where none is
 */
export function levelsBefore(printed: string): { readonly first: number; readonly second: number } {
  shelf ??= readShelf();
  const lead = (text: string, terms: readonly string[]) => {
    const mark = /^[-—_/、:：\s]*/.exec(text)?.[0].length ?? 0;
    const term = terms.find((one) => text.startsWith(one, mark));
    return term === undefined ? 0 : mark + term.length;
  };
  const first = lead(printed, shelf.firstTerms);
  const second = lead(printed.slice(first), shelf.secondTerms);
  return first > 0 && second > 0 ? { first, second } : { first: 0, second: 0 };
}
