/** Labelled lists of indicators in prose. */
import { describe, expect, it } from 'vitest';
import { readLists } from '../../../../extractors/performance/lists/read-lists.ts';
import { facts2023, formLines } from '../../../support/performance.ts';
import { outlineOf } from '../../../support/read-string.ts';

const read = (...lines: readonly string[]) =>
  formLines(
    readLists(outlineOf(`${['云溪县水务局2023年度绩效自评报告', '', ...lines].join('\n')}\n`).outline, facts2023),
  );

const project = (...lines: readonly string[]) =>
  read('一、绩效目标完成情况分析', '（一）河道清淤专项经费', ...lines, '（二）水库维修经费', '质量指标：合格。').slice(
    0,
    -2,
  );

describe('labelled lists', () => {
  it('give one indicator for each label, below the heading of their project', () => {
    expect(project('数量指标：清理河道淤积，整治险工险段。', '质量指标：验收合格。')).toEqual([
      '河道清淤专项经费',
      '数量指标 | 清理河道淤积，整治险工险段',
      '质量指标 | 验收合格',
    ]);
  });

  it('are read from one line as from several', () => {
    expect(project('数量指标：清理河道淤积；质量指标：验收合格；时效指标：年底完成。')).toEqual([
      '河道清淤专项经费',
      '数量指标 | 清理河道淤积',
      '质量指标 | 验收合格',
      '时效指标 | 年底完成',
    ]);
  });

  it('keep a misspelt label as printed and know what it means', () => {
    const forms = readLists(
      outlineOf('自评报告\n\n一、完成情况\n（一）河道清淤经费\n实效指标：年底完成。\n').outline,
      facts2023,
    );
    expect(forms[0]?.indicators.map(({ level2, level2Stated }) => [level2, level2Stated])).toEqual([
      ['时效指标', '实效指标'],
    ]);
  });

  it('give nothing for empty labels, but keep the project', () => {
    expect(project('产出指标完成情况分析。数量指标：质量指标：时效指标：')).toEqual(['河道清淤专项经费']);
  });

  it('leave out what a conversion left behind', () => {
    expect(project('数量指标：清理河道。', '[bookmark: _GoBack]时效指标：年底完成。')).toEqual([
      '河道清淤专项经费',
      '数量指标 | 清理河道',
      '时效指标 | 年底完成',
    ]);
  });

  it('belong to the whole department below headings that name a part of the report', () => {
    expect(
      read(
        '一、绩效目标完成情况分析',
        '（一）整体支出绩效目标完成情况',
        '1.产出指标完成情况分析。',
        '数量指标：年末在职45人。',
        '2.满意度指标完成情况分析。',
        '群众满意度93%，企业满意度95%。',
      ),
    ).toEqual(['整体', '数量指标 | 年末在职 | 45人', '- | 群众满意度93%，企业满意度95%']);
  });

  it('say nothing where a sentence only speaks of indicators', () => {
    expect(read('一、概况', '通过绩效指标分析，数量指标和质量指标均已完成。')).toEqual([]);
  });
});

describe('entries', () => {
  it('take a name from its value where one plainly follows', () => {
    expect(
      project(
        '满意度指标：群众满意度95%以上。',
        '可持续影响指标：设施使用年限≥3年',
        '数量指标：巡查河道110余次、开会3次。',
      ),
    ).toEqual([
      '河道清淤专项经费',
      '满意度指标 | 群众满意度 | 95%以上',
      '可持续影响指标 | 设施使用年限 | ≥3年',
      '数量指标 | 巡查河道110余次、开会3次',
    ]);
  });

  it('of money are what was planned and what became of it', () => {
    expect(
      project(
        '成本指标：130万元，2023年支付96.5万元，余款待2024年支付。',
        '成本指标：清淤专项经费30万元已完成。',
        '成本指标：工作经费1.2万元，已支付完成。',
      ),
    ).toEqual([
      '河道清淤专项经费',
      '成本指标 | 130万元，2023年支付96.5万元，余款待2024年支付 | 130万元 | 2023年支付96.5万元，余款待2024年支付',
      '成本指标 | 清淤专项经费 | 30万元 | 已完成',
      '成本指标 | 工作经费 | 1.2万元 | 已支付完成',
    ]);
  });

  it('are split at semicolons and last commas where a report writes all of them so', () => {
    expect(
      project(
        '数量指标：清理河道，12公里；组织巡查，不少于24次；发放宣传册，1,300份。',
        '质量指标：解决“不会管、管不好”问题，完成后通过验收率100%。',
        '成本指标：宣传册，0.3元每份；会议费，根据实际情况。',
        '满意度指标：群众满意度，95%。',
      ),
    ).toEqual([
      '河道清淤专项经费',
      '数量指标 | 清理河道 | 12公里',
      '数量指标 | 组织巡查 | 不少于24次',
      '数量指标 | 发放宣传册 | 1,300份',
      '质量指标 | 解决“不会管、管不好”问题，完成后通过验收率 | 100%',
      '成本指标 | 宣传册 | 0.3元每份',
      '成本指标 | 会议费 | 根据实际情况',
      '满意度指标 | 群众满意度 | 95%',
    ]);
  });
});

