/** 比上年增加, 下降, 持平: changes with their sign, and amounts of the year that is compared with. */
import { describe, expect, it } from 'vitest';
import { accounts2023, budget2024, toldIn } from '../../support/prose.ts';

const told = (...paragraphs: readonly string[]) => toldIn(accounts2023(['支出决算情况说明', ...paragraphs]));

describe('a change', () => {
  it.each(['减少', '下降', '降低', '压减'])('told with %s is negative, in amount and rate', (word) => {
    expect(told(`本年支出合计比上年${word}20万元，${word}6.25%。`)).toEqual([
      'expenditure.current_year 2023 actual change -200000.00',
      'expenditure.current_year 2023 actual growth_rate -6.25%',
    ]);
  });

  it.each(['增加', '增长', '上升', '提高'])('told with %s is positive', (word) => {
    expect(told(`本年支出合计较上年${word}20万元，${word}6.25%。`)).toEqual([
      'expenditure.current_year 2023 actual change 200000.00',
      'expenditure.current_year 2023 actual growth_rate 6.25%',
    ]);
  });

  it.each([
    '与上年持平',
    '与2022年度相同',
    '与上年一致',
    '较上年无增减变化',
  ])('is 0 where the print says %s', (words) => {
    expect(told(`本年支出合计300万元，${words}。`)).toEqual([
      'expenditure.current_year 2023 actual 3000000.00',
      'expenditure.current_year 2023 actual change 0.00',
    ]);
  });

  it('is none where the print says how far it went: that is the amount', () => {
    expect(told('公务接待费减少至5万元。')).toEqual(['sangong.reception 2023 actual 50000.00']);
    expect(told('公务接待费由6万元减少到5万元。')).toEqual(['sangong.reception 2023 actual 50000.00']);
    expect(told('公务接待费由上年的6万元减少到5万元。')).toEqual([
      'sangong.reception 2022 actual 60000.00',
      'sangong.reception 2023 actual 50000.00',
    ]);
    expect(told('公务接待费从2021年的6万元下降到5万元，下降16.67%。')).toEqual([
      'sangong.reception 2021 actual 60000.00',
      'sangong.reception 2023 actual 50000.00',
      'sangong.reception 2023 actual growth_rate -16.67%',
    ]);
  });

  it.each([
    '与上年下降',
    '与2022年下降',
    '与上年决算数下降',
  ])('is of this year after %s, and so is what follows', (words) => {
    expect(told(`公务接待费4万元，${words}20%；会议费6万元。`)).toEqual([
      'sangong.reception 2023 actual 40000.00',
      'sangong.reception 2023 actual growth_rate -20%',
      'meeting 2023 actual 60000.00',
    ]);
  });

  it('is of this year where both years were told, also after a semicolon', () => {
    expect(told('公务接待费2023年决算4万元，2022年决算5万元；减少1万元；减少率20%。')).toEqual([
      'sangong.reception 2023 actual 40000.00',
      'sangong.reception 2022 actual 50000.00',
      'sangong.reception 2023 actual change -10000.00',
      'sangong.reception 2023 actual growth_rate -20%',
    ]);
  });

  it('ends before 其中, though no stop does', () => {
    expect(told('基本支出90万元，较上年减少10%其中：会议费5万元。')).toEqual([
      'expenditure.basic 2023 actual 900000.00',
      'expenditure.basic 2023 actual growth_rate -10%',
      'meeting 2023 actual 50000.00',
    ]);
  });

  it('is of this year also where last year is named first', () => {
    expect(told('与2022年度相比，基本支出增加10万元，增长5%。')).toEqual([
      'expenditure.basic 2023 actual change 100000.00',
      'expenditure.basic 2023 actual growth_rate 5%',
    ]);
  });

  it('needs something that it is of', () => {
    expect(told('与上年相比减少5起，直接经济损失下降12%，人员数量与上年持平。')).toEqual([]);
  });
});

describe('an amount that is compared with', () => {
  it('is of the year before', () => {
    expect(told('基本支出比上年303.08万元增加26万元。')).toEqual([
      'expenditure.basic 2022 actual 3030800.00',
      'expenditure.basic 2023 actual change 260000.00',
    ]);
  });

  it('is of the year that is named', () => {
    expect(told('基本支出329.08万元，与2021年的280万元相比，增加49.08万元。')).toEqual([
      'expenditure.basic 2023 actual 3290800.00',
      'expenditure.basic 2021 actual 2800000.00',
      'expenditure.basic 2023 actual change 490800.00',
    ]);
  });

  it('is a budget of the same year where a budget is named', () => {
    expect(told('公务接待费支出决算5万元，较年初预算6万元减少1万元。')).toEqual([
      'sangong.reception 2023 actual 50000.00',
      'sangong.reception 2023 initial_budget 60000.00',
      'sangong.reception 2023 actual change -10000.00',
    ]);
  });

  it('in a budget is last year’s budget', () => {
    expect(toldIn(budget2024(['“三公”经费预算', '公务接待费5万元，比上年预算6万元减少1万元，下降16.67%。']))).toEqual([
      'sangong.reception 2024 budget 50000.00',
      'sangong.reception 2023 initial_budget 60000.00',
      'sangong.reception 2024 budget change -10000.00',
      'sangong.reception 2024 budget growth_rate -16.67%',
    ]);
  });
});

