/** Indicator tables flattened to text, in Word order and line by line. */
import { describe, expect, it } from 'vitest';
import { readStreams } from '../../../../extractors/performance/streams/read-streams.ts';
import type { Finding } from '../../../../pipeline/model/finding.ts';
import { facts2023, formLines } from '../../../support/performance.ts';
import { outlineOf } from '../../../support/read-string.ts';

function read(text: string) {
  const findings: Finding[] = [];
  const forms = readStreams(outlineOf(text).outline, facts2023, (finding) => findings.push(finding));
  return { lines: formLines(forms), projects: forms.map(({ project }) => project), findings };
}

const cells = (...texts: readonly string[]) => texts.map((text) => `\t${text}\n`).join('');

const wordHead =
  '2023年度项目支出绩效自评表\n\n\t项目支\n\n出名称\n\t河道清淤专项　\n\n\t项目资金\n\n（万元）\n' +
  cells('　', '年初\n\n预算数', '全年\n\n预算数', '全年\n\n执行数', '分值', '执行率', '得分') +
  cells('', '年度资金总额　', '210', '200', '180.5', '10', '90.25%', '9.03') +
  cells(
    '绩\n\n效\n\n指\n\n标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度\n\n指标值',
    '实际\n\n完成值',
    '分值',
    '得分',
    '偏差原因\n\n分析',
  );

const word = (...texts: readonly string[]) =>
  `${wordHead}${cells(...texts, '总分', '100', '95.5')}\n备注：每个项目分别填报。\n`;

describe('cells in Word order', () => {
  it('fill the columns that the header lists, merged levels carried on', () => {
    expect(
      read(
        word(
          ...['产出指标\n\n(50分)', '数量指标', '清理河道', '≥12公里', '12.6公里', '20', '20', ''],
          ...['', '', '巡查次数', '＞20次', '6次', '10', '3', '　汛期短'],
          ...['', '质量指标', '专项预案评审', '具有可操作性', '每部均可操作', '20', '20', ''],
        ),
      ).lines,
    ).toEqual([
      '河道清淤专项',
      '数量指标 | 清理河道 | ≥12公里 | 12.6公里 | 20 | 20',
      '数量指标 | 巡查次数 | ＞20次 | 6次 | 10 | 3 | 汛期短',
      '质量指标 | 专项预案评审 | 具有可操作性 | 每部均可操作 | 20 | 20',
    ]);
  });

  it('are told apart though targets and results are bare numbers', () => {
    expect(
      read(
        word(
          ...['产出指标', '成本指标', '场地租金', '15', '14.8', '3', '2.96', '厉行节约'],
          ...['', '', '人员工资', '26', '26.2', '3', '3'],
        ),
      ).lines.slice(1),
    ).toEqual(['成本指标 | 场地租金 | 15 | 14.8 | 3 | 2.96 | 厉行节约', '成本指标 | 人员工资 | 26 | 26.2 | 3 | 3']);
  });

  it('may be missing without shifting the rows after them', () => {
    expect(
      read(
        word(
          ...['产出指标', '成本指标', ''],
          ...['效益指标\n\n（30分）\n\n', '社会效\n\n益指标', '饮水安全', '持续改善', '15', '15'],
          ...['', '生态效\n\n益指标', '', '　'],
          ...['满意度\n\n指标\n\n（10分）', '服务对象满意度指标', '服务对象满意度', '≥90%', '92%', '10', '10'],
        ),
      ).lines.slice(1),
    ).toEqual([
      '社会效益指标 | 饮水安全 | 持续改善 | - | 15 | 15',
      '服务对象满意度指标 | 服务对象满意度 | ≥90% | 92% | 10 | 10',
    ]);
  });

  it('give the project with its money, rate and total score', () => {
    const [project] = read(word('产出指标', '数量指标', '清理河道', '12公里', '12公里', '50', '50')).projects;
    expect(project).toMatchObject({ name: '河道清淤专项', executionRate: '90.25', score: '95.5' });
    expect([project?.initialBudget, project?.budget, project?.actual].map((money) => money?.fen)).toEqual([
      210000000n,
      200000000n,
      180500000n,
    ]);
  });
});

