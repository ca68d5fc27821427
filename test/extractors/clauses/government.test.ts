/** Reports on the budget of a whole government: whose budget a number is of, which of the four, and what is no figure of the year. */
import { describe, expect, it } from 'vitest';
import { levelBefore, onlyLevel } from '../../../extractors/clauses/budget-levels.ts';
import { holderOf } from '../../../extractors/clauses/whose-budget.ts';
import { identityOf } from '../../../pipeline/verify/identity.ts';
import { type PrintedSection, readPrinted, toldIn, unresolvedIn } from '../../support/prose.ts';

const report = (...sections: readonly PrintedSection[]) => ({
  title: '关于云溪市2023年预算执行情况和2024年预算草案的报告',
  sections,
});
const done = (...paragraphs: string[]) => report(['2023年一般公共预算执行情况', ...paragraphs]);
const fund = (...paragraphs: string[]) => report(['2023年政府性基金预算执行情况', ...paragraphs]);

/** The government and the words of each number. */
const heldIn = (printed: ReturnType<typeof report>) =>
  readPrinted(printed).prose.map(({ agency, words }) => `${agency} ${words.value}`);

describe('the level of government', () => {
  it('is the one before the name, and holds until another is', () => {
    expect(
      heldIn(
        done(
          '2023年，全市一般公共预算收入90亿元，增长3%。一般公共预算支出150亿元。',
          '2023年，市本级一般公共预算收入40亿元，完成预算的101%。',
          '收支相抵，结余2亿元，结转下年使用。',
        ),
      ),
    ).toEqual(['全市 90亿元', '全市 3%', '全市 150亿元', '市本级 40亿元', '市本级 101%', '市本级 2亿元']);
  });

  it('is the heading’s where a paragraph names none', () => {
    const told = heldIn(report(['市级一般公共预算执行情况', '一般公共预算支出50亿元，下降2%。']));
    expect(told).toEqual(['市级 50亿元', '市级 2%']);
  });

  it('is not that of those who get or give: 下达全市, 补助区级', () => {
    expect(levelBefore('上级财政共下达全市')).toBe(null);
    expect(levelBefore('加上补助区级')).toBe(null);
    expect(levelBefore('2023年末全市地方')).toBe('全市');
    expect(onlyLevel('全市和市级决算情况')).toBe(null);
    expect(onlyLevel('2．市级决算情况')).toBe('市级');
  });

  it('is no longer the paragraph’s before where a new one begins with its year', () => {
    const told = heldIn(done('2023年，市本级一般公共预算收入40亿元。', '2023年，一般公共预算支出150亿元。'));
    expect(told).toEqual(['市本级 40亿元', 'null 150亿元']);
  });

  it('keeps figures of two governments apart, and those of two places', () => {
    const { prose } = readPrinted(done('全市一般公共预算收入90亿元。市本级一般公共预算收入40亿元。'));
    expect(new Set(prose.map(identityOf)).size).toBe(2);
    const held = { level: '市级', pot: null };
    expect(holderOf(held, '山北省/云溪市')).toBe('云溪市（市级）');
    expect(holderOf(held, null)).toBe('市级');
    expect(holderOf({ level: null, pot: null }, '山北省/云溪市')).toBe(null);
  });

  it('is told of no department’s report', () => {
    const { prose } = readPrinted({
      title: '云溪市水务局2023年度部门决算',
      sections: [['一般公共预算收入决算情况说明', '市级一般公共预算收入40万元。']],
    });
    expect(prose.map(({ agency }) => agency)).toEqual([null]);
  });
});

