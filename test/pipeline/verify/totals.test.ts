/** Totals that are equal or made of others: in one table, and in the prose of a report. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../pipeline/model/figure.ts';
import { checkTotals } from '../../../pipeline/verify/totals.ts';
import { type Meaning, namedBy, paragraph, saidBy, table } from '../../support/figures.ts';

const prose = (...figures: readonly (readonly Figure[])[]) => checkTotals(figures.flat(), true);
/** Numbers of one paragraph, as `concept amount`. */
const told = (numbers: readonly string[], more: Meaning = {}) =>
  paragraph(
    numbers.map((one) => one.split(' ')[1]).join('，'),
    ...numbers.map((one) => {
      const [concept = '', words = ''] = one.split(' ');
      return [words, { stated: concept, ...more, concept }] as const;
    }),
  ).figures;
const inTable = (numbers: readonly string[]) =>
  checkTotals(
    table(
      ...numbers.map((one) => {
        const [concept = '', amount = ''] = one.split(' ');
        return [amount, { concept, stated: concept }] as const;
      }),
    ),
    false,
  );

describe('a whole of the form', () => {
  it.each([
    ['sum.sangong', ['sangong.total', 'sangong.overseas', 'sangong.vehicle', 'sangong.reception']],
    ['sum.sangong_vehicle', ['sangong.vehicle', 'sangong.vehicle_purchase', 'sangong.vehicle_operation']],
    ['sum.procurement', ['procurement.total', 'procurement.goods', 'procurement.works', 'procurement.services']],
    ['sum.basic', ['basic', 'personnel', 'operating'].map((part) => `general_public_budget.${part}`)],
    ['sum.budget_extent', ['expenditure', 'basic', 'project'].map((part) => `general_public_budget.${part}`)],
  ])('%s is the sum of its parts', (rule, [whole = '', ...parts]) => {
    const printed = parts.map((part, i) => `${part} ${i + 1}.50万元`);
    const sum = parts.reduce((all, _, i) => all + i + 1.5, 0);
    const passing = prose(told([`${whole} ${sum.toFixed(2)}万元`, ...printed]));
    const failing = prose(told([`${whole} ${(sum + 1).toFixed(2)}万元`, ...printed]));
    expect(passing.map((verdict) => [verdict.rule, verdict.outcome])).toEqual([[rule, 'exact']]);
    expect(failing.map((verdict) => [verdict.rule, verdict.outcome])).toEqual([[rule, 'off']]);
    expect(failing[0]?.figures.map(({ concept }) => concept)).toEqual([whole, ...parts]);
  });

  it('is not checked where a part is not printed', () =>
    expect(prose(told(['sangong.total 5.00万元', 'sangong.overseas 0万元', 'sangong.vehicle 3.00万元']))).toEqual([]));

  it('is of one year and one basis', () => {
    const parts = told(['sangong.overseas 0万元', 'sangong.vehicle 3.00万元', 'sangong.reception 1.00万元']);
    expect(prose(told(['sangong.total 5.00万元'], { fiscalYear: 2022 }), parts)).toEqual([]);
    expect(prose(told(['sangong.total 5.00万元'], { basis: 'budget' }), parts)).toEqual([]);
  });

  it('is the whole alone, no item, project, unit or column of it', () => {
    const parts = told(['sangong.overseas 0万元', 'sangong.vehicle 3.00万元', 'sangong.reception 1.00万元']);
    for (const of of [{ function: '208' }, { project: '车辆购置' }, { agency: '水务站' }, { component: 'other' }]) {
      expect(prose(told(['sangong.total 5.00万元'], of), parts)).toEqual([]);
    }
  });
});

