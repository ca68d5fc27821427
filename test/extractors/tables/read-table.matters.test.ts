/** Tables of one matter, and tables that list units or projects. */
import { describe, expect, it } from 'vitest';
import { budget2024, datedOf, readOne, saidOf, tuplesOf } from '../../support/tables.ts';

const budget2026 = { ...budget2024, fiscalYear: 2026 };

describe('“三公”经费', () => {
  it('without a column of labels: one row, a group of columns a year', () => {
    const rows = [
      '2025年预算数 | ←                | ←                        | ←              | ← | ← | 2026年预算数 | ←',
      '合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | ← | ← | 公务接待费 | 合计 | 公务接待费',
      '↑ | ↑ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ↑ | ↑ | ↑',
      '9.00 | 0.00 | 5.00 | 1.00 | 4.00 | 4.00 | 8.00 | 3.00',
    ];
    const read = readOne({ title: '一般公共预算“三公”经费支出表', rows }, budget2026);
    expect(datedOf(read)).toEqual([
      [2025, 'initial_budget', 'amount', 'sangong.total', '9.00'],
      [2025, 'initial_budget', 'amount', 'sangong.overseas', '0.00'],
      [2025, 'initial_budget', 'amount', 'sangong.vehicle', '5.00'],
      [2025, 'initial_budget', 'amount', 'sangong.vehicle_purchase', '1.00'],
      [2025, 'initial_budget', 'amount', 'sangong.vehicle_operation', '4.00'],
      [2025, 'initial_budget', 'amount', 'sangong.reception', '4.00'],
      [2026, 'budget', 'amount', 'sangong.total', '8.00'],
      [2026, 'budget', 'amount', 'sangong.reception', '3.00'],
    ]);
    expect(saidOf(read)).toEqual([]);
  });

  it('with a row a year, and rows of what changed', () => {
    const rows = [
      '年度   | “三公”经费合计 | 因公出国（境）费 | 公务接待费',
      '2025年 | 9.00           | 0.00             | 9.00',
      '2026年 | 8.00           | 0.00             | 8.00',
      '增减额 | -1.00          | 0.00             | -1.00',
      '增减%  | -11.11         | —                | -11.11',
    ];
    expect(datedOf(readOne({ title: '财政拨款“三公”经费支出表', rows }, budget2026))).toEqual([
      [2025, 'initial_budget', 'amount', 'sangong.total', '9.00'],
      [2025, 'initial_budget', 'amount', 'sangong.overseas', '0.00'],
      [2025, 'initial_budget', 'amount', 'sangong.reception', '9.00'],
      [2026, 'budget', 'amount', 'sangong.total', '8.00'],
      [2026, 'budget', 'amount', 'sangong.overseas', '0.00'],
      [2026, 'budget', 'amount', 'sangong.reception', '8.00'],
      [2026, 'budget', 'change', 'sangong.total', '-1.00'],
      [2026, 'budget', 'change', 'sangong.overseas', '0.00'],
      [2026, 'budget', 'change', 'sangong.reception', '-1.00'],
      [2026, 'budget', 'growth_rate', 'sangong.total', '-11.11%'],
      [2026, 'budget', 'growth_rate', 'sangong.reception', '-11.11%'],
    ]);
  });

  it('with counts alone, as small as the number of a column', () => {
    const rows = [
      '项目                   | 2026年数量或人次',
      '因公出国（境）人次     | 0',
      '公务用车购置数         | 2',
      '国内公务接待人次       | 310',
    ];
    expect(tuplesOf(readOne({ title: '“三公”经费使用情况', rows }, budget2026))).toEqual([
      ['', 'sangong.overseas_persons', '', '0人次'],
      ['', 'sangong.vehicles_purchased', '', '2辆'],
      ['', 'sangong.reception_persons', '', '310人次'],
    ]);
  });

  it('with a row an item, and counts that are no money', () => {
    const rows = [
      '项目                       | 2025年预算数 | 2026年预算数',
      '合计                       | 9.00         | 8.00',
      '1.因公出国（境）费         | 0.00         | 0.00',
      '2.公务接待费               | 9.00         | 8.00',
      '公务用车购置数（辆）       | 0            | 1',
      '国内公务接待批次（个）     | 12           | 10',
      '国内公务接待人次（人）     | 80           | 75',
    ];
    expect(datedOf(readOne({ title: '“三公”经费支出表', rows }, budget2026))).toEqual([
      [2025, 'initial_budget', 'amount', 'sangong.total', '9.00'],
      [2026, 'budget', 'amount', 'sangong.total', '8.00'],
      [2025, 'initial_budget', 'amount', 'sangong.overseas', '0.00'],
      [2026, 'budget', 'amount', 'sangong.overseas', '0.00'],
      [2025, 'initial_budget', 'amount', 'sangong.reception', '9.00'],
      [2026, 'budget', 'amount', 'sangong.reception', '8.00'],
      [2025, 'initial_budget', 'count', 'sangong.vehicles_purchased', '0辆'],
      [2026, 'budget', 'count', 'sangong.vehicles_purchased', '1辆'],
      [2025, 'initial_budget', 'count', 'sangong.reception_batches', '12批次'],
      [2026, 'budget', 'count', 'sangong.reception_batches', '10批次'],
      [2025, 'initial_budget', 'count', 'sangong.reception_persons', '80人次'],
      [2026, 'budget', 'count', 'sangong.reception_persons', '75人次'],
    ]);
  });

  it('is known by its header where no title tells', () => {
    const rows = ['合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | 公务接待费', '9.00 | 0.00 | 5.00 | 4.00'];
    expect(tuplesOf(readOne({ title: null, rows }))).toEqual([
      ['', 'sangong.total', '', '9.00'],
      ['', 'sangong.overseas', '', '0.00'],
      ['', 'sangong.vehicle', '', '5.00'],
      ['', 'sangong.reception', '', '4.00'],
    ]);
  });
});

