/** 分别为…、…、…: one number for each of the things just listed, or none where they do not come out even. */
import { describe, expect, it } from 'vitest';
import { accounts2023, toldIn, unresolvedIn } from '../../support/prose.ts';

const told = (...paragraphs: readonly string[]) => toldIn(accounts2023(['支出情况', ...paragraphs]));

describe('分别', () => {
  it('gives each thing its amount, in order', () => {
    expect(told('因公出国（境）费、公务用车购置及运行维护费、公务接待费支出分别为1万元、20万元、5万元。')).toEqual([
      'sangong.overseas 2023 actual 10000.00',
      'sangong.vehicle 2023 actual 200000.00',
      'sangong.reception 2023 actual 50000.00',
    ]);
  });

  it('leaves out what the listed things are parts of', () => {
    expect(told('2023年度本年支出合计中，基本支出和项目支出分别为100万元和200万元。')).toEqual([
      'expenditure.basic 2023 actual 1000000.00',
      'expenditure.project 2023 actual 2000000.00',
    ]);
  });

  it('goes on for the same things where it is said again, with shares, changes and rates', () => {
    expect(
      told(
        '基本支出、项目支出分别为90万元、10万元，分别占本年支出合计的90%和10%，分别增加9万元、1万元，分别增长11%、12%。',
      ),
    ).toEqual([
      'expenditure.basic 2023 actual 900000.00',
      'expenditure.project 2023 actual 100000.00',
      'expenditure.basic 2023 actual share 90%',
      'expenditure.project 2023 actual share 10%',
      'expenditure.basic 2023 actual change 90000.00',
      'expenditure.project 2023 actual change 10000.00',
      'expenditure.basic 2023 actual growth_rate 11%',
      'expenditure.project 2023 actual growth_rate 12%',
    ]);
  });

  it('is said of what the sentence before told', () => {
    expect(told('“三公”经费9万元，其中：公务接待费5万元、公务用车费4万元。与上年相比，分别减少2万元、1万元。')).toEqual(
      [
        'sangong.total 2023 actual 90000.00',
        'sangong.reception 2023 actual 50000.00',
        'sangong.vehicle 2023 actual 40000.00',
        'sangong.reception 2023 actual change -20000.00',
        'sangong.vehicle 2023 actual change -10000.00',
      ],
    );
  });

  it('is said of nothing where that told of fewer things', () => {
    expect(told('公务接待费5万元。与上年相比，分别减少2万元、1万元。')).toEqual([
      'sangong.reception 2023 actual 50000.00',
    ]);
  });

  it('counts the same way', () => {
    expect(told('编制数、实有人数分别为120名、115人。')).toEqual([
      'staff.establishment 2023 none count 120名',
      'staff.actual 2023 none count 115人',
    ]);
  });

  it('names the parts after it as well as before it', () => {
    expect(told('基本支出100万元，分别为人员经费90万元、公用经费10万元。')).toEqual([
      'expenditure.basic 2023 actual 1000000.00',
      'expenditure.personnel 2023 actual 900000.00',
      'expenditure.operating 2023 actual 100000.00',
    ]);
  });

  it('takes both sides of a budget for two things', () => {
    expect(told('2023年财政拨款收入、支出预算分别为100万元、90万元。')).toEqual([
      'revenue.fiscal_appropriation 2023 budget 1000000.00',
      'fiscal.expenditure_current_year 2023 budget 900000.00',
    ]);
  });

  it('tells nothing where there are more numbers than things', () => {
    const report = accounts2023(['支出情况', '两年的会议费分别为1万元、2万元。', '事故、死亡人数分别下降4.1%、1.9%。']);
    expect(toldIn(report)).toEqual([]);
    expect(unresolvedIn(report)).toEqual([
      ['no-subject', '1万元'],
      ['no-subject', '2万元'],
    ]);
  });
});

describe('各', () => {
  it('is 分别 where several numbers follow, which may share the last one’s unit', () => {
    const told2023 = toldIn(
      accounts2023([
        '收入支出决算总体情况说明',
        '2023年度收、支总计各是4125.49,4143.91万元。与2022年相比,收、支总计各减少1267.86,2570.97万元,各下降23.51%、38.28%。',
      ]),
    );
    expect(told2023).toEqual([
      'revenue.grand_total 2023 actual 41254900.00',
      'expenditure.grand_total 2023 actual 41439100.00',
      'revenue.grand_total 2023 actual change -12678600.00',
      'expenditure.grand_total 2023 actual change -25709700.00',
      'revenue.grand_total 2023 actual growth_rate -23.51%',
      'expenditure.grand_total 2023 actual growth_rate -38.28%',
    ]);
  });

  it('says nothing where one number is of both', () => {
    expect(toldIn(accounts2023(['收支总体情况', '收、支总计各为100万元，收、支总计各增加30万元。']))).toEqual([
      'revenue.grand_total 2023 actual 1000000.00',
      'expenditure.grand_total 2023 actual 1000000.00',
      'revenue.grand_total 2023 actual change 300000.00',
      'expenditure.grand_total 2023 actual change 300000.00',
    ]);
  });
});

describe('numbers before the one with a unit', () => {
  it('have it too', () => {
    expect(told('基本支出、项目支出分别为12.5、30.1万元，分别增加2.5、3万元。')).toEqual([
      'expenditure.basic 2023 actual 125000.00',
      'expenditure.project 2023 actual 301000.00',
      'expenditure.basic 2023 actual change 25000.00',
      'expenditure.project 2023 actual change 30000.00',
    ]);
  });
});
