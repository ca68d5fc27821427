/** Evaluations: money that was added during the year, and what of it was spent. */
import { describe, expect, it } from 'vitest';
import { accounts2023, evaluation2023, toldIn } from '../../support/prose.ts';

describe('追加', () => {
  const told = (heading: string, ...paragraphs: readonly string[]) => toldIn(evaluation2023([heading, ...paragraphs]));

  it('is a change of the budget, of which its list is made', () => {
    const words = '本年追加预算90.5万元，其中基本支出30.5万元，已支付30.5万元；项目支出60万元，实际支出41.2万元。';
    expect(told('追加预算安排及支出情况', words)).toEqual([
      'other 2023 adjusted_budget change 905000.00',
      'expenditure.basic 2023 adjusted_budget change 305000.00',
      'expenditure.basic 2023 actual 305000.00',
      'expenditure.project 2023 adjusted_budget change 600000.00',
      'expenditure.project 2023 actual 412000.00',
    ]);
  });

  it('makes of the budget it stands beside in brackets the adjusted one', () => {
    const words = '云溪县水务局专项资金安排110万元（年初预算50万元，追加预算60万元），本年实际支出80万元。';
    expect(told('专项资金安排及支出情况', words)).toEqual([
      'expenditure.project 2023 adjusted_budget 1100000.00',
      'expenditure.project 2023 initial_budget 500000.00',
      'expenditure.project 2023 adjusted_budget change 600000.00',
      'expenditure.project 2023 actual 800000.00',
    ]);
  });

  it('is no other thing where a name goes on: 防汛专项资金 is a project', () => {
    expect(told('项目资金安排情况', '防汛专项资金20万元。')).toEqual([
      'project.funds 防汛专项资金 2023 actual 200000.00',
    ]);
  });
});

describe('an amount that says no basis', () => {
  it('was allotted where some of it is then paid', () => {
    const words = '基本支出400万元，已执行390万元，执行率97.5%。';
    expect(toldIn(evaluation2023(['资金使用情况分析', words]))).toEqual([
      'expenditure.basic 2023 adjusted_budget 4000000.00',
      'expenditure.basic 2023 actual 3900000.00',
      'expenditure.basic 2023 actual completion_rate 97.5%',
    ]);
    expect(toldIn(accounts2023(['支出决算情况说明', words])).at(0)).toBe('expenditure.basic 2023 actual 4000000.00');
  });

  it('is of the whole department under its rate', () => {
    const words =
      '8.预算执行率（10分）：年初指标设定值为≥95%。年初预算数100万元，调整预算数为120万元，预算执行数为90万元，执行率75%。';
    expect(toldIn(evaluation2023(['绩效指标完成情况', words]))).toEqual([
      'expenditure.current_year 2023 initial_budget 1000000.00',
      'expenditure.current_year 2023 adjusted_budget 1200000.00',
      'expenditure.current_year 2023 actual 900000.00',
      'expenditure.current_year 2023 actual completion_rate 75%',
    ]);
  });
});

describe('a growth after both years', () => {
  it('is of the later one', () => {
    const words = '2023年度支出为60万元，2022年度支出为50万元，同比增加20%。';
    expect(
      toldIn(accounts2023(['一般公共预算财政拨款支出情况', `一般公共预算财政拨款支出60万元；${words}`])),
    ).toContain('general_public_budget.expenditure 2023 actual growth_rate 20%');
  });
});

describe('a rate after a project’s money', () => {
  it('is the project’s, whose name ends before 年初预算', () => {
    const words = '防汛物资采购项目年初预算100万元，实际支付70万元，支付率70%。';
    expect(toldIn(evaluation2023(['项目资金安排情况', words]))).toEqual([
      'project.funds 防汛物资采购项目 2023 initial_budget 1000000.00',
      'project.funds 防汛物资采购项目 2023 actual 700000.00',
      'project.funds 防汛物资采购项目 2023 actual completion_rate 70%',
    ]);
  });
});
