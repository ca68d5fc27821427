/** 自评得分 that is told more than once, in the report and in the form: of the whole department, or of one project, it is one number. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped, placeOf } from './identity.ts';
import { ofFigure } from './interval.ts';
import { judge } from './judge.ts';

/** 财政评价得分, 复评得分: another's opinion, or what can be had at most. */
const another = /财政|复评|复核|抽查|重点评价|满分|总分值|分值|预算执行/;
/** A score of the parts, whose project was not read. */
const ofPart = /项目|指标/;

/** @param figures of the prose, in reading order */
export function checkRepeatedScores(figures: readonly Figure[]): readonly Verdict[] {
  const scores = figures.filter(
    ({ concept, measure, stated, quote, project }) =>
      concept === 'performance.score' &&
      measure === 'score' &&
      !another.test(`${stated}${quote}`) &&
      (project !== null || !ofPart.test(quote)),
  );
  const same = grouped(scores, ({ project, fiscalYear, agency }) => `${project}|${fiscalYear}|${agency}`);
  return [...same.values()].flatMap(([first, ...others]) => {
    const expected = first === undefined ? null : ofFigure(first);
    if (first === undefined || expected === null) return [];
    return others.flatMap((other) => {
      const stated = ofFigure(other);
      if (stated === null || placeOf(other) === placeOf(first)) return [];
      return [
        judge({
          rule: 'repeat.score',
          ...{ stated, expected, figures: [other, first] },
          names: { stated: '得分在此处', expected: '在他处' },
          english: { stated: 'the score here', expected: 'the same elsewhere' },
          unit: '',
        }),
      ];
    });
  });
}
