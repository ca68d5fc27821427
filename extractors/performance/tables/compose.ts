/** Printed words of a row → an indicator: canonical levels, the target joined from its columns and read, numbers checked. */
import { levelsOf } from '../../../normalizers/indicator-level.ts';
import { parseActual, parseTarget, withUnitOf } from '../../../normalizers/target-value.ts';
import type { Grid } from '../../../pipeline/model/layout.ts';
import type { Indicator } from '../../../pipeline/model/performance.ts';
import { Sourced } from '../../../pipeline/model/sourced.ts';
import { targetText } from '../target-text.ts';
import type { Words } from './cells.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import type { Entry } from './running-text.ts';
import { pointsOf } from './weights.ts';

export interface IndicatorFrame {
  readonly grid: Grid;
  readonly section: number;
  readonly fiscalYear: number | null;
}

type Told = Omit<Indicator, 'project'>;

/** @returns null for a row in which nothing is printed */
export function indicatorOf(row: IndicatorRow, frame: IndicatorFrame): Told | null {
  const { operator, target, unit } = row;
  const text = targetText(operator?.value ?? null, target?.value ?? null, unit?.value ?? null);
  return told({ ...row, target: text }, [row.name, operator, target, unit, row.actual], frame);
}

export function indicatorOfEntry(entry: Entry, frame: IndicatorFrame): Told | null {
  const { whole, ...rest } = entry;
  return told({ ...rest, target: entry.target?.value ?? null, deviation: null }, [whole], frame);
}

interface Parts {
  readonly level1: Words | null;
  readonly level2: Words | null;
  readonly name: Words | null;
  readonly target: string | null;
  readonly actual: Words | null;
  readonly weight: Words | null;
  readonly score: Words | null;
  readonly deviation: Words | null;
}

function told(parts: Parts, printed: readonly (Words | null)[], frame: IndicatorFrame): Told | null {
  const [first, ...rest] = printed.filter((words) => words !== null);
  if (first === undefined) return null;
  const words = Sourced.join([first, ...rest], (texts) => texts.join(' '));
  const level1Stated = parts.level1?.value ?? null;
  const level2Stated = parts.level2?.value ?? null;
  const indicator = parts.name?.value ?? null;
  return {
    ...frame,
    ...levelsOf(level1Stated, level2Stated),
    ...{ level1Stated, level2Stated, indicator },
    target: parts.target,
    actual: parts.actual?.value ?? null,
    targetParsed: withUnitOf(indicator, parseTarget(parts.target)),
    actualParsed: withUnitOf(indicator, parseActual(parts.actual?.value ?? null)),
    weight: pointsOf(parts.weight?.value ?? null),
    score: pointsOf(parts.score?.value ?? null),
    deviation: parts.deviation?.value ?? null,
    words: parts.name ?? first,
    quote: words.value,
  };
}
