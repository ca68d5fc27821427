/**
 * 项目支出：2021年决算数为1390.4万元，…。安全生产专项资金210万元，主要用于…；执法办案经费96万元，…；…: after what the projects took together, each
 * of them with its amount first and its purpose after it, parted by semicolons to the end of the paragraph.
 */
import type { Figure } from '../model/figure.ts';
import type { Passage } from '../model/passage.ts';
import type { AmountMention } from '../model/reading.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { ofFigure, ofMoney, sum } from './interval.ts';
import { judge } from './judge.ts';

/** Projects that make a list of them. */
const least = 3;
/** What a project's name ends with before its amount. */
const named = /^[一-龥（）()“”"、\d年]{2,40}(?:资金|经费|支出|项目|费)(?:支出|为|共)?$/;

/** @param figures of the prose; @param mentions all amounts of the prose */
export function checkProjectLists(figures: readonly Figure[], mentions: readonly AmountMention[]): readonly Verdict[] {
  const amounts = grouped(mentions, ({ passage }) => passage);
  return figures.flatMap((whole) => {
    const { at, concept, measure, project } = whole;
    if (at.kind !== 'prose' || !concept.endsWith('.project') || measure !== 'amount' || project !== null) return [];
    const own = amounts.get(at.passage) ?? [];
    return own[0] === whole.mention ? (checkList(whole, at.passage, own.slice(1)) ?? []) : [];
  });
}

function checkList(whole: Figure, passage: Passage, amounts: readonly AmountMention[]): Verdict | null {
  const end = whole.mention?.to ?? 0;
  const text = passage.folded;
  const from = text.indexOf('。', end) + 1;
  if (from === 0 || amounts.some((one) => one.from < from) || !whole.mention) return null;
  const firsts: AmountMention[] = [];
  let at = from;
  for (const item of text.slice(from).split(/[；;]/)) {
    const first = amounts.find((one) => one.from >= at && one.to <= at + item.length);
    if (first === undefined || !named.test(text.slice(at, first.from).trim())) return null;
    if (first.money.value.approximate || first.bound !== null) return null;
    firsts.push(first);
    at += item.length + 1;
  }
  const stated = ofFigure(whole);
  if (firsts.length < least || stated === null) return null;
  const words = passage.cut(whole.mention.from, firsts.at(-1)?.to ?? end);
  return judge({
    rule: 'sum.projects',
    stated,
    expected: sum(firsts.map(({ money }) => ofMoney(money.value))),
    figures: [whole],
    place: {
      span: coverOf(words.spans),
      quote: [whole.mention, ...firsts].map((one) => one.words.value).join(' ‖ '),
    },
    names: { stated: whole.stated, expected: `其后所列${firsts.length}个项目之和` },
    english: { stated: 'expenditure on projects', expected: 'the sum of the projects listed after it' },
    unit: '元',
  });
}
