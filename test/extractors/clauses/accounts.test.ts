/** How provinces explain final accounts: wordings that tell of a budget within a rate, of causes before counts, of all money by one's. */
import { describe, expect, it } from 'vitest';
import { accounts2023, readPrinted, toldIn } from '../../support/prose.ts';

const sangong = '财政拨款“三公”经费支出决算情况说明';
const told = (heading: string, ...paragraphs: readonly string[]) => toldIn(accounts2023([heading, ...paragraphs]));

describe('a budget told within the rate', () => {
  it('is what was to be reached: 完成预算17.45万元的136.05%', () => {
    expect(told(sangong, '“三公”经费支出决算23.74万元，完成预算17.45万元的136.05%。')).toEqual([
      'sangong.total 2023 actual 237400.00',
      'sangong.total 2023 budget 174500.00',
      'sangong.total 2023 actual completion_rate 136.05%',
    ]);
  });

  it('goes on in brackets after a share', () => {
    const words =
      '公务用车购置及运行维护费支出决算27.41万元，占70%（其中：公务用车购置费支出23.74万元，完成预算17.45万元的136.05%）。';
    expect(told(sangong, words)).toEqual([
      'sangong.vehicle 2023 actual 274100.00',
      'sangong.vehicle 2023 actual share 70%',
      'sangong.vehicle_purchase 2023 actual 237400.00',
      'sangong.vehicle_purchase 2023 budget 174500.00',
      'sangong.vehicle_purchase 2023 actual completion_rate 136.05%',
    ]);
  });
});

describe('whose money a matter is', () => {
  it('does not take its name: “三公”经费一般公共预算财政拨款支出', () => {
    const words = '2023年度“三公”经费一般公共预算财政拨款支出年初预算为28.57万元，支出决算为39.11万元。';
    expect(told(sangong, words)).toEqual([
      'sangong.total 2023 initial_budget 285700.00',
      'sangong.total 2023 actual 391100.00',
    ]);
  });
});

describe('a comparison after a comma', () => {
  it('is of what stands before it: 收入支出总计与上年相比，增加…', () => {
    const words = ['2023年度收入总计60万元。', '收入支出总计与上年相比，增加10万元，增长20%。'];
    expect(told('收入支出决算总体情况说明', ...words)).toEqual([
      'revenue.grand_total 2023 actual 600000.00',
      'revenue.grand_total 2023 actual change 100000.00',
      'expenditure.grand_total 2023 actual change 100000.00',
      'revenue.grand_total 2023 actual growth_rate 20%',
      'expenditure.grand_total 2023 actual growth_rate 20%',
    ]);
  });
});

describe('the budget that pays for a matter', () => {
  it('is its component, told in brackets', () => {
    const words =
      '因公出国（境）费支出预算5万元（其中：一般公共预算支出4万元；政府性基金预算支出1万元），支出决算3万元。';
    expect(told(sangong, words)).toEqual([
      'sangong.overseas 2023 budget 50000.00',
      'sangong.overseas general_public_budget.expenditure 2023 budget 40000.00',
      'sangong.overseas government_fund.expenditure 2023 budget 10000.00',
      'sangong.overseas 2023 actual 30000.00',
    ]);
  });
});

describe('this year’s expenditure', () => {
  const heading = '财政拨款收支与2022年度决算对比情况';

  it('is of the fund whose revenue was told, and of no year that the heading compares with', () => {
    const words = '政府性基金预算财政拨款本年收入30万元，比上年增加2万元；本年支出28万元，比上年增加1万元。';
    expect(told(heading, words)).toEqual([
      'revenue.government_fund 2023 actual 300000.00',
      'revenue.government_fund 2023 actual change 20000.00',
      'government_fund.expenditure 2023 actual 280000.00',
      'government_fund.expenditure 2023 actual change 10000.00',
    ]);
  });

  it('is the whole where a year and a number open the statement: （二）2022年支出', () => {
    const words = ['（一）2023年收入60万元，比上年增加10万元。', '（二）2023年支出50万元，比上年增加5万元。'];
    expect(told('收入支出决算总体情况说明', ...words)).toEqual([
      'revenue.current_year 2023 actual 600000.00',
      'revenue.current_year 2023 actual change 100000.00',
      'expenditure.current_year 2023 actual 500000.00',
      'expenditure.current_year 2023 actual change 50000.00',
    ]);
  });

  it('is no money that is left over: 年末一般公共预算财政拨款结转和结余', () => {
    const words =
      '一般公共预算财政拨款支出40万元，主要原因是追加。此外，年初财政拨款结转和结余3万元，年末一般公共预算财政拨款结转和结余2万元。';
    expect(told('一般公共预算财政拨款支出决算情况说明', words)).toEqual([
      'general_public_budget.expenditure 2023 actual 400000.00',
      'carryover.opening 2023 actual 30000.00',
      'carryover.closing 2023 actual 20000.00',
    ]);
  });
});

