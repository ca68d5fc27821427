/** What is said by the way: in brackets, to explain, as a range, after words of the form; and second numbers of one clause. */
import { describe, expect, it } from 'vitest';
import { accounts2023, saidIn, toldIn, unresolvedIn } from '../../support/prose.ts';

const report = (...paragraphs: readonly string[]) => accounts2023(['支出情况', ...paragraphs]);
const told = (...paragraphs: readonly string[]) => toldIn(report(...paragraphs));
const unresolved = (...paragraphs: readonly string[]) => unresolvedIn(report(...paragraphs));

describe('brackets', () => {
  it('tell of parts, after which the whole is spoken of again', () => {
    expect(told('公务接待费5万元（其中：国内接待费4万元，外事接待费1万元），比上年减少1万元。')).toEqual([
      'sangong.reception 2023 actual 50000.00',
      'sangong.reception_domestic 2023 actual 40000.00',
      'sangong.reception_foreign 2023 actual 10000.00',
      'sangong.reception 2023 actual change -10000.00',
    ]);
  });

  it('tell of another year, which ends with them', () => {
    expect(told('公务接待费5万元（2022年6万元），比上年减少1万元，下降16.67%。')).toEqual([
      'sangong.reception 2023 actual 50000.00',
      'sangong.reception 2022 actual 60000.00',
      'sangong.reception 2023 actual change -10000.00',
      'sangong.reception 2023 actual growth_rate -16.67%',
    ]);
  });

  it('stand between a name and its number', () => {
    expect(told('项目支出（不含基本建设和其他由上级统一安排的支出）200万元，占60%。')).toEqual([
      'expenditure.project 2023 actual 2000000.00',
      'expenditure.project 2023 actual share 60%',
    ]);
    expect(told('政府性基金预算（地方级）收入100万元、政府性基金预算（地方级）支出90万元。')).toEqual([
      'revenue.government_fund 2023 actual 1000000.00',
      'government_fund.expenditure 2023 actual 900000.00',
    ]);
  });

  it('that are never closed, or never opened, disturb nothing', () => {
    for (const words of ['项目支出200万元（其中', '）项目支出200万元', '1）项目支出200万元。'])
      expect(told(words)).toEqual(['expenditure.project 2023 actual 2000000.00']);
  });
});

describe('a second number of a clause', () => {
  it('is of the same thing where nothing else is said', () => {
    expect(told('本年支出合计年初预算280万元、决算300万元。')).toEqual([
      'expenditure.current_year 2023 initial_budget 2800000.00',
      'expenditure.current_year 2023 actual 3000000.00',
    ]);
  });

  it('is not, where it is of something unknown', () => {
    const words = '公务用车运行维护费20.5万元（含燃油费10万元），与上年持平。';
    expect(told(words)).toEqual([
      'sangong.vehicle_operation 2023 actual 205000.00',
      'sangong.vehicle_operation 2023 actual change 0.00',
    ]);
    expect(unresolved(words)).toEqual([['no-subject', '10万元']]);
    expect(told('上年结转8.15亿元、调入资金28.26亿元。')).toEqual(['carryover.opening 2023 actual 815000000.00']);
  });

  it('is no share of it, where it is of a part', () => {
    expect(told('人员经费90万元，占基本支出的90%；工资占人员经费的60%；项目支出100万元（其中设备占30%）。')).toEqual([
      'expenditure.personnel 2023 actual 900000.00',
      'expenditure.personnel 2023 actual share 90%',
      'expenditure.project 2023 actual 1000000.00',
    ]);
  });
});

describe('explanations', () => {
  it('give no figures, to the end of the sentence', () => {
    const words = '本年支出合计比上年增加20万元，主要原因是人员增加，基本支出增加15万元。项目支出增加5万元。';
    expect(told(words)).toEqual([
      'expenditure.current_year 2023 actual change 200000.00',
      'expenditure.project 2023 actual change 50000.00',
    ]);
    expect(unresolved(words)).toEqual([['explanation', '15万元']]);
  });

  it('go on with 二是, 三是', () => {
    const words = '主要原因：一是基本支出增加15万元；二是项目支出增加3万元；三是购置车辆2辆。四是公务接待费增加2万元。';
    expect(told(words)).toEqual([]);
    expect(unresolved(words).map(([reason]) => reason)).toEqual(['explanation', 'explanation', 'explanation']);
  });

  it('end where a comparison begins', () => {
    expect(told('变动原因是基本工资增加15万元，与2022年相比，项目支出增加5万元。')).toEqual([
      'expenditure.project 2023 actual change 50000.00',
    ]);
  });
});

describe('amounts that are none of a thing', () => {
  it('are ranges and thresholds', () => {
    const words = '项目支出每户3至5万元，单价50万元以上通用设备3台。';
    expect(told(words)).toEqual(['assets.equipment_over_500k 2023 none count 3台']);
    expect(unresolved(words)).toEqual([
      ['range', '3至5万元'],
      ['range', '5万元'],
      ['threshold', '50万元'],
    ]);
  });

  it('are those after a dash that may be a minus; after 增加 it is one', () => {
    const words = '上下级结算资金-160.78亿元，公务接待费-5万元，基本支出比上年增加-5万元。';
    expect(told(words)).toEqual(['expenditure.basic 2023 actual change -50000.00']);
    expect(unresolved(words)).toEqual([
      ['sign-unclear', '160.78亿元'],
      ['sign-unclear', '5万元'],
    ]);
  });

  it('are those whose words name nothing known', () => {
    expect(unresolved('全县水费收缴100万元。')).toEqual([['no-subject', '100万元']]);
  });
});

describe('words of the form that were never chosen', () => {
  it('give no figure, and a finding', () => {
    const words = '本年支出合计比上年增加（减少）20万元，增长（下降）0%。';
    expect(told(words)).toEqual([]);
    expect(unresolved(words)).toEqual([['template', '20万元']]);
    expect(saidIn(report(words)).filter(([code]) => code === 'template-left')).toEqual([
      ['template-left', '“20万元” stands after words of the form that were never chosen'],
      ['template-left', '“0%” stands after words of the form that were never chosen'],
    ]);
  });

  it('take the sign of the change that was told before them', () => {
    expect(told('本年支出合计比上年减少20万元，增长（下降）6.25%。')).toEqual([
      'expenditure.current_year 2023 actual change -200000.00',
      'expenditure.current_year 2023 actual growth_rate -6.25%',
    ]);
  });
});

describe('the name of a law on budgets', () => {
  it('says no basis', () => {
    const words = '根据《预算法》和深化预算管理制度改革的决定，三公经费支出总额为8万元。';
    expect(toldIn(accounts2023(['三公经费支出情况', words]))).toEqual(['sangong.total 2023 actual 80000.00']);
  });
});

describe('购置及运行维护费', () => {
  it('alone is of official cars, within another name it is not', () => {
    expect(toldIn(accounts2023(['三公经费支出情况', '公务用车保有量2辆，购置及运行维护费5万元。']))).toEqual([
      'sangong.vehicles_owned 2023 none count 2辆',
      'sangong.vehicle 2023 actual 50000.00',
    ]);
    expect(toldIn(accounts2023(['其他情况', '信息系统购置及运行维护费5万元。']))).toEqual([]);
  });
});
