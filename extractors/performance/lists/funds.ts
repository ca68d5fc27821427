/**
 * Prose → projects with their money, where the report lists them: “1.专家指导费：资金预算15万元，…”, “（4）消防队伍建设资金800万元，全部已拨付”,
 * “其中：省厅增拨防汛抗旱资金100万元（文号），…”, and whatever is said after the name of a project already known (“…到位16万元”, “…已全部支出”).
 */
import { enumeratorOf } from '../../../normalizers/enumerator.ts';
import { compact, tidy } from '../../../normalizers/fold.ts';
import { arabicAmount, hanAmount, readMoney } from '../../../normalizers/money.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import type { Outline, Section } from '../../../pipeline/model/outline.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import type { DocumentFacts } from '../../../pipeline/model/reading.ts';
import type { ProjectMention } from '../form.ts';
import { isNoProject } from '../no-project.ts';
import { inProjectReport } from '../project-report.ts';
import { type Funds, fundsIn } from './funds-terms.ts';

type Facts = Pick<DocumentFacts, 'fiscalYear' | 'kind'>;

/** Money said of a project at one place. */
export interface ToldFunds {
  readonly mention: ProjectMention;
  readonly received: Money | null;
  readonly carriedOver: Money | null;
}

const amount = `(?:${arabicAmount}|${hanAmount})`;
const projectEnding = /(?:项目|专项|经费|资金|费|津贴|补助|工程|购置)$/;
const listing = /项目|专项|资金/;
/** A sign of a name; of digits only a year. */
const sign = '(?:[^，。；:：()\\d]|\\d{4}年)';
const listed = new RegExp(`^(${sign}{2,45}(?:\\([^()]{1,20}\\))?${sign}{0,20})[:：]?([^，。；\\d]{0,8})(${amount})`);
const allSpent = /^[^，。；]{0,4}(?:已经?)?全部(?:已经?)?(?:支出|支付|拨付|使用|执行)/;
/** Carried over from before, or meant for others: no project of this year. */
const elsewhere = /上年结转|以前年度|收入合计|支出合计/;
/** 省厅增拨各县区消防队伍建设资金: who granted it is no part of the name. */
const granted = /^[^，]{0,6}?(?:增拨|追加|新增|增加|下达|安排)(?=.{4})/;
/** A list in the same sentence that a project's parts are told in. */
const partsBegin = /^(?:支出中|其中|含)/;
const opener = /(?:其中|包括|分别为|预算为)[:：]{0,2}/;
const ofProjects = /项目|专项|追加/;

interface Known {
  readonly name: string;
  readonly budget: Money | null;
}

/**
 * @param known projects told of elsewhere
 * @param skip paragraphs that are no prose of this kind: indicators
 */
export function fundsInProse(
  { sections }: Outline,
  facts: Facts,
  known: readonly ProjectMention[],
  skip: (passage: Passage) => boolean,
): readonly ToldFunds[] {
  const paragraphs = sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'paragraph' && !skip(block.passage) ? [{ section, passage: block.passage }] : [],
    ),
  );
  const own = paragraphs.flatMap(({ section, passage }) => listedIn(section, passage, sections, facts));
  const said = (mentions: readonly ProjectMention[]) => {
    const names = knownBudgets(mentions);
    return paragraphs.flatMap(({ section, passage }) => saidOf(names, section, passage, facts));
  };
  const first = [...known, ...own.map(({ mention }) => mention)];
  const more = said([...first, ...said(first).map(({ mention }) => mention)]);
  return [...own, ...more];
}

/** Each name with its budget, where one is told anywhere: 已全部支出 speaks of it. */
function knownBudgets(mentions: readonly ProjectMention[]): readonly Known[] {
  const names = new Map<string, Known>();
  for (const { name, budget, initialBudget } of mentions) {
    const before = names.get(name)?.budget ?? null;
    if (compact(name).length >= 4) names.set(name, { name, budget: before ?? budget ?? initialBudget });
  }
  return [...names.values()];
}

