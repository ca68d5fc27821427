/** Slips made in a report, one at a time, and whether the checks tell of each. */
import type { Figure } from '../pipeline/model/figure.ts';
import type { DocumentReading } from '../pipeline/model/reading.ts';
import type { Verdict } from '../pipeline/model/verdict.ts';
import { understand } from '../pipeline/understand.ts';
import { contradicts } from './contradictions.ts';
import { isPrinted, reprinted, type Slip, slipIn } from './defects.ts';

export interface Trial {
  readonly slip: Slip;
  readonly figure: Figure;
  /** What is printed now. */
  readonly words: string;
  /** Rules whose checks passed before and cannot hold now. */
  readonly due: ReadonlySet<string>;
  /** Rules of checks that fail now, did not before, and name the figure. */
  readonly found: ReadonlySet<string>;
}

/** Figures that took part in a passed check, one for each printed number. */
export function checkedFigures({ layout, verdicts }: DocumentReading): readonly Figure[] {
  const figures = verdicts.filter(({ status }) => status === 'pass').flatMap((verdict) => verdict.figures);
  return [...new Map(figures.map((figure) => [startOf(figure), figure])).values()]
    .filter((figure) => isPrinted(layout, figure))
    .sort((a, b) => startOf(a) - startOf(b));
}

/** @returns null where the slip cannot be made there, or the prints still agree with it */
export function tryDefect(reading: DocumentReading, figure: Figure, slip: Slip, next: () => number): Trial | null {
  const words = slipIn(figure.words.value, slip, next);
  if (words === null) return null;
  const start = startOf(figure);
  const contradicted = reading.verdicts.filter(
    (verdict) => verdict.status === 'pass' && contradicts(verdict, { start, words }),
  );
  const due = new Set(slip === 'lost 万' ? suspected(words) : contradicted.map(({ rule }) => rule));
  if (due.size === 0) return null;
  return { slip, figure, words, due, found: rulesFailing(reading, figure, words) };
}

/** @returns rules of the checks that name the figure and fail once it is printed so */
export function rulesFailing(reading: DocumentReading, figure: Figure, words: string): ReadonlySet<string> {
  const changed = understand(reprinted(reading.layout, figure.words.spans, words), 'changed', []);
  const known = new Set(reading.verdicts.filter(({ status }) => status === 'fail').map(keyOf));
  const failing = changed.verdicts.filter((verdict) => verdict.status === 'fail' && !known.has(keyOf(verdict)));
  const naming = failing.filter(({ figures }) => figures.some((one) => startOf(one) === startOf(figure)));
  return new Set(naming.map(({ rule }) => rule));
}

/** A few yuan and some fen: what no budget allots. */
const suspected = (words: string) => (/^\d{1,3}\.\d+\s*元$/.test(words) && /[1-9]/.test(words) ? ['unit.suspect'] : []);

const startOf = ({ words }: Figure) => words.spans[0].start;
const keyOf = ({ rule, figures }: Verdict) => `${rule}|${figures.map(startOf).join(',')}`;
