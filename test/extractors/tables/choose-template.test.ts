/** Which statement a table is: by its title, the heading over it, its header; never by a guess. */
import { describe, expect, it } from 'vitest';
import { chooseTemplate } from '../../../extractors/tables/choose-template.ts';
import type { StatementTemplate } from '../../../extractors/tables/template.ts';
import { statementTemplates } from '../../../extractors/tables/templates/index.ts';
import { readOne, readTables, saidOf, tuplesOf } from '../../support/tables.ts';

function nameOf(...titles: readonly string[]): string | null {
  const choice = chooseTemplate(titles, [], statementTemplates);
  return choice.kind === 'one' ? choice.template.name : null;
}

describe('the title of a table', () => {
  it.each([
    ['青潭市卫生健康局2024年部门收支总表', 'balance'],
    ['收入支出决算总表', 'balance'],
    ['财政拨款收入支出决算总表', 'fiscal_balance'],
    ['部门收入总表', 'revenue'],
    ['收入决算表', 'revenue'],
    ['部门支出总体情况表', 'expenditure'],
    ['财政拨款支出预算表', 'fiscal_expenditure'],
    ['一般公共预算财政拨款支出决算表', 'general_public_budget'],
    ['一般公共预算支出表（按功能分类科目）', 'general_public_budget'],
    ['一般公共预算财政拨款基本支出决算表', 'general_public_budget_basic'],
    ['政府性基金预算财政拨款收入支出决算表', 'government_fund'],
    ['国有资本经营预算财政拨款支出决算表', 'state_capital'],
    ['财政拨款“三公”经费支出决算表', 'sangong'],
    ['一般公共预算“三公”经费、机关运行经费情况表', 'sangong'],
    ['机关运行经费预算明细表', 'agency_operation'],
    ['部门项目支出预算表', 'project'],
    ['政府采购预算明细表', 'procurement'],
    ['政府购买服务支出表', 'service_purchase'],
    ['收 支 总 表', 'balance'],
  ])('“%s” is %s', (title, name) => expect(nameOf(title)).toBe(name));

  it.each([
    '项目支出绩效目标表',
    '部门预算报表目录',
    '收支预算情况说明',
    '部门职责一览',
    '',
  ])('“%s” is no statement', (title) => {
    expect(nameOf(title)).toBeNull();
  });

  it('goes before the heading, which is asked where the title says nothing', () => {
    expect(nameOf('支出总表', '收入总表')).toBe('expenditure');
    expect(nameOf('附表', '收入总表')).toBe('revenue');
    const rows = ['科目编码 | 科目名称 | 合计', '213 | 农林水支出 | 3.00'];
    expect(readOne({ title: null, heading: '三、支出总表', rows }).tables[0]?.template).toBe('expenditure');
  });
});

describe('two templates that fit equally well', () => {
  const templateOf = (name: string, ...title: readonly RegExp[]): StatementTemplate => ({
    ...{ name, label: name, title, side: 'expenditure', fund: 'all' },
  });
  const both = [templateOf('dry', /支出表/, /旱季/), templateOf('wet', /支出表/, /雨季/)];
  const rows = ['科目编码 | 科目名称 | 合计', '213 | 农林水支出 | 3.00'];

  it('are a finding that names them; the table is not read, nor what goes on from it', () => {
    const title = '旱季和雨季支出表';
    const goesOn = { title: null, rows: ['221 | 住房保障支出 | 1.00'] };
    const read = readTables([{ title, rows }, goesOn], undefined, both);
    expect(read.tables).toEqual([null, null]);
    expect(saidOf(read)).toEqual([['table-ambiguous', '“旱季和雨季支出表” may be dry or wet: not read']]);
  });

  it('are none where one has more of its words in the title', () => {
    const plain = templateOf('plain', /支出表/);
    const read = readOne({ title: '旱季支出表', rows }, undefined, [plain, ...both]);
    expect(read.tables[0]?.template).toBe('dry');
    expect(tuplesOf(read)).toEqual([['213', 'expenditure.by_function', '', '3.00']]);
  });
});

describe('a heading that is the title of one table', () => {
  const heading = '一、部门收支总表';
  const first = {
    title: '部门收支总表',
    heading,
    rows: ['项目 | 预算数 | 项目 | 预算数', '本年收入 | 3.00 | 本年支出 | 3.00'],
  };

  it('is none of the next, whose columns are others', () => {
    const next = { title: null, heading, rows: ['科目编码 | 科目名称 | 合计', '213 | 农林水支出 | 3.00'] };
    expect(readTables([first, next]).tables.map((table) => table?.template)).toEqual(['balance', undefined]);
  });

  it('is that of a table that goes on with the same columns', () => {
    const next = { title: null, heading, rows: ['项目 | 预算数 | 项目 | 预算数', '收入总计 | 3.00 | 支出总计 | 3.00'] };
    expect(readTables([first, next]).tables.map((table) => table?.template)).toEqual(['balance', 'balance']);
  });
});
