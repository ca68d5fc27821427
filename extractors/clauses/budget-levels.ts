/** Whose budget words say: 全市, 市本级, 园区; where they stand at the beginning of a clause, or alone in a heading. */
import { budgetLevels } from '../../normalizers/budget-levels.ts';

/** What may stand before a level that says whose something is, and after it; 下达全市 and 补助区级 say nothing of it. */
const year = '\\d{4}年(?:度|末|底)?';
const leads = `(?:${year}|截[至止]|其中|预计|年初|代编|的|当年|本年|安排|全年)`;
const between = `(?:${year})?[^，。；：、()\\d]{0,4}`;
/** A level stands at most this far before what is its. */
const longest = 40;

let patterns: { readonly before: RegExp; readonly anywhere: RegExp } | undefined;

function levelPatterns(): { readonly before: RegExp; readonly anywhere: RegExp } {
  if (patterns !== undefined) return patterns;
  const names = budgetLevels()
    .map((level) => level.replace(/[()]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|');
  patterns = {
    before: new RegExp(`(?:^|[，。；：:()\\d.]|${year})${leads}{0,4}(${names})${between}$`),
    anywhere: new RegExp(`(?<![省地市县区州乡镇各])(?:${names})`, 'g'),
  };
  return patterns;
}

/** The level that stands before a name: 2024年全市 before 一般公共预算收入. */
export function levelBefore(words: string): string | null {
  return levelPatterns().before.exec(words.slice(-longest))?.[1] ?? null;
}

/** The one level that a heading names: 市级决算情况; null for 全市和市级. */
export function onlyLevel(heading: string): string | null {
  const found = new Set(heading.match(levelPatterns().anywhere) ?? []);
  const [level] = found;
  return found.size === 1 ? (level ?? null) : null;
}
