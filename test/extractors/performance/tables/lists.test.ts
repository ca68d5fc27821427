/** Lists: one wide table of many projects, each merged over its indicators, page after page. */
import { describe, expect, it } from 'vitest';
import {
  namesOf,
  projectsOf,
  readForms,
  scoresOf,
  statementsOf,
  targetsOf,
} from '../../../support/indicator-tables.ts';

const head =
  '项目名称 | 项目总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 本年绩效指标值 | 绩效度量单位';

describe('a list of projects', () => {
  const read = readForms({
    unit: '单位：万元',
    rows: [
      head,
      '水质监测 | 12.5 | 掌握水质 | 产出指标 | 数量指标 | 监测断面 | ≥ | 30 | 个',
      '↑ | ↑ | ↑ | 效益指标 | 社会效益指标 | 改善水质 | 定性 | 优 |',
      '堤防维护 | 8 | 保障安全 | 产出指标 | 质量指标 | 验收合格率 | ＝ | 100 | %',
    ],
  });

  it('gives each project its money and its indicators', () => {
    expect(projectsOf(read).map(([name, , budget]) => [name, budget])).toEqual([
      ['水质监测', '125000.00'],
      ['堤防维护', '80000.00'],
    ]);
    expect(namesOf(read)).toEqual([
      ['水质监测', ['监测断面', '改善水质']],
      ['堤防维护', ['验收合格率']],
    ]);
  });

  it('joins targets that stand in three columns, words without their 定性', () => {
    expect(targetsOf(read).map(([, , target]) => target)).toEqual(['≥30个', '优', '＝100%']);
  });
});

describe('page edges in a list', () => {
  const row = (project: string, name: string) => `${project} | 产出指标 | 数量指标 | ${name} | ≥ | 1 | 次`;

  it('end a cell whose name is printed overleaf: its rows belong to that project', () => {
    const read = readForms({
      unit: '万元',
      rows: [head, row('甲 | 1 | 目标', 'a'), row(' | | 目', 'b'), '---', row('乙 | 2 | 标', 'c')],
    });
    expect(namesOf(read)).toEqual([
      ['甲', ['a']],
      ['乙', ['b', 'c']],
    ]);
  });

  it('leave a blank cell at the head of the next page to the project before', () => {
    const read = readForms({ unit: '万元', rows: [head, row('甲 | 1 | 目标', 'a'), '---', row(' | | ', 'b')] });
    expect(namesOf(read)).toEqual([['甲', ['a', 'b']]]);
  });

  it('break a name in two: what stands overleaf without money goes on with it', () => {
    const read = readForms({
      unit: '万元',
      rows: [head, row('办公设备购置类 | 1 | 目标', 'a'), '---', row('项目 | | ', 'b'), row('乙 | 2 | 目标', 'c')],
    });
    expect(namesOf(read)).toEqual([
      ['办公设备购置类项目', ['a', 'b']],
      ['乙', ['c']],
    ]);
  });

  it('let a grid without head go on with the columns before it, by their places where their number differs', () => {
    const columns = '活动 | ← | 绩效指标 | 指标性质 | 指标值 | ← | 度量单位';
    const read = readForms(
      {
        xs: [0, 20, 100, 200, 250, 300, 350, 400],
        rows: [columns, '巡查 | ← | 产出指标数量指标巡河 | ≥ | 12 | ← | 次'],
      },
      { page: 2, xs: [0, 100, 200, 250, 350, 400], rows: ['执法 | 产出指标质量指标结案率 | ≥ | 95 | %'] },
    );
    expect(targetsOf(read)).toEqual([
      ['数量指标', '巡河', '≥12次'],
      ['质量指标', '结案率', '≥95%'],
    ]);
  });

  it('say so where the rest of a list lacks the column of projects, and give those rows to nobody', () => {
    const xs = [0, 50, 100, 150, 200, 250, 300, 350, 400, 450];
    const rest = (page: number, ...rows: readonly string[]) => ({
      page,
      xs: [150, 200, 250, 300, 350, 400, 450],
      rows,
    });
    const read = readForms(
      { xs, unit: '万元', rows: [head, row('甲 | 1 | 目标', 'a')] },
      rest(2, '产出指标 | 数量指标 | b | ≥ | 1 | 次'),
      { page: 3, xs, rows: [row(' | | ', 'c'), row('乙 | 2 | 目标', 'd')] },
    );
    expect(namesOf(read)).toEqual([
      ['甲', ['a']],
      ['乙', ['d']],
    ]);
    expect(read.findings.map(({ code }) => code)).toEqual(['indicator-table-unread', 'indicator-row-unread']);
  });
});

describe('weights under another head', () => {
  const rows = (...weights: readonly string[]) => [
    '项目名称 | 资金总额 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注',
    ...weights.map(
      (weight, i) => `${i === 0 ? '甲 | 1' : '↑ | ↑'} | 产出指标 | 数量指标 | 第${i}项 | ≥${i}次 | ${weight}`,
    ),
  ];

  it('are known by their sum of 90 or 100', () => {
    expect(scoresOf(readForms({ rows: rows('40', '30', '20') })).map(([, , , weight]) => weight)).toEqual([
      '40',
      '30',
      '20',
    ]);
    expect(scoresOf(readForms({ rows: rows('41', '30', '20') })).map(([, , , weight]) => weight)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are known by the words over them once another table has shown what these head', () => {
    const read = readForms({ rows: rows('40', '30', '20') }, { rows: rows('41', '30', '20') });
    expect(scoresOf(read).map(([, , , weight]) => weight)).toEqual(['40', '30', '20', '41', '30', '20']);
  });
});

describe('running text', () => {
  it('gives all indicators of a project that stand in one cell, the year’s target before the period’s', () => {
    const text =
      '1、1-产出指标；11-数量指标；会议次数；实施周期指标值:≥9次；年度指标值:≥3次。2、3-满意度指标；31-服务对象满意度；来访者满意度；年度指标值:一类≥95%；二类≥90%。';
    const read = readForms({
      unit: '万元',
      rows: ['项目名称 | 总计 | 绩效目标 | 绩效指标', `会务 | 3 | 办好会议 | ${text}`],
    });
    expect(targetsOf(read)).toEqual([
      ['数量指标', '会议次数', '≥3次'],
      ['服务对象满意度指标', '来访者满意度', '一类≥95%；二类≥90%'],
    ]);
    expect(read.forms[0]?.indicators[0]?.level1Stated).toBe('1-产出指标');
  });
});

describe('a list of projects with their goals alone', () => {
  const read = readForms({
    title: '2024年部门项目支出绩效表',
    unit: '万元',
    rows: [
      '单位名称 | 项目名称 | 金额 | 绩效目标',
      '云溪县供水站 | 水厂改造 | 1,030.50 | 保障城乡供水',
      '云溪县堤防站 | 日常保障运行 | 64.90 | 保证单位运转',
      '↑ | 堤防维护 | 20.00 | 堤防安全',
      '合计 | | 1,115.40 | ',
    ],
  });

  it('gives the projects with their money, of the units that carry them out', () => {
    expect(projectsOf(read)).toEqual([
      ['水厂改造', null, '10305000.00', null],
      ['日常保障运行', null, '649000.00', null],
      ['堤防维护', null, '200000.00', null],
    ]);
    expect(statementsOf(read)).toEqual([
      'project.funds 水厂改造 云溪县供水站 budget 10305000.00',
      'project.funds 日常保障运行 云溪县堤防站 budget 649000.00',
      'project.funds 堤防维护 云溪县堤防站 budget 200000.00',
    ]);
  });
});