describe('which of the four budgets', () => {
  it('money left over and whole sums are of, their component tells', () => {
    expect(
      toldIn(
        fund(
          '市级政府性基金收入80亿元，加上上年结余5亿元、上级补助收入3亿元、调入资金2亿元，收入总量为90亿元。收支相抵，结余4亿元。',
        ),
      ),
    ).toEqual([
      'revenue.government_fund 2023 actual 8000000000.00',
      'carryover.opening government_fund.expenditure 2023 actual 500000000.00',
      'revenue.superior_subsidy revenue.government_fund 2023 actual 300000000.00',
      'other revenue.government_fund 2023 actual 200000000.00',
      'revenue.grand_total revenue.government_fund 2023 actual 9000000000.00',
      'carryover.closing government_fund.expenditure 2023 actual 400000000.00',
    ]);
  });

  it('a bare name of one is no amount raised or spent', () => {
    const printed = fund('市级政府性基金支出70亿元，2024年补充一般公共预算9亿元。');
    expect(toldIn(printed)).toEqual(['government_fund.expenditure 2023 actual 7000000000.00']);
    expect(unresolvedIn(printed)).toEqual([['no-subject', '9亿元']]);
  });

  it('money left over of social insurance is of none of them', () => {
    const printed = report([
      '社会保险基金预算执行情况',
      '2023年全市社会保险基金收入60亿元，加上上年结余30亿元。社会保险基金支出50亿元，增长4%。',
    ]);
    expect(toldIn(printed)).toEqual([
      'other 2023 actual 6000000000.00',
      'expenditure.by_function 209 2023 actual 5000000000.00',
      'expenditure.by_function 209 2023 actual growth_rate 4%',
    ]);
    expect(unresolvedIn(printed)).toEqual([['no-subject', '30亿元']]);
  });
});

describe('what the words of such reports mean', () => {
  it('占年初预算 is a completion, and what brackets tell after it the budget', () => {
    expect(toldIn(done('全市一般公共预算收入完成90亿元，占年初预算（80亿元）的112.5%，增长5%。'))).toEqual([
      'revenue.general_public_budget 2023 actual 9000000000.00',
      'revenue.general_public_budget 2023 initial_budget 8000000000.00',
      'revenue.general_public_budget 2023 actual completion_rate 112.5%',
      'revenue.general_public_budget 2023 actual growth_rate 5%',
    ]);
  });

  it('a rate after 增长 is none of completion, though 完成 stands before it', () => {
    expect(toldIn(done('全市一般公共预算收入完成90亿元、增长2.9%。'))).toEqual([
      'revenue.general_public_budget 2023 actual 9000000000.00',
      'revenue.general_public_budget 2023 actual growth_rate 2.9%',
    ]);
  });

  it('numbers under a draft are budgets', () => {
    expect(toldIn(report(['2024年一般公共预算草案', '全市一般公共预算收入计划95亿元，增长5.6%。']))).toEqual([
      'revenue.general_public_budget 2024 budget 9500000000.00',
      'revenue.general_public_budget 2024 budget growth_rate 5.6%',
    ]);
  });

  it('changes against preliminary numbers, or on another footing, are not the year’s', () => {
    const printed = done(
      '与报告的执行数相比，全市一般公共预算收入决算数减少64万元；支出增加2万元。',
      '全市一般公共预算收入90亿元，下降3%，剔除一次性收入后，同口径增长6%。',
    );
    expect(toldIn(printed)).toEqual([
      'revenue.general_public_budget 2023 actual 9000000000.00',
      'revenue.general_public_budget 2023 actual growth_rate -3%',
    ]);
  });

  it('half a year is not the year', () => {
    const half = report(['2024年上半年预算执行情况', '全市一般公共预算收入50亿元，增长2%。']);
    expect(toldIn(half)).toEqual([]);
    expect(unresolvedIn(half)).toEqual([['not-explained-here', '50亿元']]);
    expect(toldIn(done('上半年全市一般公共预算收入50亿元。'))).toEqual([]);
  });

  it('a sum of several things is of none: 债务还本、上解上级支出等', () => {
    const printed = done('全市一般公共预算支出150亿元，加上债务还本、上解上级支出等17亿元，支出总量为167亿元。');
    expect(toldIn(printed)).toEqual([
      'general_public_budget.expenditure 2023 actual 15000000000.00',
      'expenditure.grand_total general_public_budget.expenditure 2023 actual 16700000000.00',
    ]);
    expect(unresolvedIn(printed)).toEqual([['no-subject', '17亿元']]);
  });

  it('transfers, taxes and debts are told by their names', () => {
    const { prose } = readPrinted(
      done('全市税收收入60亿元，增长1%；非税收入30亿元。政府债务余额90亿元（其中：一般债务40亿元、专项债务50亿元）。'),
    );
    expect(prose.map(({ concept, stated, words }) => `${concept} ${stated} ${words.value}`)).toEqual([
      'other 税收收入 60亿元',
      'other 税收收入 1%',
      'other 非税收入 30亿元',
      'other 政府债务余额 90亿元',
      'other 一般债务余额 40亿元',
      'other 专项债务余额 50亿元',
    ]);
    expect(new Set(prose.map(identityOf)).size).toBe(6);
  });

  it('years and budgets of an explanation are not those of what comes after', () => {
    expect(toldIn(done('全市罚没收入9亿元，下降2%，主要是2021年预算基数较高；专项收入3亿元。'))).toEqual([
      'other revenue.general_public_budget 2023 actual 900000000.00',
      'other revenue.general_public_budget 2023 actual growth_rate -2%',
      'other revenue.general_public_budget 2023 actual 300000000.00',
    ]);
  });

  it('a budget put together in brackets is the adjusted one', () => {
    const printed = report([
      '2024年一般公共预算草案',
      '安排全市一般公共预算支出50亿元（含年初预算安排40亿元、上级转移支付10亿元）。',
    ]);
    expect(toldIn(printed)).toEqual([
      'general_public_budget.expenditure 2024 adjusted_budget 5000000000.00',
      'general_public_budget.expenditure 2024 initial_budget 4000000000.00',
    ]);
  });
});

