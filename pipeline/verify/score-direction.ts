/**
 * Points against results, by the direction of the indicator: full points for a result that misses its target, or points taken off a result
 * that reaches it and no word why (财政部《项目支出绩效评价管理办法》's form of self-evaluation). How many points a miss costs is the unit's own.
 */
import { readArabic } from '../../normalizers/numerals.ts';
import type { Indicator } from '../model/performance.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { hundredths } from './hundredths.ts';
import { type Interval, ofNumber } from './interval.ts';

/** Whether the result reaches the target; null where they cannot be compared. */
function reaches({ targetParsed, actualParsed }: Indicator): boolean | null {
  const { operator, unit } = targetParsed;
  const [target, actual] = [numberIn(targetParsed.value), numberIn(actualParsed.value)];
  if (target === null || actual === null || operator === null) return null;
  if (unit !== null && actualParsed.unit !== null && unit !== actualParsed.unit) return null;
  // A result that is itself a bound (≥95%) says no number.
  if (actualParsed.operator !== null && actualParsed.operator !== '=') return null;
  switch (operator) {
    case '≥':
      return actual.high >= target.low;
    case '>':
      return actual.high > target.low;
    case '≤':
      return actual.low <= target.high;
    case '<':
      return actual.low < target.high;
    default:
      return null;
  }
}

function numberIn(printed: string | null): Interval | null {
  const read = printed === null ? null : readArabic(printed);
  return read === null ? null : ofNumber(read);
}

export function checkDirection(indicators: readonly Indicator[]): readonly Verdict[] {
  return indicators.flatMap((indicator) => {
    const [weight, score] = [hundredths(indicator.weight), hundredths(indicator.score)];
    const reached = reaches(indicator);
    if (weight === null || score === null || weight === 0n || reached === null) return [];
    const { deviation } = indicator;
    const silent = deviation === null || /^(?:无|-+|—+|\/)?$/.test(deviation.trim());
    const passes = reached ? score >= weight || !silent : score < weight || !silent;
    return [verdictOf(indicator, passes, reached)];
  });
}

function verdictOf(indicator: Indicator, passes: boolean, reached: boolean): Verdict {
  const { indicator: name, target, actual, weight, score, words, quote } = indicator;
  const what = `“${name ?? ''}”目标${target}、实际${actual}`;
  const wrong = reached ? `已达到目标，得分${score}低于分值${weight}而未说明原因` : `未达到目标，得分${score}却为满分`;
  return {
    rule: 'score.direction',
    status: passes ? 'pass' : 'fail',
    outcome: passes ? 'exact' : 'off',
    severity: passes ? 'info' : 'warn',
    message: passes ? `${what}与得分${score}相符` : `${what}：${wrong}`,
    english: passes
      ? 'the points fit the result'
      : `target ${target}, result ${actual}: ${reached ? 'reached, but points were taken off without a word' : 'missed, but all points were given'}`,
    ...{ stated: score, expected: reached ? weight : null, difference: null },
    ...{ figures: [], span: coverOf(words.spans), quote: `${quote} ‖ ${target} ‖ ${actual} ‖ ${weight} ‖ ${score}` },
  };
}
