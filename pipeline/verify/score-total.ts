/**
 * 总分 of a project's self-evaluation: its indicators' scores, and where their weights make 90 the up to 10 points for 预算执行率. These
 * follow the rate in proportion (财政部《项目支出绩效评价管理办法》's form of self-evaluation); other ways of giving them are not judged.
 */
import type { Indicator, Project } from '../model/performance.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { hundredths, shown } from './hundredths.ts';

/** Points for the budget's execution. */
const forExecution = 1_000n;

/** @param indicators the project's own, all of them */
export function checkScoreTotal(project: Project, indicators: readonly Indicator[]): readonly Verdict[] {
  const total = hundredths(project.score);
  const scores = indicators.map(({ score }) => hundredths(score));
  const weights = indicators.map(({ weight }) => hundredths(weight));
  if (total === null || scores.length === 0 || scores.every((score) => score === null)) return [];
  const place = { figures: [], span: coverOf(project.words.spans), quote: project.quote };
  const unread = (why: string): readonly Verdict[] => [
    {
      ...{ rule: 'score.total', status: 'skipped', outcome: 'unread', severity: 'info' },
      ...{
        message: `${project.name}：${why}，无法核对总分`,
        english: `${project.name}: the total score cannot be recomputed`,
      },
      ...{ stated: shown(total), expected: null, difference: null, ...place },
    },
  ];
  if (scores.includes(null) || weights.includes(null)) return unread('有指标的分值或得分未印或未读出');
  const sum = sumOf(scores);
  const whole = sumOf(weights) > 10_000n - forExecution;
  const execution = whole ? 0n : pointsFor(project.executionRate);
  if (execution === null) return unread('预算执行率未印或未读出');
  const expected = sum + execution;
  const difference = total > expected ? total - expected : expected - total;
  const given = total - sum;
  const proportional = whole || execution === forExecution || given < 0n || given > forExecution;
  const outcome = difference === 0n ? 'exact' : difference <= 1n ? 'rounded' : 'off';
  if (outcome === 'off' && !proportional) return unread('预算执行率得分不按比例给出');
  return [
    {
      ...{ rule: 'score.total', status: outcome === 'off' ? 'fail' : 'pass', outcome },
      severity: outcome === 'off' ? 'warn' : 'info',
      message:
        outcome === 'off'
          ? `${project.name}：总分${shown(total)}分，各项得分合计${shown(expected)}分（含预算执行率得分${shown(execution)}分）`
          : `${project.name}：总分${shown(total)}分与各项得分相符`,
      english: `${project.name}: total score ${shown(total)}, its parts make ${shown(expected)}`,
      ...{ stated: shown(total), expected: shown(expected), difference: shown(difference), ...place },
    },
  ];
}

const sumOf = (values: readonly (bigint | null)[]) => values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n);

/** @returns points in proportion to a rate in per cent; null where none is printed */
function pointsFor(rate: string | null): bigint | null {
  const read = hundredths(rate);
  if (read === null) return null;
  const points = (read + 5n) / 10n;
  return points > forExecution ? forExecution : points;
}
