/**
 * Units that are left out or cannot be: 城乡社区（类）支出27.51，占3.49% among amounts in 万元; 以220人/月标准发放, a standard of pay counted in
 * people.
 */
import type { Outline } from '../model/outline.ts';
import type { Passage } from '../model/passage.ts';
import type { AmountMention } from '../model/reading.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';

/** A number of two places or more after a word for money, and a share of it: what ought to bear a unit. */
const bare = /(?:支出|收入|资金|经费|拨款|预算|决算)(?:数|额)?(?:为|是|共|计)? ?(\d[\d,]*\.\d{1,6}) ?[，,] ?占/g;
/** Amounts in 万元 that a paragraph must hold before one without a unit is missed. */
const siblings = 2;
/** Pay by the person and time, its money forgotten. */
const ofPeople = /(\d+(?:\.\d+)?) ?([人名户]) ?[/／每] ?(?:月|年|天|日|次)(?=[^，,。；;]{0,4}(?:标准|发放|补助|补贴))/g;

/** @param mentions all amounts */
export function checkUnitWords({ sections }: Outline, mentions: readonly AmountMention[]): readonly Verdict[] {
  const amounts = grouped(mentions, ({ passage }) => passage);
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [...missing(block.passage, amounts.get(block.passage) ?? []), ...impossible(block.passage)]
        : [],
    ),
  );
}

function missing(passage: Passage, amounts: readonly AmountMention[]): readonly Verdict[] {
  const units = new Set(amounts.map(({ words }) => /[万亿]?元$/.exec(words.value)?.[0] ?? ''));
  const [unit = ''] = units;
  if (amounts.length < siblings || units.size !== 1 || unit === '') return [];
  return [...passage.folded.matchAll(bare)].flatMap((match) => {
    const [words, number = ''] = match;
    const from = match.index + words.indexOf(number);
    const told = `“${number}”未印单位：同段金额均以“${unit}”计`;
    const english = `“${number}” bears no unit where the others of its paragraph are in ${unit}`;
    return [verdict('unit.missing', passage, from, number, `${number}${unit}`, told, english)];
  });
}

function impossible(passage: Passage): readonly Verdict[] {
  return [...passage.folded.matchAll(ofPeople)].map((match) => {
    const [words, number = '', unit = ''] = match;
    const told = `“${words}”以“${unit}”为发放标准的单位，疑漏“元”`;
    const english = `“${words}” gives a standard of pay in people`;
    return verdict('unit.standard', passage, match.index, words, `${number}元`, told, english);
  });
}

function verdict(
  rule: string,
  passage: Passage,
  from: number,
  words: string,
  meant: string,
  message: string,
  english: string,
): Verdict {
  const quoted = passage.cut(Math.max(0, from - 20), from + words.length);
  return {
    ...{ rule, status: 'fail', outcome: 'off', severity: 'warn' },
    ...{ message: `${message}（疑为${meant}）`, english },
    ...{ stated: /[\d.]+/.exec(words.replaceAll(',', ''))?.[0] ?? null, expected: null, difference: null, figures: [] },
    span: coverOf(passage.cut(from, from + words.length).spans),
    quote: quoted.value,
  };
}
