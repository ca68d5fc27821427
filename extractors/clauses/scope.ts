/** What a section's prose is about before its first word: which money, which side, which matter, by the headings it stands under. */
import { yearsIn } from '../../normalizers/fiscal-year.ts';
import { compact } from '../../normalizers/fold.ts';
import type { Basis } from '../../pipeline/model/figure.ts';
import type { Outline, Section } from '../../pipeline/model/outline.ts';
import type { Fund } from '../tables/template.ts';
import { onlyLevel } from './budget-levels.ts';

export interface Scope {
  readonly fund: Fund;
  readonly side: 'revenue' | 'expenditure' | null;
  /** What bare names of items are: functions, or economic items where the section is about basic expenditure. */
  readonly items: 'function' | 'economic' | null;
  /** The concept that the heading itself names: what its figures are of until another is named. */
  readonly matter: string | null;
  /** False where 财政拨款 and the like are no totals of the unit: in what is told of performance, or of procurement. */
  readonly totals: boolean;
  /** Names before amounts are projects'. */
  readonly projects: boolean;
  /** What amounts without a word for it are: 到位, 执行. */
  readonly basis: Basis | null;
  /** What a government's budget report tells of there: what was carried out, or what is planned. */
  readonly stage: Basis | null;
  /** It tells of a part of a year, whose numbers are not the year's: 上半年预算执行情况. */
  readonly partial: boolean;
  /** The one level of government its heading names: 市级. */
  readonly level: string | null;
  /** False for sections whose numbers are no figures: definitions, duties, work done. */
  readonly read: boolean;
  /** The year its heading tells, where that is one year: 2023年预算执行情况. */
  readonly year: number | null;
}

/** What a fund's name alone stands for, on either side. */
export const wholes: Readonly<Record<Fund, readonly [revenue: string, expenditure: string]>> = {
  all: ['revenue.current_year', 'expenditure.current_year'],
  fiscal: ['revenue.fiscal_appropriation', 'fiscal.expenditure_current_year'],
  general_public_budget: ['revenue.general_public_budget', 'general_public_budget.expenditure'],
  government_fund: ['revenue.government_fund', 'government_fund.expenditure'],
  state_capital: ['revenue.state_capital', 'state_capital.expenditure'],
};

/** One line of the shelf: words of a heading, and what they say. */
export interface ScopeRule {
  readonly heading: RegExp;
  readonly scope: Partial<Scope>;
}

/** One line on what a heading tells of a government's budget: its execution, its plan, or (null) only a part of a year. */
export interface StageRule {
  readonly heading: RegExp;
  readonly basis: Basis | null;
}

export interface ProseShelf {
  readonly rules: readonly ScopeRule[];
  /** Kinds of sections that hold no figures. */
  readonly unread: ReadonlySet<string>;
  readonly stages: readonly StageRule[];
}

/** Before any heading says something. */
export const nothing: Scope = {
  fund: 'all',
  side: null,
  items: null,
  matter: null,
  totals: true,
  projects: false,
  basis: null,
  read: true,
  year: null,
  stage: null,
  level: null,
  partial: false,
};

/**
 * @param rules the shelf's, the more particular first, as they hold for this outline
 */
export function scopeOf(
  section: Section,
  { sections }: Outline,
  rules: readonly ScopeRule[],
  shelf: Omit<ProseShelf, 'rules'>,
): Scope {
  let scope = nothing;
  let found = false;
  for (
    let at: Section | undefined = section;
    at !== undefined;
    at = at.parent === null ? undefined : sections[at.parent]
  ) {
    if (shelf.unread.has(at.kind)) return { ...nothing, read: false };
    if (at.kind.startsWith('performance')) scope = { ...scope, totals: false };
    const heading = compact(at.heading?.value ?? '').replace(/[“”"]/g, '');
    if (scope.year === null) scope = { ...scope, year: onlyYear(heading) };
    if (scope.level === null) scope = { ...scope, level: onlyLevel(heading) };
    const partial = shelf.stages.some((rule) => rule.basis === null && rule.heading.test(heading));
    if (partial) scope = { ...scope, partial };
    if (scope.stage === null) scope = { ...scope, stage: stageOf(heading, shelf.stages) };
    const rule = rules.find((one) => one.heading.test(heading));
    if (rule === undefined) continue;
    if (!found) scope = { ...scope, ...rule.scope };
    else if (scope.fund === 'all' && isWhole(scope.matter)) scope = { ...scope, ...ofFund(rule.scope.fund, scope) };
    else if (scope.fund === 'fiscal' && rule.scope.fund === 'general_public_budget') {
      // 财政拨款 under 一般公共预算财政拨款 is of that budget.
      scope = { ...scope, fund: rule.scope.fund, matter: rule.scope.matter ?? scope.matter };
    }
    found = true;
  }
  return scope;
}

/** （四）财政拨款收支预算情况的总体说明（详见表4）2026年…: a heading that its text follows on the same line. */
const runIn =
  /^[(（][一二三四五六七八九十]{1,3}[)）]([^，。；：]{4,30}?(?:说明|情况))(?:[(（][^()（）]{2,12}[)）])?(?=20\d\d年)/;

/** @returns what the rest of a section is about after a paragraph that begins with a heading of its own */
export function scopeAfter(paragraph: string, scope: Scope, rules: readonly ScopeRule[]): Scope {
  const heading = runIn.exec(paragraph)?.[1];
  const rule = heading === undefined ? undefined : rules.find((one) => one.heading.test(heading));
  if (rule === undefined) return scope;
  const { year, totals, stage, partial } = scope;
  return { ...nothing, year, totals, stage, partial, ...rule.scope };
}

/** What was carried out, or what is planned; null where a heading tells neither, or both. */
function stageOf(heading: string, stages: readonly StageRule[]): Basis | null {
  const found = new Set(
    stages.flatMap((rule) => (rule.heading.test(heading) && rule.basis !== null ? [rule.basis] : [])),
  );
  const [basis] = found;
  return found.size === 1 ? (basis ?? null) : null;
}

/** @returns null where it tells none, or several */
function onlyYear(heading: string): number | null {
  // 财政拨款收支与2021年度决算对比情况: what it is compared with.
  const own = heading.replace(/[与比较同](?=20\d\d年)20\d\d年度?/g, '');
  const years = new Set(yearsIn(own).map(({ year }) => year));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

const isWhole = (matter: string | null) =>
  matter === null || wholes.all.includes(matter) || /^expenditure\.(?:basic|project)$/.test(matter);

/** 支出决算具体情况 under 一般公共预算 is of that budget. */
function ofFund(fund: Fund | undefined, { matter, side }: Scope): Partial<Scope> {
  if (fund === undefined) return {};
  if (matter === null || side === null) return { fund };
  if (wholes.all.includes(matter)) return { fund, matter: wholes[fund][side === 'revenue' ? 0 : 1] };
  return { fund, matter: fund === 'general_public_budget' ? matter.replace('expenditure', fund) : matter };
}
