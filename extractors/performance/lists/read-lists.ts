/**
 * An outline → forms told in prose: labelled indicators under the heading of their project (“（1）办公用房租赁费”, “项目1…：”) or of the whole
 * department, and scored indicators. Hard because what a heading names, a project, a level or a part of the report, shows only in its words.
 */

import { tidy } from '../../../normalizers/fold.ts';
import { firstLevelOf, type Levels, levelsOf } from '../../../normalizers/indicator-level.ts';
import { parseActual, parseTarget, withUnitOf } from '../../../normalizers/target-value.ts';
import type { Paragraph } from '../../../pipeline/model/layout.ts';
import type { Outline, Section } from '../../../pipeline/model/outline.ts';
import type { Indicator } from '../../../pipeline/model/performance.ts';
import type { DocumentFacts } from '../../../pipeline/model/reading.ts';
import type { Form, ProjectMention } from '../form.ts';
import { fundsStatements } from '../statements.ts';
import { levelAlone, valuesBelowLevels } from './below-levels.ts';
import { entriesOf, isPaired } from './entries.ts';
import { type LabelledValue, labelledValues, type Stretch } from './labels.ts';
import { moneyInList } from './list-money.ts';
import { readScored } from './scored.ts';

type FormIndicator = Omit<Indicator, 'project'>;

/** Values of one level below a heading or on one line. */
interface Labelled {
  readonly section: Section;
  readonly level1: string | null;
  readonly values: readonly LabelledValue[];
}

/** Headings that name a part of the report, not a project. */
const partOfReport = /绩效目标|绩效指标|指标|完成情况|情况分析|绩效评价|绩效自评|自评结论|整体支出|基本情况/;
const levelHeading = /^([\u4e00-\u9fff]{2,8}指标)(?:的?完成情况(?:分析)?|分析)?[。:：]?/;
const skipped = new Set(['glossary']);

/** @returns one form for each project told of in a labelled list, one for the department, one for scored indicators */
export function readLists(outline: Outline, facts: DocumentFacts): readonly Form[] {
  const found = outline.sections.flatMap((section) => (skipped.has(section.kind) ? [] : labelledIn(section, outline)));
  const paired = isPaired(found.flatMap(({ values }) => values));
  const owners = new Map<Section | null, Labelled[]>();
  for (const one of found) {
    const owner = ownerOf(one.section, outline);
    const same = owners.get(owner);
    if (same === undefined) owners.set(owner, [one]);
    else same.push(one);
  }
  const forms = [...owners].map(([owner, lists]) => formOf(owner, lists, paired, outline, facts));
  const scored = outline.sections.flatMap((section) => scoredIn(section, facts));
  return scored.length === 0 ? forms : [...forms, { project: null, indicators: scored }];
}

const paragraphsOf = ({ blocks }: Section) => blocks.filter((block): block is Paragraph => block.kind === 'paragraph');

function labelledIn(section: Section, { sections }: Outline): readonly Labelled[] {
  const heading = section.heading?.value ?? '';
  const around = levelAlone(heading) === null || section.parent === null ? undefined : sections[section.parent];
  const above = levelOfHeading(heading) ?? levelOfHeading(around?.heading?.value ?? '');
  const paragraphs = paragraphsOf(section);
  const below = valuesBelowLevels(
    heading,
    paragraphs.map(({ passage }) => passage),
  );
  return paragraphs.flatMap(({ passage }, i) => {
    const printed = labelledValues(passage);
    const values = printed.length > 0 ? printed : (below[i] ?? []);
    const inline = levelOfHeading(tidy(passage.text.slice(0, printed[0]?.labelAt ?? 0)));
    return values.length === 0 ? [] : [{ section, level1: inline ?? above, values }];
  });
}

/** @returns 产出指标 for 产出指标完成情况分析 */
function levelOfHeading(heading: string): string | null {
  const level = levelHeading.exec(heading)?.[1];
  return level !== undefined && firstLevelOf(level) !== null ? level : null;
}

/** The nearest heading above that names a project; null for the whole department. */
function ownerOf(section: Section, { sections }: Outline): Section | null {
  const heading = section.heading?.value ?? '';
  if (levelOfHeading(heading) !== null || levelAlone(heading) !== null) {
    const parent = section.parent === null ? undefined : sections[section.parent];
    return parent === undefined ? null : ownerOf(parent, { sections });
  }
  return section.level === 0 || heading === '' || partOfReport.test(heading) ? null : section;
}

