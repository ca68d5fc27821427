/** What a section's heading makes its numbers of: which money, which side, which matter, until another is named. */
import { describe, expect, it } from 'vitest';
import { accounts2023, budget2024, type PrintedSection, toldIn, unresolvedIn } from '../../support/prose.ts';

const under = (...section: PrintedSection) => toldIn(accounts2023(section));

describe('a heading', () => {
  const matters: readonly (readonly [string, string])[] = [
    ['收入决算情况说明', 'revenue.current_year'],
    ['支出决算情况说明', 'expenditure.current_year'],
    ['一般公共预算财政拨款收入决算情况说明', 'revenue.general_public_budget'],
    ['一般公共预算财政拨款支出决算情况说明', 'general_public_budget.expenditure'],
    ['一般公共预算财政拨款基本支出决算情况说明', 'general_public_budget.basic'],
    ['政府性基金预算财政拨款支出决算情况说明', 'government_fund.expenditure'],
    ['国有资本经营预算财政拨款支出决算情况说明', 'state_capital.expenditure'],
    ['基本支出决算情况说明', 'expenditure.basic'],
    ['“三公”经费支出决算情况说明', 'sangong.total'],
    ['因公出国（境）费支出情况', 'sangong.overseas'],
    ['公务用车购置及运行维护费支出情况', 'sangong.vehicle'],
    ['公务接待费支出情况', 'sangong.reception'],
    ['机关运行经费支出情况', 'agency_operation'],
    ['政府采购支出情况', 'procurement.total'],
    ['会议费支出情况', 'meeting'],
    ['培训费支出情况', 'training'],
  ];

  it.each(matters)('%s says what numbers are of that name nothing: %s', (heading, concept) => {
    expect(under(heading, '年初预算数30万元，决算数25万元，完成预算的83.33%。')).toEqual([
      `${concept} 2023 initial_budget 300000.00`,
      `${concept} 2023 actual 250000.00`,
      `${concept} 2023 actual completion_rate 83.33%`,
    ]);
  });

  it('says nothing more once something else is named', () => {
    expect(under('公务接待费支出情况', '决算数5万元。公务用车运行维护费决算数20万元，完成预算的100%。')).toEqual([
      'sangong.reception 2023 actual 50000.00',
      'sangong.vehicle_operation 2023 actual 200000.00',
      'sangong.vehicle_operation 2023 actual completion_rate 100%',
    ]);
  });

  it('says nothing where the number has no word for its basis', () => {
    expect(under('公务接待费支出情况', '共花去5万元。')).toEqual([]);
  });

  it('about 财政拨款 is about the general budget where no other is', () => {
    expect(under('财政拨款支出决算情况说明', '农林水支出1,500万元。基本支出1,800万元。')).toEqual([
      'general_public_budget.expenditure 213 2023 actual 15000000.00',
      'general_public_budget.basic 2023 actual 18000000.00',
    ]);
  });
});

describe('parts of expenditure', () => {
  const parts = '基本支出20万元，项目支出30万元，人员经费15万元，公用经费5万元。';

  it('are of all money, or of the general budget under its heading', () => {
    expect(under('支出决算情况说明', parts).map((line) => line.split(' ')[0])).toEqual([
      'expenditure.basic',
      'expenditure.project',
      'expenditure.personnel',
      'expenditure.operating',
    ]);
    expect(under('一般公共预算财政拨款支出决算情况说明', parts).map((line) => line.split(' ')[0])).toEqual([
      'general_public_budget.basic',
      'general_public_budget.project',
      'general_public_budget.personnel',
      'general_public_budget.operating',
    ]);
  });

  it('of another budget are components of its expenditure, not parts of all', () => {
    expect(under('政府性基金预算财政拨款支出决算情况说明', '基本支出0万元，项目支出20万元。')).toEqual([
      'government_fund.expenditure expenditure.basic 2023 actual 0.00',
      'government_fund.expenditure expenditure.project 2023 actual 200000.00',
    ]);
  });

  it('are of the budget that the heading above names', () => {
    const lines: PrintedSection = [
      '一般公共预算财政拨款支出决算情况说明',
      '（一）支出决算总体情况',
      '年初预算数30万元。',
      '（二）基本支出决算情况',
      '年初预算数20万元。',
    ];
    expect(under(...lines)).toEqual([
      'general_public_budget.expenditure 2023 initial_budget 300000.00',
      'general_public_budget.basic 2023 initial_budget 200000.00',
    ]);
  });
});

describe('a heading that its text follows on the same line', () => {
  it('says what the paragraph is about', () => {
    const words =
      '（四）财政拨款收支预算情况的总体说明（详见表4）2024年财政拨款收支总预算120万元。支出包括：教育支出100万元、其他支出20万元。';
    const told = toldIn(budget2024(['支出预算情况说明', '2024年支出预算150万元。', words]));
    expect(told.slice(-2)).toEqual([
      'fiscal.expenditure_current_year 205 2024 budget 1000000.00',
      'fiscal.expenditure_current_year 229 2024 budget 200000.00',
    ]);
  });
});

describe('the section of a fund', () => {
  it('makes 本年收入, 本年支出 and what is left over those of that fund', () => {
    expect(
      under(
        '政府性基金预算财政拨款支出决算情况说明',
        '年初结转和结余0万元，本年收入40万元，本年支出37.2万元，年末结转和结余2.8万元。',
      ),
    ).toEqual([
      'carryover.opening government_fund.expenditure 2023 actual 0.00',
      'government_fund.revenue 2023 actual 400000.00',
      'government_fund.expenditure 2023 actual 372000.00',
      'carryover.closing government_fund.expenditure 2023 actual 28000.00',
    ]);
  });
});

describe('sections that tell no figures', () => {
  it.each(['名词解释', '主要职能'])('are those of %s', (heading) => {
    const report = budget2024([heading, '财政拨款收入：指财政拨付的资金，如基本支出100万元。']);
    expect(toldIn(report)).toEqual([]);
    expect(unresolvedIn(report)).toEqual([['not-explained-here', '100万元']]);
  });
});
