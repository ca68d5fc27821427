/** Forms: one table for each project, its fields above, its indicators below a head of columns. */
import { describe, expect, it } from 'vitest';
import { projectsOf, readForms, scoresOf, statementsOf, targetsOf } from '../../../support/indicator-tables.ts';

const goals = [
  '项目名称 | ← | ← | 农村饮水安全维护 | ← | ←',
  '项目资金（万元） | ← | ← | 年度资金总额： | 30.00 | 执行率分值（10分）',
  '↑ | ↑ | ↑ | 其中：财政拨款 | 28.00 | ↑',
  '总体目标 | 保障供水 | ← | ← | ← | ←',
  '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值权重（90分）',
  '↑ | 产出指标 | 数量指标 | 维护水厂数量 | ≥12座 | 40',
  '↑ | ↑ | ↑ | 检测水样 | ≥200份 | 20',
  '↑ | 满意度指标 | 服务对象满意度指标 | 用水户满意度 | ≥90% | 30',
];

describe('a form of targets', () => {
  const read = readForms({ title: '项目绩效目标表', rows: goals });

  it('gives the project with the money of the year, in the unit of the label beside it', () => {
    expect(projectsOf(read)).toEqual([['农村饮水安全维护', null, '300000.00', null]]);
  });

  it('gives a row for each indicator, levels from merged cells', () => {
    expect(targetsOf(read)).toEqual([
      ['数量指标', '维护水厂数量', '≥12座'],
      ['数量指标', '检测水样', '≥200份'],
      ['服务对象满意度指标', '用水户满意度', '≥90%'],
    ]);
  });

  it('knows the year of its title before that of the document', () => {
    const older = readForms({ title: '2022年度项目绩效目标表', rows: goals });
    expect(older.forms[0]?.indicators[0]?.fiscalYear).toBe(2022);
    expect(read.forms[0]?.indicators[0]?.fiscalYear).toBe(2024);
  });
});

describe('a self-evaluation', () => {
  const read = readForms({
    title: '项目支出绩效自评表',
    rows: [
      '项目名称 | ← | 河道清淤 | ← | ← | ← | ← | ←',
      '项目资金（万元） | ← | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分',
      '↑ | ↑ | 年度资金总额 | 100.00 | 120.00 | 90.00 | 10 | 7.5',
      '↑ | ↑ | 其中：财政拨款 | 80.00 | 100.00 | 90.00 | — | —',
      '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
      '↑ | 产出指标 | 数量指标 | 清淤长度 | ≥8公里 | 9.2公里 | 50 | 50',
      '↑ | ↑ | 时效指标 | 完工时间 | 12月底前 | 按时完工 | 40 | 38.5',
      '总分 | ← | ← | ← | ← | ← | 100 | 96',
    ],
  });

  it('reads money where rows of funds meet heads of kinds', () => {
    expect(projectsOf(read)).toEqual([['河道清淤', '1000000.00', '1200000.00', '900000.00']]);
  });

  it('makes a figure of each number of its money, by source and kind, and of its score', () => {
    expect(statementsOf(read)).toEqual([
      'project.funds 河道清淤 initial_budget 1000000.00',
      'project.funds 河道清淤 adjusted_budget 1200000.00',
      'project.funds 河道清淤 actual 900000.00',
      'project.funds_fiscal 河道清淤 initial_budget 800000.00',
      'project.funds_fiscal 河道清淤 adjusted_budget 1000000.00',
      'project.funds_fiscal 河道清淤 actual 900000.00',
      'performance.score 河道清淤 none score 96分',
    ]);
  });

  it('takes the score of the project from the row of totals, not from the execution of its budget', () => {
    expect(read.forms[0]?.project?.score).toBe('96');
  });

  it('keeps weights and scores as printed', () => {
    expect(scoresOf(read)).toEqual([
      ['清淤长度', '≥8公里', '9.2公里', '50', '50'],
      ['完工时间', '12月底前', '按时完工', '40', '38.5'],
    ]);
  });
});

