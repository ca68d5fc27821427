/** Keys of header words and row labels → concepts, by the side and the money of the table they stand in: the contract's section 3. */
import type { Fund } from './template.ts';

type Side = 'revenue' | 'expenditure';

const revenue: Readonly<Record<string, string>> = {
  fiscal: 'revenue.fiscal_appropriation',
  general_public_budget: 'revenue.general_public_budget',
  government_fund: 'revenue.government_fund',
  state_capital: 'revenue.state_capital',
  special_account: 'revenue.special_account',
  unit_funds: 'revenue.unit_funds',
  superior_subsidy: 'revenue.superior_subsidy',
  undertaking: 'revenue.undertaking',
  business_revenue: 'revenue.business',
  subordinate_remittance: 'revenue.subordinate_remittance',
  other_revenue: 'revenue.other',
  non_fiscal_used: 'carryover.non_fiscal_used',
  distributed: 'carryover.distributed',
  carry_opening: 'carryover.opening',
  carry_closing: 'carryover.closing',
};

const expenditure: Readonly<Record<string, string>> = {
  fiscal: 'fiscal.expenditure_current_year',
  general_public_budget: 'general_public_budget.expenditure',
  government_fund: 'government_fund.expenditure',
  state_capital: 'state_capital.expenditure',
  special_account: 'expenditure.special_account',
  unit_funds: 'expenditure.unit_funds',
  superior_subsidy: 'revenue.superior_subsidy',
  undertaking: 'revenue.undertaking',
  business_revenue: 'revenue.business',
  subordinate_remittance: 'revenue.subordinate_remittance',
  other_revenue: 'revenue.other',
  basic: 'expenditure.basic',
  project: 'expenditure.project',
  personnel: 'expenditure.personnel',
  operating: 'expenditure.operating',
  remitted: 'expenditure.remitted_to_superior',
  business_expenditure: 'expenditure.business',
  subsidy: 'expenditure.subsidy_to_subordinate',
  non_fiscal_used: 'carryover.non_fiscal_used',
  distributed: 'carryover.distributed',
  carry_opening: 'carryover.opening',
  carry_closing: 'carryover.closing',
};

const totals: Readonly<Record<Side, Readonly<Record<Fund, { readonly current: string; readonly grand: string }>>>> = {
  revenue: {
    all: { current: 'revenue.current_year', grand: 'revenue.grand_total' },
    fiscal: { current: 'revenue.fiscal_appropriation', grand: 'fiscal.revenue_total' },
    general_public_budget: { current: 'revenue.general_public_budget', grand: 'revenue.general_public_budget' },
    government_fund: { current: 'government_fund.revenue', grand: 'government_fund.revenue' },
    state_capital: { current: 'state_capital.revenue', grand: 'state_capital.revenue' },
  },
  expenditure: {
    all: { current: 'expenditure.current_year', grand: 'expenditure.grand_total' },
    fiscal: { current: 'fiscal.expenditure_current_year', grand: 'fiscal.expenditure_total' },
    general_public_budget: { current: 'general_public_budget.expenditure', grand: 'general_public_budget.expenditure' },
    government_fund: { current: 'government_fund.expenditure', grand: 'government_fund.expenditure' },
    state_capital: { current: 'state_capital.expenditure', grand: 'state_capital.expenditure' },
  },
};

/** Parts of a budget's expenditure that have concepts of their own. */
const parts: ReadonlySet<string> = new Set(['basic', 'project', 'personnel', 'operating']);

export const totalConcept = (side: Side, fund: Fund, which: 'current' | 'grand'): string => totals[side][fund][which];

/** @returns the concept of a key; keys that are concepts already stand for themselves; null for none */
export function conceptOf(key: string, side: Side, fund: Fund): string | null {
  if (key === 'current' || key === 'grand') return totalConcept(side, fund, key);
  if (key.includes('.') || key === 'meeting' || key === 'training' || key === 'agency_operation') return key;
  if (parts.has(key) && (fund === 'general_public_budget' || fund === 'fiscal')) return `${fund}.${key}`;
  return (side === 'revenue' ? revenue : expenditure)[key] ?? null;
}

/** The concept of rows by function, for the money of a table. */
export function functionConcept(side: Side, fund: Fund): string {
  if (side === 'revenue') return 'revenue.by_function';
  return fund === 'all' ? 'expenditure.by_function' : totalConcept(side, fund, 'current');
}
