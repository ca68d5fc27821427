import { describe, expect, it } from 'vitest';
import { bareLabel, termKeys } from '../../normalizers/statement-terms.ts';

describe('a label without what is only around it', () => {
  it.each([
    ['一、财政拨款收入', '财政拨款收入'],
    ['（一）一般公共预算拨款', '一般公共预算拨款'],
    ['1.公务接待费', '公务接待费'],
    ['(2) 公务用车购置费', '公务用车购置费'],
    ['①货物', '货物'],
    ['其中：财政拨款', '财政拨款'],
    ['    其中：  1、一般公共预算', '一般公共预算'],
    ['二、其中：政府性基金', '政府性基金'],
    ['“三公”经费合计', '三公经费合计'],
    ['合 计', '合计'],
    ['合计：', '合计'],
    ['★项目支出', '项目支出'],
    ['因公出国（境）费', '因公出国(境)费'],
    ['减：结余分配', '结余分配'],
    ['一、', '一、'],
    ['', ''],
  ])('%j is %j', (printed, bare) => expect(bareLabel(printed)).toBe(bare));

  it('is itself when bared again', () => {
    for (const printed of ['一、（二）3.其中：合计：', '其中：其中：其中：合计', '2024年预算数'])
      expect(bareLabel(bareLabel(bareLabel(printed)))).toBe(bareLabel(bareLabel(printed)));
  });
});

describe('what the words of a header or label mean', () => {
  it.each([
    ['合计', 'total'],
    ['一、本年收入', 'revenue_current'],
    ['本年支出合计', 'expenditure_current'],
    ['收入总计', 'revenue_grand'],
    ['收支总计', 'both_grand'],
    ['三、上年结转结余', 'carry_opening'],
    ['结转下年', 'carry_closing'],
    ['财政拨款结转和结余', 'carry_opening.fiscal'],
    ['一般公共预算财政拨款收入', 'general_public_budget'],
    ['政府性基金预算', 'government_fund'],
    ['事业收入', 'undertaking'],
    ['基 本 支 出', 'basic'],
    ['日常公用经费', 'operating'],
    ['因公出国（境）费用', 'sangong.overseas'],
    ['公务用车购置及运行费', 'sangong.vehicle'],
    ['2.公务接待费', 'sangong.reception'],
    ['增减%', 'growth_rate'],
    ['预算数增减', 'change'],
    ['（1）公务用车运转维护费', 'sangong.vehicle_operation'],
    ['年初预算数', 'initial_budget'],
    ['科目编码', 'code'],
    ['功能分类科目名称', 'function_label'],
    ['政府预算支出经济分类科目编码', 'government_code'],
  ])('%s: %s', (printed, key) => expect(termKeys(printed)).toEqual([key]));

  it('is known with a closing note, with 本年 before it and with 支出 after it', () => {
    expect(termKeys('公务用车购置数（辆）')).toEqual(['sangong.vehicles_purchased']);
    expect(termKeys('财政拨款收入（补助）')).toEqual(['fiscal']);
    expect(termKeys('本年一般公共预算收入')).toEqual(['general_public_budget']);
    expect(termKeys('人员经费支出')).toEqual(['personnel']);
    expect(termKeys('培训费支出')).toEqual(['training']);
  });

  it('keeps （境）, which is no note', () => {
    expect(termKeys('因公出国（境）')).toEqual(['sangong.overseas']);
    expect(termKeys('因公出国费')).toEqual(['sangong.overseas']);
  });

  it('may be known by words that stand around others', () => {
    expect(termKeys('2024年预算数比2023年执行数')).toEqual(['comparison']);
    expect(termKeys('其中：2024年政府采购项目中预留给中小企业的项目资金规模')).toEqual(['procurement.sme']);
    expect(termKeys('部门预算支出经济分类科目名称（款级）')).toEqual(['economic_label']);
  });

  it('is the exact term’s where patterns fit too', () => {
    expect(termKeys('功能分类科目编码')).toEqual(['code']);
    expect(termKeys('政府经济科目编码')).toEqual(['government_code']);
  });

  it.each([
    '',
    '   ',
    '火星收入',
    '13,209,400.00',
    '一、',
    '213',
    '水利工程建设',
    '事业',
    '收',
  ])('%j is nothing', (printed) => {
    expect(termKeys(printed)).toEqual([]);
  });

  it('is told quickly of any length of words', () => {
    const long = `${'预留给中小企业'.repeat(20_000)}比`;
    const start = performance.now();
    termKeys(long);
    termKeys('（'.repeat(100_000));
    termKeys('其中：'.repeat(60_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
