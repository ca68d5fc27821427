/** What stands over and around a table’s numbers: header rows, captions inside, column numbers, pages that go on, empty tables. */
import { describe, expect, it } from 'vitest';
import { accounts2023, readOne, readTables, saidOf, tuplesOf } from '../../support/tables.ts';

describe('rows between header and body', () => {
  it.each([
    ['1 2 3 …', '1 | 2 | 3 | 4'],
    ['numbers of the amounts alone', '| | 1 | 2'],
    ['栏次', '栏次 | ← | 1 | 2'],
    ['stars and numbers', '** | ** | 1 | 2'],
  ])('that only number the columns are no figures: %s', (_, index) => {
    const rows = ['科目编码 | 科目名称 | 合计 | 基本支出', index, '213 | 农林水支出 | 3.00 | 2.00'];
    const read = readOne({ title: '支出总表', rows });
    expect(tuplesOf(read)).toEqual([
      ['213', 'expenditure.by_function', '', '3.00'],
      ['213', 'expenditure.by_function', 'expenditure.basic', '2.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });

  it.each([
    ['small amounts', '5 | 0 | 1 | 4 | 0 | 4', ['5.00', '0.00', '1.00', '4.00', '0.00', '4.00']],
    ['nothing but zeros', '0 | 0 | 0 | 0 | 0 | 0', Array(6).fill('0.00')],
    ['a count that begins again', '1 | 2 | 3 | 1 | 2 | 3', []],
  ])('without labels are amounts unless they count the columns: %s', (_, row, printed) => {
    const heads = '合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行费 | 公务用车购置费 | 公务用车运行维护费';
    const read = readOne({ title: '“三公”经费支出表', rows: [heads, row] });
    expect(tuplesOf(read).map((tuple) => tuple.at(-1))).toEqual(printed);
  });

  it('may number the columns again overleaf, and the lines in a column of their own', () => {
    const rows = [
      '收入           | ←    | ←    | 支出           | ←    | ←',
      '项目           | 行次 | 金额 | 项目           | 行次 | 金额',
      '栏次           |      | 1    | 栏次           |      | 2',
      '一、事业收入   | 1    | 5.00 | 一、农林水支出 | 9    | 6.00',
      '栏次           |      | 1    | 栏次           |      | 2',
      '总计           | 2    | 5.00 | 总计           | 10   | 6.00',
    ];
    const read = readOne({ title: '收入支出决算总表', rows }, accounts2023);
    expect(tuplesOf(read)).toEqual([
      ['', 'revenue.undertaking', '', '5.00'],
      ['213', 'expenditure.by_function', '', '6.00'],
      ['', 'revenue.grand_total', '', '5.00'],
      ['', 'expenditure.grand_total', '', '6.00'],
    ]);
    expect(read.tables[0]?.rowsRead).toBe(6);
  });

  it('may be a title, an agency and a unit inside the grid', () => {
    const rows = [
      '支出总表 | ← | ← | ←',
      '部门：云溪县水务局 | ← | 单位：元 | ←',
      '科目编码 | 科目名称 | 合计 | 基本支出',
      '213 | 农林水支出 | 3.00 | 2.00',
    ];
    const read = readOne({ title: '支出总表', rows });
    expect(tuplesOf(read)).toEqual([
      ['213', 'expenditure.by_function', '', '3.00'],
      ['213', 'expenditure.by_function', 'expenditure.basic', '2.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });
});

describe('a column', () => {
  it('whose header names nothing known gives no figures, and is said', () => {
    const rows = [
      '科目编码 | 科目名称 | 合计 | 火星经费',
      '213 | 农林水支出 | 3.00 | 2.00',
      '221 | 住房保障支出 | 1.00 | 0.00',
      '229 | 其他支出 | 1.00 |',
    ];
    const read = readOne({ title: '支出总表', rows });
    expect(tuplesOf(read)).toEqual([
      ['213', 'expenditure.by_function', '', '3.00'],
      ['221', 'expenditure.by_function', '', '1.00'],
      ['229', 'expenditure.by_function', '', '1.00'],
    ]);
    expect(saidOf(read)).toEqual([
      ['column-unknown', '支出总表: “火星经费” names nothing that is known: 2 numbers not read'],
    ]);
  });

  it('is unknown too where only the words above its own are', () => {
    const rows = ['科目名称 | 合计 | 火星任务 | ←', '↑ | ↑ | 基本支出 | 项目支出', '农林水支出 | 3.00 | 2.00 | 1.00'];
    const read = readOne({ title: '支出总表', rows });
    expect(tuplesOf(read)).toEqual([['213', 'expenditure.by_function', '', '3.00']]);
    expect(saidOf(read).map(([code]) => code)).toEqual(['column-unknown', 'column-unknown']);
  });

  it('without numbers is no trouble, whatever it is called', () => {
    const rows = [
      '科目编码 | 科目名称 | 合计 | 说明事项',
      '213 | 农林水支出 | 3.00 | 含结转',
      '221 | 住房保障支出 | 1.00 |',
    ];
    expect(saidOf(readOne({ title: '支出总表', rows }))).toEqual([]);
  });
});

describe('a row', () => {
  it('whose label names nothing known gives no figures, and is said; the other side of its line is read', () => {
    const rows = [
      '收入 | ← | 支出 | ←',
      '项目 | 预算数 | 项目 | 预算数',
      '一、事业收入 | 5.00 | 一、火星支出 | 6.00',
      '火星收入 | 1.00 | 二、月球支出 |',
      '收入总计 | 6.00 | 支出总计 | 6.00',
    ];
    const read = readOne({ title: '收支总表', rows });
    expect(tuplesOf(read)).toEqual([
      ['', 'revenue.undertaking', '', '5.00'],
      ['', 'revenue.grand_total', '', '6.00'],
      ['', 'expenditure.grand_total', '', '6.00'],
    ]);
    expect(saidOf(read)).toEqual([
      ['row-unknown', '收支总表: “一、火星支出” names nothing that is known'],
      ['row-unknown', '收支总表: “火星收入” names nothing that is known'],
    ]);
    expect(read.tables[0]?.rowsRead).toBe(3);
  });
});

describe('a table without a header', () => {
  const first = {
    title: '支出总表',
    unit: '万元',
    rows: ['科目编码 | 科目名称 | 合计 | 基本支出', '213 | 农林水支出 | 3.00 | 2.00'],
  };
  const next = { title: null, unit: null };

  it('goes on with the columns and the unit of the one before', () => {
    const rows = ['221 | 住房保障支出 | 1.00 | 1.00', '22102 | 住房改革支出 | 1.00 | 1.00'];
    const read = readTables([first, { ...next, rows }]);
    expect(tuplesOf(read)).toEqual([
      ['213', 'expenditure.by_function', '', '30000.00'],
      ['213', 'expenditure.by_function', 'expenditure.basic', '20000.00'],
      ['221', 'expenditure.by_function', '', '10000.00'],
      ['221', 'expenditure.by_function', 'expenditure.basic', '10000.00'],
      ['22102', 'expenditure.by_function', '', '10000.00'],
      ['22102', 'expenditure.by_function', 'expenditure.basic', '10000.00'],
    ]);
    expect(read.tables.map((table) => table?.template)).toEqual(['expenditure', 'expenditure']);
  });

  it('is not read where its columns are not as many', () => {
    const read = readTables([first, { ...next, rows: ['221 | 住房保障支出 | 1.00'] }]);
    expect(read.tables.map((table) => table?.template)).toEqual(['expenditure', undefined]);
  });

  it('is not read where a table that is no statement stands between', () => {
    const other = { title: '部门职责一览', rows: ['科室 | 职责 | 人员 | 电话', '办公室 | 文秘 | 3.00 | 5.00'] };
    const read = readTables([first, other, { ...next, rows: ['221 | 住房保障支出 | 1.00 | 1.00'] }]);
    expect(read.tables.map((table) => table?.template)).toEqual(['expenditure', undefined, undefined]);
  });

  it('is not read where none is before', () => {
    expect(readTables([{ ...next, rows: ['221 | 住房保障支出 | 1.00'] }]).tables).toEqual([null]);
  });
});

describe('an empty table', () => {
  const rows = ['科目编码 | 科目名称 | 合计 | 基本支出', '合计 | ← | |', '| | |'];

  it.each([
    ['政府性基金预算支出表', 'government_fund.expenditure', '注：本部门没有政府性基金预算支出，本表为空表。'],
    ['国有资本经营预算支出表', 'state_capital.expenditure', '备注：本表无数据'],
    ['“三公”经费支出表', 'sangong.total', '注：本单位无相关内容。'],
  ])('states zero where its note says so: %s', (title, concept, note) => {
    const { figures } = readOne({ title, rows, note });
    expect(tuplesOf({ figures })).toEqual([['', concept, '', '0.00']]);
    expect(figures[0]).toMatchObject({ basis: 'budget', fiscalYear: 2024, stated: title, quote: note });
  });

  it('may say so in a cell', () => {
    const said = readOne({ title: '国有资本经营预算支出表', rows: [...rows.slice(0, 1), '本表无数据 | ← | ← | ←'] });
    expect(tuplesOf(said)).toEqual([['', 'state_capital.expenditure', '', '0.00']]);
  });

  it('states nothing where it does not say so', () => {
    expect(readOne({ title: '国有资本经营预算支出表', rows, note: '注：单位为元。' }).figures).toEqual([]);
  });

  it('states nothing of its own where numbers are printed', () => {
    const printed = [...rows.slice(0, 1), '合计 | ← | 0.00 | 0.00'];
    expect(tuplesOf(readOne({ title: '政府性基金预算支出表', rows: printed, note: '本表为空表' }))).toEqual([
      ['', 'government_fund.expenditure', '', '0.00'],
      ['', 'government_fund.expenditure', 'expenditure.basic', '0.00'],
    ]);
  });

  it('of both sides states no total of either', () => {
    const sides = ['收入 | ← | 支出 | ←', '项目 | 预算数 | 项目 | 预算数', '| | |'];
    expect(readOne({ title: '收支总表', rows: sides, note: '本表为空表' }).figures).toEqual([]);
  });
});

describe('whole amounts, as spreadsheets keep them', () => {
  it.each([
    ['below their heads', ['合计 | 公务接待费 | 会议费', '12 | 4 | 8']],
    ['beside a total', ['单位名称 | 合计 | 公务接待费 | 会议费', '合计 | 12 | 4 | 8']],
  ])('are a row of the body: %s', (_, rows) => {
    const { figures } = readOne({ title: '“三公”经费支出表', unit: '万元', rows });
    expect(figures.map(({ words }) => words.value)).toEqual(['12', '4', '8']);
  });

  it('are a row where rows are numbered', () => {
    const rows = ['序号 | 项目 | 金额', '1 | 办公费 | 10', '2 | 差旅费 | 5'];
    const { figures } = readOne({ title: '机关运行经费表', unit: '万元', rows });
    expect(figures.map(({ words }) => words.value)).toEqual(['10', '5']);
  });

  it('are none where they count the columns', () => {
    const rows = ['科目 | 合计 | 基本支出 | 项目支出', '甲 | 1 | 2 | 3', '213农林水支出 | 9.00 | 4.00 | 5.00'];
    expect(readOne({ title: '支出总表', rows }).figures).toHaveLength(3);
  });

  it('keep the zero that a spreadsheet drops from 03', () => {
    const rows = ['科目编码 | ← | ← | 科目名称 | 合计', '类 | 款 | 项 | ↑ | ↑', '213 | 3 | 1 | 行政运行 | 9.00'];
    expect(readOne({ title: '支出总表', rows }).figures[0]?.function?.code).toBe('2130301');
  });
});