describe('checks of such reports', () => {
  const verdicts = (...paragraphs: string[]) =>
    readPrinted(done(...paragraphs)).verdicts.map(({ rule, status }) => `${rule} ${status}`);

  it('hold the same thing of one government against itself alone', () => {
    const repeats = (one: string, other: string) =>
      readPrinted(report(['2023年一般公共预算执行情况', one], ['2023年财政主要工作', other])).verdicts.map(
        ({ rule, status }) => `${rule} ${status}`,
      );
    expect(repeats('全市一般公共预算收入90.1亿元。', '市本级一般公共预算收入40.2亿元。')).toEqual([]);
    expect(repeats('全市一般公共预算收入90.1亿元。', '全市一般公共预算收入80.2亿元。')).toEqual([
      'repeat.same_figure fail',
    ]);
    expect(repeats('全市一般公共预算收入90.1亿元。', '全市一般公共预算收入90.1亿元。')).toEqual([
      'repeat.same_figure pass',
    ]);
  });

  it('hold money left over of one budget against none of another', () => {
    const funds = report(
      ['2023年一般公共预算执行情况', '市级一般公共预算收入90亿元，上级补助收入5亿元，收入总量为95亿元。'],
      ['2023年政府性基金预算执行情况', '市级政府性基金收入30亿元，上级补助收入1亿元，收入总量为31亿元。'],
    );
    expect(readPrinted(funds).verdicts.filter(({ status }) => status === 'fail')).toEqual([]);
  });

  it('add up what one government spent, and a debt by its kinds', () => {
    expect(
      verdicts('市级“三公”经费3亿元，其中：因公出国（境）费用1亿元，公务接待费1亿元，公务用车购置及运行维护费1亿元。'),
    ).toContain('sum.sangong pass');
    expect(verdicts('全市政府债务余额90亿元（其中：一般债务40亿元、专项债务50亿元），控制在限额95亿元以内。')).toEqual([
      'sum.list pass',
    ]);
    expect(verdicts('全市政府债务余额91.2亿元（其中：一般债务40.1亿元、专项债务50.3亿元）。')).toEqual([
      'sum.list fail',
    ]);
  });
});

