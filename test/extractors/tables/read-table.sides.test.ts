/** Statement tables, cells in and figures out: income beside expenditure, money by its source, money left over. */
import { describe, expect, it } from 'vitest';
import { readOne, saidOf, tuplesOf } from '../../support/tables.ts';

describe('columns of money by its source', () => {
  it('are components of an item, and figures of their own in the total', () => {
    const rows = [
      '科目编码 | 科目名称   | 合计  | 一般公共预算 | 政府性基金预算 | 事业收入',
      '合计     | ←          | 30.00 | 20.00        | 6.00           | 4.00',
      '213      | 农林水支出 | 30.00 | 20.00        | 6.00           | 4.00',
    ];
    expect(tuplesOf(readOne({ title: '支出总表', rows }))).toEqual([
      ['', 'expenditure.current_year', '', '30.00'],
      ['', 'general_public_budget.expenditure', '', '20.00'],
      ['', 'government_fund.expenditure', '', '6.00'],
      ['', 'revenue.undertaking', '', '4.00'],
      ['213', 'expenditure.by_function', '', '30.00'],
      ['213', 'expenditure.by_function', 'general_public_budget.expenditure', '20.00'],
      ['213', 'expenditure.by_function', 'government_fund.expenditure', '6.00'],
      ['213', 'expenditure.by_function', 'revenue.undertaking', '4.00'],
    ]);
  });

  it('make 合计 a grand total where money left over stands among them', () => {
    const rows = [
      '合计  | 本年收入 | ←              | ←        | 上年结转结余 | ←            | ←',
      '↑     | 小计     | 一般公共预算   | 事业收入 | 小计         | 一般公共预算 | 单位资金',
      '33.00 | 30.00    | 26.00          | 4.00     | 3.00         | 2.00         | 1.00',
    ];
    expect(tuplesOf(readOne({ title: '收入总表', rows }))).toEqual([
      ['', 'revenue.grand_total', '', '33.00'],
      ['', 'revenue.current_year', '', '30.00'],
      ['', 'revenue.general_public_budget', '', '26.00'],
      ['', 'revenue.undertaking', '', '4.00'],
      ['', 'carryover.opening', '', '3.00'],
      ['', 'carryover.opening', 'revenue.general_public_budget', '2.00'],
      ['', 'carryover.opening', 'revenue.unit_funds', '1.00'],
    ]);
  });

  it('may name the left-over money of one source alone', () => {
    const rows = ['合计 | 一般公共预算 | 财政拨款结转结余 | 非财政拨款结转结余', '9.00 | 6.00 | 2.00 | 1.00'];
    expect(tuplesOf(readOne({ title: '收入总表', rows }))).toEqual([
      ['', 'revenue.grand_total', '', '9.00'],
      ['', 'revenue.general_public_budget', '', '6.00'],
      ['', 'carryover.opening', 'revenue.fiscal_appropriation', '2.00'],
      ['', 'carryover.opening', 'revenue.unit_funds', '1.00'],
    ]);
  });
});

