/** The words right before an amount in a list of projects → the project's name and what is said of its money. */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import { proseTermAt } from '../../normalizers/prose-terms.ts';
import type { Basis } from '../../pipeline/model/figure.ts';

export interface NamedProject {
  readonly name: string;
  readonly basis: Basis | null;
}

/** What stands between a project's name and its amount. */
const tails: readonly (readonly [RegExp, Basis | null])[] = [
  [/(?:支出)?(?:决算|执行)(?:数|金额)$/, 'actual'],
  [/年初预算(?:数|金额|资金)?$/, 'initial_budget'],
  [/全年预算(?:数|金额|资金)?$/, 'adjusted_budget'],
  [/[:：]?(?:项目)?(?:年初)?(?:资金预算(?:数|为)?|预算(?:数|金额))$/, 'budget'],
  [/(?:项目)?结转(?:资金)?$/, 'carried_over'],
  [/(?:已|实际)?(?:支出|支付|执行)(?:资金|数)?$/, 'actual'],
  [/(?:到位)(?:资金)?$/, 'received'],
  [/(?:资金)?(?:预算|安排)(?:资金)?$/, 'budget'],
  [/[:：为共约]$/, null],
];
/** Names are no sentences. */
const noName =
  /[，。；:：]|指标|拨付|已(?:支付|执行|完成|到位)|^(?:[该本此]项目|上述|每|按|从|共|合计|总计|其他|实际|已|本年|当年|年初|全年)|标准|增加|减少|追加|不超过|以上|以下|左右|人均|平均/;
const shortest = 3;
const longest = 45;

/** @param words from the last stop before the amount up to the amount */
export function namedProject(words: string): NamedProject | null {
  let name = words.replace(/^(?:其中|包括|主要包括|具体包括|主要用于|用于|和|及|以及|、|:|：|\()+/, '');
  const number = enumeratorOf(name);
  if (number !== null && number.length < name.length) name = name.slice(number.length);
  let basis: Basis | null = null;
  for (const [tail, means] of tails) {
    const shorter = name.replace(tail, '');
    if (shorter === name) continue;
    name = shorter;
    basis ??= means;
  }
  const han = name.replace(/[^\u4e00-\u9fff]/g, '').length;
  if (proseTermAt(name, 0)?.term === name) return null;
  return han >= shortest && name.length <= longest && !noName.test(name) ? { name, basis } : null;
}
