/** 其中 lists, shares and completion rates: parts take over what the sentence said of their whole. */
import { describe, expect, it } from 'vitest';
import { accounts2023, budget2024, toldIn } from '../../support/prose.ts';

const told = (...paragraphs: readonly string[]) => toldIn(accounts2023(['支出决算情况说明', ...paragraphs]));

describe('其中', () => {
  it('lists parts on the basis of the whole', () => {
    expect(told('本年支出合计年初预算数2,700万元，其中：基本支出1,800万元，项目支出900万元。')).toEqual([
      'expenditure.current_year 2023 initial_budget 27000000.00',
      'expenditure.basic 2023 initial_budget 18000000.00',
      'expenditure.project 2023 initial_budget 9000000.00',
    ]);
  });

  it('ends with its sentence: what is told next is of the whole again', () => {
    expect(told('本年支出合计300万元，其中：基本支出200万元；项目支出100万元。比上年增加20万元，增长7.14%。')).toEqual([
      'expenditure.current_year 2023 actual 3000000.00',
      'expenditure.basic 2023 actual 2000000.00',
      'expenditure.project 2023 actual 1000000.00',
      'expenditure.current_year 2023 actual change 200000.00',
      'expenditure.current_year 2023 actual growth_rate 7.14%',
    ]);
  });

  it('lists parts of another year', () => {
    expect(told('2022年本年支出合计2,700万元，其中：基本支出1,800万元。项目支出950万元。')).toEqual([
      'expenditure.current_year 2022 actual 27000000.00',
      'expenditure.basic 2022 actual 18000000.00',
      'expenditure.project 2023 actual 9500000.00',
    ]);
  });

  it('lists parts that say their own basis', () => {
    expect(told('本年支出合计2,850万元，其中：基本支出预算数1,900万元、决算数1,850万元。')).toEqual([
      'expenditure.current_year 2023 actual 28500000.00',
      'expenditure.basic 2023 budget 19000000.00',
      'expenditure.basic 2023 actual 18500000.00',
    ]);
  });
});

describe('a share', () => {
  it('is of what stands before 占, not of what it is a part of', () => {
    expect(told('基本支出1,850万元，占本年支出合计的64.91%。项目支出占财政拨款支出的35.09%。')).toEqual([
      'expenditure.basic 2023 actual 18500000.00',
      'expenditure.basic 2023 actual share 64.91%',
      'expenditure.project 2023 actual share 35.09%',
    ]);
  });

  it('may follow the name as 占比 or 比重', () => {
    expect(told('基本支出占比64.91%；项目支出所占比例为35.09%。')).toEqual([
      'expenditure.basic 2023 actual share 64.91%',
      'expenditure.project 2023 actual share 35.09%',
    ]);
  });
});

describe('a completion rate', () => {
  it('is of the result, whatever budget it is measured by', () => {
    expect(told('基本支出年初预算1,800万元，支出决算1,850万元，完成年初预算的102.78%。')).toEqual([
      'expenditure.basic 2023 initial_budget 18000000.00',
      'expenditure.basic 2023 actual 18500000.00',
      'expenditure.basic 2023 actual completion_rate 102.78%',
    ]);
    expect(told('项目支出全年预算数1,000万元，执行数950万元，预算执行率95%。')).toEqual([
      'expenditure.project 2023 adjusted_budget 10000000.00',
      'expenditure.project 2023 actual 9500000.00',
      'expenditure.project 2023 actual completion_rate 95%',
    ]);
  });

  it.each(['年初预算', '调整预算', '年度预算'])('may be told without a verb: 为%s的', (budget) => {
    expect(told(`基本支出180万元，为${budget}的90%。`)).toEqual([
      'expenditure.basic 2023 actual 1800000.00',
      'expenditure.basic 2023 actual completion_rate 90%',
    ]);
  });

  it.each(['调整后预算', '部门年初预算'])('says nothing of the amounts that follow: 完成%s的', (budget) => {
    expect(told(`本年支出合计200万元，完成${budget}的95%，其中：基本支出150万元。`)).toEqual([
      'expenditure.current_year 2023 actual 2000000.00',
      'expenditure.current_year 2023 actual completion_rate 95%',
      'expenditure.basic 2023 actual 1500000.00',
    ]);
  });

  it('of 到位 is of the money received', () => {
    expect(told('项目支出到位资金950万元，资金到位率95%。')).toEqual([
      'expenditure.project 2023 received 9500000.00',
      'expenditure.project 2023 received completion_rate 95%',
    ]);
  });

  it('is none without a word that says so', () => {
    expect(told('基本支出1,850万元，满意度95%，办结率100%。')).toEqual(['expenditure.basic 2023 actual 18500000.00']);
  });
});

describe('statements that tell the result first and then its budget', () => {
  it('begin each with a result', () => {
    const words = '基本支出80万元，年初预算90万元；项目支出40万元，年初预算50万元。';
    expect(told(words)).toEqual([
      'expenditure.basic 2023 actual 800000.00',
      'expenditure.basic 2023 initial_budget 900000.00',
      'expenditure.project 2023 actual 400000.00',
      'expenditure.project 2023 initial_budget 500000.00',
    ]);
  });

  it('do so not where the first told a budget: its list is of the same', () => {
    expect(told('本年支出合计年初预算90万元；其中：基本支出60万元；项目支出30万元。')).toEqual([
      'expenditure.current_year 2023 initial_budget 900000.00',
      'expenditure.basic 2023 initial_budget 600000.00',
      'expenditure.project 2023 initial_budget 300000.00',
    ]);
  });
});

describe('what is said without a basis', () => {
  it('is the result in final accounts, the budget in a budget', () => {
    const words: [string, string] = ['支出情况', '基本支出100万元。'];
    expect(toldIn(accounts2023(words))).toEqual(['expenditure.basic 2023 actual 1000000.00']);
    expect(toldIn(budget2024(words))).toEqual(['expenditure.basic 2024 budget 1000000.00']);
  });
});

describe('short names of parts', () => {
  it('are those of what was told before them', () => {
    const words = '公务用车购置及运行费42.68万元（包括购置费9.26万元、运行费33.42万元），减少3万元。';
    expect(toldIn(accounts2023(['三公经费支出情况', words]))).toEqual([
      'sangong.vehicle 2023 actual 426800.00',
      'sangong.vehicle_purchase 2023 actual 92600.00',
      'sangong.vehicle_operation 2023 actual 334200.00',
      'sangong.vehicle 2023 actual change -30000.00',
    ]);
  });

  it('mean nothing elsewhere', () => {
    expect(toldIn(accounts2023(['其他情况', '信息系统费用5万元，其中：购置费2万元、设备运行费3万元。']))).toEqual([]);
  });
});
