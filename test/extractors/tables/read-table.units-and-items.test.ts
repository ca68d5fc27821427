/** Columns that name units in some rows and items in others; columns of economic classes; projects under the items that pay for them. */
import { describe, expect, it } from 'vitest';
import { checkColumns } from '../../../pipeline/verify/table-columns.ts';
import { saidBy } from '../../support/figures.ts';
import { readOne, saidOf, tuplesOf } from '../../support/tables.ts';

describe('a column of units and items', () => {
  const head = [
    '项目     | ←  | ←  | ←        | ←                | 合计  | 基本支出 | 项目支出',
    '科目编码 | ←  | ←  | 单位代码 | 单位名称（科目） | ↑     | ↑        | ↑',
    '类       | 款 | 项 | ↑        | ↑                | ↑     | ↑        | ↑',
  ];

  it('names the unit of the rows below it, and their items', () => {
    const read = readOne({
      title: '部门支出总表',
      rows: [
        ...head,
        '    |    |    |        | 合 计              | 30.00 | 20.00 | 10.00',
        '    |    |    |        | 云溪县水务局       | 20.00 | 10.00 | 10.00',
        '213 | 03 | 01 | 205001 | 行政运行           | 10.00 | 10.00 |',
        '213 | 03 | 06 | 205001 | 水利工程运行与维护 | 10.00 |       | 10.00',
        '    |    |    | 205002 | 云溪县水库管理所   | 10.00 | 10.00 |',
        '213 | 03 | 06 | 205002 | 水利工程运行与维护 | 10.00 | 10.00 |',
      ],
    });
    const rows = read.figures.filter(({ component }) => component === null);
    expect(rows.map(({ agency, function: item, words }) => [agency, item?.code ?? '', words.value])).toEqual([
      [null, '', '30.00'],
      [null, '', '20.00'],
      [null, '', '10.00'],
      ['云溪县水务局', '', '20.00'],
      ['云溪县水务局', '', '10.00'],
      ['云溪县水务局', '', '10.00'],
      ['云溪县水务局', '2130301', '10.00'],
      ['云溪县水务局', '2130306', '10.00'],
      ['云溪县水库管理所', '', '10.00'],
      ['云溪县水库管理所', '', '10.00'],
      ['云溪县水库管理所', '2130306', '10.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });

  it('holds projects below the item that pays for them', () => {
    const { figures } = readOne({
      title: '一般公共预算项目支出预算表',
      rows: [
        '科目编码 | ←  | ←  | 单位代码 | 单位名称（科目）   | 金额',
        '类       | 款 | 项 | ↑        | ↑                  | ↑',
        '         |    |    |          | 合计               | 20.00',
        '         |    |    |          | 水利工程运行与维护 | 20.00',
        '213      | 03 | 06 | 205001   | 　水库维修养护     | 12.00',
        '213      | 03 | 06 | 205001   | 　河道清淤         | 8.00',
      ],
    });
    expect(figures.map(({ concept, project, function: item }) => [concept, project, item?.code])).toEqual([
      ['general_public_budget.project', null, undefined],
      ['general_public_budget.expenditure', null, '2130306'],
      ['project.funds', '水库维修养护', undefined],
      ['project.funds', '河道清淤', undefined],
    ]);
    expect(new Set(figures.map(({ agency }) => agency))).toEqual(new Set([null]));
  });
});

describe('codes without a column of names', () => {
  it('are named where the unit is', () => {
    const read = readOne({
      title: '支出总表',
      rows: [
        '科目编码 | 单位（科目名称） | 总计',
        '         | 合计             | 3.00',
        '         | 云溪县水务局     | 3.00',
        '2130301  | 行政运行         | 3.00',
      ],
    });
    expect(read.figures.map(({ agency, function: item }) => [agency, item?.name])).toEqual([
      [null, undefined],
      [null, undefined],
      [null, '行政运行'],
    ]);
  });
});

describe('economic classes below 基本支出 and 项目支出', () => {
  const rows = (project: string) => [
    '收入 | ← | 支出 | ←',
    '收入项目 | 预算数 | 支出项目 | 预算数',
    '一、一般公共预算 | 30.00 | 一、基本支出 | 22.00',
    '其中：财政拨款 | 28.00 | 1、工资福利支出 | 20.00',
    ' | | 2、商品和服务支出 | 2.00',
    ` | | 二、项目支出 | ${project}`,
    ' | | 1、商品和服务支出 | 5.00',
    ' | | 2、资本性支出 | 3.00',
    '本年收入合计 | 30.00 | 本年支出合计 | 30.00',
  ];

  it('are of the part they stand below; what a budget says of itself alone is no money of all budgets', () => {
    expect(tuplesOf(readOne({ title: '部门收支总体情况表', rows: rows('8.00') }))).toEqual([
      ['', 'revenue.general_public_budget', '', '30.00'],
      ['', 'expenditure.basic', '', '22.00'],
      ['', 'other', '', '28.00'],
      ['301', 'expenditure.by_economic', 'expenditure.basic', '20.00'],
      ['302', 'expenditure.by_economic', 'expenditure.basic', '2.00'],
      ['', 'expenditure.project', '', '8.00'],
      ['302', 'expenditure.by_economic', 'expenditure.project', '5.00'],
      ['310', 'expenditure.by_economic', 'expenditure.project', '3.00'],
      ['', 'revenue.current_year', '', '30.00'],
      ['', 'expenditure.current_year', '', '30.00'],
    ]);
  });

  it('are held against it, not against the whole', () => {
    const said = (project: string) =>
      saidBy(checkColumns(readOne({ title: '部门收支总体情况表', rows: rows(project) }).figures));
    expect(said('8.00')).toEqual(['sum.total exact: 22.00 / 22.00', 'sum.total exact: 8.00 / 8.00']);
    expect(said('9.00')).toEqual(['sum.total exact: 22.00 / 22.00', 'sum.total off: 9.00 / 8.00']);
  });
});

describe('economic classes where the header says nothing of them', () => {
  it('are told by the names that only they bear', () => {
    const read = readOne({
      title: '部门收支总体情况表',
      rows: [
        '收入 | ← | 支出 | ←',
        '项目 | 金额 | 项目 | 金额',
        '一、财政拨款收入 | 9.00 | 一、工资福利支出 | 6.00',
        ' | | 二、其他支出 | 3.00',
      ],
    });
    expect(tuplesOf(read).slice(1)).toEqual([
      ['301', 'expenditure.by_economic', '', '6.00'],
      ['399', 'expenditure.by_economic', '', '3.00'],
    ]);
  });
});

describe('a list of purchases', () => {
  it('gives what is bought its own name', () => {
    const { figures } = readOne({
      title: '政府采购支出预算表',
      rows: [
        '采购项目 | 采购目录 | 合计',
        '合计 | | 30.00',
        '水库维修养护 | B0101 | 20.00',
        '办公设备 | A0201 | 10.00',
      ],
    });
    expect(figures.map(({ concept, project }) => [concept, project])).toEqual([
      ['procurement.total', null],
      ['procurement.total', '水库维修养护'],
      ['procurement.total', '办公设备'],
    ]);
  });
});

describe('a column named as its table', () => {
  it('says nothing more of the parts', () => {
    const read = readOne({
      title: '“三公”经费支出情况表',
      rows: ['项目 | 2024年“三公”经费预算数', '共计 | 12.00', '公务接待费 | 4.00'],
    });
    expect(tuplesOf(read)).toEqual([
      ['', 'sangong.total', '', '12.00'],
      ['', 'sangong.reception', '', '4.00'],
    ]);
  });
});

describe('money appropriated this year beside money left over', () => {
  it('is no second reading of the whole', () => {
    const read = readOne({
      title: '财政拨款支出预算表（部门经济分类科目）',
      rows: [
        '科目编码 | 科目名称       | 总计  | 县级当年财政拨款安排 | ←                | ←        | 上年结转安排',
        '↑        | ↑              | ↑     | 合计                 | 一般公共预算拨款 | ←        | ↑',
        '↑        | ↑              | ↑     | ↑                    | 小计             | 项目支出 | ↑',
        '         | 合计           | 25.00 | 20.00                | 20.00            | 4.00     | 5.00',
        '302      | 商品和服务支出 | 25.00 | 20.00                | 20.00            | 4.00     | 5.00',
      ],
    });
    expect(tuplesOf(read)).toEqual([
      ['', 'fiscal.expenditure_total', '', '25.00'],
      ['', 'revenue.fiscal_appropriation', '', '20.00'],
      ['', 'revenue.general_public_budget', '', '20.00'],
      ['', 'general_public_budget.project', 'revenue.general_public_budget', '4.00'],
      ['', 'carryover.opening', 'fiscal.expenditure_current_year', '5.00'],
      ['302', 'expenditure.by_economic', 'fiscal.expenditure_current_year', '25.00'],
      ['302', 'expenditure.by_economic', 'revenue.fiscal_appropriation', '20.00'],
      ['302', 'expenditure.by_economic', 'revenue.general_public_budget', '20.00'],
      ['302', 'expenditure.by_economic', 'general_public_budget.project', '4.00'],
      ['302', 'expenditure.by_economic', 'carryover.opening', '5.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });
});

describe('columns of economic classes', () => {
  const columns = (read: ReturnType<typeof readOne>) =>
    read.figures.map(({ concept, function: item, economic, words }) => [
      ...[item?.code ?? '', economic?.code ?? '', concept, words.value],
    ]);

  it('give each number the item of its row and the class of its column', () => {
    const read = readOne({
      title: '支出预算分类汇总表（按部门预算经济分类）',
      rows: [
        '科目编码 | 科目名称   | 总计  | 工资福利支出 | 对个人和家庭的补助',
        '         | 合计       | 30.00 | 20.00        | 10.00',
        '2130301  | 行政运行   | 30.00 | 20.00        | 10.00',
      ],
    });
    expect(columns(read)).toEqual([
      ['', '', 'expenditure.current_year', '30.00'],
      ['', '301', 'expenditure.by_economic', '20.00'],
      ['', '303', 'expenditure.by_economic', '10.00'],
      ['2130301', '', 'expenditure.by_function', '30.00'],
      ['2130301', '301', 'expenditure.by_function', '20.00'],
      ['2130301', '303', 'expenditure.by_function', '10.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });

  it('are the government’s where one can be nothing else', () => {
    const read = readOne({
      title: '支出预算分类汇总表（按政府预算经济分类）',
      rows: [
        '科目编码 | 科目名称 | 总计  | 机关工资福利支出 | 机关资本性支出（一） | 对个人和家庭的补助',
        '2130301  | 行政运行 | 30.00 | 15.00            | 5.00                 | 10.00',
      ],
    });
    expect(columns(read).map(([, economic]) => economic)).toEqual(['', '501', '503', '509']);
  });

  it('are not told by one name alone', () => {
    const read = readOne({
      title: '支出预算分类汇总表',
      rows: ['科目编码 | 科目名称 | 总计 | 资本性支出', '2130301 | 行政运行 | 30.00 | 5.00'],
    });
    expect(columns(read)).toEqual([['2130301', '', 'expenditure.by_function', '30.00']]);
    expect(saidOf(read)).toHaveLength(1);
  });
});

describe('what stands around a term', () => {
  it.each([
    ['2025年预算合计', 'expenditure.by_function'],
    ['县级财政拨款安排', 'expenditure.by_function'],
  ])('says nothing: %s', (words, concept) => {
    const read = readOne({ title: '支出总表', rows: [`科目编码 | 科目名称 | ${words}`, '213 | 农林水支出 | 3.00'] });
    expect(read.figures.map((figure) => figure.concept)).toEqual([concept]);
  });

  it('makes no label of what is left', () => {
    const read = readOne({ title: '支出总表', rows: ['科目编码 | 科目名称 | 类别数', '213 | 农林水支出 | 3.00'] });
    expect(saidOf(read)).toHaveLength(1);
  });
});
