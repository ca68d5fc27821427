/**
 * 其中 after an amount that nothing tells the meaning of: 上级专项资金353.32万元，其中：中央资金244.72万元，省级资金93.6万元，市级资金15万元.
 * What such a list names need not be known to add up; it must be nothing but names with an amount each.
 */
import type { Passage } from '../model/passage.ts';
import type { AmountMention } from '../model/reading.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { ofMoney, sum } from './interval.ts';
import { judge } from './judge.ts';
import { open } from './prose-lists.ts';

/** What makes a number another thing than a part: a comparison, a share, a rate, money left over, a total of its own. */
const noPart =
  /[比较增减占余剩每按元%]|完成|结转|已|支付|执行|实际|收回|合计|总计|共计|小计|标准|人均|预算|其中|由|从|至|达|超|约/;

/** @param unread amounts that became no figure: a list whose whole is a figure is looked at elsewhere */
export function checkAmountLists(
  mentions: readonly AmountMention[],
  unread: ReadonlySet<AmountMention>,
): readonly Verdict[] {
  return mentions.flatMap((whole, index) => {
    const { passage, to, money } = whole;
    if (!unread.has(whole) || money.value.approximate || whole.bound !== null) return [];
    const lead = /^[^。；;\d，,]{0,10}[，,（(：:]?其中[：:,，]?/.exec(passage.folded.slice(to))?.[0];
    if (lead === undefined) return [];
    const after = mentions.slice(index + 1).filter((mention) => mention.passage === passage);
    const parts = partsOf(passage, to + lead.length, after);
    return parts === null ? [] : [verdictOf(whole, parts)];
  });
}

/** @returns the amounts of a list of names with an amount each up to the end of its sentence; null for any other words */
function partsOf(passage: Passage, from: number, after: readonly AmountMention[]): readonly AmountMention[] | null {
  const text = passage.folded;
  const stop = /[。；;）)]|$/.exec(text.slice(from))?.index ?? 0;
  const end = from + stop;
  const parts = after.filter((mention) => mention.to <= end);
  const [last] = parts.slice(-1);
  if (parts.length < 2 || last === undefined || last.to !== end || open.test(text.slice(from, end))) return null;
  let at = from;
  for (const part of parts) {
    const name = text.slice(at, part.from).replace(/^[，,、和及]/, '');
    if (
      part.money.value.approximate ||
      part.bound !== null ||
      !/^[^，,、；;（()）\d]{2,24}$/.test(name) ||
      noPart.test(name)
    )
      return null;
    at = part.to;
  }
  return parts;
}

function verdictOf(whole: AmountMention, parts: readonly AmountMention[]): Verdict {
  const words = whole.passage.cut(whole.from, parts.at(-1)?.to ?? whole.to);
  return judge({
    rule: 'sum.list',
    stated: ofMoney(whole.money.value),
    expected: sum(parts.map(({ money }) => ofMoney(money.value))),
    figures: [],
    place: { span: coverOf(words.spans), quote: words.value },
    names: { stated: '总额', expected: '其中各项之和' },
    english: { stated: 'the whole', expected: 'the sum of what it lists' },
    unit: '元',
  });
}