const lineHead = [
  ...[
    '项目绩效目标完成情况表',
    '(2023年度)',
    '项目名称 河道清淤专项',
    '预算单位 云溪县水务局',
    '预',
    '算',
    '执',
    '行',
    '情',
  ],
  ...[
    '况',
    '(万',
    '元)',
    '预算数: 1.49 执行数: 1.40',
    '其中-财政拨款: 1.49 其中-财政拨款: 1.40',
    '其它资金: 其它资金:',
  ],
  ...[
    '年',
    '度',
    '目',
    '标',
    '预期目标 实际完成目标',
    '完成河道清淤，提高行洪能力。',
    '完成河道清淤，提高了行洪能力。',
  ],
];
const columnsHead = [
  ...['绩', '效', '指', '标', '一级指标 二级指标 三级指标', '预期指标值(包含数字', '及文字描述)'],
  ...['实际完成指标值(包含', '数字及文字描述)'],
];
const rows = [
  ...['项目完成指', '标', '数量指标', '开展全县第 3个河湖长', '制宣传月活动', '50个 52个'],
  ...['项目完成指', '标', '数量指标 清理河道 12公里 12.6公里'],
  ...[
    '效益指标 社会效益',
    '广泛宣传节约用水知识',
    '使群众了解生活中节水',
    '常识，养成节水习惯。',
    '宣传节约用水常识，提',
    '升全县节水意识。',
  ],
  ...['满意度指标 群众满意度 ≥98% 98.5%'],
];
const spaced = (lines: readonly string[]) => `${lines.join('\n\n')}\n`;
const read98 = [
  '河道清淤专项',
  '数量指标 | 开展全县第3个河湖长制宣传月活动 | 50个 | 52个',
  '数量指标 | 清理河道 | 12公里 | 12.6公里',
  '社会效益 | 广泛宣传节约用水知识 | 使群众了解生活中节水常识，养成节水习惯。 | 宣传节约用水常识，提升全县节水意识。',
  '- | 群众满意度 | ≥98% | 98.5%',
];

describe('lines in the order of a PDF', () => {
  it('are put together to cells and rows again', () => {
    expect(read(spaced([...lineHead, ...columnsHead, ...rows])).lines).toEqual(read98);
  });

  it('give the money below labels, in the unit of a column of single signs', () => {
    const [project] = read(spaced([...lineHead, ...columnsHead, ...rows])).projects;
    expect([project?.budget?.fen, project?.actual?.fen]).toEqual([1490000n, 1400000n]);
  });

  it('are not disturbed by a label’s sign that a page break cut off', () => {
    const text = spaced([...lineHead, ...columnsHead, ...rows.slice(0, 6)]);
    expect(read(`${text} 况\n\n${spaced(rows.slice(6))}`).lines).toEqual(read98);
  });

  it('go on after running text that a page break put between head and rows', () => {
    const prose = [
      ...['2.部门绩效评价结果。', '本部门按要求对部门整体支出绩效评价情况开展自评，《云溪县水务局部门整体支出绩'],
      ...['效评价报告》见附件，评价结果已向局党组报告并用于安排下一年度预算，各股室按照'],
    ];
    const text = `${spaced(lineHead)} ${spaced([...prose, ...columnsHead, ...rows])} 第四部分 附件\n`;
    expect(read(text).lines).toEqual(read98);
  });

  it('give a finding where a table’s rows cannot be read', () => {
    expect(read(spaced([...lineHead, ...columnsHead])).findings.map(({ code }) => code)).toEqual([
      'indicator-table-unread',
    ]);
  });
});

/** A form of the ministry, rows of lines. */
const form = (head: string, ...lines: readonly string[]) =>
  `项目支出绩效自评表\n（2023年度）\n项目名称 古树名木养护\n${head}\n${lines.join('\n')}\n`;
const ministry = '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析与改进措施';