describe('units of a table', () => {
  it('own the figures of their rows; the author’s own row is of all of them', () => {
    const rows = [
      '单位编码 | 单位名称             | 合计  | 事业收入',
      '301      | 云溪县水务局         | 30.00 | 4.00',
      '301001   | 云溪县水务局（本级） | 20.00 | 0.00',
      '301002   | 云溪县水文站         | 10.00 | 4.00',
    ];
    expect(tuplesOf(readOne({ title: '收入总表', rows }))).toEqual([
      ['', 'revenue.current_year', '', '30.00'],
      ['', 'revenue.undertaking', '', '4.00'],
      ['云溪县水务局（本级）', 'revenue.current_year', '', '20.00'],
      ['云溪县水务局（本级）', 'revenue.undertaking', '', '0.00'],
      ['云溪县水文站', 'revenue.current_year', '', '10.00'],
      ['云溪县水文站', 'revenue.undertaking', '', '4.00'],
    ]);
  });

  it('are parts of the one whose code all others begin with, whatever it is called', () => {
    const rows = [
      '单位编码 | 单位名称     | 合计',
      '301      | 水务系统     | 30.00',
      '301001   | 局本级机关   | 20.00',
      '301002   | 云溪县水文站 | 10.00',
    ];
    expect(tuplesOf(readOne({ title: '收入总表', rows }))).toEqual([
      ['', 'revenue.current_year', '', '30.00'],
      ['局本级机关', 'revenue.current_year', '', '20.00'],
      ['云溪县水文站', 'revenue.current_year', '', '10.00'],
    ]);
  });

  it('do not own the total, also where 合计 is merged over code and name', () => {
    const units = ['301001 | 局本级机关 | 20.00', '301002 | 云溪县水文站 | 10.00'];
    for (const total of ['合计 | ← | 30.00', '| 合计 | 30.00', '| 合 计： | 30.00']) {
      const read = readOne({ title: '收入总表', rows: ['单位编码 | 单位名称 | 合计', total, ...units] });
      expect(tuplesOf(read), total).toEqual([
        ['', 'revenue.current_year', '', '30.00'],
        ['局本级机关', 'revenue.current_year', '', '20.00'],
        ['云溪县水文站', 'revenue.current_year', '', '10.00'],
      ]);
    }
  });

  it('that share a name are told apart by their codes', () => {
    const rows = [
      '单位编码 | 单位名称 | 合计',
      '301001 | 水文站 | 2.00',
      '301002 | 水文站 | 1.00',
      '301003 | 水厂 | 1.00',
    ];
    const units = tuplesOf(readOne({ title: '收入总表', rows })).map(([unit]) => unit);
    expect(units).toEqual(['301001 水文站', '301002 水文站', '水厂']);
  });

  it('stand once for all the items below them', () => {
    const rows = [
      '单位名称     | 科目编码 | 科目名称     | 合计',
      '云溪县水文站 |          |              | 10.00',
      '↑            | 213      | 农林水支出   | 10.00',
      '云溪县水厂   | 213      | 农林水支出   | 9.00',
      '↑            | 221      | 住房保障支出 | 1.00',
    ];
    expect(tuplesOf(readOne({ title: '支出总表', rows }))).toEqual([
      ['云溪县水文站', 'expenditure.current_year', '', '10.00'],
      ['213 云溪县水文站', 'expenditure.by_function', '', '10.00'],
      ['213 云溪县水厂', 'expenditure.by_function', '', '9.00'],
      ['221 云溪县水厂', 'expenditure.by_function', '', '1.00'],
    ]);
  });

  it('are not the figures’ where the table lists only one', () => {
    const rows = ['单位名称 | 科目编码 | 科目名称 | 合计', '云溪县水文站 | 213 | 农林水支出 | 10.00'];
    expect(tuplesOf(readOne({ title: '支出总表', rows }))).toEqual([['213', 'expenditure.by_function', '', '10.00']]);
  });
});

