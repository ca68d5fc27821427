/** Two intervals that must meet → a verdict with its words. */
import type { Figure } from '../model/figure.ts';
import { coverOf, type Span } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { absolute, decimal, type Interval, meet, middle } from './interval.ts';

export interface Claim {
  readonly rule: string;
  /** What is printed and what follows from the rest. */
  readonly stated: Interval;
  readonly expected: Interval;
  /** The figure in question first. */
  readonly figures: readonly Figure[];
  /** Where it is printed, for numbers that became no figure. */
  readonly place?: { readonly span: Span; readonly quote: string };
  /** What the two are, as “合计” and “各项之和”. */
  readonly names: { readonly stated: string; readonly expected: string };
  readonly english: { readonly stated: string; readonly expected: string };
  /** Whether other operands could be meant: of several readings none makes the check pass. */
  readonly rivals?: boolean;
  /** Percent, or yuan. */
  readonly unit: '%' | '元' | '';
}

export function judge({
  rule,
  stated,
  expected,
  figures,
  place,
  names,
  english,
  unit,
  rivals = false,
}: Claim): Verdict {
  const passes = meet(stated, expected);
  const difference = middle(stated) - middle(expected);
  const outcome = !passes ? 'off' : difference === 0n ? 'exact' : 'rounded';
  const [first] = figures;
  // Two places tell most differences; a smaller one is told by the places it takes.
  const places = !passes && decimal(difference) === '0.00' ? 6 : 2;
  const words = (value: bigint) =>
    unit === '' ? decimal(value, places).replace(/\.0+$/, '') : `${decimal(value, places)}${unit}`;
  const text = (value: Interval) => words(middle(value));
  const [a, b, d] = [text(stated), text(expected), words(absolute(difference))];
  return {
    rule,
    status: passes ? 'pass' : 'fail',
    outcome,
    severity: passes ? 'info' : 'error',
    message: passes
      ? `${names.stated}${a}与${names.expected}${b}${outcome === 'exact' ? '相等' : '在四舍五入范围内相符'}`
      : `${names.stated}为${a}，${names.expected}为${b}，相差${d}`,
    english: passes
      ? `${english.stated} ${a} agrees with ${english.expected} ${b}`
      : `${english.stated} is ${a}, ${english.expected} is ${b}: they differ by ${d}`,
    stated: decimal(middle(stated), places),
    expected: decimal(middle(expected), places),
    difference: decimal(difference, places),
    figures,
    span: place?.span ?? (first === undefined ? null : coverOf(first.words.spans)),
    ...(rivals && !passes ? { doubt: 'operand' as const } : {}),
    quote: place?.quote ?? [...new Set(figures.slice(0, 4).map(({ quote }) => quote))].join(' ‖ '),
  };
}

/** A check that could not be carried out, and why. */
export function skipped(rule: string, figures: readonly Figure[], message: string, english: string): Verdict {
  const [first] = figures;
  return {
    ...{ rule, status: 'skipped', outcome: 'unread', severity: 'info', message, english },
    ...{ stated: null, expected: null, difference: null, figures },
    span: first === undefined ? null : coverOf(first.words.spans),
    quote: first?.quote ?? null,
  };
}
