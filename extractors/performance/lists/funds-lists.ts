/**
 * Prose that lists projects with their money: “1.专家指导费：资金预算15万元，…”, “（4）消防队伍建设资金800万元，全部已拨付”, “其中：省厅增拨防汛抗旱资金
 * 100万元（文号），…”, “项目支出245.6万元（森林防灭火专项经费80万元、…）”.
 */
import { enumeratorOf } from '../../../normalizers/enumerator.ts';
import { readMoney } from '../../../normalizers/money.ts';
import type { Section } from '../../../pipeline/model/outline.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import { isNoProject } from '../no-project.ts';
import { inProjectReport } from '../project-report.ts';
import { type Funds, fundsIn } from './funds-terms.ts';
import { amount, type Facts, moneyAfter, type ToldFunds, told } from './funds-told.ts';

const projectEnding = /(?:项目|专项|经费|资金|费|津贴|补助|工程|购置)$/;
const listing = /项目|专项|资金/;
/** A sign of a name; of digits only a year. */
const sign = '(?:[^，。；:：()\\d]|\\d{4}年)';
const listed = new RegExp(`^(${sign}{2,45}(?:\\([^()]{1,20}\\))?${sign}{0,20})[:：]?([^，。；\\d]{0,8})(${amount})`);
/** Carried over from before: no project of this year. */
const elsewhere = /上年结转|以前年度|收入合计|支出合计/;
/** 省厅增拨各县区消防队伍建设资金: who granted it is no part of the name. */
const granted = /^[^，]{0,6}?(?:增拨|追加|新增|增加|下达|安排)(?=.{4})/;
/** A list in the same sentence that a project's parts are told in. */
const partsBegin = /^(?:支出中|其中|含)/;
const opener = /(?:其中|包括|分别为|预算为)[:：]{0,2}/;
/** What a project of its own line consists of are projects again; what stands after 其中 are its costs. */
const members = /(?:主要|具体)?包括[:：]{0,2}/;
const ofProjects = /项目|专项|追加/;
const summed = new RegExp(
  `(?:项目支出|项目资金|专项资金|专项支出)[^，。；()]{0,16}${amount}\\(((?:[^()]{6,60}?${amount}[、，]?){2,20})\\)`,
);

/**
 * What a numbered paragraph begins with, or what a sentence enumerates.
 * @param lead the short paragraph above a numbered list: 年初批复下达6个项目资金预算情况
 */
export function listedIn(
  section: Section,
  passage: Passage,
  lead: string,
  sections: readonly Section[],
  facts: Facts,
): readonly ToldFunds[] {
  if (section.kind === 'glossary' || inProjectReport(section, sections)) return [];
  const text = passage.folded;
  const number = enumeratorOf(text.trimStart());
  const about = (/年初/.test(lead) ? 'initialBudget' : fundsIn(lead)) ?? fundsIn(headings(section, sections)[0] ?? '');
  const found: ToldFunds[] = [];
  if (number !== null && [lead, ...headings(section, sections)].some((heading) => listing.test(heading))) {
    const at = text.length - text.trimStart().length + number.length;
    const one = entryAt(passage, at, text.length, section, facts, about);
    if (one !== null) found.push(one);
  }
  let spoken: Funds | null | undefined;
  for (const sentence of text.matchAll(/[^。；]+/g)) {
    const opened = (found.length > 0 && number !== null ? members : opener).exec(sentence[0]);
    if (opened !== null) {
      const before =
        text
          .slice(0, sentence.index + opened.index)
          .split('。')
          .at(-1) ?? '';
      spoken = ofProjects.test(`${section.heading?.value ?? ''}。${before}`)
        ? (fundsIn(sentence[0].slice(0, opened.index)) ?? about)
        : undefined;
    }
    const note = bracketIn(sentence[0]);
    if (note !== null) {
      const said = fundsIn(sentence[0].slice(0, note.sum)) ?? about;
      found.push(...itemsIn(passage, sentence.index + note.from, sentence.index + note.to, section, facts, said));
    }
    if (spoken === undefined) continue;
    const from = sentence.index + (opened === null ? 0 : opened.index + opened[0].length);
    found.push(...itemsIn(passage, from, sentence.index + sentence[0].length, section, facts, spoken));
  }
  return found;
}

/** 项目支出245.6万元（甲经费80万元、乙经费45.6万元）: a sum of projects and its parts. */
function bracketIn(sentence: string): { readonly sum: number; readonly from: number; readonly to: number } | null {
  const match = summed.exec(sentence);
  if (match === null) return null;
  const to = match.index + match[0].length - 1;
  return { sum: match.index, from: to - (match[1] ?? '').length, to };
}

/** The projects of an enumeration. */
function itemsIn(passage: Passage, from: number, to: number, section: Section, facts: Facts, about: Funds | null) {
  const found: ToldFunds[] = [];
  let at = from;
  for (const item of itemsOf(passage.folded.slice(from, to))) {
    if (partsBegin.test(item)) break;
    const one = entryAt(passage, at, at + item.length, section, facts, about);
    if (one !== null && projectEnding.test(one.mention.name)) found.push(one);
    at += item.length + 1;
  }
  return found;
}

/** Headings of a section and of those around it, the nearest first. */
function headings(section: Section, sections: readonly Section[]): readonly string[] {
  const own = section.heading?.value ?? '';
  const parent = section.parent === null ? undefined : sections[section.parent];
  return parent === undefined ? [own] : [own, ...headings(parent, sections)];
}

/** Parts between commas outside brackets. */
function itemsOf(text: string): readonly string[] {
  const items: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    depth = Math.max(0, depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0));
    if (depth === 0 && /[，、]/.test(sign)) items.push('');
    else items[items.length - 1] += sign;
  }
  return items;
}

function entryAt(passage: Passage, from: number, to: number, section: Section, facts: Facts, about: Funds | null) {
  const words = passage.folded.slice(from, to);
  const match = listed.exec(words);
  const printed = match?.[1];
  const money = match?.[3] === undefined ? null : readMoney(match[3]);
  if (match === null || printed === undefined || money === null) return null;
  const said = `${printed}${match[2] ?? ''}`;
  const tail = /(?:年初|项目|资金|全年)*(?:预算|安排|支出|到位|结转)[^，]{0,4}$/.exec(said);
  const bare = match[0].includes(':') ? printed : printed.replace(/(?:实际)?(?:支出|到位|安排)$/, '');
  const name = bare.trim().replace(granted, '');
  const spoken = fundsIn(tail?.[0] ?? '') ?? about ?? 'budget';
  const funds = spoken === 'budget' && about === 'initialBudget' ? about : spoken;
  if (isNoProject(name, facts.kind) || elsewhere.test(name) || funds === 'carriedOver' || money.fen === 0n) return null;
  const at = from + words.indexOf(name);
  const end = from + match[0].length;
  const first = { [funds]: { money, from: end - (match[3] ?? '').length, to: end } };
  return told(passage, at, at + name.length, section, facts, moneyAfter(passage.folded, end, to, first));
}