describe('projects', () => {
  it('have their funds, in all and by where they come from', () => {
    const rows = [
      '单位名称     | 项目名称 | 合计  | 财政拨款 | 其他资金',
      '合计         |          | 30.00 | 20.00    | 10.00',
      '云溪县水文站 | 水文监测 | 10.00 | 10.00    |',
      '↑            | 河道疏浚 | 20.00 | 10.00    | 10.00',
    ];
    expect(tuplesOf(readOne({ title: '项目支出表', rows }))).toEqual([
      ['', 'expenditure.project', '', '30.00'],
      ['', 'expenditure.project', 'fiscal.expenditure_current_year', '20.00'],
      ['', 'expenditure.project', 'expenditure.unit_funds', '10.00'],
      ['水文监测', 'project.funds', '', '10.00'],
      ['水文监测', 'project.funds', 'project.funds_fiscal', '10.00'],
      ['河道疏浚', 'project.funds', '', '20.00'],
      ['河道疏浚', 'project.funds', 'project.funds_fiscal', '10.00'],
      ['河道疏浚', 'project.funds', 'project.funds_other', '10.00'],
    ]);
  });

  it('keep what is left over of one source apart', () => {
    const rows = ['项目名称 | 合计 | 一般公共预算 | 财政拨款结转结余', '水文监测 | 30.00 | 20.00 | 10.00'];
    expect(tuplesOf(readOne({ title: '项目支出表', rows }))).toEqual([
      ['水文监测', 'project.funds', '', '30.00'],
      ['水文监测', 'project.funds', 'general_public_budget.project', '20.00'],
      ['水文监测', 'project.funds', 'carryover.opening', '10.00'],
    ]);
  });

  it('of the general public budget add up to its project expenditure', () => {
    const rows = ['项目名称 | 预算数', '合计 | 30.00', '水文监测 | 30.00'];
    expect(tuplesOf(readOne({ title: '一般公共预算项目支出表', rows }))).toEqual([
      ['', 'general_public_budget.project', '', '30.00'],
      ['水文监测', 'project.funds', '', '30.00'],
    ]);
  });

  it('are not read from tables of targets', () => {
    const read = readOne({ title: '项目支出绩效目标表', rows: ['项目名称 | 预算数', '水文监测 | 30.00'] });
    expect(read).toMatchObject({ tables: [null], figures: [], findings: [] });
  });

  it('that are meetings bear what meetings cost; a total may stand in the column of numbers', () => {
    const rows = ['序号 | 会议名称 | 人数 | 金额', '1 | 年度工作会 | 50 | 2.00', '合计 | | | 2.00'];
    expect(tuplesOf(readOne({ title: '会议费明细表', rows }))).toEqual([
      ['年度工作会', 'meeting', '', '2.00'],
      ['', 'meeting', '', '2.00'],
    ]);
  });
});

describe('purchases', () => {
  it('by unit, a column a kind', () => {
    const rows = [
      '单位名称     | 合计  | 货物  | 工程  | 服务',
      '合计         | 30.00 | 20.00 | 10.00 | 0.00',
      '云溪县水文站 | 10.00 | 10.00 |       | 0.00',
      '云溪县水厂   | 20.00 | 10.00 | 10.00 | —',
    ];
    expect(tuplesOf(readOne({ title: '政府采购预算表', rows }))).toEqual([
      ['', 'procurement.total', '', '30.00'],
      ['', 'procurement.goods', '', '20.00'],
      ['', 'procurement.works', '', '10.00'],
      ['', 'procurement.services', '', '0.00'],
      ['云溪县水文站', 'procurement.total', '', '10.00'],
      ['云溪县水文站', 'procurement.goods', '', '10.00'],
      ['云溪县水文站', 'procurement.services', '', '0.00'],
      ['云溪县水厂', 'procurement.total', '', '20.00'],
      ['云溪县水厂', 'procurement.goods', '', '10.00'],
      ['云溪县水厂', 'procurement.works', '', '10.00'],
    ]);
  });

  it('by kind, the units below each kind, the author’s own row among them', () => {
    const rows = [
      '采购类别     | 预算数',
      '合计         | 30.00',
      'A-货物       | 20.00',
      '云溪县水文站 | 20.00',
      '工程         | 10.00',
      '云溪县水务局 | 10.00',
      '服务         | 0.00',
    ];
    const read = readOne({ title: '政府采购预算表', rows });
    expect(tuplesOf(read)).toEqual([
      ['', 'procurement.total', '', '30.00'],
      ['', 'procurement.goods', '', '20.00'],
      ['云溪县水文站', 'procurement.goods', '', '20.00'],
      ['', 'procurement.works', '', '10.00'],
      ['云溪县水务局', 'procurement.works', '', '10.00'],
      ['', 'procurement.services', '', '0.00'],
    ]);
  });
});