/** What a numbered paragraph begins with, or what a sentence enumerates. */
function listedIn(section: Section, passage: Passage, sections: readonly Section[], facts: Facts) {
  if (section.kind === 'glossary' || inProjectReport(section, sections)) return [];
  const text = passage.folded;
  const number = enumeratorOf(text.trimStart());
  const about = fundsIn(headings(section, sections)[0] ?? '');
  const found: ToldFunds[] = [];
  if (number !== null && headings(section, sections).some((heading) => listing.test(heading))) {
    const at = text.length - text.trimStart().length + number.length;
    const one = entryAt(passage, at, text.length, section, facts, about);
    if (one !== null) return [one];
  }
  let lead: Funds | null | undefined;
  for (const sentence of text.matchAll(/[^。；]+/g)) {
    const opened = opener.exec(sentence[0]);
    if (opened !== null) {
      const before =
        text
          .slice(0, sentence.index + opened.index)
          .split('。')
          .at(-1) ?? '';
      lead = ofProjects.test(`${section.heading?.value ?? ''}。${before}`)
        ? (fundsIn(sentence[0].slice(0, opened.index)) ?? about)
        : undefined;
    }
    if (lead === undefined) continue;
    let at = sentence.index + (opened === null ? 0 : opened.index + opened[0].length);
    for (const item of itemsOf(text.slice(at, sentence.index + sentence[0].length))) {
      if (partsBegin.test(item)) break;
      const one = entryAt(passage, at, at + item.length, section, facts, lead);
      if (one !== null && projectEnding.test(one.mention.name)) found.push(one);
      at += item.length + 1;
    }
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
  const funds = fundsIn(tail?.[0] ?? '') ?? about ?? 'budget';
  if (isNoProject(name, facts.kind) || elsewhere.test(name) || funds === 'carriedOver' || money.fen === 0n) return null;
  const at = words.indexOf(name);
  return told(
    passage,
    from + at,
    from + at + name.length,
    section,
    facts.fiscalYear,
    moneyAfter(words.slice(match[0].length), { [funds]: money }),
  );
}

type Moneys = Partial<Record<Funds, Money>>;

/** What follows in the same sentence: 支出15.2万元, 结转0.8万元; （年初预算96万元，财政拨付40.5万元）. */
function moneyAfter(rest: string, first: Moneys): Moneys {
  const found: Moneys = { ...first };
  const aside = /^\(([^()]{4,60})\)/.exec(rest)?.[1];
  const spoken = aside ?? rest.split(/[。；;]/)[0] ?? '';
  let bracketed: Moneys = {};
  for (const clause of spoken.replace(/\([^()]*\)/g, '').split('，')) {
    const match = new RegExp(`^[^\\d]{0,14}?(${amount})$`).exec(clause.trim());
    const money = match?.[1] === undefined ? null : readMoney(match[1]);
    const funds = money === null ? null : fundsIn(clause.slice(0, clause.indexOf(match?.[1] ?? '')));
    if (money !== null && funds !== null) bracketed = { ...bracketed, [funds]: bracketed[funds] ?? money };
  }
  return aside === undefined ? { ...bracketed, ...found } : { ...found, ...bracketed };
}

/** What is said right after the name of a known project. */
function saidOf(names: readonly Known[], section: Section, passage: Passage, facts: Facts): readonly ToldFunds[] {
  const text = passage.folded;
  return names.flatMap(({ name, budget }) => {
    const wanted = compact(name);
    const found: ToldFunds[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (/[\u4e00-\u9fff]/.test(text[at - 1] ?? '') && !/[和及、]/.test(text[at - 1] ?? '')) continue;
      const rest = text.slice(at + wanted.length).replace(/^项目/, '');
      const spent = allSpent.test(rest) && budget !== null ? { actual: budget } : {};
      const one = new RegExp(`^([^，。；\\d()]{1,10}?)(${amount})`).exec(rest);
      const funds = fundsIn(one?.[1] ?? '');
      const money = one?.[2] === undefined ? null : readMoney(one[2]);
      const moneys =
        funds === null || money === null ? spent : moneyAfter(rest.slice(one?.[0].length ?? 0), { [funds]: money });
      if (Object.keys(moneys).length > 0)
        found.push(told(passage, at, at + wanted.length, section, facts.fiscalYear, moneys, name));
    }
    return found;
  });
}

function told(
  passage: Passage,
  from: number,
  to: number,
  section: Section,
  fiscalYear: number | null,
  moneys: Moneys,
  known?: string,
): ToldFunds {
  const words = passage.cut(from, to);
  const name = known ?? tidy(words.value);
  const { initialBudget = null, budget = null, actual = null, received = null, carriedOver = null } = moneys;
  const quote = tidy(passage.text.slice(from, Math.min(passage.text.length, to + 60)).split('。')[0] ?? '');
  const mention = {
    name,
    fiscalYear,
    initialBudget,
    budget,
    actual,
    executionRate: null,
    score: null,
    section: section.index,
    words,
    quote,
  };
  return { mention, received, carriedOver };
}
