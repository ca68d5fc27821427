/** The shelf of wholes and their parts, by concept: what the ministry's forms make add up. */

export interface PartsRule {
  readonly rule: string;
  readonly whole: string;
  readonly parts: readonly string[];
  /** Every part must be printed: a missing one makes the check impossible; else a part that is printed nowhere is nothing. */
  readonly complete: boolean;
}

export const partsRules: readonly PartsRule[] = [
  {
    rule: 'sum.sangong',
    whole: 'sangong.total',
    parts: ['sangong.overseas', 'sangong.vehicle', 'sangong.reception'],
    complete: true,
  },
  {
    rule: 'sum.sangong_vehicle',
    whole: 'sangong.vehicle',
    parts: ['sangong.vehicle_purchase', 'sangong.vehicle_operation'],
    complete: true,
  },
  {
    rule: 'sum.procurement',
    whole: 'procurement.total',
    parts: ['procurement.goods', 'procurement.works', 'procurement.services'],
    complete: true,
  },
  {
    rule: 'sum.basic',
    whole: 'general_public_budget.basic',
    parts: ['general_public_budget.personnel', 'general_public_budget.operating'],
    complete: true,
  },
  {
    rule: 'sum.budget_extent',
    whole: 'general_public_budget.expenditure',
    parts: ['general_public_budget.basic', 'general_public_budget.project'],
    complete: true,
  },
];

/** In a row of a table whose columns hold all of a whole's parts. */
export interface RowRule {
  readonly whole: readonly string[];
  readonly parts: readonly string[];
}

/** Columns by the concept they stand for; a whole may be printed as a row's total. */
export const rowRules: readonly RowRule[] = [
  {
    whole: ['expenditure.by_function', 'expenditure.current_year', 'expenditure.grand_total'],
    parts: [
      ...['expenditure.basic', 'expenditure.project', 'expenditure.remitted_to_superior', 'expenditure.business'],
      'expenditure.subsidy_to_subordinate',
    ],
  },
  {
    whole: ['general_public_budget.expenditure'],
    parts: ['general_public_budget.basic', 'general_public_budget.project'],
  },
  {
    whole: ['general_public_budget.basic'],
    parts: ['general_public_budget.personnel', 'general_public_budget.operating'],
  },
  { whole: ['fiscal.basic'], parts: ['fiscal.personnel', 'fiscal.operating'] },
  { whole: ['expenditure.basic'], parts: ['expenditure.personnel', 'expenditure.operating'] },
  { whole: ['sangong.vehicle'], parts: ['sangong.vehicle_purchase', 'sangong.vehicle_operation'] },
  { whole: ['sangong.total'], parts: ['sangong.overseas', 'sangong.vehicle', 'sangong.reception'] },
];

/** Totals of both sides that are equal, and totals made of others. */
export const balanceRules: readonly {
  readonly rule: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Parts of the year's own total, except in forms that print them between it and the grand total, where they are added to it. */
  readonly between?: readonly string[];
}[] = [
  { rule: 'balance.grand_total', left: ['revenue.grand_total'], right: ['expenditure.grand_total'] },
  { rule: 'balance.fiscal_total', left: ['fiscal.revenue_total'], right: ['fiscal.expenditure_total'] },
  {
    rule: 'balance.revenue',
    left: ['revenue.grand_total'],
    right: ['revenue.current_year', 'carryover.non_fiscal_used', 'carryover.opening'],
    between: ['revenue.superior_subsidy', 'revenue.subordinate_remittance'],
  },
  {
    rule: 'balance.expenditure',
    left: ['expenditure.grand_total'],
    right: ['expenditure.current_year', 'carryover.distributed', 'carryover.closing'],
    between: ['expenditure.subsidy_to_subordinate', 'expenditure.remitted_to_superior'],
  },
];
