/**
 * Results told twice: in the target table (开展重大开工项目专项整治 30个 55个) and in a sentence of the report (重大开工项目30个、重大活动33个、…).
 * A sentence is of a table when most of its counts are the table's results; then all that it names like an indicator must be.
 */
import type { Outline } from '../model/outline.ts';
import type { Passage } from '../model/passage.ts';
import type { Indicator, Performance } from '../model/performance.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { exactly } from './interval.ts';
import { judge } from './judge.ts';

/** Counts of a sentence that must be the table's before the others are held against it. */
const witnesses = 2;
/** Characters of an indicator's name that the sentence must have before the count. */
const likeness = 4;
const told =
  /([一-龥“”"][一-龥、“”"]{1,30}?) ?(\d{1,7}) ?([余多]?)(个|次|期|家|人次|人|处|场|份|件|户|名|项|台|套|公里|平方米)/g;

interface Told {
  readonly name: string;
  readonly count: bigint;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

export function checkToldResults({ sections }: Outline, { indicators }: Performance): readonly Verdict[] {
  const counted = indicators.filter(({ actualParsed: { value, unit } }) => unit !== null && /^\d+$/.test(value ?? ''));
  const forms = grouped(counted, ({ project, section }) => `${project}|${section}`);
  if (forms.size === 0) return [];
  const taken = new Set(indicators.map(({ words: { spans } }) => spans[0].start));
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'paragraph') return [];
      const { start, end } = coverOf(block.passage.spans);
      if ([...taken].some((at) => start <= at && at < end)) return [];
      return sentences(block.passage).flatMap((sentence) => bestOf(block.passage, sentence, forms));
    }),
  );
}

function sentences(passage: Passage): readonly (readonly Told[])[] {
  const all = [...passage.folded.matchAll(told)].flatMap((match): Told[] => {
    const [words, name = '', count = '', about = '', unit = ''] = match;
    return about === ''
      ? [{ name, unit, count: BigInt(count), from: match.index, to: match.index + words.length }]
      : [];
  });
  const ends = [...passage.folded.matchAll(/[。]/g)].map(({ index }) => index);
  return [...grouped(all, ({ from }) => ends.filter((end) => end < from).length).values()].filter(
    (one) => one.length > witnesses,
  );
}

function bestOf(
  passage: Passage,
  sentence: readonly Told[],
  forms: ReadonlyMap<string, readonly Indicator[]>,
): readonly Verdict[] {
  const readings = [...forms.values()].map((form) => sentence.flatMap((one) => paired(one, form)));
  const agreeing = (pairs: (typeof readings)[number]) => pairs.filter(([one, is]) => one.count === resultOf(is)).length;
  const [best] = [...readings].sort((a, b) => agreeing(b) - agreeing(a));
  if (best === undefined || agreeing(best) < witnesses || agreeing(best) * 2 <= best.length) return [];
  return best.map(([one, is]) => {
    const words = passage.cut(one.from, one.to);
    return judge({
      rule: 'narrative_table.result',
      stated: exactly(one.count),
      expected: exactly(resultOf(is)),
      figures: [],
      place: { span: coverOf(words.spans), quote: `${words.value} ‖ ${is.indicator} ${is.actual}` },
      names: { stated: `正文中“${words.value}”`, expected: `绩效目标表中“${is.indicator}”的实际完成值` },
      english: { stated: 'the result in the report', expected: 'the result in its target table' },
      unit: '',
    });
  });
}

const resultOf = ({ actualParsed: { value } }: Indicator) => BigInt(value ?? '0');

/** The one indicator whose name has most in common with what stands before the count, in the same unit. */
function paired(one: Told, form: readonly Indicator[]): readonly (readonly [Told, Indicator])[] {
  const [best, second] = form
    .filter(({ actualParsed: { unit } }) => unit === one.unit)
    .map((is) => ({ is, length: common(one.name, is.indicator ?? '') }))
    .sort((a, b) => b.length - a.length);
  return best === undefined || best.length < likeness || best.length === second?.length ? [] : [[one, best.is]];
}

/** Length of the longest stretch that both have. */
function common(one: string, other: string): number {
  let longest = 0;
  for (let from = 0; from < one.length; from++)
    while (from + longest < one.length && other.includes(one.slice(from, from + longest + 1))) longest++;
  return longest;
}
