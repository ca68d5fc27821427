/**
 * Words that are a name in one place and a piece of a longer one in another: 教育支出 in 初中教育支出, 购置费 of cars or of machines. What
 * stands before them decides, and for short names what was told before.
 */
import { functionItems } from '../../normalizers/classification.ts';
import type { ProseTerm } from '../../normalizers/prose-terms.ts';
import type { Attention } from './attention.ts';
import type { Token } from './tokens.ts';

/** 结余5万元, but 上年项目结余5万元. */
export function standsAlone({ text, clause }: Attention, { from }: Token): boolean {
  return /^(?:\d{4}年度?|其中[:：]?)?$/.test(text.slice(clause.from, from));
}

/** 公务用车购置及运行费5万元（包括购置费2万元、运行费3万元）: short names of the parts of what was told. */
export function isPartNamed({ text, spokenOf }: Attention, { key }: ProseTerm, { from }: Token): boolean {
  const whole = key.replace(/_[^_]+$/, '');
  const opens = /(?:[，。；、:：(]|其中|包括|含|[和及与])$/.test(text.slice(0, from));
  return opens && spokenOf?.concepts[0].startsWith(whole) === true;
}

/** 专项资金 alone is all of it; after other words it is of one project: 安全生产专项资金. */
const startsName = /(?:^|[，。；：、:;(]|年初?|年度|追加|安排|本级|[局厅委院会部办]|中心)$/;

/** 科学技术 in the name of an office, 商品和服务支出 in 其他商品和服务支出. */
export function isPartOfName(
  text: string,
  { kind, term }: ProseTerm,
  { from, to }: Token,
  next: Token | undefined,
): boolean {
  if (kind === 'concept' && term.startsWith('专项资金')) return !startsName.test(text.slice(0, from));
  if (kind !== 'function' && kind !== 'economic') return false;
  if (text.slice(0, from).endsWith('其他')) return true;
  if (kind === 'function' && endsItem(text, from, term)) return true;
  const followed = next !== undefined && next.from === to && (next.kind === 'amount' || next.kind === 'term');
  return kind === 'function' && !term.endsWith('支出') && !followed;
}

/** 教育支出 in 初中教育支出: the name of a 款 or 项 ends with that of its 类. */
function endsItem(text: string, from: number, term: string): boolean {
  const before = /[\u4e00-\u9fff]*$/.exec(text.slice(Math.max(0, from - longestPrefix), from))?.[0] ?? '';
  const short = term.replace(/支出$/, '');
  return [...before].some((_, i) => functionItems().codesOf(before.slice(i) + short, null).length > 0);
}

const longestPrefix = 10;