describe('a growth after an amount of something unknown', () => {
  it('is of that, and of nothing that was told before', () => {
    expect(told('本年支出合计300万元，增长5%。其中：跑项争资奖励121.5万元，增长27%。')).toEqual([
      'expenditure.current_year 2023 actual 3000000.00',
      'expenditure.current_year 2023 actual growth_rate 5%',
    ]);
  });

  it('but what stands in brackets is set apart', () => {
    expect(told('本年支出合计300万元（跑项争资奖励121.5万元），增长5%。')).toEqual([
      'expenditure.current_year 2023 actual 3000000.00',
      'expenditure.current_year 2023 actual growth_rate 5%',
    ]);
  });
});

describe('与', () => {
  it('compares only where 相比 or the like follows', () => {
    expect(
      toldIn(
        accounts2023(['项目支出情况', '项目支出包括：应急能力提升与试点应用项目40万元、2023年经费管理项目32万元。']),
      ),
    ).toEqual([
      'project.funds 2023年经费管理项目 2023 actual 320000.00',
      'project.funds 应急能力提升与试点应用项目 2023 actual 400000.00',
    ]);
  });
});

describe('the year', () => {
  it('is the heading’s, and the paragraph’s first for all its sentences', () => {
    expect(
      toldIn(
        budget2024(
          ['2023年支出预算执行情况', '支出决算数300万元。'],
          ['支出预算情况', '2023年，支出平稳。本年支出合计280万元。'],
        ),
      ),
    ).toEqual(['expenditure.current_year 2023 actual 3000000.00', 'expenditure.current_year 2023 budget 2800000.00']);
  });
});

describe('a change', () => {
  it.each([
    ['增', ''],
    ['减', '-'],
  ])('is told by %s alone right before its number', (word, sign) => {
    expect(told(`项目支出较上年${word}5万元，${word}4.5%。`)).toEqual([
      `expenditure.project 2023 actual change ${sign}50000.00`,
      `expenditure.project 2023 actual growth_rate ${sign}4.5%`,
    ]);
    expect(told('缴纳增值税5万元。')).toEqual([]);
  });

  it.each(['收支较上年', '收入支出总体与上年相比，', '收支与上年相比，'])('of both totals: %s', (words) => {
    expect(told(`${words}增加5万元，增长2.5%。`)).toEqual([
      'revenue.grand_total 2023 actual change 50000.00',
      'expenditure.grand_total 2023 actual change 50000.00',
      'revenue.grand_total 2023 actual growth_rate 2.5%',
      'expenditure.grand_total 2023 actual growth_rate 2.5%',
    ]);
    expect(told('收入支出总体情况见附表，资产增加5万元。')).toEqual([]);
  });

  it('is of what was said to be the same in another way', () => {
    expect(told('公务用车运行维护费6万元；公务接待费支出决算与预算持平，比上年增加1万元。')).toEqual([
      'sangong.vehicle_operation 2023 actual 60000.00',
      'sangong.reception 2023 actual change 0.00',
      'sangong.reception 2023 actual change 10000.00',
    ]);
  });

  it('is of the next year, in a paragraph that begins with its budget', () => {
    const words =
      '2024年度三公经费预算较2023年度增加1万元，其中公务接待较上年同期减少0.5万元。公务用车运行费用较上年增加1.5万元。';
    expect(toldIn(accounts2023(['2023年三公经费决算情况', words]))).toEqual([
      'sangong.total 2024 budget change 10000.00',
      'sangong.reception 2024 budget change -5000.00',
      'sangong.vehicle_operation 2024 budget change 15000.00',
    ]);
  });
});

describe('各增加 after both totals', () => {
  it('is of both', () => {
    expect(told('2023年度收入总计115万元，支出总计115万元，与2022年度相比，各增加29万元，增长2.57%。')).toEqual([
      'revenue.grand_total 2023 actual 1150000.00',
      'expenditure.grand_total 2023 actual 1150000.00',
      'revenue.grand_total 2023 actual change 290000.00',
      'expenditure.grand_total 2023 actual change 290000.00',
      'revenue.grand_total 2023 actual growth_rate 2.57%',
      'expenditure.grand_total 2023 actual growth_rate 2.57%',
    ]);
  });
});

describe('负增长', () => {
  it('is negative', () => {
    expect(told('公务接待费4万元，负增长11.3%。')).toEqual([
      'sangong.reception 2023 actual 40000.00',
      'sangong.reception 2023 actual growth_rate -11.3%',
    ]);
  });
});

describe('a change of an adjusted budget', () => {
  it('is of that budget', () => {
    expect(told('项目支出全年预算5万元，较年初预算增加1万元，增长25%。')).toEqual([
      'expenditure.project 2023 adjusted_budget 50000.00',
      'expenditure.project 2023 adjusted_budget change 10000.00',
      'expenditure.project 2023 adjusted_budget growth_rate 25%',
    ]);
  });
});

describe('大于预算数', () => {
  it('is a change right before its number, and no budget', () => {
    expect(told('本年支出合计174万元，决算数大于预算数55.93万元，主要原因是人员增加。')).toEqual([
      'expenditure.current_year 2023 actual 1740000.00',
      'expenditure.current_year 2023 actual change 559300.00',
    ]);
    expect(told('公务接待费支出决算5万元，决算数小于预算数的主要原因是压减6万元。')).toEqual([
      'sangong.reception 2023 actual 50000.00',
    ]);
  });
});
