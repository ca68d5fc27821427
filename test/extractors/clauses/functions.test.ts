/** Items of the classification by function: their paths with marks and codes wherever these stand, and names without any. */
import { describe, expect, it } from 'vitest';
import { accounts2023, saidIn, toldIn, unresolvedIn } from '../../support/prose.ts';

const report = (...paragraphs: readonly string[]) =>
  accounts2023(['一般公共预算财政拨款支出决算情况说明', ...paragraphs]);
const told = (...paragraphs: readonly string[]) => toldIn(report(...paragraphs));
const figure = (code: string, yuan: string) => `general_public_budget.expenditure ${code} 2023 actual ${yuan}`;

describe('a path of 类, 款 and 项', () => {
  const path = '社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）';
  const budgetAndResult = [
    'general_public_budget.expenditure 2080505 2023 initial_budget 1300000.00',
    figure('2080505', '1285000.00'),
    'general_public_budget.expenditure 2080505 2023 actual completion_rate 98.85%',
  ];

  it.each([
    ['a full stop', '。'],
    ['a colon', '：'],
    ['nothing', ''],
  ])('names its numbers’ item, before %s', (_, stop) => {
    const words = `1.${path}${stop}年初预算为130万元，支出决算为128.5万元，完成年初预算的98.85%。决算数小于预算数的主要原因是人员调出。`;
    expect(told(words)).toEqual(budgetAndResult);
  });

  it('may stand alone, as a heading or a paragraph, above its numbers', () => {
    const words = '年初预算为130万元，支出决算为128.5万元，完成年初预算的98.85%。';
    expect(told(`1.${path}`, words)).toEqual(budgetAndResult);
    expect(told(`1.${path}。`, words)).toEqual(budgetAndResult);
  });

  it('may be broken anywhere', () => {
    const breaks = [
      '农林水支出（类）水利（款）|行政运行（项）',
      '农林水支出（类）水利（款）行政运行|（项）',
      '农林水支出（类）水利（款）行政|运行（项）',
    ];
    for (const broken of breaks)
      expect(told(...`1.${broken}支出决算为950万元。`.split('|'))).toEqual([figure('2130301', '9500000.00')]);
  });

  it('goes on for items of the same 款', () => {
    expect(told('农林水支出（类）水利（款）行政运行（项）950万元，水利工程建设（项）1,500万元。')).toEqual([
      figure('2130301', '9500000.00'),
      figure('2130305', '15000000.00'),
    ]);
  });
});

describe('a mark', () => {
  it('may stand before 支出, or be printed without brackets', () => {
    expect(told('农林水（类）支出1,500万元，占53.57%；住房保障支出（类）100万元。')).toEqual([
      figure('213', '15000000.00'),
      'general_public_budget.expenditure 213 2023 actual share 53.57%',
      figure('221', '1000000.00'),
    ]);
    expect(told('农林水支出类1,500万元。')).toEqual([figure('213', '15000000.00')]);
  });

  it('may stand after the number, or before the name', () => {
    expect(told('农林水支出（类）水利（款）行政运行支出950万元（项）。')).toEqual([figure('2130301', '9500000.00')]);
    expect(told('（类）农林水支出1,500万元。')).toEqual([figure('213', '15000000.00')]);
  });

  it('may be missing: the name in the 款 is an item of it', () => {
    expect(told('农林水支出（类）水利（款）水文测报支出决算为30万元。')).toEqual([figure('2130313', '300000.00')]);
  });

  it('may be missing after an unknown name: then the number is not the 款’s', () => {
    const words = '农林水支出（类）水利（款）某某某支出决算为30万元。';
    expect(told(words)).toEqual([]);
    expect(unresolvedIn(report(words))).toEqual([['no-subject', '30万元']]);
  });

  it('on a name that is in no classification is doubted, and the name kept', () => {
    const words = '某某专项支出（项）20万元。';
    expect(told(words)).toEqual([figure('某某专项支出?', '200000.00')]);
    expect(saidIn(report(words))).toContainEqual(['item-doubtful', '“某某专项支出” is no item of the classification']);
  });
});

describe('a code', () => {
  it.each([
    ['before the name', '2130301行政运行支出决算为950万元。'],
    ['before the name in a numbered list', '3.2130301行政运行950万元。'],
    ['after the name', '行政运行（2130301）950万元。'],
    ['beside a mark', '2130301 行政运行（项）：支出决算950万元。'],
  ])('may be printed %s', (_, words) => {
    expect(told(words)).toEqual([figure('2130301', '9500000.00')]);
  });
});

