/**
 * Whose budget, and which of its four, is spoken of in a report on a whole government's money: 全市, 市本级 and 园区 have each a revenue
 * of their own, and each of their budgets money carried over. Hard because it is said once, in a heading or at the beginning of a
 * sentence, and then holds; 补助区级 and 下达全市 in the middle of a clause say nothing of it.
 */
import { type BudgetName, budgetNames } from '../../normalizers/budget-levels.ts';
import type { Fund } from '../tables/template.ts';
import { wholes } from './scope.ts';
import type { Subject } from './subject.ts';

/** Social insurance and money of special accounts have revenue and carryovers too, but no concepts for them. */
export type Pot = BudgetName['budget'];

export interface Held {
  /** As printed: 全市, 市级; null where nothing says it. */
  readonly level: string | null;
  readonly pot: Pot | null;
}

export const nobody: Held = { level: null, pot: null };

/** The budget that a thing belongs to by its name. */
export function potOf({ concepts, bare, stated, function: item }: Subject): Pot | null {
  if (item?.code === '209') return 'elsewhere';
  if (bare === true || item !== null) return null;
  const named = budgetNames().find(({ name }) => stated.startsWith(name));
  if (named !== undefined) return named.budget;
  const [concept] = concepts;
  return pots.find((pot) => wholes[pot].includes(concept) || concept.startsWith(`${pot}.`)) ?? null;
}

/** Whose money a function is told of; social insurance's own class is of no other budget. */
export function fundOfPot({ pot }: Held, code: string): Fund | null {
  return pot === 'elsewhere' || code === '209' ? 'all' : pot;
}

export function potOfFund(fund: Fund): Pot | null {
  return pots.find((pot) => pot === fund) ?? null;
}

const pots = ['general_public_budget', 'government_fund', 'state_capital'] as const;

/** What every one of the budgets has. */
const common = /^(?:carryover\.|(?:revenue|expenditure)\.(?:grand_total|current_year)$|revenue\.superior_subsidy$)/;

/** Money left over and the like, which every budget has. */
export const isCommon = ({ concepts }: Subject) => concepts.some((concept) => common.test(concept));

/** Whether a number may be of a thing: not of a budget's bare name, nor of what money without concepts of its own has in common with the others. */
export function isToldOf(subject: Subject, { pot, level }: Held): boolean {
  const unheld = pot === 'elsewhere' || (pot === null && level === null);
  return subject.bare !== true && !(unheld && isCommon(subject));
}

/** The side of which budget a thing is a part of, where its concept does not say it. */
export function componentIn({ pot }: Held, { side }: Subject, concept: string): string | null {
  if (pot === null || pot === 'elsewhere') return null;
  if (side !== undefined) return wholes[pot][side === 'revenue' ? 0 : 1];
  if (!common.test(concept)) return null;
  const spent = /^(?:expenditure|carryover)\./.test(concept);
  return wholes[pot][spent ? 1 : 0];
}

/**
 * The name of the government whose budget it is, so that equal levels of two places are two.
 * @param region names from province down, joined by “/”
 */
export function holderOf({ level }: Held, region: string | null): string | null {
  const place = region?.split('/').at(-1);
  return level === null ? null : place === undefined ? level : `${place}（${level}）`;
}
