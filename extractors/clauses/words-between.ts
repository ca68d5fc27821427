/** The words between what is named and its number: whether they carry a meaning of their own, or only lead from one to the other. */
import type { Token } from './tokens.ts';

/** Between what is named and its number stand at most this many characters that mean nothing here. */
export const farthest = 7;
/** … and fewer where nothing is named: 直接经济损失下降 is no change of the budget. */
export const nearest = 3;
/** … and next to none where a number of it was told already: 20.5万元（含燃油费10万元）. */
export const closest = 1;
/** Words between a name and its number that carry no meaning of their own. */
const filler =
  /支出|收入|资金|科目|实现|金额|合计|总计|总额|共计|预计|安排|决算|预算|完成|拨款|财政|当年|全年|年度|规模|情况|经费|费用|达到|为|共|各|数|约|计|的|是|类|款|项|金|额|了|年|度|开支|实际|执行|已|于|由|达|总|年末|年底|截至|月|日|底|末|有|均/g;

/** @returns whether nothing between two places of a text says that the number is of something else */
export function meansNothing(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  most = farthest,
): boolean {
  const between = text.slice(from, to).replace(/\([^()]{0,30}\)/g, '');
  const known = tokens.filter((token) => token.from >= from && token.to <= to && token.kind !== 'stop');
  const rest = known.reduce((words, token) => words.replace(text.slice(token.from, token.to), ''), between);
  return rest.replace(filler, '').replace(/[：:、，(),]/g, '').length <= most;
}

/** Names are shorter. */
const longestLabel = 60;

/** The words right before a number, less what only introduces it: a bare item's name. */
export function labelBefore(text: string, from: number, to: number): string {
  const words = text.slice(Math.max(from, to - longestLabel), to);
  // Brackets belong to a name in its middle: 维修(护)费.
  const piece = /(?:[^，。；：、:;()]|(?<=[^，。；：、:;()])\([^()，、]{1,4}\))*$/.exec(words)?.[0] ?? '';
  return piece
    .replace(/^(?:其中|和|及|以及|包括|\d+[.、]?|[-—–●•·])+/, '')
    .replace(/(?:预算|决算|支出)?(?:为|共|共计|合计|约|安排)?$/, '');
}

/** Where the words begin that may name a project before an amount: after the last stop. */
export function afterStop(text: string, at: number): number {
  const before = text.slice(0, at);
  return Math.max(...['，', '。', '；', ';', '、', '：'].map((sign) => before.lastIndexOf(sign))) + 1;
}
