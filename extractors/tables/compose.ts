/** What a row is about × what a column holds, in a table of a template → the meaning of the number where they cross. */
import { yearsIn } from '../../normalizers/fiscal-year.ts';
import { termKeys } from '../../normalizers/statement-terms.ts';
import type { Basis, FigureMeaning, Item, Measure } from '../../pipeline/model/figure.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { Column, ColumnMeaning } from './columns.ts';
import { conceptOf, functionConcept, totalConcept } from './concepts.ts';
import type { RowAbout, RowReading } from './rows.ts';
import type { Fund, StatementTemplate } from './template.ts';

export interface TableContext {
  readonly template: StatementTemplate;
  readonly facts: DocumentFacts;
  /** Whether some column is of money left over: then a 合计 is a grand total. */
  readonly carries: boolean;
  /** Whether some column or row is named the total of the table's matter: then a bare 合计 is something larger. */
  readonly ownTotal: boolean;
}

type Side = 'revenue' | 'expenditure';

/** @returns the meaning, or null where row and column together say nothing that has a concept */
export function compose(
  row: RowReading,
  column: Column,
  side: Side | null,
  context: TableContext,
): FigureMeaning | null {
  const { template } = context;
  const on: Side = side ?? template.side ?? 'expenditure';
  const named = conceptAt(row.about, column.meaning, on, context);
  if (named === null) return null;
  const time = timeOf(row.about, column.meaning, context.facts);
  const basis = stock.test(named.concept) ? 'none' : time.basis;
  const about = row.about;
  return {
    concept: named.concept,
    component: named.component,
    ...time,
    basis,
    function: about.kind === 'item' ? about.function : null,
    economic: (about.kind === 'item' ? about.economic : null) ?? column.meaning.economic,
    governmentCode: about.kind === 'item' ? about.governmentCode : null,
    project: about.kind === 'project' ? about.name : null,
    agency: row.agency,
    stated: [row.stated, column.path.at(-1) ?? ''].filter((part) => part !== '')[0] ?? '',
  };
}

/** What there is at a year's end has no basis. */
const stock = /^assets\.|vehicles_owned$/;

interface Named {
  readonly concept: string;
  readonly component: string | null;
}

function conceptAt(about: RowAbout, meaning: ColumnMeaning, side: Side, context: TableContext): Named | null {
  const { template } = context;
  const column = columnConcept(meaning, side, context);
  switch (about.kind) {
    case 'nothing':
    case 'unknown':
      return null;
    case 'total':
    case 'period':
      if (meaning.economic !== null) return economicAt(meaning.economic, column, meaning, side, context);
      return totalAt(column, meaning, side, context);
    case 'matter':
      return matterAt(about, column, meaning, side, context);
    case 'project':
      if (template.matter !== undefined) return { concept: template.matter, component: column };
      return { concept: 'project.funds', component: projectPart(column, meaning) };
    case 'item': {
      if (template.matter === 'procurement.total' || template.matter === 'other') {
        return { concept: template.matter, component: column };
      }
      if (about.function === null) {
        // The contract has no parts of fiscal expenditure.
        const fund = template.fund === 'fiscal' ? 'all' : template.fund;
        const under = about.under === null ? null : conceptOf(about.under, side, fund);
        return economicAt(about.economic, column ?? under, meaning, side, context);
      }
      const fund = meaning.fund ?? template.fund;
      const rows = functionConcept(side, side === 'revenue' ? 'all' : template.side === null ? fund : template.fund);
      if (meaning.part === 'carry_opening' || meaning.part === 'carry_closing') {
        const carry = carryConcept(meaning.part);
        return column === carry ? { concept: rows, component: carry } : { concept: carry, component: column };
      }
      // 本年收入 of an item, beside what was spent on it.
      const other = ofOtherSide(meaning, side, column, template.fund);
      if (other !== null) return other;
      const own = side === 'expenditure' && column === totalOf(side, context);
      return { concept: rows, component: column === rows || own ? null : column };
    }
  }
}

/** A column of this year's money on the other side: 本年收入, or what of it is for 基本支出. */
function ofOtherSide(meaning: ColumnMeaning, side: Side, column: string | null, fund: Fund): Named | null {
  if (meaning.side === null || meaning.side === side || meaning.fund !== null || meaning.part !== null) return null;
  const concept = totalConcept(meaning.side, fund, 'current');
  if (meaning.item === 'current') return { concept, component: null };
  return parts.has(meaning.item ?? '') ? { concept, component: column } : null;
}

const parts: ReadonlySet<string> = new Set(['basic', 'project', 'personnel', 'operating']);