describe('a name alone', () => {
  it('of a 类 is enough', () => {
    expect(told('农林水支出1,500万元，占53.57%；住房保障支出100万元，占3.57%。')).toEqual([
      figure('213', '15000000.00'),
      'general_public_budget.expenditure 213 2023 actual share 53.57%',
      figure('221', '1000000.00'),
      'general_public_budget.expenditure 221 2023 actual share 3.57%',
    ]);
  });

  it('is none where other words go on', () => {
    expect(told('城乡社区网格员补助20万元，教育系统培训3万元。')).toEqual([]);
  });
});

describe('several items', () => {
  it('with one number for all give none', () => {
    expect(told('行政运行（项）和水利工程建设（项）共2,450万元；基本支出、项目支出300万元。')).toEqual([]);
  });
});

describe('a 类 by habit', () => {
  it.each([
    ['教育事务支出', '205'],
    ['卫生健康方面的支出', '210'],
    ['农林水类支出', '213'],
    ['——商业服务业支出', '216'],
    ['文化体育与传媒事业支出', '207'],
  ])('is still one: %s', (name, code) => {
    expect(told(`${name}90万元，占15%。`)).toEqual([
      figure(code, '900000.00'),
      `general_public_budget.expenditure ${code} 2023 actual share 15%`,
    ]);
  });

  it('is none where more is said of what it paid: 教育管理事务支出', () => {
    expect(told('本年教育特色事务支出90万元。')).toEqual([]);
  });
});

describe('the budget they are of', () => {
  const words = '城乡社区支出（类）国有土地使用权出让收入安排的支出（款）土地开发支出（项）500万元。';
  it.each([
    ['政府性基金预算财政拨款支出决算情况说明', 'government_fund.expenditure'],
    ['国有资本经营预算财政拨款支出决算情况说明', 'state_capital.expenditure'],
    ['一般公共预算财政拨款支出决算具体情况', 'general_public_budget.expenditure'],
    ['支出决算情况说明', 'expenditure.by_function'],
  ])('under %s is %s', (heading, concept) => {
    expect(toldIn(accounts2023([heading, words]))).toEqual([`${concept} 2120802 2023 actual 5000000.00`]);
  });

  it('is that of the heading above, where the nearest one names none', () => {
    const items = ['（一）支出决算总体情况', '支出情况良好。', '（二）支出决算具体情况', words];
    expect(toldIn(accounts2023(['政府性基金预算财政拨款支出决算情况说明', ...items]))).toEqual([
      'government_fund.expenditure 2120802 2023 actual 5000000.00',
    ]);
  });
});

describe('a name with 与 for 和', () => {
  it('is the same', () => {
    expect(told('社会保障与就业支出90万元。')).toEqual(['general_public_budget.expenditure 208 2023 actual 900000.00']);
  });
});

describe('an item below an unknown name', () => {
  it('is of no 款 that was told before it', () => {
    const words = '人大事务支出30万元，其中行政运行30万元。水务局及所属机构的支出70万元，其中行政运行60万元。';
    expect(told(words)).toEqual([
      'general_public_budget.expenditure 20101 2023 actual 300000.00',
      'general_public_budget.expenditure 2010101 2023 actual 300000.00',
      'general_public_budget.expenditure 行政运行? 2023 actual 600000.00',
    ]);
  });
});

describe('a name that ends with its 类’s', () => {
  it('is that item and not its 类', () => {
    expect(
      told(
        '教育支出90万元。',
        '初中教育支出60万元。',
        '城乡社区支出（类）城乡社区环境卫生（款）城乡社区环境卫生支出（项）3万元。',
      ),
    ).toEqual([
      'general_public_budget.expenditure 205 2023 actual 900000.00',
      'general_public_budget.expenditure 2050203 2023 actual 600000.00',
      'general_public_budget.expenditure 2120501 2023 actual 30000.00',
    ]);
  });
});

describe('其他…支出 of no known name', () => {
  it('is what is left of its 款, with a finding', () => {
    const words = '卫生健康支出（类）行政事业单位医疗（款）其他行政医疗支出（项）1万元。';
    expect(told(words)).toEqual([figure('2101199', '10000.00')]);
    expect(saidIn(report(words))).toContainEqual([
      'item-doubtful',
      '“其他行政医疗支出” is taken for 2101199, “其他行政事业单位医疗支出”',
    ]);
  });
});
