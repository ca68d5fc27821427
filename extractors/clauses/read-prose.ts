/** An outline's prose → figures: section by section, paragraph by paragraph; amounts that became none, with the reason. */
import { conceptLabel } from '../../normalizers/concepts.ts';
import { compact, tidy } from '../../normalizers/fold.ts';
import type { Figure } from '../../pipeline/model/figure.ts';
import type { Note } from '../../pipeline/model/finding.ts';
import { toFen } from '../../pipeline/model/money.ts';
import type { Outline, Section } from '../../pipeline/model/outline.ts';
import type { Passage } from '../../pipeline/model/passage.ts';
import type { AmountMention, DocumentFacts } from '../../pipeline/model/reading.ts';
import { coverOf } from '../../pipeline/model/span.ts';
import { moneyOf } from '../tables/numbers.ts';
import type { ClauseFigure, Unresolved } from './clause-figure.ts';
import { brokenName } from './item-names.ts';
import { isOfPartOfYear, opensWithPartOfYear, tellsOfGovernment } from './part-of-year.ts';
import { readClauses } from './read-clauses.ts';
import { type ProseShelf, type Scope, type ScopeRule, scopeAfter, scopeOf } from './scope.ts';
import { type Squeezed, squeeze } from './squeeze.ts';
import { type ItemSubjects, itemSubjects, type Subject } from './subject.ts';
import { tokensOf } from './tokens.ts';
import { componentIn, holderOf, nobody, potOfFund } from './whose-budget.ts';

export interface ProseReading {
  readonly figures: readonly Figure[];
  /** Amounts of the prose that became no figure. */
  readonly unresolved: ReadonlyMap<AmountMention, WhyNone>;
}

type WhyNone = Unresolved | 'threshold' | 'not-explained-here';

export function readProse(
  outline: Outline,
  facts: DocumentFacts,
  mentions: readonly AmountMention[],
  shelf: ProseShelf,
  note: Note,
): ProseReading {
  const byPassage = new Map<Passage, AmountMention[]>();
  for (const mention of mentions) {
    const same = byPassage.get(mention.passage);
    if (same === undefined) byPassage.set(mention.passage, [mention]);
    else same.push(mention);
  }
  const figures: Figure[] = [];
  const unresolved = new Map<AmountMention, WhyNone>();
  const government = facts.kind === 'budget_execution_report';
  const partial = isOfPartOfYear(facts, shelf.stages);
  const items = itemSubjects(facts.fiscalYear, government);
  /** Whose budget was spoken of last in the section. */
  let held = nobody;
  /** What a paragraph without a number named for the next: 1.…（类）…（款）…（项）。 */
  let lead: Subject | null = null;
  /** The words of the heading or paragraph before. */
  let before = '';
  const rules = rulesFor(outline, shelf.rules);
  for (const section of outline.sections) {
    let scope = scopeOf(section, outline, rules, shelf);
    held = { level: scope.level, pot: potOfFund(scope.fund) };
    lead = null;
    before = compact(section.heading?.value ?? '');
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph') continue;
      const own = byPassage.get(block.passage) ?? [];
      const words = compact(block.passage.text);
      const unread = partial || (government && scope.partial);
      if (!scope.read || unread || (tellsOfGovernment(facts.kind) && opensWithPartOfYear(words))) {
        for (const mention of own) unresolved.set(mention, 'not-explained-here');
        continue;
      }
      if (own.length > 0 || /\d|[类款项][)）]|持平/.test(block.passage.text)) {
        const after = scopeAfter(words, scope, rules);
        if (after !== scope) held = { level: after.level, pot: potOfFund(after.fund) };
        scope = after;
        readParagraph(block.passage, own, section, scope);
      }
    }
  }
  return { figures, unresolved };

  function readParagraph(passage: Passage, own: readonly AmountMention[], section: Section, scope: Scope): void {
    const squeezed = squeeze(passage);
    const broken = brokenName(before, squeezed.text);
    if (broken !== null) lead = items.named(broken, scope);
    // 2023年，…: a new matter, which need not be of the level told last.
    if (/^(?:19|20)\d\d年/.test(squeezed.text)) held = { ...held, level: scope.level };
    const all = tokensOf(squeezed, own, government);
    const tokens = broken === null ? all : all.filter(({ from }) => from >= broken.to);
    const reading = readClauses(
      squeezed,
      tokens,
      scope,
      lead ?? opened(squeezed.text) ?? (government && scope.fund !== 'all' ? null : leadOf(section, scope)),
      items,
      facts,
      held,
    );
    held = reading.held;
    before = squeezed.text;
    const projects = reading.named?.concepts[0] === 'expenditure.project' || reading.named?.project != null;
    lead = reading.figures.length === 0 || projects ? reading.named : null;
    for (const figure of reading.figures) figures.push(...figuresOf(figure, passage, squeezed, own, section.index));
    const told = new Set(reading.figures.flatMap(({ value }) => (value.kind === 'money' ? [value.mention] : [])));
    for (const mention of own) {
      if (told.has(mention)) continue;
      // The upper end of 3至5万元 stands within the lower one's words, a threshold within a name.
      const within = mention.bound === null ? 'threshold' : 'range';
      unresolved.set(mention, reading.unresolved.get(mention) ?? within);
    }
    for (const { from, to } of reading.leftovers) {
      const { value, spans } = passage.cut(squeezed.printedAt(from), squeezed.printedAt(to - 1) + 1);
      note({
        code: 'template-left',
        message: `“${value}” stands after words of the form that were never chosen`,
        span: coverOf(spans),
      });
    }
    noteDoubts(passage, items, note);
  }

  function figuresOf(
    { subject, basis, measure, year, held, value, from, to, clause }: ClauseFigure,
    passage: Passage,
    squeezed: Squeezed,
    own: readonly AmountMention[],
    section: number,
  ): readonly Figure[] {
    const words = passage.cut(squeezed.printedAt(from), squeezed.printedAt(to - 1) + 1);
    const quote = tidy(passage.text.slice(squeezed.printedAt(clause[0]), squeezed.printedAt(clause[1] - 1) + 1));
    const kept = keptValue(value, own, squeezed.printedAt(to - 1));
    if (kept === null) return [];
    if (value.kind === 'unitless') {
      note({
        code: 'unit-inherited',
        message: `“${quote}” prints no unit; taken from its list`,
        span: coverOf(words.spans),
      });
    }
    const at: Figure['at'] = {
      kind: 'prose',
      passage,
      from: squeezed.printedAt(from),
      to: squeezed.printedAt(to - 1) + 1,
    };
    return subject.concepts.map((concept) => ({
      concept,
      label: conceptLabel(concept),
      component: (government ? componentIn(held, subject, concept) : null) ?? subject.component ?? null,
      basis,
      measure,
      fiscalYear: year,
      function: subject.function,
      economic: subject.economic,
      governmentCode: null,
      project: subject.project,
      agency: government ? holderOf(held, facts.region) : null,
      stated: subject.stated,
      source: 'narrative',
      section,
      words,
      quote,
      value: kept,
      mention: value.kind === 'money' ? value.mention : null,
      at,
    }));
  }
}