const carryConcept = (part: 'carry_opening' | 'carry_closing') =>
  part === 'carry_opening' ? 'carryover.opening' : 'carryover.closing';

const totalOf = (side: Side, { template, carries }: TableContext) =>
  totalConcept(side, template.fund, carries ? 'grand' : 'current');

/** The concept a column stands for; null for one that holds its rows' totals. */
function columnConcept(meaning: ColumnMeaning, side: Side, context: TableContext): string | null {
  const { template } = context;
  if (meaning.other) return 'other';
  const fund: Fund = meaning.fund ?? template.fund;
  const on = meaning.side ?? side;
  if (meaning.part === 'appropriated' && meaning.item === null && template.matter === undefined) {
    return appropriation(meaning);
  }
  if (meaning.item === 'current' && meaning.fund === null && template.side !== null) {
    const own = on === template.side && on === 'expenditure' && !context.carries;
    if (own && template.part !== undefined) return conceptOf(template.part, on, template.fund);
    return own ? null : totalConcept(on, template.fund, 'current');
  }
  if (meaning.item !== null && meaning.item !== 'grand' && meaning.item !== 'current') {
    return conceptOf(meaning.item, on, fund);
  }
  if (meaning.fund !== null && meaning.fund !== template.fund) {
    const parted = fund === 'fiscal' || fund === 'general_public_budget';
    if (template.part !== undefined && parted) return conceptOf(template.part, on, fund);
    return conceptOf(meaning.fund, on, template.fund);
  }
  if (meaning.part === 'current_part')
    return totalConcept(on, template.fund === 'fiscal' ? 'fiscal' : 'all', 'current');
  if (meaning.part === 'carry_opening' || meaning.part === 'carry_closing') return carryConcept(meaning.part);
  return template.part === undefined ? null : conceptOf(template.part, on, template.fund);
}

/** What a budget appropriates this year, as the side of revenue calls it. */
const appropriation = ({ fund }: ColumnMeaning) =>
  conceptOf(fund ?? 'fiscal', 'revenue', 'all') ?? 'revenue.fiscal_appropriation';

/** A total row carries each column's own concept. */
function totalAt(column: string | null, meaning: ColumnMeaning, side: Side, context: TableContext): Named {
  const { template } = context;
  if (meaning.part === 'carry_opening' || meaning.part === 'carry_closing') {
    const carry = carryConcept(meaning.part);
    const whose =
      template.fund === 'all' || template.side === null ? null : totalConcept(side, template.fund, 'current');
    return { concept: carry, component: column === carry || column === null ? whose : column };
  }
  if (template.matter !== undefined) {
    const concept = context.ownTotal && column === null ? 'other' : template.matter;
    if (column === null) return { concept, component: null };
    return meaning.item === null ? { concept: template.matter, component: column } : withFund(column, meaning);
  }
  if (column === null) return { concept: totalOf(side, context), component: null };
  if (meaning.part === 'appropriated' && meaning.item !== null) {
    return { concept: column, component: appropriation(meaning) };
  }
  const other = template.side === null ? null : ofOtherSide(meaning, side, column, template.fund);
  if (other !== null) return other;
  const fiscalPart = /^fiscal\.(basic|project|personnel|operating)$/.exec(column)?.[1];
  if (fiscalPart !== undefined) {
    return { concept: `expenditure.${fiscalPart}`, component: 'fiscal.expenditure_current_year' };
  }
  const inBudget = template.fund === 'government_fund' || template.fund === 'state_capital';
  if (inBudget && /^expenditure\.(?:basic|project|personnel|operating)$/.test(column)) {
    return { concept: totalConcept('expenditure', template.fund, 'current'), component: column };
  }
  if (meaning.part === 'current_part' && meaning.item === null && meaning.fund === null) {
    const part = template.part === undefined ? null : conceptOf(template.part, side, template.fund);
    const concept = part ?? totalConcept(side, template.fund, 'current');
    return { concept, component: concept === column ? null : column };
  }
  const ofBudget = /^(?:government_fund|state_capital)\.expenditure$/.test(column) && template.part !== undefined;
  if (unnamed.has(column) || ofBudget) {
    const part = template.part === undefined ? 'other' : conceptOf(template.part, side, template.fund);
    return { concept: part ?? 'other', component: column };
  }
  return { concept: column, component: null };
}

/** Sources of money that the contract names no concept for: told apart by component. */
const unnamed: ReadonlySet<string> = new Set([
  'revenue.special_account',
  'revenue.unit_funds',
  'expenditure.special_account',
  'expenditure.unit_funds',
]);

/** “三公” by budget: the budget is the component. */
function withFund(concept: string, { fund }: ColumnMeaning): Named {
  return { concept, component: fund === null ? null : totalConcept('expenditure', fund, 'current') };
}