describe('forms of other provinces, a row or a cell a line', () => {
  it('do not take what ends a head in its own words for all heads before it', () => {
    const rows = ['产出指标 数量指标 养护古树株数 ≥80株 82株 20 20', '质量指标 古树成活率 100% 100% 20 20'];
    const wanted = [
      '古树名木养护',
      '数量指标 | 养护古树株数 | ≥80株 | 82株 | 20 | 20',
      '质量指标 | 古树成活率 | 100% | 100% | 20 | 20',
    ];
    expect(read(form(ministry, ...rows)).lines).toEqual(wanted);
    expect(read(form(ministry, ...rows).replaceAll(' ', '\n')).lines).toEqual(wanted);
  });

  it('keep the score of a row apart from the level below it', () => {
    const text = form(
      ministry,
      '产出指标 数量指标 养护古树株数 ≥80株 80株 20',
      '20',
      '时效指标 养护时限 12月底前 11月 10 9',
    );
    expect(read(text).lines.slice(1)).toEqual([
      '数量指标 | 养护古树株数 | ≥80株 | 80株 | 20 | 20',
      '时效指标 | 养护时限 | 12月底前 | 11月 | 10 | 9',
    ]);
  });

  it('join a target from sign, number and unit, also below a head of two rows', () => {
    const head =
      '绩效指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施\n一级指标 二级指标 三级指标 指标性质 指标值 度量单位';
    const rows = [
      '产出指标 数量指标 养护古树株数 ≥ 80 株 82株 20 20 无',
      '效益指标 生态效益指标 古树景观 定性 明显改善 明显改善 30 28 个别树势弱',
    ];
    expect(read(form(head, ...rows, '其他需要说明的事项 无', '总分 100 98')).lines).toEqual([
      '古树名木养护',
      '数量指标 | 养护古树株数 | ≥80株 | 82株 | 20 | 20 | 无',
      '生态效益指标 | 古树景观 | 明显改善 | 明显改善 | 30 | 28 | 个别树势弱',
    ]);
  });

  it('may name no levels, and weigh in per cent', () => {
    const head =
      '绩效指标 指标名称 计量单位 指标性质 年初指标值 调整指标值 全年完成值 得分系数（%） 指标权重 指标得分 说明';
    const rows = ['养护古树株数 株 ≥ 80 90 82 91 20% 18.2', '古树成活率 % = 100 100 100 100 20% 20'];
    expect(read(form(head, ...rows)).lines.slice(1)).toEqual([
      '- | 养护古树株数 | ≥90株 | 82 | 20 | 18.2',
      '- | 古树成活率 | =100% | 100 | 20 | 20',
    ]);
  });

  it('break names in narrow columns', () => {
    const rows = [
      ...[
        '产出指标 数量指标',
        '新设古树名木',
        '保护标识牌',
        '≥40块 40块 15 15',
        '举办古树养护',
        '技术培训班',
        '2期 2期 15 15',
      ],
      ...['质量指标', '标识牌验收合', '格率', '100% 100% 20 20'],
    ];
    expect(read(form(ministry, ...rows)).lines.slice(1)).toEqual([
      '数量指标 | 新设古树名木保护标识牌 | ≥40块 | 40块 | 15 | 15',
      '数量指标 | 举办古树养护技术培训班 | 2期 | 2期 | 15 | 15',
      '质量指标 | 标识牌验收合格率 | 100% | 100% | 20 | 20',
    ]);
  });

  it('head their money in more ways', () => {
    const rows = ['产出指标 数量指标 养护古树株数 ≥80株 82株 20 20'];
    const fen = (...fields: readonly string[]) => {
      const [project] = read(form([...fields, ministry].join('\n'), ...rows)).projects;
      return [project?.initialBudget, project?.budget, project?.actual].map((money) => money?.fen);
    };
    const wanted = [3000000n, 2500000n, 2400000n];
    const labelled = '年度预算数（万元） 年初预算 调整后预算数 预算执行数 预算执行率 权重 得分 原因';
    expect(fen(labelled, '总额 3 2.5 2.4 96% 10 9.6')).toEqual(wanted);
    expect(
      fen('预算执行情况（元） 年初预算金额 调整后预算金额 实际支出金额 得分', '30,000.00 25,000.00 24,000.00 9.6'),
    ).toEqual(wanted);
    expect(fen('项目资金（万元） 年初预算数 全年预算数 全年执行数', '年度财政资', '金总额', '3 2.5 2.4')).toEqual(
      wanted,
    );
  });

  it('name the year in brackets after the title, and give the only number of a total that is a score', () => {
    const text = form(ministry, '产出指标 数量指标 养护古树株数 ≥80株 82株 50 50', '自评总分 96.5').replace(
      '自评表\n（2023年度）',
      '自评表（2023年度）',
    );
    expect(read(text).projects[0]).toMatchObject({ name: '古树名木养护', score: '96.5' });
  });
});

it('a table of very many cells under one level is given up, not waited for', () => {
  const started = performance.now();
  const many = Array.from({ length: 3000 }, (_, i) => `第${i}个单元格的文字`);
  read(spaced([...lineHead, ...columnsHead, '产出指标 数量指标', ...many]));
  expect(performance.now() - started).toBeLessThan(10_000);
});