describe('a whole told several times', () => {
  const parts = ['sangong.overseas 0万元', 'sangong.vehicle 3.00万元', 'sangong.reception 1.00万元'];

  it('with one value is checked once', () => {
    const verdicts = prose(told(['sangong.total 4.00万元']), told(['sangong.total 4.00万元', ...parts]));
    expect(saidBy(verdicts)).toEqual(['sum.sangong exact: 40000.00 / 40000.00']);
  });

  it('with several is checked where its parts are told', () => {
    const apart = told(['sangong.total 9.00万元'], { section: 1 });
    expect(saidBy(prose(apart, told(['sangong.total 4.00万元', ...parts], { section: 2 })))).toEqual([
      'sum.sangong exact: 40000.00 / 40000.00',
    ]);
    expect(saidBy(prose(apart, told(['sangong.total 5.00万元', ...parts], { section: 2 })))).toEqual([
      'sum.sangong off: 50000.00 / 40000.00',
    ]);
  });

  it('takes the parts nearest to it', () => {
    const elsewhere = told(['sangong.vehicle 7.00万元'], { section: 1 });
    const verdicts = prose(elsewhere, told(['sangong.total 4.00万元', ...parts], { section: 2 }));
    expect(namedBy(verdicts)).toEqual([['4.00万元', '0万元', '3.00万元', '1.00万元']]);
    expect(verdicts[0]?.status).toBe('pass');
  });

  it('is left alone where its parts are told with two values at one distance', () => {
    const twice = told(['sangong.vehicle 7.00万元', ...parts]);
    expect(prose(told(['sangong.total 4.00万元']), twice)).toEqual([]);
  });
});

describe('both sides of a budget', () => {
  it.each([
    ['balance.grand_total', 'revenue.grand_total', 'expenditure.grand_total'],
    ['balance.fiscal_total', 'fiscal.revenue_total', 'fiscal.expenditure_total'],
  ])('%s are equal', (rule, revenue, expenditure) => {
    expect(saidBy(prose(told([`${revenue} 12.00万元`, `${expenditure} 12.00万元`])))).toEqual([
      `${rule} exact: 120000.00 / 120000.00`,
    ]);
    expect(saidBy(prose(told([`${revenue} 12.00万元`, `${expenditure} 12.10万元`])))).toEqual([
      `${rule} off: 120000.00 / 121000.00`,
    ]);
  });

  it('may differ in prose where they are called 总收入 and 总支出: what was carried over is in neither', () => {
    const revenue = told(['revenue.grand_total 1934.4亿元'], { stated: '总收入' });
    const expenditure = told(['expenditure.grand_total 1898.1亿元'], { stated: '总支出' });
    expect(prose(revenue, expenditure)).toEqual([]);
  });
});

describe('a grand total', () => {
  const revenue = ['revenue.grand_total 10.00', 'revenue.current_year 8.00'];

  it('in a table is what is printed of its parts', () => {
    expect(saidBy(inTable([...revenue, 'carryover.opening 2.00']))).toEqual(['balance.revenue exact: 10.00 / 10.00']);
    expect(saidBy(inTable(revenue))).toEqual(['balance.revenue off: 10.00 / 8.00']);
    const expenditure = ['expenditure.grand_total 10.00', 'expenditure.current_year 7.00', 'carryover.closing 2.90'];
    expect(saidBy(inTable(expenditure))).toEqual(['balance.expenditure off: 10.00 / 9.90']);
  });

  it('has what a form prints between it and the year’s own total added to that', () => {
    const own = 'revenue.current_year 8.00';
    const [subsidy, grand] = ['revenue.superior_subsidy 2.00', 'revenue.grand_total 10.00'];
    expect(saidBy(inTable([own, subsidy, grand]))).toEqual(['balance.revenue exact: 10.00 / 10.00']);
    expect(saidBy(inTable([subsidy, own, grand]))).toEqual(['balance.revenue off: 10.00 / 8.00']);
    const remitted = 'expenditure.remitted_to_superior 2.00';
    expect(saidBy(inTable(['expenditure.current_year 8.00', remitted, 'expenditure.grand_total 10.00']))).toEqual([
      'balance.expenditure exact: 10.00 / 10.00',
    ]);
  });

  it('in prose needs all of its parts', () => {
    const words = (list: readonly string[]) => told(list.map((one) => `${one}元`));
    expect(prose(words([...revenue, 'carryover.opening 1.00']))).toEqual([]);
    const all = [...revenue, 'carryover.opening 1.00', 'carryover.non_fiscal_used 0.50'];
    expect(saidBy(prose(words(all)))).toEqual(['balance.revenue off: 10.00 / 9.50']);
  });
});
