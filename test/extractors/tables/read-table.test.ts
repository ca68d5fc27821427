/** Statement tables, cells in and figures out: rows by function, columns of parts, years and measures. */
import { describe, expect, it } from 'vitest';
import { accounts2023, datedOf, readOne, saidOf, tuplesOf } from '../../support/tables.ts';

describe('rows by function', () => {
  it('with one column of codes: totals under their own concepts, items with the column as component', () => {
    const read = readOne({
      title: '支出总表',
      rows: [
        '科目编码 | 科目名称     | 合计  | 基本支出 | 项目支出',
        '合计     | ←            | 30.00 | 20.00    | 10.00',
        '213      | 农林水支出   | 30.00 | 20.00    | 10.00',
        '21303    | 水利         | 30.00 | 20.00    | 10.00',
        '2130301  | 行政运行     | 20.00 | 20.00    |',
        '2130305  | 水利工程建设 | 10.00 |          | 10.00',
      ],
    });
    expect(tuplesOf(read)).toEqual([
      ['', 'expenditure.current_year', '', '30.00'],
      ['', 'expenditure.basic', '', '20.00'],
      ['', 'expenditure.project', '', '10.00'],
      ['213', 'expenditure.by_function', '', '30.00'],
      ['213', 'expenditure.by_function', 'expenditure.basic', '20.00'],
      ['213', 'expenditure.by_function', 'expenditure.project', '10.00'],
      ['21303', 'expenditure.by_function', '', '30.00'],
      ['21303', 'expenditure.by_function', 'expenditure.basic', '20.00'],
      ['21303', 'expenditure.by_function', 'expenditure.project', '10.00'],
      ['2130301', 'expenditure.by_function', '', '20.00'],
      ['2130301', 'expenditure.by_function', 'expenditure.basic', '20.00'],
      ['2130305', 'expenditure.by_function', '', '10.00'],
      ['2130305', 'expenditure.by_function', 'expenditure.project', '10.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
    expect(read.tables[0]).toMatchObject({ template: 'expenditure', rowsRead: 6 });
  });

  it('with codes in columns of 类 款 项, printed in full or only where they change', () => {
    const rows = ['科目编码 | ← | ← | 科目名称 | 2024年预算数', '类 | 款 | 项 | ↑ | ↑'];
    const full = ['213 | | | 农林水支出 | 3.00', '213 | 03 | | 水利 | 3.00', '213 | 03 | 01 | 行政运行 | 3.00'];
    const bare = ['213 | | | 农林水支出 | 3.00', '| 03 | | 水利 | 3.00', '| | 01 | 行政运行 | 3.00'];
    for (const body of [full, bare]) {
      expect(tuplesOf(readOne({ title: '支出总表', rows: [...rows, ...body] }))).toEqual([
        ['213', 'expenditure.by_function', '', '3.00'],
        ['21303', 'expenditure.by_function', '', '3.00'],
        ['2130301', 'expenditure.by_function', '', '3.00'],
      ]);
    }
  });

  it('keeps code and name as printed, and quotes label and number', () => {
    const { figures } = readOne({
      title: '支出总表',
      rows: ['科目编码|科目名称|合计', '2130301|　　行政 运行|1,020.50'],
    });
    expect(figures[0]).toMatchObject({
      function: { code: '2130301', name: '行政运行' },
      label: '按功能分类的支出',
      stated: '行政运行',
      quote: '行政运行 1,020.50',
      source: 'table',
    });
    expect(figures[0]?.words.value).toBe('1,020.50');
  });

  it('takes code and name from one cell', () => {
    const rows = ['项目（按功能分类） | 合计', '213农林水支出 | 3.00', '[21303]水利 | 3.00', '2130301-行政运行 | 3.00'];
    expect(tuplesOf(readOne({ title: '支出总表', rows }))).toEqual([
      ['213', 'expenditure.by_function', '', '3.00'],
      ['21303', 'expenditure.by_function', '', '3.00'],
      ['2130301', 'expenditure.by_function', '', '3.00'],
    ]);
  });
});

describe('columns of 基本 人员 公用 项目', () => {
  const rows = [
    '科目编码 | 科目名称   | 合计  | 基本支出 | ←        | ←        | 项目支出',
    '↑        | ↑          | ↑     | 小计     | 人员经费 | 公用经费 | ↑',
    '合计     | ←          | 30.00 | 20.00    | 15.00    | 5.00     | 10.00',
    '213      | 农林水支出 | 30.00 | 20.00    | 15.00    | 5.00     | 10.00',
  ];

  it('are parts of all money', () => {
    expect(tuplesOf(readOne({ title: '支出总表', rows }))).toEqual([
      ['', 'expenditure.current_year', '', '30.00'],
      ['', 'expenditure.basic', '', '20.00'],
      ['', 'expenditure.personnel', '', '15.00'],
      ['', 'expenditure.operating', '', '5.00'],
      ['', 'expenditure.project', '', '10.00'],
      ['213', 'expenditure.by_function', '', '30.00'],
      ['213', 'expenditure.by_function', 'expenditure.basic', '20.00'],
      ['213', 'expenditure.by_function', 'expenditure.personnel', '15.00'],
      ['213', 'expenditure.by_function', 'expenditure.operating', '5.00'],
      ['213', 'expenditure.by_function', 'expenditure.project', '10.00'],
    ]);
  });

  it('are parts of the general public budget', () => {
    expect(tuplesOf(readOne({ title: '一般公共预算支出表', rows }))).toEqual([
      ['', 'general_public_budget.expenditure', '', '30.00'],
      ['', 'general_public_budget.basic', '', '20.00'],
      ['', 'general_public_budget.personnel', '', '15.00'],
      ['', 'general_public_budget.operating', '', '5.00'],
      ['', 'general_public_budget.project', '', '10.00'],
      ['213', 'general_public_budget.expenditure', '', '30.00'],
      ['213', 'general_public_budget.expenditure', 'general_public_budget.basic', '20.00'],
      ['213', 'general_public_budget.expenditure', 'general_public_budget.personnel', '15.00'],
      ['213', 'general_public_budget.expenditure', 'general_public_budget.operating', '5.00'],
      ['213', 'general_public_budget.expenditure', 'general_public_budget.project', '10.00'],
    ]);
  });

  it('are parts of fiscal appropriations, whose totals are parts of the expenditure', () => {
    expect(tuplesOf(readOne({ title: '财政拨款支出表', rows }))).toEqual([
      ['', 'fiscal.expenditure_current_year', '', '30.00'],
      ['', 'expenditure.basic', 'fiscal.expenditure_current_year', '20.00'],
      ['', 'expenditure.personnel', 'fiscal.expenditure_current_year', '15.00'],
      ['', 'expenditure.operating', 'fiscal.expenditure_current_year', '5.00'],
      ['', 'expenditure.project', 'fiscal.expenditure_current_year', '10.00'],
      ['213', 'fiscal.expenditure_current_year', '', '30.00'],
      ['213', 'fiscal.expenditure_current_year', 'fiscal.basic', '20.00'],
      ['213', 'fiscal.expenditure_current_year', 'fiscal.personnel', '15.00'],
      ['213', 'fiscal.expenditure_current_year', 'fiscal.operating', '5.00'],
      ['213', 'fiscal.expenditure_current_year', 'fiscal.project', '10.00'],
    ]);
  });

  it('are parts of the government funds and of the state capital, which have no concepts for parts', () => {
    const part = ['科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出', '合计 | ← | 3.00 | 2.00 | 1.00'];
    for (const [title, concept] of [
      ['政府性基金预算支出表', 'government_fund.expenditure'],
      ['国有资本经营预算支出表', 'state_capital.expenditure'],
    ] as const) {
      expect(tuplesOf(readOne({ title, rows: part }))).toEqual([
        ['', concept, '', '3.00'],
        ['', concept, 'expenditure.basic', '2.00'],
        ['', concept, 'expenditure.project', '1.00'],
      ]);
    }
  });
});

describe('year, basis and measure', () => {
  const rows = [
    '科目编码 | 科目名称 | 2023年执行数 | 2024年预算数 | 2024年预算数比2023年执行数 | ←',
    '↑ | ↑ | ↑ | ↑ | 增减额 | 增减%',
    '213 | 农林水支出 | 10.00 | 12.00 | -2.00 | -20.00',
  ];

  it('are the column’s, signed as printed', () => {
    expect(datedOf(readOne({ title: '一般公共预算支出表', rows }))).toEqual([
      [2023, 'actual', 'amount', 'general_public_budget.expenditure', '10.00'],
      [2024, 'budget', 'amount', 'general_public_budget.expenditure', '12.00'],
      [2024, 'budget', 'change', 'general_public_budget.expenditure', '-2.00'],
      [2024, 'budget', 'growth_rate', 'general_public_budget.expenditure', '-20.00%'],
    ]);
  });

  it('are the document’s where the column names none: what final accounts state is spent', () => {
    const plain = ['项目 | 年初预算数 | 决算数 | 金额', '合计 | 1.00 | 2.00 | 3.00'];
    expect(datedOf(readOne({ title: '支出决算表', rows: plain }, accounts2023))).toEqual([
      [2023, 'initial_budget', 'amount', 'expenditure.current_year', '1.00'],
      [2023, 'actual', 'amount', 'expenditure.current_year', '2.00'],
      [2023, 'actual', 'amount', 'expenditure.current_year', '3.00'],
    ]);
  });

  it('may be told by 上年 and 本年', () => {
    const plain = ['项目 | 上年预算数 | 本年预算数', '合计 | 1.00 | 2.00'];
    expect(datedOf(readOne({ title: '支出总表', rows: plain }))).toEqual([
      [2023, 'initial_budget', 'amount', 'expenditure.current_year', '1.00'],
      [2024, 'budget', 'amount', 'expenditure.current_year', '2.00'],
    ]);
  });
});
