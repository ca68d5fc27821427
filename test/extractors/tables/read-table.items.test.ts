/** Items of the classification in tables: lists side by side, names without codes, codes and names that disagree. */
import { describe, expect, it } from 'vitest';
import { readOne, saidOf, tuplesOf } from '../../support/tables.ts';

describe('rows by economic item', () => {
  it('stand in blocks side by side, each with codes and names of its own', () => {
    const rows = [
      '人员经费     | ←            | ←     | 公用经费     | ←              | ←    | ←     | ←            | ←',
      '科目编码     | 科目名称     | 金额  | 科目编码     | 科目名称       | 金额 | 科目编码 | 科目名称  | 金额',
      '301          | 工资福利支出 | 20.00 | 302          | 商品和服务支出 | 8.00 | 310   | 资本性支出   | 2.00',
      '30101        | 基本工资     | 12.00 | 30201        | 办公费         | 8.00 | 31002 | 办公设备购置 | 2.00',
      '30103        | 奖金         | 8.00  |              |                |      |       |              |',
      '人员经费合计 | ←            | 20.00 | 公用经费合计 | ←              | ←    | ←     | ←            | 10.00',
    ];
    const read = readOne({ title: '一般公共预算基本支出表', rows });
    expect(tuplesOf(read)).toEqual([
      ['301', 'expenditure.by_economic', 'general_public_budget.personnel', '20.00'],
      ['302', 'expenditure.by_economic', 'general_public_budget.operating', '8.00'],
      ['310', 'expenditure.by_economic', 'general_public_budget.operating', '2.00'],
      ['30101', 'expenditure.by_economic', 'general_public_budget.personnel', '12.00'],
      ['30201', 'expenditure.by_economic', 'general_public_budget.operating', '8.00'],
      ['31002', 'expenditure.by_economic', 'general_public_budget.operating', '2.00'],
      ['30103', 'expenditure.by_economic', 'general_public_budget.personnel', '8.00'],
      ['', 'general_public_budget.personnel', '', '20.00'],
      ['', 'general_public_budget.operating', '', '10.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });

  it('bear the money of the table as component where no column names a part of it', () => {
    const rows = ['科目编码 | 科目名称 | 合计', '合计 | ← | 5.00', '301 | 工资福利支出 | 5.00'];
    for (const [title, whole, total] of [
      ['一般公共预算基本支出表', 'general_public_budget.basic', 'general_public_budget.basic'],
      ['基本支出表', 'expenditure.basic', 'expenditure.basic'],
      ['机关运行经费表', 'agency_operation', 'agency_operation'],
    ] as const) {
      expect(tuplesOf(readOne({ title, rows })), title).toEqual([
        ['', total, '', '5.00'],
        ['301', 'expenditure.by_economic', whole, '5.00'],
      ]);
    }
  });

  it('may give the government’s item beside the department’s', () => {
    const rows = [
      '部门预算支出经济分类科目 | ← | 政府预算支出经济分类科目 | ← | 合计 | 人员经费',
      '编码 | 名称 | 编码 | 名称 | ↑ | ↑',
      '30101 | 基本工资 | 50101 | 工资奖金津补贴 | 3.00 | 3.00',
    ];
    expect(tuplesOf(readOne({ title: '一般公共预算基本支出表', rows }))).toEqual([
      ['30101 50101', 'expenditure.by_economic', 'general_public_budget.basic', '3.00'],
      ['30101 50101', 'expenditure.by_economic', 'general_public_budget.personnel', '3.00'],
    ]);
  });
});

describe('a name without a code', () => {
  const rowsOf = (...names: readonly string[]) => ['项目 | 合计', ...names.map((name) => `${name} | 1.00`)];
  const codesOf = (...names: readonly string[]) =>
    tuplesOf(readOne({ title: '支出总表', rows: rowsOf(...names) })).map(([item]) => item);

  it('is the item of that name below the 类 and 款 printed above it', () => {
    expect(
      codesOf('农林水支出', '农业农村', '行政运行', '水利', '行政运行', '住房保障支出', '住房改革支出', '住房公积金'),
    ).toEqual([...['213', '21301', '2130101', '21303', '2130301'], ...['221', '22102', '2210201']]);
  });

  it('is matched with its number, its brackets and its blanks left out', () => {
    expect(codesOf('一、农林水支出（类）', '（一）水 利（款）', '1.行政运行（项）')).toEqual([
      '213',
      '21303',
      '2130301',
    ]);
  });

  it('may lack the last word of its class, as older reports print it', () => {
    expect(codesOf('农林水', '住房保障')).toEqual(['213', '221']);
  });

  it('is matched among economic items where the table lists those', () => {
    const rows = rowsOf('工资福利支出', '基本工资', '商品和服务支出', '办公费');
    const read = readOne({ title: '财政拨款基本支出表', rows });
    expect(tuplesOf(read).map(([item]) => item)).toEqual(['301', '30101', '302', '30201']);
  });

  it('keeps no code where nothing above it tells which of several it is', () => {
    const read = readOne({ title: '支出总表', rows: rowsOf('行政运行') });
    expect(tuplesOf(read)).toEqual([['行政运行?', 'expenditure.by_function', '', '1.00']]);
    expect(saidOf(read)).toEqual([['item-doubtful', '支出总表: “行政运行” may be 2010101, 2010201, 2010301, 2010401']]);
  });
});

describe('a code printed with a name', () => {
  const read = (code: string, name: string) =>
    readOne({ title: '支出总表', rows: ['科目编码 | 科目名称 | 合计', `${code} | ${name} | 1.00`] });

  it('that is another item’s: both are kept, and said', () => {
    const doubtful = read('2130301', '住房公积金');
    expect(doubtful.figures.map((figure) => figure.function)).toEqual([{ code: '2130301', name: '住房公积金' }]);
    const said = '2130301 is printed with “住房公积金”, the name of 2210201; 2130301 is “行政运行”';
    expect(saidOf(doubtful)).toEqual([['item-doubtful', `支出总表: ${said}`]]);
  });

  it.each([
    ['2130302', '一般行政管理'],
    ['2130399', '某某新设科目'],
    ['2999999', '无此科目'],
    ['208', '社会保障和就业'],
  ])('%s %s is no one else’s: kept without a word', (code, name) => {
    const plain = read(code, name);
    expect(plain.figures.map((figure) => figure.function)).toEqual([{ code, name }]);
    expect(saidOf(plain)).toEqual([]);
  });
});