describe('both sides beside each other', () => {
  it('are read side by side, with totals, money left over and its sources', () => {
    const read = readOne({
      title: '收支总表',
      rows: [
        '收入               | ←      | 支出           | ←',
        '项目               | 预算数 | 项目           | 预算数',
        '一、财政拨款收入   | 100.00 | 一、农林水支出 | 110.00',
        '其中：一般公共预算 | 100.00 | 二、住房保障支出 | 10.00',
        '二、事业收入       | 5.00   |                |',
        '本年收入合计       | 105.00 | 本年支出合计   | 120.00',
        '上年结转结余       | 15.00  | 结转下年       | 0.00',
        '其中：一般公共预算 | 15.00  |                |',
        '收入总计           | 120.00 | 支出总计       | 120.00',
      ],
    });
    expect(tuplesOf(read)).toEqual([
      ['', 'revenue.fiscal_appropriation', '', '100.00'],
      ['213', 'expenditure.by_function', '', '110.00'],
      ['', 'revenue.general_public_budget', '', '100.00'],
      ['221', 'expenditure.by_function', '', '10.00'],
      ['', 'revenue.undertaking', '', '5.00'],
      ['', 'revenue.current_year', '', '105.00'],
      ['', 'expenditure.current_year', '', '120.00'],
      ['', 'carryover.opening', '', '15.00'],
      ['', 'carryover.closing', '', '0.00'],
      ['', 'carryover.opening', 'revenue.general_public_budget', '15.00'],
      ['', 'revenue.grand_total', '', '120.00'],
      ['', 'expenditure.grand_total', '', '120.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });

  it('call their totals 合计 for the year and 总计 with what is left over; 收支总计 is of both', () => {
    const rows = ['收入 | ← | 支出 | ←', '项目 | 预算数 | 项目 | 预算数'];
    const plain = ['合计 | 5.00 | 合计 | 5.00', '上年结转 | 1.00 | 结转下年 | 1.00', '总计 | 6.00 | 总计 | 6.00'];
    expect(tuplesOf(readOne({ title: '收支总表', rows: [...rows, ...plain] }))).toEqual([
      ['', 'revenue.current_year', '', '5.00'],
      ['', 'expenditure.current_year', '', '5.00'],
      ['', 'carryover.opening', '', '1.00'],
      ['', 'carryover.closing', '', '1.00'],
      ['', 'revenue.grand_total', '', '6.00'],
      ['', 'expenditure.grand_total', '', '6.00'],
    ]);
    const both = ['收支总计 | 6.00 | 收支总计 | 6.00'];
    expect(tuplesOf(readOne({ title: '收支总表', rows: [...rows, ...both] }))).toEqual([
      ['', 'revenue.grand_total', '', '6.00'],
      ['', 'expenditure.grand_total', '', '6.00'],
    ]);
  });

  it('of fiscal appropriations have their own totals, and a budget a column', () => {
    const rows = [
      '收入                   | ←      | 支出               | ←      | ←            | ←',
      '项目                   | 预算数 | 项目               | 合计   | 一般公共预算 | 政府性基金预算',
      '一、本年收入           | 100.00 | 一、本年支出       | 120.00 | 119.00       | 1.00',
      '（一）一般公共预算拨款 | 100.00 | （一）农林水支出   | 120.00 | 119.00       | 1.00',
      '二、上年结转           | 20.00  | 二、结转下年       | 0.00   | 0.00         | 0.00',
      '（一）一般公共预算拨款 | 20.00  |                    |        |              |',
      '收入总计               | 120.00 | 支出总计           | 120.00 | 119.00       | 1.00',
    ];
    expect(tuplesOf(readOne({ title: '财政拨款收支总表', rows }))).toEqual([
      ['', 'revenue.fiscal_appropriation', '', '100.00'],
      ['', 'fiscal.expenditure_current_year', '', '120.00'],
      ['', 'general_public_budget.expenditure', '', '119.00'],
      ['', 'government_fund.expenditure', '', '1.00'],
      ['', 'revenue.general_public_budget', '', '100.00'],
      ['213', 'fiscal.expenditure_current_year', '', '120.00'],
      ['213', 'general_public_budget.expenditure', '', '119.00'],
      ['213', 'government_fund.expenditure', '', '1.00'],
      ['', 'carryover.opening', '', '20.00'],
      ['', 'carryover.closing', '', '0.00'],
      ['', 'carryover.closing', 'general_public_budget.expenditure', '0.00'],
      ['', 'carryover.closing', 'government_fund.expenditure', '0.00'],
      ['', 'carryover.opening', 'revenue.general_public_budget', '20.00'],
      ['', 'fiscal.revenue_total', '', '120.00'],
      ['', 'fiscal.expenditure_total', '', '120.00'],
      ['', 'fiscal.expenditure_total', 'general_public_budget.expenditure', '119.00'],
      ['', 'fiscal.expenditure_total', 'government_fund.expenditure', '1.00'],
    ]);
  });
});
