/** A term or an item in the prose of a section → what the numbers after it are of. */
import type { Item } from '../../pipeline/model/figure.ts';
import { conceptOf, functionConcept, totalConcept } from '../tables/concepts.ts';
import { type ItemReader, itemReader } from '../tables/items.ts';
import type { NamedItem } from './item-names.ts';
import type { Scope } from './scope.ts';

export interface Subject {
  /** One concept, or both sides' for 收、支总计. */
  readonly concepts: readonly [string, ...string[]];
  /** The part of a budget that a function is told of. */
  readonly component?: string;
  readonly function: Item | null;
  readonly economic: Item | null;
  readonly project: string | null;
  /** The words that name it. */
  readonly stated: string;
  /** Names a count: 团组, 车辆. */
  readonly counts: boolean;
  /** The side of its budget that something without a concept of its own is on. */
  readonly side?: 'revenue' | 'expenditure';
  /** It is a budget's name alone: whose money, not what was raised or spent. */
  readonly bare?: boolean;
}

const plain = { function: null, economic: null, project: null, counts: false } as const;

/** @returns null for a term that names nothing here */
export function subjectOf(kind: string, key: string, stated: string, scope: Scope): Subject | null {
  const fund = scope.fund;
  if (kind === 'both') {
    const money = key.startsWith('fiscal') ? 'fiscal' : fund === 'fiscal' ? 'fiscal' : 'all';
    return {
      ...plain,
      concepts: [totalConcept('revenue', money, 'grand'), totalConcept('expenditure', money, 'grand')],
      stated,
    };
  }
  if (kind === 'other') {
    const other: Subject = { ...plain, concepts: ['other'], stated };
    return key === 'revenue' || key === 'expenditure' ? { ...other, side: key } : other;
  }
  if (kind === 'count' || kind === 'score') {
    const owned = scope.matter?.startsWith('assets.') === true ? 'assets.vehicles' : 'sangong.vehicles_owned';
    return { ...plain, concepts: [key === 'vehicles' ? owned : key], stated, counts: true };
  }
  if (kind === 'function') {
    const concept = functionConcept('expenditure', fund);
    return { ...plain, concepts: [concept], function: { code: key, name: stated }, stated };
  }
  if (kind === 'economic') {
    return { ...plain, concepts: ['expenditure.by_economic'], economic: { code: key, name: stated }, stated };
  }
  if (parts.has(key) && (fund === 'government_fund' || fund === 'state_capital')) {
    return {
      ...plain,
      concepts: [totalConcept('expenditure', fund, 'current')],
      component: `expenditure.${key}`,
      stated,
    };
  }
  const concept = conceptAt(key, scope);
  if (concept === null) return null;
  if (concept.startsWith('carryover.') && (fund === 'government_fund' || fund === 'state_capital')) {
    return { ...plain, concepts: [concept], component: totalConcept('expenditure', fund, 'current'), stated };
  }
  return { ...plain, concepts: [concept], stated, bare: budgets.has(key) };
}

/** Names of budgets, which say no side. */
const budgets: ReadonlySet<string> = new Set(['general_public_budget', 'government_fund', 'state_capital']);

/** Parts of expenditure, of whatever money. */
const parts: ReadonlySet<string> = new Set(['basic', 'project', 'personnel', 'operating']);

function conceptAt(key: string, { fund, side }: Scope): string | null {
  const sided = /^(revenue|expenditure)\.(grand|current)$/.exec(key);
  if (sided !== null) {
    const on = sided[1] === 'revenue' ? 'revenue' : 'expenditure';
    // 本年支出 of a fund's own section is that fund's; of the general public budget it is what shares are told of.
    const whose = fund === 'general_public_budget' ? 'all' : fund;
    return totalConcept(on, whose, sided[2] === 'grand' ? 'grand' : 'current');
  }
  if (key === 'revenue.fiscal') return 'revenue.fiscal_appropriation';
  if (key === 'fiscal.expenditure_current_year' && fund === 'general_public_budget')
    return 'general_public_budget.expenditure';
  if (key.includes('.') || ['meeting', 'training', 'agency_operation'].includes(key)) return key;
  if (parts.has(key)) return conceptOf(key, 'expenditure', fund === 'general_public_budget' ? fund : 'all');
  return conceptOf(key, side ?? 'revenue', 'all');
}

const digitsOf = { 类: 3, 款: 5, 项: 7 } as const;

export interface ItemSubjects {
  /** An item that the prose marks as one. */
  readonly named: (item: NamedItem, scope: Scope) => Subject;
  /** A bare name, where it is an item's; null else. In a list of 类 a function is one of them. */
  readonly bare: (name: string, scope: Scope, digits?: 3) => Subject | null;
  /** An economic item whose name ends a stretch of words. */
  readonly ending: (words: string, scope: Scope) => Subject | null;
  /** Money was told of something whose name is unknown: items after it stand below no 款 that was named before it. */
  readonly forget: () => void;
  readonly doubts: () => readonly string[];
}

/** 转移性支出: a transfer's name alone does not say who gives and who gets. */
const transfers = /^230/;

/**
 * Reads items in order: 款 and 项 stand below the 类 and 款 named before them.
 * @param government a report on a whole government's budget, which tells of no economic items
 */
export function itemSubjects(year: number | null, government: boolean): ItemSubjects {
  const readers: Readonly<Record<'function' | 'economic', ItemReader>> = {
    function: itemReader('function', year),
    economic: itemReader('economic', year),
  };
  const doubts: string[] = [];
  const read = (kind: 'function' | 'economic', code: string | null, name: string, digits?: 3 | 5 | 7): Item => {
    const { item, doubt } = readers[kind].read(code, name, digits);
    if (doubt !== null) doubts.push(doubt);
    return item;
  };
  return {
    named: ({ name, code, level, project }, scope) => {
      if (project) return { ...plain, concepts: ['project.funds'], project: name, stated: name };
      const economic = code !== null && /^[35]/.test(code);
      const digits = level === null ? undefined : digitsOf[level];
      const item = read(economic ? 'economic' : 'function', code, name, digits);
      return economic
        ? { ...plain, concepts: ['expenditure.by_economic'], economic: item, stated: name }
        : { ...plain, concepts: [functionConcept('expenditure', scope.fund)], function: item, stated: name };
    },
    bare: (name, scope, digits) => {
      const order =
        scope.items === 'function' ? (['function', 'economic'] as const) : (['economic', 'function'] as const);
      for (const kind of scope.items === null ? (['economic'] as const) : order) {
        if (!readers[kind].knows(name) || (government && kind === 'economic' && scope.items !== 'economic')) continue;
        const item = read(kind, null, name, kind === 'function' ? digits : undefined);
        if (government && transfers.test(item.code ?? '')) return null;
        return kind === 'economic'
          ? { ...plain, concepts: ['expenditure.by_economic'], economic: item, stated: name }
          : { ...plain, concepts: [functionConcept('expenditure', scope.fund)], function: item, stated: name };
      }
      return null;
    },
    ending: (words) => {
      if (government) return null;
      const piece = /[^，。；：、:;()（）]*$/.exec(words)?.[0] ?? '';
      for (let from = Math.max(0, piece.length - 16); from <= piece.length - 4; from++) {
        const name = piece.slice(from);
        if (!readers.economic.knows(name)) continue;
        return {
          ...plain,
          concepts: ['expenditure.by_economic'],
          economic: read('economic', null, name),
          stated: name,
        };
      }
      return null;
    },
    forget: () => readers.function.forget(),
    doubts: () => doubts.splice(0),
  };
}