describe('forms of other provinces', () => {
  const rows = [
    '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 权重 | 得分 | 说明',
    '产出指标 | 数量指标 | 清淤长度 | ≥8公里 | 9.2公里 | 60% | 60 |',
    '满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 92% | 40% | 36 | 问卷太少',
    '其他需要说明的事项 | ← | ← | 无 | ← | ← | ← | ←',
  ];
  const bare = [
    '项目名称 | ← | 河道清淤 | ← | ← | ← | ← | ←',
    '预算执行情况（元） | ← | 年初预算金额 | 调整后预算金额 | 实际支出金额 | 预算执行率 | 得分 | ←',
    '↑ | ↑ | 100,000.00 | 90,000.00 | 81,000.00 | 90% | 9 | ←',
  ];

  it('print money below its heads without a label, and their total under a word for sums of money', () => {
    const read = readForms({
      title: '项目支出绩效自评表',
      rows: [...bare, ...rows, '合计 | ← | ← | ← | ← | ← | 96 |'],
    });
    expect(projectsOf(read)).toEqual([['河道清淤', '100000.00', '90000.00', '81000.00']]);
    expect(read.forms[0]?.project).toMatchObject({ executionRate: '90', score: '96' });
  });

  it('say why points were lost under another head, and other things below the indicators', () => {
    const read = readForms({ title: '项目支出绩效自评表', rows: [...bare, ...rows] });
    expect(read.forms[0]?.indicators.map(({ indicator, weight, deviation }) => [indicator, weight, deviation])).toEqual(
      [
        ['清淤长度', '60', null],
        ['群众满意度', '40', '问卷太少'],
      ],
    );
  });

  it('tell the total among their fields', () => {
    const above = '项目名称 | ← | 河道清淤 | ← | ← | 自评总分 | 96.5 | ←';
    expect(readForms({ title: '项目自评表', rows: [above, ...rows] }).forms[0]?.project?.score).toBe('96.5');
  });
});

describe('other shapes of forms', () => {
  it('takes the year’s targets where those of the whole period stand beside them', () => {
    const read = readForms({
      rows: [
        '一级指标 | 二级指标 | 三级指标 | 实施周期指标值 | 年度指标值',
        '产出指标 | 数量指标 | 植树 | ≥900棵 | ≥300棵',
      ],
    });
    expect(targetsOf(read)).toEqual([['数量指标', '植树', '≥300棵']]);
  });

  it('reads several forms in one grid, and one whose name is not printed again under the name above', () => {
    const head = '一级指标 | 二级指标 | 三级指标 | 指标值';
    const read = readForms({
      rows: [
        ...['项目名称 | ← | 培训 | ←', head, '产出指标 | 数量指标 | 场次 | 3场'],
        ...['项目名称 | ← | 宣传 | ←', head, '产出指标 | 数量指标 | 册数 | 90册'],
        ...['主管部门 | ← | 云溪县水务局 | ←', head, '产出指标 | 质量指标 | 合格率 | 98%'],
      ],
    });
    expect(read.forms.map(({ project }) => project?.name)).toEqual(['培训', '宣传', '宣传']);
  });

  it('is about the whole department where no project is named', () => {
    const read = readForms({
      rows: [
        '部门名称 | ← | 云溪县水务局 | ←',
        '一级指标 | 二级指标 | 三级指标 | 指标值',
        '产出指标 | 数量指标 | 巡河 | 12次',
      ],
    });
    expect(projectsOf(read)).toEqual([[null, null, null, null]]);
  });

  it('parts levels and name that stand in one cell without a mark', () => {
    const read = readForms({
      rows: ['活动 | 绩效指标 | 指标性质 | 指标值 | 度量单位', '巡查 | 效益指标社会效益指标减少内涝点 | ≥ | 5 | 处'],
    });
    expect(targetsOf(read)).toEqual([['社会效益指标', '减少内涝点', '≥5处']]);
  });

  it('knows the unit of money from costs that make the budget, and reads no money without any unit', () => {
    const rows = (cost: string) => [
      ...['项目名称 | ← | 运维 | ←', '资金总额 | ← | 30.5 | ←', '一级指标 | 二级指标 | 三级指标 | 指标值'],
      ...['成本指标 | 经济成本指标 | 人工 | ≤20.5万元', `成本指标 | 经济成本指标 | 材料 | ${cost}`],
    ];
    expect(projectsOf(readForms({ rows: rows('≤10万元') }))).toEqual([['运维', null, '305000.00', null]]);
    expect(projectsOf(readForms({ rows: rows('≤11万元') }))).toEqual([['运维', null, null, null]]);
  });

  it('reads money that stands after its kind', () => {
    const read = readForms({
      rows: [
        '项目名称 | 普查 | ← | ← | ←',
        '项目资金（万元） | 预算数： | 50.00 | 执行数： | 48.20',
        '一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成指标值',
        '项目完成指标 | 实效指标 | 完成时间 | 6月底 | 6月20日',
      ],
    });
    expect(projectsOf(read)).toEqual([['普查', null, '500000.00', '482000.00']]);
    expect(read.forms[0]?.indicators[0]).toMatchObject({ level1: '产出指标', level2: '时效指标', actual: '6月20日' });
  });

  it('takes the right one of two blocks of columns, which is the year’s', () => {
    const read = readForms({
      rows: [
        '项目名称 | 灌区改造 | ← | ← | ← | ← | ←',
        '一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值',
        '产出指标 | 数量指标 | 改造渠道 | 90公里 | 数量指标 | 改造渠道 | 30公里',
      ],
    });
    expect(targetsOf(read)).toEqual([['数量指标', '改造渠道', '30公里']]);
  });

  it('gives levels that are printed once to the rows below that leave them blank', () => {
    const read = readForms({
      rows: [
        '一级指标 | 二级指标 | 三级指标 | 指标值',
        '产出指标 | 数量指标 | 巡查 | 12次',
        ' | | 检测 | 4次',
        ' | 质量指标 | 合格率 | 98%',
      ],
    });
    expect(read.forms[0]?.indicators.map((one) => [one.level1Stated, one.level2Stated])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标'],
    ]);
  });

  it('gives numbers that are merged over several indicators to none of them', () => {
    const read = readForms({
      rows: [
        '一级指标 | 二级指标 | 三级指标 | 指标值 | 分值',
        '产出指标 | 数量指标 | 巡查 | 12次 | 20',
        '产出指标 | 数量指标 | 检测 | 4次 | ↑',
        '产出指标 | 质量指标 | 合格率 | 98% | 70',
      ],
    });
    expect(read.forms[0]?.indicators.map(({ weight }) => weight)).toEqual([null, null, '70']);
  });
});

