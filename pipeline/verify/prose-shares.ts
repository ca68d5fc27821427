/**
 * 占…的 %: the whole is named between 占 and the number; where it is not, it is the first amount of the paragraph. A whole that is named and
 * stands elsewhere (占本年支出合计的) is the document's one total of that name, year and basis.
 */
import { compact } from '../../normalizers/fold.ts';
import { type ProseTerm, proseTermAt } from '../../normalizers/prose-terms.ts';
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { meet, ofFigure, percentOf } from './interval.ts';
import { judge } from './judge.ts';
import { fits } from './prose-lists.ts';
import { sameThing } from './prose-rates.ts';

/**
 * @param before figures of its paragraph before it, the nearest first
 * @param totals all totals of the document
 */
export function checkShare(rate: Figure, before: readonly Figure[], totals: readonly Figure[]): readonly Verdict[] {
  const part = before.find((other) => sameThing(other, rate) && other.measure === 'amount');
  if (part === undefined || rate.at.kind !== 'prose') return [];
  const whole = wholeOf(rate, part, before, totals);
  if (whole === null) return [];
  const [r, p, w] = [ofFigure(rate), ofFigure(part), ofFigure(whole)];
  if (r === null || p === null || w === null) return [];
  const expected = percentOf(p, w);
  if (expected === null) return [];
  return [
    judge({
      rule: 'share.from_amounts',
      stated: r,
      expected,
      figures: [rate, part, whole],
      names: { stated: `${rate.stated}的占比`, expected: `按${part.stated}与${whole.stated}计算的占比` },
      english: { stated: 'the printed share', expected: 'the share by the amounts' },
      unit: '%',
    }),
  ];
}

function wholeOf(rate: Figure, part: Figure, before: readonly Figure[], totals: readonly Figure[]): Figure | null {
  const named = wholeWords(rate);
  const term = named === '' ? null : wholeNamed(named);
  const alike = ({ measure, basis, fiscalYear }: Figure) =>
    measure === 'amount' && basis === part.basis && fiscalYear === part.fiscalYear;
  const amounts = before.filter(alike);
  if (term === null) {
    const first = saysNoWhole(named) ? amounts.at(-1) : undefined;
    if (first === undefined || first === part || !fits(first, [part])) return null;
    // 本年收入的构成为：财政拨款收入90万元，占90%；…: the first is one of the parts.
    const isPart = before.some(
      (one) => one.measure === 'share' && sameThing(one, first) && saysNoWhole(wholeWords(one)),
    );
    return isPart ? null : first;
  }
  const here = amounts.find(({ stated }) => stated === term.term);
  if (here !== undefined) return here === part ? null : here;
  const namesakes = totals.filter((one) => one.label === term.term && one.component === null && alike(one));
  return /合计|总计|总额/.test(term.term) ? onlyOne(namesakes) : null;
}

/** The words between 占 and its number. */
function wholeWords({ at }: Figure): string {
  if (at.kind !== 'prose') return '';
  const words = compact(at.passage.text.slice(0, at.from)).replace(/[“”"]/g, '');
  return /占(?:比)?([^，。；：占]*)$/.exec(words)?.[1] ?? '';
}

const saysNoWhole = (words: string) => /^[的比为]?$/.test(words);

/** The finest print of a total whose prints all agree; null where there is none, or several. */
function onlyOne(same: readonly Figure[]): Figure | null {
  const values = same.map(ofFigure);
  const [first] = values;
  if (first == null || values.some((value) => value === null || !meet(value, first))) return null;
  return same[0] ?? null;
}

function wholeNamed(words: string): ProseTerm | null {
  for (let at = 0; at < words.length; at++) {
    const term = proseTermAt(words, at);
    if (term !== null && (term.kind === 'concept' || term.kind === 'both')) return term;
  }
  return null;
}
