/** One record for one project, however often and by whatever name it is told of. */
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../../../extractors/performance/categories.ts';
import { kinship, projectKey } from '../../../../extractors/performance/project-name.ts';
import { gatherProjects, type ToldProject, type Witness } from '../../../../extractors/performance/projects.ts';
import { toFen } from '../../../../pipeline/model/money.ts';
import { Passage } from '../../../../pipeline/model/passage.ts';
import { projectLines } from '../../../support/performance.ts';

const report = (...lines: readonly string[]) =>
  projectLines(`${['云溪县水务局2023年度项目绩效自评报告', '', ...lines].join('\n')}\n`);

describe('names', () => {
  it('are compared without quotes, brackets’ width and endings', () => {
    expect(projectKey('“安全生产”专项资金')).toBe(projectKey('安全生产专项经费'));
    expect(kinship('灭火救援装备', '灭火救援装备购置费')).not.toBe('none');
    expect(kinship('编外人员（森防员额）', '编外人员(森防员额)')).toBe('same');
  });

  it('that differ in a number are not the same', () => {
    expect(kinship('2023年第1批水利发展资金项目', '2023年第2批水利发展资金项目')).not.toBe('same');
  });

  it('that are only alike need money in common', () => {
    expect(kinship('森林火灾应急演练资金', '湖南省2021年森林为应急演练资金')).toBe('alike');
    expect(kinship('党务人事综合管理', '深圳市信息系统等保测评服务项目')).toBe('none');
  });
});

describe('projects', () => {
  it('told of in a list of budgets, one of receipts and one of spending are one each, nothing added up', () => {
    expect(
      report(
        '一、项目资金情况',
        '（一）项目资金安排情况',
        '1.河道清淤专项：年初预算12万元，用于清淤。',
        '2.水库维修经费：年初预算三十万元，用于维修。',
        '（二）项目资金到位情况',
        '河道清淤专项到位12万元，资金到位率100%；水库维修经费到位30万元，资金到位率100%。',
        '（三）项目资金执行情况',
        '河道清淤专项支出9.5万元，结转2.5万元；水库维修经费已全部支出。',
      ),
    ).toEqual(['河道清淤专项: 120000 120000 95000', '水库维修经费: 300000 300000 300000']);
  });

  it('are no parts of a budget that a list begins with', () => {
    expect(
      report('一、项目支出情况', '（一）分为基本支出预算和项目支出预算', '1.基本支出预算247.62万元，占84.06%。'),
    ).toEqual([]);
  });

  it('of one name and different money stay apart', () => {
    expect(
      report(
        '一、绩效目标完成情况分析',
        '（一）水利救灾资金',
        '数量指标：救助受灾群众。',
        '成本指标：32.5万元，2023年已支付完成。',
        '（二）水利救灾资金',
        '数量指标：培训救援队员。',
        '成本指标：20万元，2023年已支付1.74万元；剩余18.26万元2024年支付。',
      ),
    ).toEqual(['水利救灾资金: - 325000 325000', '水利救灾资金: - 200000 17400']);
  });

  it('say nothing of what is to be paid later, and zero where nothing was paid', () => {
    expect(
      report(
        '一、绩效目标完成情况分析',
        '（一）智慧水务平台建设',
        '成本指标：120万元，2024年底完成支付。',
        '（二）古井保护补助资金',
        '成本指标：15万元，因资金紧张，2023年未支付，拟于2024年支付。',
      ),
    ).toEqual(['智慧水务平台建设: - 1200000 -', '古井保护补助资金: - 150000 0']);
  });

  it('are not the parts of one, nor where its money came from', () => {
    expect(
      report(
        '一、项目资金使用情况',
        '（1）河道清淤专项176.64万元，其中人工费用20万元、机械租赁100.8万元。',
        '全年到位专项资金353.32万元，其中：中央资金244.72万元，省级资金108.6万元。',
      ),
    ).toEqual(['河道清淤专项: - - 1766400']);
  });
});

describe('a list of very many projects', () => {
  const text = '某';
  const words = new Passage(text, [{ start: 0, end: 1, page: null }]).cut(0, 1);
  const told = (name: string, yuan: number, witness: Witness = 'table', place = -2): ToldProject => ({
    mention: {
      ...{ name, fiscalYear: 2024, initialBudget: null, actual: null, executionRate: null, score: null },
      budget: { fen: toFen(BigInt(yuan) * 100n), place, approximate: false, exact: true },
      ...{ section: 0, words, quote: name },
    },
    witness,
  });

  it('keeps each, and finds those again that are told of elsewhere by their names and money', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => told(`第${i}村道路硬化工程`, 1_000_000 + i * 100_137));
    const again = [
      told('“第29000村道路硬化工程”项目', 1_000_000 + 29_000 * 100_137, 'prose'),
      told('第29001村道路硬化工程（二期）', 2_905_070_000, 'prose', 4),
    ];
    const { projects, projectOf } = gatherProjects([...rows, ...again]);
    expect(projects.length).toBe(30_000);
    expect(again.map(({ mention }) => projectOf.get(mention))).toEqual([29_000, 29_001]);
  });

  it('keeps apart rows of one name with money of their own', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => told('道路维护', 1000 + i));
    expect(gatherProjects(rows).projects.length).toBe(5000);
  });
});

it('a score is of the project whose money the same paragraph tells', () => {
  const summary = (name: string, budget: string, score: string) =>
    `${name}绩效自评综述：根据年初设定的绩效目标，${name}自评得分${score}分。全年预算数为${budget}万元，执行数为${budget}万元，完成预算的100%。`;
  const text = [
    ...['云溪县水务局2023年度部门决算', '', '一、预算绩效情况说明'],
    ...[`1.${summary('河道清淤经费', '80', '98.5')}`, `2.${summary('水库维修经费', '120', '96')}`, ''],
  ].join('\n');
  expect(projectLines(text)).toEqual([
    '河道清淤经费: - 800000 800000 100 98.5',
    '水库维修经费: - 1200000 1200000 100 96',
  ]);
});

describe('categories', () => {
  const rows = (...amounts: readonly number[]) =>
    leavesOf(
      amounts.map((amount, i) => ({ amount: BigInt(amount), i })),
      ({ amount }) => amount,
    );

  it('are rows that the rows after them add up to, to any depth', () => {
    expect(rows(50, 30, 10, 20, 20, 20, 7).map(({ i }) => i)).toEqual([2, 3, 5, 6]);
  });

  it('are not assumed where nothing proves that a table has levels', () => {
    expect(rows(10, 10, 30, 5).map(({ i }) => i)).toEqual([0, 1, 2, 3]);
  });

  it('are found in long lists in no time', () => {
    const started = performance.now();
    rows(...Array.from({ length: 200 }, (_, i) => (i % 7) + 1));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
