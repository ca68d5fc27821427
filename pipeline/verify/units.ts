/** Slips of the unit: 1.49元 in a report that speaks of 万元 everywhere, where no price or rate is meant. */
import type { Figure } from '../model/figure.ts';
import { yuanText } from '../model/money.ts';
import type { AmountMention } from '../model/reading.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';

/** Amounts below this many fen, with decimals, are no budget's. */
const suspect = 100_000n;
/** Share of a report's amounts that must be in 万元 or 亿元. */
const usualShare = 0.6;
const priced = /(?:每|人均|户均|单价|标准|日均|亩均|元\/|\/)[^，。；]{0,14}$/;

/** @param figures of the prose, to name the one in question */
export function checkUnits(mentions: readonly AmountMention[], figures: readonly Figure[]): readonly Verdict[] {
  const inTenThousands = mentions.filter(({ words }) => /[万亿]元?/.test(words.value)).length;
  if (mentions.length < 5 || inTenThousands < mentions.length * usualShare) return [];
  return mentions.flatMap((mention): readonly Verdict[] => {
    const { words, money, passage, from, to } = mention;
    const { fen, place } = money.value;
    const plain = /^-?[\d,]+\.\d+\s*元$/.test(words.value.replace(/\s/g, ''));
    const before = passage.folded.slice(Math.max(0, from - 16), from);
    const after = passage.folded.slice(to, to + 2);
    if (!plain || fen <= 0n || fen >= suspect || place >= 0 || priced.test(before) || /^\s*[/／每]/.test(after))
      return [];
    const figure = figures.find((one) => one.mention === mention);
    const stated = yuanText(fen);
    const expected = yuanText(fen * 10_000n);
    return [
      {
        ...{ rule: 'unit.suspect', status: 'fail', outcome: 'off', severity: 'warn' },
        message: `“${words.value}”的单位疑为“万元”：全文金额多以万元计`,
        english: `“${words.value}” is printed in yuan where the report speaks of 万元`,
        ...{ stated, expected, difference: yuanText(fen - fen * 10_000n) },
        figures: figure === undefined ? [] : [figure],
        span: coverOf(words.spans),
        quote: passage.text.slice(Math.max(0, from - 20), to),
      },
    ];
  });
}
