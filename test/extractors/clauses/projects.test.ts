/** Projects by name in prose: lists of them with their money, and what was received, spent and left of it. */
import { describe, expect, it } from 'vitest';
import { accounts2023, budget2024, type PrintedSection, toldIn } from '../../support/prose.ts';

const under = (...section: PrintedSection) => toldIn(accounts2023(section));

describe('a list of projects', () => {
  it('follows 项目支出 with its parts', () => {
    expect(
      under(
        '项目支出情况',
        '项目支出1,000万元，主要包括：水毁工程修复资金600万元、河长制工作经费300万元、防汛物资储备费100万元。',
      ),
    ).toEqual([
      'expenditure.project 2023 actual 10000000.00',
      'project.funds 水毁工程修复资金 2023 actual 6000000.00',
      'project.funds 河长制工作经费 2023 actual 3000000.00',
      'project.funds 防汛物资储备费 2023 actual 1000000.00',
    ]);
  });

  it('may be numbered, each with a word for its basis', () => {
    expect(
      under(
        '项目支出情况',
        '（1）水毁工程修复：年初预算数700万元；（2）河长制工作经费预算300万元；（3）防汛物资储备费决算数95万元；（4）水文测报补助结转资金3万元。',
      ),
    ).toEqual([
      'project.funds 水毁工程修复 2023 initial_budget 7000000.00',
      'project.funds 河长制工作经费 2023 budget 3000000.00',
      'project.funds 防汛物资储备费 2023 actual 950000.00',
      'project.funds 水文测报补助 2023 carried_over 30000.00',
    ]);
  });

  it('of a budget is on the budget’s basis', () => {
    const report = budget2024(['项目支出情况', '项目支出主要包括：河长制工作经费300万元。']);
    expect(toldIn(report)).toEqual(['project.funds 河长制工作经费 2024 budget 3000000.00']);
  });

  it('under 资金到位 is of money received', () => {
    expect(under('项目资金到位情况', '河长制工作经费300万元；防汛物资储备费100万元。')).toEqual([
      'project.funds 河长制工作经费 2023 received 3000000.00',
      'project.funds 防汛物资储备费 2023 received 1000000.00',
    ]);
  });

  it('holds no sentences, sums or indicators', () => {
    expect(under('项目支出情况', '每户补助2万元，共计20万元；已拨付18万元；合计标准不超过5万元。')).toEqual([]);
  });
});

describe('a project that is named as one', () => {
  it('is spoken of with budget, result and rate', () => {
    expect(
      under(
        '项目绩效目标完成情况',
        '安全宣传费项目绩效目标完成情况综述。项目全年预算数1.49万元，执行数为1.49万元，完成预算的100%。通过实施，群众安全意识提高。',
      ),
    ).toEqual([
      'project.funds 安全宣传费 2023 adjusted_budget 14900.00',
      'project.funds 安全宣传费 2023 actual 14900.00',
      'project.funds 安全宣传费 2023 actual completion_rate 100%',
    ]);
  });
});

describe('a report on one project', () => {
  const known: PrintedSection = [
    '项目绩效目标完成情况',
    '安全宣传费项目绩效目标完成情况综述。项目全年预算数1.49万元。',
  ];
  const report: PrintedSection = [
    '安全宣传费项目2023年绩效评价报告',
    '（一）资金到位及使用情况。',
    '1.资金到位。',
    '资金到位1.49元。',
    '2.资金使用。',
    '资金支出1.49元。',
  ];

  it('keeps a unit as it is printed, though ten thousand times as much must be meant', () => {
    expect(toldIn(accounts2023(known, report))).toEqual([
      'project.funds 安全宣传费 2023 adjusted_budget 14900.00',
      'project.funds 安全宣传费 2023 received 1.49',
      'project.funds 安全宣传费 2023 actual 1.49',
    ]);
  });

  it('is not guessed at where the name is in no heading', () => {
    expect(under('资金到位情况', '资金到位1.49元。')).toEqual([]);
  });
});

describe('projects that are counted, not named', () => {
  const money = '全年预算数30万元，执行数29万元。';

  it('are no name of what is told next', () => {
    const said = under('预算绩效情况', `我局开展了部门整体支出及7个项目绩效自评。${money}`);
    expect(said.filter((line) => line.includes('个'))).toEqual([]);
    const other = under('预算绩效情况', `本单位组织了十二个项目绩效自评。${money}`);
    expect(other.filter((line) => line.includes('个'))).toEqual([]);
  });

  it('differ from one that is named', () => {
    expect(under('预算绩效情况', `水毁修复项目绩效目标完成情况综述：${money}`)[0]).toContain('水毁修复');
  });
});
