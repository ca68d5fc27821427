/** The weights of a form make 100, or 90 beside 10 for the budget's execution; no score is above its weight. */
import { describe, expect, it } from 'vitest';
import type { Indicator, Project } from '../../../pipeline/model/performance.ts';
import { checkScores } from '../../../pipeline/verify/scores.ts';
import { passageOf } from '../../support/passage.ts';

const nothing = { operator: null, value: null, unit: null };

/** An indicator as `weight/score`; either may be missing. */
function indicator(printed: string, more: Partial<Indicator> = {}): Indicator {
  const [weight = '', score = ''] = printed.split('/');
  return {
    ...{ project: null, fiscalYear: 2023, level1: '产出指标', level2: '数量指标', level1Stated: null },
    ...{ level2Stated: null, indicator: '巡查次数', target: null, actual: null, targetParsed: nothing },
    ...{ actualParsed: nothing, weight: weight || null, score: score || null, deviation: null, section: 0 },
    ...{ grid: null, words: passageOf('巡查次数').cut(0, 4), quote: '巡查次数' },
    ...more,
  };
}

const project: Project = {
  ...{ name: '河道清淤', aliases: [], fiscalYear: 2023, initialBudget: null, budget: null, actual: null },
  ...{ executionRate: null, score: null, section: 0, words: passageOf('河道清淤').cut(0, 4), quote: '河道清淤' },
};
const scores = (...indicators: readonly Indicator[]) => checkScores({ indicators, projects: [project] });
const weighed = (...printed: readonly string[]) => scores(...printed.map((one) => indicator(one)));

describe('the weights of a form', () => {
  it.each([
    [['50', '30', '20'], '100'],
    [['50', '30', '10'], '90'],
    [['33.33', '33.33', '33.34'], '100'],
  ])('%s make %s', (weights, total) => {
    expect(weighed(...weights)).toMatchObject([
      { rule: 'score.weights', status: 'pass', outcome: 'exact', stated: total, expected: total },
    ]);
  });

  it.each([
    [['50', '30', '15'], '95', '90'],
    [['50', '30', '17'], '97', '100'],
    [['50', '50', '5.5'], '105.50', '100'],
  ])('%s make %s, which is no form', (weights, total, expected) => {
    expect(weighed(...weights)).toMatchObject([
      {
        ...{ rule: 'score.weights', status: 'fail', severity: 'warn', stated: total, expected },
        message: `部门整体：指标分值合计${total}分，应为100分（或90分另加预算执行率10分）`,
      },
    ]);
  });

  it('are skipped where one was not read', () => {
    expect(weighed('50', '30', '')).toMatchObject([{ status: 'skipped', outcome: 'unread' }]);
    expect(weighed('50', '50', '')).toMatchObject([{ status: 'pass' }]);
  });

  it('of lists in prose may be told in pieces, and are judged where the pieces make a whole', () => {
    const told = (...weights: readonly string[]) =>
      scores(...weights.map((weight, section) => indicator(weight, { section })));
    expect(told('50', '30', '10')).toMatchObject([{ status: 'pass', stated: '90' }]);
    expect(told('35', '15', '10')).toEqual([]);
  });

  it('are nothing where none is printed', () => expect(weighed('', '')).toEqual([]));

  it('are of each project’s form by itself', () => {
    const own = { project: 0 };
    const verdicts = scores(indicator('60'), indicator('40'), indicator('60', own), indicator('33', own));
    expect(verdicts.map(({ status, english }) => [status, english])).toEqual([
      ['pass', '部门整体: the weights make 100'],
      ['fail', '河道清淤: the weights make 93'],
    ]);
  });
});

describe('a score', () => {
  const above = (printed: string) => weighed(printed, '90').filter(({ rule }) => rule === 'score.within_weight');

  it('up to its weight passes', () => {
    expect(above('10/10')).toMatchObject([{ status: 'pass', stated: '10', expected: '10', difference: '0' }]);
    expect(above('10/9.5')).toMatchObject([{ status: 'pass', difference: '0.50' }]);
  });

  it('above it fails', () =>
    expect(above('10/10.5')).toMatchObject([
      { status: 'fail', severity: 'warn', message: '“巡查次数”得分10.5高于分值10', difference: '0.50' },
    ]));

  it('without a weight, or in words, is left alone', () => {
    expect(above('/5')).toEqual([]);
    expect(above('10/优')).toEqual([]);
  });
});

describe('the total score of a project', () => {
  const total = (score: string, executionRate: string | null, ...printed: readonly string[]) =>
    checkScores({
      indicators: printed.map((one) => indicator(one, { project: 0 })),
      projects: [{ ...project, score, executionRate }],
    }).filter(({ rule }) => rule === 'score.total');

  it.each([
    ['98', null, ['60/59', '40/39'], 'exact', '98'],
    ['98', '100', ['60/59', '30/29'], 'exact', '98'],
    ['97.13', '91.25', ['60/59', '30/29'], 'exact', '97.13'],
    ['97.12', '91.25', ['60/59', '30/29'], 'rounded', '97.13'],
  ])('%s at execution of %s follows from %j', (score, rate, printed, outcome, expected) => {
    expect(total(score, rate, ...printed)).toMatchObject([{ status: 'pass', outcome, expected }]);
  });

  it.each([
    ['98.5', null, ['60/59', '40/39'], '98'],
    ['95', '100', ['60/59', '30/29'], '98'],
    ['99', '91.25', ['60/59', '30/29'], '97.13'],
  ])('%s at execution of %s contradicts %j', (score, rate, printed, expected) => {
    expect(total(score, rate, ...printed)).toMatchObject([{ status: 'fail', outcome: 'off', expected }]);
  });

  it('is not judged where points for execution do not follow the rate, or something was not read', () => {
    expect(total('95', '88.75', '60/59', '30/29')).toMatchObject([{ status: 'skipped', outcome: 'unread' }]);
    expect(total('98', null, '60/59', '30/29')).toMatchObject([{ status: 'skipped' }]);
    expect(total('98', '100', '60/59', '30/')).toMatchObject([{ status: 'skipped' }]);
  });

  it('is nothing where no score is printed', () => expect(total('98', '100', '60', '40')).toEqual([]));
});