function formOf(
  owner: Section | null,
  lists: readonly Labelled[],
  paired: boolean,
  outline: Outline,
  facts: DocumentFacts,
): Form {
  const indicators = lists.flatMap(({ section, level1, values }) =>
    values.flatMap((value) => {
      const levels = levelsOf(level1, value.label);
      const stated = { ...levels, level1Stated: level1, level2Stated: value.label };
      return entriesOf(value, paired).map(({ at, ...said }) => indicatorOf(section, facts, stated, at, said));
    }),
  );
  if (owner === null) return { project: null, indicators: [...indicators, ...unlabelled(lists, outline, facts)] };
  const costs = lists.flatMap(({ values }) => values.filter(({ levels }) => levels.level2 === '成本指标'));
  return { ...mentionOf(owner, paired ? [] : costs, facts), indicators };
}

/** Words right below a level's heading, where its sisters hold lists: “（3）满意度指标完成情况分析。企业满意度95%以上”. */
function unlabelled(lists: readonly Labelled[], { sections }: Outline, facts: DocumentFacts): readonly FormIndicator[] {
  const parents = new Set(lists.flatMap(({ section, level1 }) => (level1 === null ? [] : [section.parent])));
  return sections.flatMap((section) => {
    const stated = levelOfHeading(section.heading?.value ?? '');
    if (stated === null || !parents.has(section.parent) || lists.some((list) => list.section === section)) return [];
    return paragraphsOf(section)
      .slice(1)
      .flatMap(({ passage }) => {
        const introduction = /^[^，。]{0,16}(?:结果|情况)(?:为|显示|表明)[，:]?/.exec(passage.folded)?.[0].length ?? 0;
        const end = passage.folded.trimEnd().replace(/[。；]$/, '').length;
        if (end <= introduction) return [];
        const at = { passage, from: introduction, to: end };
        const words = { indicator: tidy(passage.text.slice(introduction, end)), target: null, actual: null };
        return [
          indicatorOf(
            section,
            facts,
            { ...levelsOf(stated, null), level1Stated: stated, level2Stated: null },
            at,
            words,
          ),
        ];
      });
  });
}

interface Stated extends Levels {
  readonly level1Stated: string | null;
  readonly level2Stated: string | null;
}

type Said = Pick<Indicator, 'indicator' | 'target' | 'actual'> &
  Partial<Pick<Indicator, 'weight' | 'score' | 'deviation'>>;

function indicatorOf(section: Section, facts: DocumentFacts, levels: Stated, at: Stretch, said: Said): FormIndicator {
  const words = at.passage.cut(at.from, at.to);
  return {
    fiscalYear: facts.fiscalYear,
    ...levels,
    weight: null,
    score: null,
    deviation: null,
    ...said,
    targetParsed: withUnitOf(said.indicator, parseTarget(said.target)),
    actualParsed: withUnitOf(said.indicator, parseActual(said.actual)),
    section: section.index,
    grid: null,
    words,
    quote: tidy(words.value),
  };
}

function scoredIn(section: Section, facts: DocumentFacts): readonly FormIndicator[] {
  return paragraphsOf(section).flatMap(({ passage }) => {
    const said = readScored(tidy(passage.text));
    if (said === null) return [];
    const levels = { level1: '其他', level2: '其他', level1Stated: null, level2Stated: null } as const;
    return [indicatorOf(section, facts, levels, { passage, from: 0, to: passage.text.trimEnd().length }, said)];
  });
}

function mentionOf(owner: Section, costs: readonly LabelledValue[], facts: DocumentFacts): Omit<Form, 'indicators'> {
  if (owner.heading === null) return { project: null };
  const told = costs.map(({ passage, from, to }) => ({
    passage,
    ...moneyInList(passage.folded, from, to, facts.fiscalYear),
  }));
  const money = told.find(({ budget }) => budget !== null);
  const name = tidy(owner.heading.value).replace(/[:：。]$/, '');
  const project: ProjectMention = {
    name,
    fiscalYear: facts.fiscalYear,
    initialBudget: null,
    budget: money?.budget ?? null,
    actual: money?.actual ?? null,
    executionRate: null,
    score: null,
    section: owner.index,
    words: owner.heading,
    quote: name,
  };
  const statements = money === undefined ? [] : fundsStatements(name, owner.index, money.passage, money.placed);
  return { project, statements };
}
