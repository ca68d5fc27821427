import { describe, expect, it } from 'vitest';
import { headingsOf, outlineOf } from '../../support/read-string.ts';

const sentence = '本年度按照计划完成了各项任务，资金使用合规，没有发生超支或者挪用的情况，群众反映良好。';
const check = (text: string, expected: readonly string[]) => expect(headingsOf(text)).toEqual(expected);

describe('headings', () => {
  it('nest by their numbers: 第一部分, 一、, （一）, 1., （1）, ①', () => {
    const text = `第一部分 概况\n一、职责\n（一）主要职责\n1.日常工作\n（1）值班\n①夜间值班\n${sentence}\n二、机构设置\n${sentence}\n第二部分 说明\n${sentence}`;
    check(text, [
      '1 第一部分 概况',
      '2 一、 职责',
      '3 （一） 主要职责',
      '4 1. 日常工作',
      '5 （1） 值班',
      '6 ① 夜间值班',
      '2 二、 机构设置',
      '1 第二部分 说明',
    ]);
  });

  it('may have blanks inside and before their number', () => {
    check(`    一、 部门职责\n${sentence}\n第 二 部 分\n决算情况说明\n${sentence}`, [
      '1 一、 部门职责',
      '1 第二部分 决算情况说明',
    ]);
  });

  it('may run into their paragraph', () => {
    check(`一、工作\n（一）全力保障供水。${sentence}\n（二）加强水源保护。${sentence}`, [
      '1 一、 工作',
      '2 （一） 全力保障供水',
      '2 （二） 加强水源保护',
    ]);
  });

  it('take the title below a bare 附件 over two lines', () => {
    check(`一、正文\n${sentence}\n附件1\n某县水务局\n2023年部门整体支出绩效评价报告\n一、概况\n${sentence}`, [
      '1 一、 正文',
      '1 附件1 某县水务局2023年部门整体支出绩效评价报告',
      '2 一、 概况',
    ]);
  });

  it('without a number are titles of reports and forms', () => {
    check(
      `一、绩效情况\n${sentence}\n项目绩效目标完成情况表\n甲\n2023年度项目支出绩效自评报告\n一、概况\n${sentence}`,
      ['1 一、 绩效情况', '2 项目绩效目标完成情况表', '1 2023年度项目支出绩效自评报告', '2 一、 概况'],
    );
  });
});

describe('what only looks like a heading', () => {
  it.each([
    [
      'a list of duties',
      `一、职责\n1.负责全县水利工程建设和管理工作，组织编制规划。\n2.负责水资源管理，组织实施取水许可。\n3.完成其他任务。`,
      ['1 一、 职责'],
    ],
    [
      'a list of names',
      `一、机构\n${sentence}预算单位包括：\n1.县水务局\n2.县水政监察大队\n3.县水利服务中心`,
      ['1 一、 机构'],
    ],
    [
      'definitions',
      `一、名词解释\n1.财政拨款收入：指本级财政当年拨付的资金。\n2.基本支出：指为保障机构运转发生的支出。`,
      ['1 一、 名词解释'],
    ],
    [
      'scored indicators',
      `一、指标\n1.完成率（10分）：年初设定≥99%，实际100%，得10分。\n2.满意度（10分）：年初设定≥90%，实际95%，得10分。`,
      ['1 一、 指标'],
    ],
    [
      'function lines',
      `一、支出\n1.社会保障和就业支出（类）养老支出（款）缴费支出（项）。\n${sentence}`,
      ['1 一、 支出'],
    ],
    [
      'amounts',
      `一、收入\n（一）2023年度收入总计2553.52万元。${sentence}\n（二）2023年度支出总计2553.52万元。${sentence}`,
      ['1 一、 收入'],
    ],
    [
      'rows of a flattened table',
      `一、总表\n一、财政拨款收入    4,202.00    一、教育支出    12.00\n二、事业收入    86.50    二、其他支出    3.10`,
      ['1 一、 总表'],
    ],
  ])('%s', (_, text, expected) => check(text, expected));

  it('entries of a table of contents', () => {
    const text = `某局2024年部门预算\n目　录\n第一部分 概况........3\n一、职责........3\n第二部分 说明........5\n第一部分 概况\n一、职责\n${sentence}\n第二部分 说明\n${sentence}`;
    check(text, ['1 目录', '1 第一部分 概况', '2 一、 职责', '1 第二部分 说明']);
  });

  it('entries without page numbers', () => {
    const text = `目录\n第一部分 概况\n一、职责\n第二部分 说明\n第一部分 概况\n一、职责\n${sentence}\n第二部分 说明\n${sentence}`;
    check(text, ['1 目录', '1 第一部分 概况', '2 一、 职责', '1 第二部分 说明']);
  });
});

describe('the outline', () => {
  it('says where a number is skipped', () => {
    const { findings } = outlineOf(`一、甲方面\n${sentence}\n二、乙方面\n${sentence}\n四、丁方面\n${sentence}`);
    expect(findings.map(({ code }) => code)).toEqual(['section-number-skipped']);
  });

  it('of an empty text is the document alone', () => {
    expect(outlineOf('').outline.sections.map(({ level, kind }) => `${level} ${kind}`)).toEqual(['0 document']);
  });
});