describe('money of forms as figures', () => {
  it('is of the unit that carries the project out, and of the year, not of all the years it runs', () => {
    const read = readForms({
      title: '项目绩效目标表',
      rows: [
        '项目名称 | 水厂改造 | 实施单位 | 云溪县供水站',
        '项目资金（万元） | 实施期资金总额： | 90.00 | 年度资金总额： | 30.00',
        '↑ | 其中：财政拨款 | 80.00 | 其中：财政拨款 | 25.00',
        '↑ | 其他资金 | 10.00 | 其他资金 | 5.00',
        '一级指标 | 二级指标 | 三级指标 | 指标值 | 分值权重',
        '产出指标 | 数量指标 | 改造水厂 | ≥1座 | 50',
      ],
    });
    expect(statementsOf(read)).toEqual([
      'project.funds 水厂改造 云溪县供水站 budget 300000.00',
      'project.funds_fiscal 水厂改造 云溪县供水站 budget 250000.00',
      'project.funds_other 水厂改造 云溪县供水站 budget 50000.00',
    ]);
  });

  it('tells what was added, paid and left', () => {
    const read = readForms({
      title: '部门整体绩效自评表',
      rows: [
        '资金（万元） | ← | 年初预算数① | 年中调整金额② | 小计③=①+② | 年度拨付金额④ | 支出实现率(%)⑤=④/③ | 本年度结余金额⑥ | 资金结余率(%)⑦',
        '↑ | 合计 | 100.00 | 20.00 | 120.00 | 90.00 | 75 | 30.00 | 25.00',
        '↑ | ①中央财政资金 | 0.00 | 20.00 | 20.00 | 20.00 | 100 | 0.00 | 0.00',
        '绩效指标 | 一级指标 | 二级指标 | 三级指标 | ← | 年度指标值 | 实际完成值 | 分值 | 得分',
        '↑ | 产出指标 | 数量指标 | 清淤长度 | ← | ≥8公里 | 9.2公里 | 90 | 90',
      ],
    });
    expect(statementsOf(read).slice(0, 7)).toEqual([
      'expenditure.grand_total initial_budget 1000000.00',
      'expenditure.grand_total adjusted_budget change 200000.00',
      'expenditure.grand_total adjusted_budget 1200000.00',
      'expenditure.grand_total actual 900000.00',
      'expenditure.grand_total actual completion_rate 75%',
      'expenditure.grand_total carried_over 300000.00',
      'expenditure.grand_total carried_over share 25.00%',
    ]);
    expect(statementsOf(read)).toContain('project.funds_fiscal adjusted_budget change 200000.00');
  });

  it('lists a department’s tasks, and their sum as the department’s', () => {
    const read = readForms({
      title: '部门整体支出绩效目标表',
      rows: [
        '部门名称 | ← | 云溪县水务局 | ← | ←',
        '年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | ←',
        '↑ | ↑ | ↑ | 总额 | 财政拨款',
        '↑ | 防汛抗旱 | 保障安全度汛 | 80.5 | 70',
        '↑ | 农村供水 | 保障供水 | 19.5 | 19.5',
        '↑ | 金额合计 | ← | 100 | 89.5',
        '年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
        '↑ | 产出指标 | 数量指标 | 改造水厂 | ≥1座',
      ],
    });
    expect(statementsOf(read)).toEqual([
      'project.funds 防汛抗旱 budget 805000.00',
      'project.funds_fiscal 防汛抗旱 budget 700000.00',
      'project.funds 农村供水 budget 195000.00',
      'project.funds_fiscal 农村供水 budget 195000.00',
      'expenditure.grand_total budget 1000000.00',
      'project.funds_fiscal budget 895000.00',
    ]);
  });
});
