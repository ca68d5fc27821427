/**
 * Prose → projects with their money: where the report lists them, where it says something after the name of a project already known
 * (“…到位16万元”, “…已全部支出”), and in the report on one project (“资金到位1.49元”).
 */
import { compact } from '../../../normalizers/fold.ts';
import { readMoney } from '../../../normalizers/money.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import type { Outline, Section } from '../../../pipeline/model/outline.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import type { ProjectMention } from '../form.ts';
import { reportedProject } from '../project-report.ts';
import { fundsStatements, type Statement } from '../statements.ts';
import { listedIn } from './funds-lists.ts';
import { fundsIn } from './funds-terms.ts';
import { amount, type Facts, moneyAfter, type ToldFunds, told } from './funds-told.ts';

const allSpent = /^[^，。；]{0,4}(?:已经?)?全部(?:已经?)?(?:支出|支付|拨付|使用|执行)/;
/** A short paragraph may head a list as a heading does. */
const longestLead = 60;

interface Known {
  readonly name: string;
  readonly budget: Money | null;
}

export interface ProseFunds {
  readonly told: readonly ToldFunds[];
  /** Of reports on one project, where its name stands in the title alone. */
  readonly statements: readonly Statement[];
}

interface Spoken {
  readonly section: Section;
  readonly passage: Passage;
  /** The short paragraph last before it in its section. */
  readonly lead: string;
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
): ProseFunds {
  const paragraphs = sections.flatMap((section) => spokenIn(section, skip));
  const own = paragraphs.flatMap(({ section, passage, lead }) => listedIn(section, passage, lead, sections, facts));
  const said = (mentions: readonly ProjectMention[]) => {
    const names = knownBudgets(mentions);
    return paragraphs.flatMap(({ section, passage }) => saidOf(names, section, passage, facts));
  };
  const first = [...known, ...own.map(({ mention }) => mention)];
  const more = said([...first, ...said(first).map(({ mention }) => mention)]);
  const names = [...new Set(first.map(({ name }) => name))];
  const statements = paragraphs.flatMap(({ section, passage }) => reported(section, passage, sections, names));
  return { told: [...own, ...more], statements };
}

function spokenIn(section: Section, skip: (passage: Passage) => boolean): readonly Spoken[] {
  let lead = '';
  return section.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || skip(block.passage)) return [];
    const { passage } = block;
    const one = { section, passage, lead };
    if (passage.text.length <= longestLead && !/^\s*[(（]?\d/.test(passage.text)) lead = compact(passage.text);
    return [one];
  });
}

/** In the report on one project: what arrived, was spent and is left. */
function reported(section: Section, passage: Passage, sections: readonly Section[], names: readonly string[]) {
  const project = reportedProject(section, sections, names);
  if (project === null) return [];
  return [...passage.folded.matchAll(/[^，。；]+/g)].flatMap((clause) => {
    const match = reportedFunds.exec(clause[0]);
    const money = match?.[2] === undefined ? null : readMoney(match[2]);
    const funds = fundsIn(match?.[1] ?? '');
    if (match === null || money === null || funds === null) return [];
    const to = clause.index + match[0].length;
    const place = { money, from: to - (match[2] ?? '').length, to };
    return fundsStatements(project, section.index, passage, { [funds]: place });
  });
}

const reportedFunds = new RegExp(`^\\s*((?:项目)?资金(?:到位|支出|使用|结余)|结余)\\s*(${amount})`);

/** Each name with its budget, where one is told anywhere: 已全部支出 speaks of it. */
function knownBudgets(mentions: readonly ProjectMention[]): readonly Known[] {
  const names = new Map<string, Known>();
  for (const { name, budget, initialBudget } of mentions) {
    const before = names.get(name)?.budget ?? null;
    if (compact(name).length >= 4) names.set(name, { name, budget: before ?? budget ?? initialBudget });
  }
  return [...names.values()];
}

/** What is said right after the name of a known project. */
function saidOf(names: readonly Known[], section: Section, passage: Passage, facts: Facts): readonly ToldFunds[] {
  const text = passage.folded;
  return names.flatMap(({ name, budget }) => {
    const wanted = compact(name);
    const found: ToldFunds[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (/[\u4e00-\u9fff]/.test(text[at - 1] ?? '') && !/[和及、]/.test(text[at - 1] ?? '')) continue;
      const after = at + wanted.length + (text.startsWith('项目', at + wanted.length) ? 2 : 0);
      const rest = text.slice(after);
      const one = new RegExp(`^([^，。；\\d()]{1,10}?)(${amount})`).exec(rest);
      const funds = fundsIn(one?.[1] ?? '');
      const money = one?.[2] === undefined ? null : readMoney(one[2]);
      const end = after + (one?.[0].length ?? 0);
      const place = { from: end - (one?.[2]?.length ?? 0), to: end };
      const moneys =
        funds === null || money === null ? {} : moneyAfter(text, end, text.length, { [funds]: { money, ...place } });
      const spent = allSpent.test(rest) ? budget : null;
      if (Object.keys(moneys).length > 0 || spent !== null)
        found.push(told(passage, at, at + wanted.length, section, facts, moneys, { name, spent }));
    }
    return found;
  });
}