describe('scored paragraphs', () => {
  it('give name, weight, target, result and score', () => {
    expect(
      read(
        '一、绩效评价情况',
        '1. 执法完成率（10分）：年初指标设定值为全年执法完成率≥99%。计划检查52家，实际检查314家次，任务完成率100%，根据评价标准该项得分10分。',
        '2. 案件办结数（10分）：年初设定目标为≥200件。全年立案查处各类案件206件，办结188件，办结数为目标的94%。按完成比例计算，该项得分9.4分。',
        '3. 较大事故控制数（5.5分）：年初指标设定值为全年较大事故控制数0起。落实十五条措施，全年未发生较大事故。该项得分5.5分。',
      ),
    ).toEqual([
      '整体',
      '- | 执法完成率 | ≥99% | 100% | 10 | 10',
      '- | 案件办结数 | ≥200件 | 188件 | 10 | 9.4',
      '- | 较大事故控制数 | 0起 | 全年未发生较大事故 | 5.5 | 5.5',
    ]);
  });
});

describe('entries that say what their parts are', () => {
  it('give target, result, points and the reason by the words before them', () => {
    expect(
      project(
        '数量指标：清理河道长度，目标值≥12公里，实际完成12.6公里，分值10分，得分10分。',
        '质量指标：验收合格率（15分）：年度指标值100%，实际完成值98%，得分14.7分，偏差原因：一处返工，已重新验收。',
        '时效指标：完工及时率≥95%，实际完成96%；巡查频次：目标值为每月2次，实际完成值为每月2次',
      ),
    ).toEqual([
      '河道清淤专项经费',
      '数量指标 | 清理河道长度 | ≥12公里 | 12.6公里 | 10 | 10',
      '质量指标 | 验收合格率 | 100% | 98% | 15 | 14.7 | 一处返工，已重新验收',
      '时效指标 | 完工及时率 | ≥95% | 96%',
      '时效指标 | 巡查频次 | 每月2次 | 每月2次',
    ]);
  });

  it('may stand below the name of their level', () => {
    expect(
      read(
        ...[
          '一、绩效指标完成情况分析',
          '1.产出指标完成情况分析',
          '（1）数量指标',
          '清理河道长度：年度指标值12公里，实际完成12公里。',
        ],
        ...['巡查次数：年度指标值≥24次，实际完成26次。', '（2）质量指标', '验收合格率：年度指标值100%，实际完成100%。'],
        ...['2.满意度指标完成情况分析', '群众满意度：年度指标值≥90%，实际完成93%。', '本年未开展第三方评价。'],
      ),
    ).toEqual([
      '整体',
      '数量指标 | 清理河道长度 | 12公里 | 12公里',
      '数量指标 | 巡查次数 | ≥24次 | 26次',
      '质量指标 | 验收合格率 | 100% | 100%',
      '满意度指标 | 群众满意度 | ≥90% | 93%',
    ]);
  });
});

it('runs of one sign are read in no time', () => {
  const started = performance.now();
  for (const sign of ['指标：', '数量指标：', '，', '（10分）：', '；', '1', '万元', '资金']) {
    read('一、绩效', '（一）河道清淤经费', `数量指标：${sign.repeat(40_000)}`);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});
