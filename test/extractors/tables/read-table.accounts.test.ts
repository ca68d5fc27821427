/** Tables of final accounts that turn from revenue to expenditure, or hold matters of several kinds. */
import { describe, expect, it } from 'vitest';
import { accounts2023, datedOf, readOne, saidOf, tuplesOf } from '../../support/tables.ts';

describe('a fund’s revenue and expenditure in one row', () => {
  it('are each column’s own, for the total and for its items', () => {
    const rows = [
      '项目     | ←              | 年初结转和结余 | 本年收入 | 本年支出 | ←        | ←        | 年末结转和结余',
      '科目代码 | 科目名称       | ↑              | ↑        | 小计     | 基本支出 | 项目支出 | ↑',
      '栏次     | ←              | 1              | 2        | 3        | 4        | 5        | 6',
      '合计     | ←              | 4.00           | 30.00    | 32.00    |          | 32.00    | 2.00',
      '21208    | 国有土地使用权出让收入安排的支出 | 4.00 | 30.00 | 32.00 | | 32.00 | 2.00',
    ];
    const read = readOne({ title: '政府性基金预算财政拨款收入支出决算表', rows }, accounts2023);
    expect(tuplesOf(read)).toEqual([
      ['', 'carryover.opening', 'government_fund.expenditure', '4.00'],
      ['', 'government_fund.revenue', '', '30.00'],
      ['', 'government_fund.expenditure', '', '32.00'],
      ['', 'government_fund.expenditure', 'expenditure.project', '32.00'],
      ['', 'carryover.closing', 'government_fund.expenditure', '2.00'],
      ['21208', 'government_fund.expenditure', 'carryover.opening', '4.00'],
      ['21208', 'government_fund.revenue', '', '30.00'],
      ['21208', 'government_fund.expenditure', '', '32.00'],
      ['21208', 'government_fund.expenditure', 'expenditure.project', '32.00'],
      ['21208', 'government_fund.expenditure', 'carryover.closing', '2.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });
});

describe('基本支出 under 本年支出', () => {
  it('is the part the table is about', () => {
    const rows = [
      '项目             | ←            | 本年支出 | ←        | ←',
      '经济分类科目编码 | 科目名称     | 合计     | 人员经费 | 公用经费',
      '合计             | ←            | 9.00     | 9.00     | ',
      '301              | 工资福利支出 | 9.00     | 9.00     | ',
    ];
    const read = readOne({ title: '一般公共预算财政拨款基本支出决算表', rows }, accounts2023);
    expect(tuplesOf(read).slice(0, 3)).toEqual([
      ['', 'general_public_budget.basic', '', '9.00'],
      ['', 'general_public_budget.personnel', '', '9.00'],
      ['301', 'expenditure.by_economic', 'general_public_budget.basic', '9.00'],
    ]);
  });

  it('has totals whose names stand in the column of codes', () => {
    const rows = [
      '科目编码     | 科目名称     | 决算数',
      '301          | 工资福利支出 | 9.00',
      '人员经费合计 |              | 9.00',
    ];
    const read = readOne({ title: '一般公共预算财政拨款基本支出决算表', rows }, accounts2023);
    expect(tuplesOf(read).at(-1)).toEqual(['', 'general_public_budget.personnel', '', '9.00']);
  });
});

describe('机构运行信息表', () => {
  it('tells of “三公” money, counts, cars and purchases side by side', () => {
    const rows = [
      '项目                         | 行次 | 统计数 | 项目                                             | 行次 | 统计数',
      '一、“三公”经费支出           | 1    | —      | 二、机关运行经费                                 | 5    | 70.00',
      '（一）支出合计               | 2    | 9.00   | （一）行政单位                                   | 6    | 70.00',
      '3.公务接待费                 | 3    | 2.00   | （一）车辆数合计（辆）                           | 7    | 5',
      '4.公务用车保有量（辆）       | 4    | 3      | 3.机要通信用车                                   | 8    | 2',
      '5.国内公务接待批次（个）     | 9    | 12     | （二）单价100万元（含）以上设备（不含车辆）（台/套） | 10   | 1',
      '                             |      |        | （二）政府采购授予中小企业合同金额               | 11   | 8.00',
    ];
    const read = readOne(
      { title: '机构运行信息表', heading: '国有资本经营预算财政拨款支出决算表', rows },
      accounts2023,
    );
    expect(datedOf(read)).toEqual([
      [2023, 'actual', 'amount', 'agency_operation', '70.00'],
      [2023, 'actual', 'amount', 'sangong.total', '9.00'],
      [2023, 'actual', 'amount', 'other', '70.00'],
      [2023, 'actual', 'amount', 'sangong.reception', '2.00'],
      [2023, 'none', 'count', 'assets.vehicles', '5辆'],
      [2023, 'none', 'count', 'sangong.vehicles_owned', '3辆'],
      [2023, 'none', 'count', 'assets.vehicles', '2辆'],
      [2023, 'actual', 'count', 'sangong.reception_batches', '12批次'],
      [2023, 'none', 'count', 'assets.equipment_over_1m', '1台（套）'],
      [2023, 'actual', 'amount', 'procurement.sme', '8.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });
});

describe('一般公共预算财政拨款收入支出决算表', () => {
  it('is by function, its codes under 类 款 项, its parts of revenue no parts of expenditure', () => {
    const rows = [
      '项目 | ← | ← | ← | 年初结转和结余 | 本年收入 | ← | 本年支出 | ← | ← | 年末结转和结余 | ←',
      '支出功能分类科目编码 | ← | ← | 科目名称 | 合计 | 合计 | 项目支出 | 合计 | 基本支出 | 项目支出 | 合计 | 项目支出结转',
      '类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8',
      '合计 | ← | ← | ← | 2.00 | 30.00 | 9.00 | 31.00 | 21.00 | 10.00 | 1.00 | 1.00',
      '201 | ← | ← | 一般公共服务支出 | 2.00 | 30.00 | 9.00 | 31.00 | 21.00 | 10.00 | 1.00 | 1.00',
    ];
    const read = readOne({ title: '一般公共预算财政拨款收入支出决算表', rows }, accounts2023);
    expect(read.tables[0]?.template).toBe('general_public_budget');
    expect(tuplesOf(read)).toEqual([
      ['', 'carryover.opening', 'general_public_budget.expenditure', '2.00'],
      ['', 'revenue.general_public_budget', '', '30.00'],
      ['', 'revenue.general_public_budget', 'general_public_budget.project', '9.00'],
      ['', 'general_public_budget.expenditure', '', '31.00'],
      ['', 'general_public_budget.basic', '', '21.00'],
      ['', 'general_public_budget.project', '', '10.00'],
      ['', 'carryover.closing', 'general_public_budget.expenditure', '1.00'],
      ['', 'carryover.closing', 'other', '1.00'],
      ['201', 'general_public_budget.expenditure', 'carryover.opening', '2.00'],
      ['201', 'revenue.general_public_budget', '', '30.00'],
      ['201', 'revenue.general_public_budget', 'general_public_budget.project', '9.00'],
      ['201', 'general_public_budget.expenditure', '', '31.00'],
      ['201', 'general_public_budget.expenditure', 'general_public_budget.basic', '21.00'],
      ['201', 'general_public_budget.expenditure', 'general_public_budget.project', '10.00'],
      ['201', 'general_public_budget.expenditure', 'carryover.closing', '1.00'],
      ['201', 'carryover.closing', 'other', '1.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });
});

describe('a column of rates', () => {
  it('tells what of the budget was reached', () => {
    const rows = ['科目名称 | 年初预算数 | 决算数 | 完成年初预算的%', '合计 | 20.00 | 10.00 | 50.00'];
    expect(datedOf(readOne({ title: '一般公共预算财政拨款支出决算表', rows }, accounts2023))).toEqual([
      [2023, 'initial_budget', 'amount', 'general_public_budget.expenditure', '20.00'],
      [2023, 'actual', 'amount', 'general_public_budget.expenditure', '10.00'],
      [2023, 'actual', 'completion_rate', 'general_public_budget.expenditure', '50.00%'],
    ]);
  });
});

describe('基本支出 among fiscal money', () => {
  it('is of the whole, and of each budget that a column names', () => {
    const rows = [
      '收入 | ← | 支出 | ← | ← | ←',
      '项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款',
      '一、一般公共预算财政拨款 | 9.00 | （一）基本支出 | 6.00 | 6.00 | ',
      '二、政府性基金预算财政拨款 | 2.00 | （二）项目支出 | 5.00 | 3.00 | 2.00',
    ];
    expect(tuplesOf(readOne({ title: '财政拨款收入支出决算总表', rows }, accounts2023))).toEqual([
      ['', 'revenue.general_public_budget', '', '9.00'],
      ['', 'expenditure.basic', 'fiscal.expenditure_current_year', '6.00'],
      ['', 'general_public_budget.basic', '', '6.00'],
      ['', 'revenue.government_fund', '', '2.00'],
      ['', 'expenditure.project', 'fiscal.expenditure_current_year', '5.00'],
      ['', 'general_public_budget.project', '', '3.00'],
      ['', 'government_fund.expenditure', 'expenditure.project', '2.00'],
    ]);
  });
});

describe('two groups of columns under the same words', () => {
  it('are not told apart where the heads over them are lost', () => {
    const rows = [
      '合计 | 因公出国（境）费 | 公务接待费 | 合计 | 因公出国（境）费 | 公务接待费',
      '9.00 | 4.00 | 5.00 | 7.00 | 4.00 | 3.00',
    ];
    const read = readOne({ title: '财政拨款“三公”经费支出决算表', rows }, accounts2023);
    expect(tuplesOf(read)).toEqual([]);
    expect(saidOf(read)).toHaveLength(6);
  });
});
