/**
 * People and things counted twice: a breakdown (在职23名，其中公务员9名，参公12名，…) that a report prints again elsewhere, known by the names of
 * its parts. Several units of one report have breakdowns of the same names, so only one most of whose counts are the same is the same.
 */
import type { Figure } from '../model/figure.ts';
import type { Passage } from '../model/passage.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { meet, ofFigure } from './interval.ts';
import { judge } from './judge.ts';

/** Names that two breakdowns must have in common. */
const shared = 3;
/** 参公人员, 参公; 实有人员数, 实有人数. */
const nameOf = ({ stated }: Figure) => stated.replace(/(?:人员|人数|数|人)+$/, '');

interface Breakdown {
  readonly whole: Figure;
  readonly parts: ReadonlyMap<string, Figure>;
}

/** @param figures of the prose, in reading order */
export function checkRepeatedCounts(figures: readonly Figure[]): readonly Verdict[] {
  const counts = figures.filter(({ measure, concept }) => measure === 'count' && /^(?:staff|assets)\./.test(concept));
  const lists = [...grouped(counts, passageOf)].flatMap(([passage, own]) =>
    passage === null ? [] : breakdowns(passage, own),
  );
  return lists.flatMap((one, i) => lists.slice(0, i).flatMap((other) => compare(one, other)));
}

const passageOf = ({ at }: Figure): Passage | null => (at.kind === 'prose' ? at.passage : null);

/** A whole, and after 其中 counts of its concept with a name each up to the end of the sentence. */
function breakdowns(passage: Passage, counts: readonly Figure[]): readonly Breakdown[] {
  const place = ({ at }: Figure) => (at.kind === 'prose' ? at : { from: 0, to: 0 });
  return counts.flatMap((whole, i) => {
    const from = place(whole).to;
    const next = counts[i + 1];
    if (next === undefined || !/^[，,：:（(]{0,2}其中/.test(passage.folded.slice(from, from + 6))) return [];
    const stop = /[。；;]/.exec(passage.folded.slice(from))?.index ?? passage.folded.length;
    const parts = counts
      .slice(i + 1)
      .filter(
        (one) => place(one).from < from + stop && one.concept === whole.concept && one.fiscalYear === whole.fiscalYear,
      );
    const named = new Map(parts.map((part) => [nameOf(part), part]));
    return named.size === parts.length && parts.length >= shared ? [{ whole, parts: named }] : [];
  });
}

function compare(one: Breakdown, other: Breakdown): readonly Verdict[] {
  if (passageOf(one.whole) === passageOf(other.whole)) return [];
  if (one.whole.concept !== other.whole.concept || one.whole.fiscalYear !== other.whole.fiscalYear) return [];
  const pairs = [...one.parts].flatMap(([name, part]) => {
    const again = other.parts.get(name);
    return again === undefined ? [] : [[part, again] as const];
  });
  const same = pairs.filter(([a, b]) => agree(a, b) && !isNone(a));
  if (pairs.length < shared || same.length * 2 <= pairs.length) return [];
  return [[one.whole, other.whole] as const, ...pairs].flatMap(([here, there]) => {
    const [stated, expected] = [ofFigure(here), ofFigure(there)];
    if (stated === null || expected === null) return [];
    return [
      judge({
        rule: 'repeat.count',
        stated,
        expected,
        figures: [here, there],
        names: { stated: `${here.stated}在此处`, expected: '在他处' },
        english: { stated: `${here.concept} here`, expected: 'the same elsewhere' },
        unit: '',
      }),
    ];
  });
}

function agree(one: Figure, other: Figure): boolean {
  const [a, b] = [ofFigure(one), ofFigure(other)];
  return a !== null && b !== null && meet(a, b);
}

const isNone = ({ value }: Figure) => value.kind === 'number' && value.number.digits === 0n;
