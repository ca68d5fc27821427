/**
 * What is left: 年初安排171.4万元，已执行41.4万元，…有129.5万元待支付, and 年末结转结余, which is what a year had less what it spent.
 */
import type { Figure } from '../model/figure.ts';
import type { AmountMention } from '../model/reading.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, isTotal } from './identity.ts';
import { type Interval, meet, minus, ofFigure, ofMoney, sum } from './interval.ts';
import { judge } from './judge.ts';
import { sameThing } from './prose-rates.ts';

/** Words that make an amount one that is left, before it or after it. */
const leftBefore = /(?:剩余|尚有|待支付|未支付|未执行|尚未支付|未使用)(?:资金|金额|经费|的|为)*$/;
const leftAfter = /^(?:资金|经费|款)?(?:待支付|未支付|尚未支付|未执行|未使用)/;

/** @param figures of the prose, in reading order; @param mentions all amounts of the prose */
export function checkRemainders(figures: readonly Figure[], mentions: readonly AmountMention[]): readonly Verdict[] {
  const ofPassage = grouped(figures, ({ at }) => (at.kind === 'prose' ? at.passage : null));
  const left = mentions.flatMap((mention) => {
    const own = ofPassage.get(mention.passage) ?? [];
    return isLeft(mention) ? (checkLeft(mention, own) ?? []) : [];
  });
  return [...left, ...[...grouped(figures, ({ section }) => section).values()].flatMap(checkClosing)];
}

function isLeft({ passage, from, to, bound, money }: AmountMention): boolean {
  if (bound !== null || money.value.approximate) return false;
  const { folded } = passage;
  return leftBefore.test(folded.slice(Math.max(0, from - 10), from)) || leftAfter.test(folded.slice(to, to + 10));
}

/** The plan and what was spent of it, told last before it in its sentence. */
function checkLeft(rest: AmountMention, figures: readonly Figure[]): Verdict | null {
  const sentence = rest.passage.folded.slice(0, rest.from);
  const begin = Math.max(sentence.lastIndexOf('。'), sentence.lastIndexOf('；'), sentence.lastIndexOf(';')) + 1;
  const before = figures.filter(
    ({ at, measure, value }) =>
      at.kind === 'prose' && at.from >= begin && at.to <= rest.from && measure === 'amount' && value.kind === 'money',
  );
  const spent = before.at(-1);
  const plan = before.at(-2);
  if (spent?.basis !== 'actual' || plan === undefined || !/budget$|^received$/.test(plan.basis)) return null;
  if (!sameThing(plan, spent) || plan.fiscalYear !== spent.fiscalYear) return null;
  const [had, used] = [ofFigure(plan), ofFigure(spent)];
  if (had === null || used === null) return null;
  const figure = figures.find(({ mention }) => mention === rest);
  return judge({
    rule: 'balance.remainder',
    stated: ofMoney(rest.money.value),
    expected: minus(had, used),
    figures: [...(figure === undefined ? [] : [figure]), plan, spent],
    place: { span: coverOf(rest.words.spans), quote: `${plan.quote} ‖ ${spent.quote} ‖ ${rest.words.value}` },
    names: { stated: '未支付（剩余）的金额', expected: '安排数减支出数' },
    english: { stated: 'what is left', expected: 'what was planned less what was spent' },
    unit: '元',
  });
}

/** 年末结转结余 of a section that tells what the year had and what it spent. */
function checkClosing(section: readonly Figure[]): readonly Verdict[] {
  const totals = section.filter(
    (figure) => isTotal(figure) && figure.measure === 'amount' && figure.component === null,
  );
  return totals
    .filter(({ concept }) => concept === 'carryover.closing')
    .flatMap((closing) => {
      const year = totals.filter(({ fiscalYear }) => fiscalYear === closing.fiscalYear);
      const spent = only(year, (one) => one.concept === 'expenditure.current_year' && one.basis === 'actual');
      const plan = only(year, (one) => one.concept === 'expenditure.current_year' && one.basis === 'adjusted_budget');
      const opening = only(year, ({ concept }) => concept === 'carryover.opening');
      const revenue = only(year, (one) => one.concept === 'revenue.current_year' && one.basis === 'actual');
      const used = only(year, ({ concept }) => concept === 'carryover.non_fiscal_used');
      const given = only(year, ({ concept }) => concept === 'carryover.distributed');
      const whole = opening !== null && revenue !== null;
      const had = whole ? [opening, revenue, ...(used === null ? [] : [used])] : plan !== null ? [plan] : [];
      const stated = ofFigure(closing);
      if (spent === null || had.length === 0 || stated === null || had.some(({ figure }) => partial.test(figure.quote)))
        return [];
      const gone = whole && given !== null ? [spent, given] : [spent];
      const all = (some: typeof gone) => sum(some.map(({ value }) => value));
      return [
        judge({
          rule: 'balance.carryover',
          stated,
          expected: minus(all(had), all(gone)),
          figures: [closing, ...[...had, ...gone].map(({ figure }) => figure)],
          names: { stated: closing.stated, expected: whole ? '年初结转加收入减支出' : '调整预算数减决算数' },
          english: { stated: 'what is carried over', expected: 'what the year had less what it spent' },
          unit: '元',
        }),
      ];
    });
}

/** 加上上年结转结余等47.4亿元: there is more in it than its name says. */
const partial = /等 ?[\d,.]+ ?[万亿]?元/;

/** The one such figure, or the first of several prints that agree. */
function only(
  figures: readonly Figure[],
  wanted: (figure: Figure) => boolean,
): { readonly figure: Figure; readonly value: Interval } | null {
  const same = figures.filter(wanted).flatMap((figure) => {
    const value = ofFigure(figure);
    return value === null ? [] : [{ figure, value }];
  });
  const [first] = same;
  return first !== undefined && same.every(({ value }) => meet(value, first.value)) ? first : null;
}
