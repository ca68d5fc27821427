/**
 * Names of projects, for comparing only: what habit adds (quotes, brackets, 项目, 经费, 专项资金, the granting office, the year) is left out,
 * and the print is never changed.
 */
import { compact } from '../../normalizers/fold.ts';
import { likeness } from '../../normalizers/nearest.ts';

const ending = /(?:项目|专项|经费|资金|支出|工作|补助|费用?|建设)$/;
/** What still tells one project from another after endings are gone. */
const shortestCore = 3;

/** @returns the name less quotes, blanks and endings: “安全生产专项资金” → 安全生产 */
export function projectKey(printed: string): string {
  let key = compact(printed).replace(/[“”"'‘’《》〈〉「」·•,，、。:：]/g, '');
  for (;;) {
    const shorter = key.replace(ending, '');
    if (shorter === key || shorter.length < shortestCore) return key;
    key = shorter;
  }
}

/** Without its bracketed note and year. */
const core = (key: string) => key.replace(/\([^()]*\)/g, '').replace(/20\d\d年度?/g, '') || key;

/**
 * Two names of one project, whatever their money, are at least this alike; in the gold of fifteen documents no two projects of
 * one document reach it (办公用房租赁 and 办公用房租赁费 do).
 */
const surely = 0.97;
/** Of the signs of each of two names so alike, the share that both have at least (Jaro and Winkler's measure, its prefix at its longest). */
export const commonShare = 0.85;
/** Names of one project whose money is the same: 森林火灾应急演练资金 and 湖南省2021年森林为应急演练资金. */
const withMoney = 0.55;

export type Kinship = 'same' | 'alike' | 'none';

/** @returns whether two names are of one project, would be if their money agrees, or are not */
export function kinship(one: string, other: string): Kinship {
  const [a, b] = [projectKey(one), projectKey(other)];
  if (a === b || (comparable(a) && comparable(b) && digitsOf(a) === digitsOf(b) && likeness(a, b) >= surely))
    return 'same';
  const [short, long] = a.length <= b.length ? [core(a), core(b)] : [core(b), core(a)];
  if (short.length >= shortestCore && long.includes(short)) return 'alike';
  return sharedShare(short, long) >= withMoney ? 'alike' : 'none';
}

/** Long enough to be the same name as another that differs in a sign. */
export const comparable = (key: string) => key.length > 5;

/** Names of one project say the same numbers. */
export const digitsOf = (key: string) => key.replace(/\D+/g, ' ').trim();

/** Share of the shorter name's neighbouring pairs of signs that the longer one has too. */
function sharedShare(short: string, long: string): number {
  const pairs = [...short].slice(1).map((sign, i) => `${short[i]}${sign}`);
  return pairs.length < 3 ? 0 : pairs.filter((pair) => long.includes(pair)).length / pairs.length;
}