/** @param at where its number ends: a number without a unit has that of the next amount, else of the first */
function keptValue(value: ClauseFigure['value'], own: readonly AmountMention[], at: number): Figure['value'] | null {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', number: value.number, unit: value.unit };
    case 'none':
      return { kind: 'money', money: { fen: toFen(0n), place: 0, approximate: false, exact: true } };
    case 'unitless': {
      const units = [...own.filter(({ from }) => from > at), ...own];
      const unit = units.map(({ words }) => /[万亿]元/.exec(words.value)?.[0]).find((one) => one !== undefined);
      const money = moneyOf(value.number, unit === '亿元' ? 8 : unit === '万元' ? 4 : 0);
      return money === null ? null : { kind: 'money', money };
    }
    case 'money': {
      const money = value.mention.money.value;
      return { kind: 'money', money: value.sign === 1 ? money : { ...money, fen: toFen(-money.fen) } };
    }
  }
}

/** Where no section is about 一般公共预算 expenditure, the one about 财政拨款 stands in its place. */
function rulesFor({ sections }: Outline, rules: readonly ScopeRule[]): readonly ScopeRule[] {
  const own = sections.some(({ heading }) =>
    /一般公共预算(?!.*基本).*支出.*[^表]$/.test(compact(heading?.value ?? '')),
  );
  if (own) return rules;
  return rules.map((rule) => {
    const { fund, matter } = rule.scope;
    if (fund !== 'fiscal' || rule.scope.side !== 'expenditure') return rule;
    const part = matter === 'expenditure.basic' ? 'general_public_budget.basic' : 'general_public_budget.expenditure';
    return { ...rule, scope: { ...rule.scope, fund: 'general_public_budget', matter: part } };
  });
}

/** What a section's heading makes its first numbers about. */
/** 8.预算执行率（10分）：…: an indicator of the whole department's money, its parts told without a name. */
const rateOpens =
  /^(?:\(?[\d一二三四五六七八九十]+[)、.．]*)?(?:部门|整体|全年)*(?:支出)?预算(?:执行|完成)率(?:指标)?[(：:]/;

function opened(text: string): Subject | null {
  if (!rateOpens.test(text) || text.includes('项目')) return null;
  const plain = { function: null, economic: null, project: null, counts: false };
  return { ...plain, concepts: ['expenditure.current_year'], stated: '预算执行率' };
}

function leadOf(section: Section, scope: Scope): Subject | null {
  if (scope.matter === null) return null;
  const stated = section.heading?.value ?? '';
  const counts = scope.matter.startsWith('assets.');
  return { concepts: [scope.matter], function: null, economic: null, project: null, stated, counts };
}

function noteDoubts(passage: Passage, items: ItemSubjects, note: Note): void {
  for (const message of items.doubts()) note({ code: 'item-doubtful', message, span: coverOf(passage.spans) });
}