function matterAt(
  { key, under }: Extract<RowAbout, { kind: 'matter' }>,
  column: string | null,
  meaning: ColumnMeaning,
  side: Side,
  context: TableContext,
): Named | null {
  const { template } = context;
  const fund = template.fund;
  if (key === 'other') return { concept: 'other', component: column };
  if (under === 'carry_opening') {
    return { concept: 'carryover.opening', component: conceptOf(key, 'revenue', fund) };
  }
  const total = key === 'current' || key === 'grand';
  const concept = conceptOf(key, side, fund);
  if (concept === null) return null;
  const fiscalPart = /^fiscal\.(basic|project|personnel|operating)$/.exec(concept)?.[1];
  if (fiscalPart !== undefined) return partOfFiscal(fiscalPart, meaning.fund);
  if (unnamed.has(concept)) return { concept: 'other', component: meaning.part === null ? concept : column };
  if (meaning.other) return { concept, component: 'other' };
  if (meaning.part !== null) return { concept, component: column === concept ? null : column };
  // A column that is named as its table says nothing more of a part.
  if (meaning.item !== null && meaning.item !== key && column !== null && column !== template.matter) {
    return total ? { concept: column, component: null } : { concept, component: column };
  }
  if (meaning.fund === null || meaning.fund === fund) return { concept, component: null };
  const budget = totalConcept(side, meaning.fund, 'current');
  return key === 'current' ? { concept: budget, component: null } : { concept, component: budget };
}

/** 基本支出 among fiscal money, of one budget where the column names it. */
function partOfFiscal(part: string, fund: Fund | null): Named {
  if (fund === 'general_public_budget') return { concept: `${fund}.${part}`, component: null };
  const whose = totalConcept('expenditure', fund ?? 'fiscal', 'current');
  const own = fund === null || fund === 'fiscal';
  return own
    ? { concept: `expenditure.${part}`, component: whose }
    : { concept: whose, component: `expenditure.${part}` };
}

function economicAt(
  economic: Item | null,
  column: string | null,
  meaning: ColumnMeaning,
  side: Side,
  context: TableContext,
): Named {
  const { template } = context;
  if (economic === null) return { concept: 'other', component: column };
  const whole =
    template.matter ??
    (template.part === undefined
      ? template.fund === 'all'
        ? null
        : totalConcept(side, template.fund, 'current')
      : conceptOf(template.part, side, template.fund));
  const carry = meaning.part === 'carry_opening' || meaning.part === 'carry_closing';
  if (carry && column !== null && column !== carryConcept('carry_opening')) {
    return { concept: 'expenditure.by_economic', component: 'carryover.opening' };
  }
  return { concept: 'expenditure.by_economic', component: column ?? whole };
}

/** A project's money: fiscal by its budget, other by where it comes from. */
function projectPart(column: string | null, meaning: ColumnMeaning): string | null {
  if (meaning.part === 'carry_opening') return 'carryover.opening';
  if (meaning.fund === 'fiscal') return 'project.funds_fiscal';
  if (meaning.fund === 'general_public_budget') return 'general_public_budget.project';
  if (meaning.fund !== null) return totalConcept('expenditure', meaning.fund, 'current');
  if (meaning.item === null || meaning.item === 'project') return null;
  return column === null ? null : 'project.funds_other';
}

interface Time {
  readonly fiscalYear: number | null;
  readonly basis: Basis;
  readonly measure: Measure;
}

/** Year, basis and measure, from the column, else the row, else the document. */
function timeOf(about: RowAbout, meaning: ColumnMeaning, { fiscalYear, kind }: DocumentFacts): Time {
  let { basis, measure } = meaning;
  const { year } = meaning;
  let printed = year === null ? null : 'printed' in year ? year.printed : (fiscalYear ?? 0) + year.offset;
  if (about.kind === 'period') {
    printed ??= yearsIn(about.words)[0]?.year ?? null;
    const [key] = termKeys(about.words.replace(/20\d\d年?度?/, ''));
    if (key === 'change' || key === 'growth_rate') measure = key;
    else if (key === 'budget' || key === 'initial_budget' || key === 'actual') basis ??= key;
  }
  const own = printed === null || fiscalYear === null ? fiscalYear : printed;
  const final = kind === 'final_accounts' || kind === 'performance_self_evaluation';
  const earlier = own !== null && fiscalYear !== null && own < fiscalYear;
  const stated = basis === 'budget' && earlier && !final ? 'initial_budget' : basis;
  return { fiscalYear: own, basis: stated ?? (final ? 'actual' : earlier ? 'initial_budget' : 'budget'), measure };
}