describe('a budget that was changed', () => {
  it('is spoken of after what changed it, and so is what was spent of it', () => {
    const words =
      '全市一般公共预算支出年初预算为60亿元，执行中因上级补助增加、调入资金等因素，支出预算调整为80亿元，实际完成76亿元，占年度预算的95%，增长2%。';
    expect(toldIn(done(words))).toEqual([
      'general_public_budget.expenditure 2023 initial_budget 6000000000.00',
      'general_public_budget.expenditure 2023 adjusted_budget 8000000000.00',
      'general_public_budget.expenditure 2023 actual 7600000000.00',
      'general_public_budget.expenditure 2023 actual completion_rate 95%',
      'general_public_budget.expenditure 2023 actual growth_rate 2%',
    ]);
  });
});

describe('final accounts of a government', () => {
  it.each(['云溪县2023年度财政决算报告', '云溪县2023年财政收支决算情况'])('are told by its levels: %s', (title) => {
    const words = '全县一般公共预算收入9亿元，年终结余1亿元。';
    expect(heldIn({ title, sections: [['一般公共预算收支决算情况', words]] })).toEqual(['全县 9亿元', '全县 1亿元']);
  });
});

describe('totals of a budget', () => {
  it('are no revenue of its own', () => {
    expect(
      toldIn(done('全市一般公共预算收入137亿元，完成预算的105%。加上转移性收入等，全市一般公共预算收入总计673亿元。')),
    ).toEqual([
      'revenue.general_public_budget 2023 actual 13700000000.00',
      'revenue.general_public_budget 2023 actual completion_rate 105%',
      'revenue.grand_total revenue.general_public_budget 2023 actual 67300000000.00',
    ]);
  });

  it('that are spent are no revenue, whatever name stands before them', () => {
    expect(
      toldIn({
        title: '云溪省2023年省级一般公共预算支出情况',
        sections: [['支出预算', '省级一般公共预算总支出安排657万元。']],
      }),
    ).toEqual(['general_public_budget.expenditure 2023 budget 6570000.00']);
  });
});

describe('收支相抵，结余', () => {
  it('is left over, and so is 结余 alone', () => {
    expect(toldIn(done('全市一般公共预算支出21亿元，完成预算的99%。结余3亿元。')).at(-1)).toBe(
      'carryover.closing general_public_budget.expenditure 2023 actual 300000000.00',
    );
    expect(toldIn(done('全市一般公共预算支出21亿元。盘活项目结余3亿元。'))).toHaveLength(1);
  });
});

describe('同口径', () => {
  it('is not where an amount is said to be the same as the reported one', () => {
    expect(toldIn(done('县本级一般公共预算收入5亿元，与执行数一致，完成预算的89.6%，下降4.2%。'))).toEqual([
      'revenue.general_public_budget 2023 actual 500000000.00',
      'revenue.general_public_budget 2023 actual completion_rate 89.6%',
      'revenue.general_public_budget 2023 actual growth_rate -4.2%',
    ]);
  });

  it('of what was reported before ends with its statement', () => {
    const told = toldIn(
      done('一般公共预算支出完成56万元，比报告数57万元减少1万元，下降1.8%；比2022年决算数增长11.2%。'),
    );
    expect(told).toEqual([
      'general_public_budget.expenditure 2023 actual 560000.00',
      'general_public_budget.expenditure 2023 actual growth_rate 11.2%',
    ]);
  });

  it('holds until another thing is told', () => {
    const told = toldIn(
      done(
        '一般公共预算总收入41亿元，下降6.4%，剔除减税因素，同口径下降0.9%，其中一般公共预算收入27亿元，下降4.7%，剔除减税因素，同口径下降0.5%。',
      ),
    );
    expect(told.filter((line) => line.includes('growth'))).toEqual([
      'revenue.grand_total revenue.general_public_budget 2023 actual growth_rate -6.4%',
      'revenue.general_public_budget 2023 actual growth_rate -4.7%',
    ]);
  });
});