describe('what is counted and what it costs', () => {
  it('stand together below a heading of the matter', () => {
    const words = '2023年度购置车辆2台，预算40万元，支出决算36万元，完成预算的90%。';
    expect(told('公务用车购置费用支出情况说明', words)).toEqual([
      'sangong.vehicles_purchased 2023 actual count 2台',
      'sangong.vehicle_purchase 2023 budget 400000.00',
      'sangong.vehicle_purchase 2023 actual 360000.00',
      'sangong.vehicle_purchase 2023 actual completion_rate 90%',
    ]);
  });

  it('are purchase and operation together: 公务用车购置费及运行维护费', () => {
    expect(told(sangong, '公务用车购置费及运行维护费支出决算35万元，占86%。')).toEqual([
      'sangong.vehicle 2023 actual 350000.00',
      'sangong.vehicle 2023 actual share 86%',
    ]);
  });
});

describe('counts', () => {
  it('of a year or at its end are no causes', () => {
    const words = '公务用车运行维护费支出决算数为5万元，较上年增加1万元，主要原因是车辆老化，年末公务用车保有6辆。';
    expect(told(sangong, words)).toEqual([
      'sangong.vehicle_operation 2023 actual 50000.00',
      'sangong.vehicle_operation 2023 actual change 10000.00',
      'sangong.vehicles_owned 2023 none count 6辆',
    ]);
    expect(told(sangong, '公务用车运行维护费5万元，主要原因是老旧公务用车保有6辆。')).toEqual([
      'sangong.vehicle_operation 2023 actual 50000.00',
    ]);
  });

  it('of attendants and of guests from abroad are none of the guests of the country', () => {
    const words =
      '公务接待费4万元。其中：国内接待4万元，国内公务接待38批次123人次（其中：陪同50人次；国内外事接待1批次，2人）。国（境）外接待费支出1万元，共安排国（境）外公务接待2批次，接待人次3人。';
    expect(told(sangong, words)).toEqual([
      'sangong.reception 2023 actual 40000.00',
      'sangong.reception_domestic 2023 actual 40000.00',
      'sangong.reception_batches 2023 actual count 38批次',
      'sangong.reception_persons 2023 actual count 123人次',
      'sangong.reception_foreign 2023 actual 10000.00',
    ]);
  });

  it('of vehicles among the fixed assets are none of the cars for official use', () => {
    expect(told(sangong, '公务用车保有量3辆。国有资产占用情况中固定资产车辆9辆。')).toEqual([
      'sangong.vehicles_owned 2023 none count 3辆',
      'assets.vehicles 2023 none count 9辆',
    ]);
  });
});

describe('balances of a report that is right', () => {
  const failing = (heading: string, ...paragraphs: readonly string[]) =>
    readPrinted(accounts2023([heading, ...paragraphs]))
      .verdicts.filter(({ status }) => status === 'fail')
      .map(({ rule }) => rule);

  it('hold with money from elsewhere in them', () => {
    const words = [
      '2023年度收入总计66万元，其中：本年收入合计60万元，使用非财政拨款结余（含专用结余）2万元，年初结转和结余4万元。',
      '2023年度支出总计66万元，其中：本年支出合计61万元，结余分配1万元，年末结转和结余4万元。',
    ];
    expect(failing('收入支出决算总体情况说明', ...words)).toEqual([]);
  });

  it('take no part of a list for its whole', () => {
    const words = '本年收入的具体构成为：财政拨款收入90万元，占90%；上级补助收入6万元，占6%；其他收入4万元，占4%。';
    expect(failing('收入决算情况说明', words)).toEqual([]);
  });
});
