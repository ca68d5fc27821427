/** Totals of income and expenditure, for both sides at once or for one; whose money, by the name that stands with them. */
import { describe, expect, it } from 'vitest';
import { accounts2023, budget2024, toldIn } from '../../support/prose.ts';

describe('both sides at once', () => {
  it('give a figure each, with change and growth', () => {
    const words = '2023年度收、支总计3,008.42万元。与2022年度相比，收、支总计各增加120.5万元，增长4.17%。';
    expect(toldIn(accounts2023(['收入支出决算总体情况说明', words]))).toEqual([
      'revenue.grand_total 2023 actual 30084200.00',
      'expenditure.grand_total 2023 actual 30084200.00',
      'revenue.grand_total 2023 actual change 1205000.00',
      'expenditure.grand_total 2023 actual change 1205000.00',
      'revenue.grand_total 2023 actual growth_rate 4.17%',
      'expenditure.grand_total 2023 actual growth_rate 4.17%',
    ]);
  });

  it.each([
    '收支总计',
    '收入支出总计',
    '收入总计和支出总计',
    '收支预算总计',
    '收入、支出总计',
  ])('may be called %s', (words) => {
    expect(toldIn(accounts2023(['总体情况', `2023年${words}均为500万元。`])).map((line) => line.split(' ')[0])).toEqual(
      ['revenue.grand_total', 'expenditure.grand_total'],
    );
  });

  it('are of the fiscal appropriations where these are named, or the heading names them', () => {
    const fiscal = ['fiscal.revenue_total 2023 actual 5000000.00', 'fiscal.expenditure_total 2023 actual 5000000.00'];
    expect(toldIn(accounts2023(['总体情况', '财政拨款收、支总计500万元。']))).toEqual(fiscal);
    expect(toldIn(accounts2023(['财政拨款收入支出决算总体情况说明', '2023年度收、支总计500万元。']))).toEqual(fiscal);
  });
});

describe('one side', () => {
  it('is a total with what was left over, or the year’s own', () => {
    expect(
      toldIn(budget2024(['收支预算', '收入总计520万元，支出总计520万元；本年收入合计500万元，本年支出合计510万元。'])),
    ).toEqual([
      'revenue.grand_total 2024 budget 5200000.00',
      'expenditure.grand_total 2024 budget 5200000.00',
      'revenue.current_year 2024 budget 5000000.00',
      'expenditure.current_year 2024 budget 5100000.00',
    ]);
  });

  it('is told by its sources, each with its share of the whole', () => {
    const words =
      '2023年度本年收入合计2,900万元，其中：财政拨款收入2,800万元，占96.55%；事业收入60万元，占2.07%；其他收入40万元，占1.38%。';
    expect(toldIn(accounts2023(['收入决算情况说明', words]))).toEqual([
      'revenue.current_year 2023 actual 29000000.00',
      'revenue.fiscal_appropriation 2023 actual 28000000.00',
      'revenue.fiscal_appropriation 2023 actual share 96.55%',
      'revenue.undertaking 2023 actual 600000.00',
      'revenue.undertaking 2023 actual share 2.07%',
      'revenue.other 2023 actual 400000.00',
      'revenue.other 2023 actual share 1.38%',
    ]);
  });

  it('of a budget is its income or its expenditure, as 收入 and 支出 say', () => {
    const words = '政府性基金预算收入30万元，支出20万元；国有资本经营预算拨款支出预算10万元。';
    expect(toldIn(budget2024(['收支预算', words]))).toEqual([
      'revenue.government_fund 2024 budget 300000.00',
      'government_fund.expenditure 2024 budget 200000.00',
      'state_capital.expenditure 2024 budget 100000.00',
    ]);
  });

  it('of insurance funds is none of the unit’s expenditure', () => {
    expect(toldIn(accounts2023(['支出情况', '全市社会保险基金预算收入340.9亿元，增长2.3%。']))).toEqual([]);
  });
});

describe('money left over', () => {
  it('is told at the beginning and at the end of the year', () => {
    expect(toldIn(accounts2023(['收支情况', '年初结转和结余20万元，结余分配1万元，年末结转和结余15万元。']))).toEqual([
      'carryover.opening 2023 actual 200000.00',
      'carryover.distributed 2023 actual 10000.00',
      'carryover.closing 2023 actual 150000.00',
    ]);
  });
});

describe('a heading that its text follows after a comma', () => {
  it('names what the text is of', () => {
    const told = toldIn(
      budget2024([
        '部门收支总体情况',
        '（一）收入预算，2024年年初预算数385万元，其中一般公共预算拨款380万元。',
        '（二）支出预算，2024年年初预算数385万元。',
      ]),
    );
    expect(told).toEqual([
      'revenue.grand_total 2024 initial_budget 3850000.00',
      'revenue.general_public_budget 2024 initial_budget 3800000.00',
      'expenditure.current_year 2024 initial_budget 3850000.00',
    ]);
  });
});

describe('收入 and 支出 of 本单位', () => {
  it('are its totals', () => {
    expect(toldIn(accounts2023(['收入决算情况', '2023年度，本单位收入为168万元。本单位支出为150万元。']))).toEqual([
      'revenue.current_year 2023 actual 1680000.00',
      'expenditure.current_year 2023 actual 1500000.00',
    ]);
  });
});

describe('公共财政预算', () => {
  it('is the older name of the general public budget', () => {
    expect(toldIn(budget2024(['收入预算情况', '公共财政预算收入114万元，比上年100万元增长14%。']))).toEqual([
      'revenue.general_public_budget 2024 budget 1140000.00',
      'revenue.general_public_budget 2023 initial_budget 1000000.00',
      'revenue.general_public_budget 2024 budget growth_rate 14%',
    ]);
  });
});

describe('完成预算27万元的63.2%', () => {
  it('tells the budget and the rate', () => {
    expect(
      toldIn(accounts2023(['三公经费支出决算情况', '公务接待费支出决算为17万元，完成预算27万元的63.0%。'])),
    ).toEqual([
      'sangong.reception 2023 actual 170000.00',
      'sangong.reception 2023 budget 270000.00',
      'sangong.reception 2023 actual completion_rate 63.0%',
    ]);
  });
});
