/**
 * The samples as they are say nothing wrong but what is known to be; with one printed number changed, a check fails that names it.
 * `npm run bench:defects` does the same at length, over published reports too.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkedFigures, rulesFailing, type Trial, tryDefect } from '../../../bench/defect-run.ts';
import { type Slip, slipIn, slips } from '../../../bench/defects.ts';
import { random } from '../../../bench/random.ts';
import type { Figure } from '../../../pipeline/model/figure.ts';
import type { Indicator } from '../../../pipeline/model/performance.ts';
import type { DocumentReading } from '../../../pipeline/model/reading.ts';
import { verify } from '../../../pipeline/verify/verify.ts';
import { nameOf, readReport, reportsIn, sampleGold, samplesFolder, squeezed } from '../../support/samples.ts';

let samples: readonly (readonly [name: string, reading: DocumentReading])[] = [];

beforeAll(async () => {
  samples = await Promise.all(
    reportsIn(samplesFolder).map(async (path) => [nameOf(path), await readReport(path)] as const),
  );
});

describe('an unchanged sample', () => {
  it.each(sampleGold)('$file: only its known contradictions are found, and all that cannot be overlooked', (gold) => {
    const known = gold.inconsistencies ?? [];
    const reading = samples.find(([name]) => name === gold.file)?.[1];
    const failing = (reading?.verdicts ?? []).filter(({ status }) => status === 'fail');
    const words = failing.map(({ quote, figures }) => squeezed([quote, ...figures.map((one) => one.quote)].join(' ')));
    const isKnown = (print: string) => known.some(({ stated }) => print.includes(squeezed(stated)));
    expect(words.filter((print) => !isKnown(print))).toEqual([]);
    const hard = known.filter(({ strength }) => strength === 'hard').map(({ stated }) => stated);
    expect(hard.filter((stated) => !words.some((print) => print.includes(squeezed(stated))))).toEqual([]);
  });
});

/** Printed numbers in a passed check of the rule, sample by sample. */
function* takingPart(rule: string): Generator<readonly [DocumentReading, Figure]> {
  for (const [, reading] of samples) {
    const passed = reading.verdicts.filter((verdict) => verdict.rule === rule && verdict.status === 'pass');
    for (const figure of passed.flatMap(({ figures }) => figures.slice(0, 2))) yield [reading, figure];
  }
}

function isFoundBy(rule: string): boolean {
  const next = random(rule.length);
  for (const [reading, figure] of takingPart(rule)) {
    for (const slip of slips) {
      const trial = tryDefect(reading, figure, slip, next);
      if (trial?.found.has(rule) === true) return true;
    }
  }
  return false;
}

describe('one changed number', () => {
  it.each([
    ...[
      'sum.total',
      'sum.row',
      'sum.units',
      'sum.list',
      'sum.sangong',
      'sum.sangong_vehicle',
      'sum.procurement',
      'sum.basic',
    ],
    ...['sum.budget_extent', 'hierarchy.function', 'hierarchy.economic', 'balance.grand_total', 'balance.fiscal_total'],
    ...['balance.revenue', 'balance.expenditure', 'growth.from_amounts', 'growth.change', 'share.from_amounts'],
    ...['completion.from_amounts', 'cross_table.same_figure', 'narrative_table.same_figure', 'repeat.same_figure'],
  ])('is found by %s', (rule) => expect(isFoundBy(rule)).toBe(true));

  it('of a list whose amounts are no figures is found in its text', () => {
    const text = '资金251.4万元，其中县级财政资金213.4万元，市级福利彩票公益金38万元';
    const reading = samples.find(([name]) => name.startsWith('yanting'))?.[1];
    const listed = reading?.verdicts.filter(({ rule, figures }) => rule === 'sum.list' && figures.length === 0) ?? [];
    expect(listed.map(({ status, quote }) => [status, text.includes(quote ?? '-')])).toEqual([['pass', true]]);
  });

  it('that loses its 万 is found by unit.suspect', () => {
    const found = samples.flatMap(([name, reading]) => {
      const figure = reading.prose.find(({ words }) => /^\d\.\d+万元$/.test(words.value));
      const words = figure === undefined ? null : slipIn(figure.words.value, 'lost 万' satisfies Slip, random(1));
      if (figure === undefined || words === null) return [];
      return rulesFailing(reading, figure, words).has('unit.suspect') ? [name] : [];
    });
    expect(found.length).toBeGreaterThan(3);
  });
});

describe('one changed weight or score', () => {
  /** Rules that fail once an indicator of a form that passed is changed. */
  function failingWith(change: (indicator: Indicator) => Partial<Indicator>): ReadonlySet<string> {
    const failing = samples.flatMap(([, reading]) => {
      const { projects, indicators } = reading.performance;
      const at = indicators.findIndex(({ weight, score }) => weight !== null && score !== null);
      const changed = indicators.map((one, i) => (i === at ? { ...one, ...change(one) } : one));
      const verdicts = verify({ ...reading, performance: { projects, indicators: changed } });
      return verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
    });
    return new Set(failing);
  }

  it('is found by score.weights', () =>
    expect(failingWith(({ weight }) => ({ weight: String(Number(weight) + 1) }))).toContain('score.weights'));

  it('is found by score.within_weight', () =>
    expect(failingWith(({ weight }) => ({ score: String(Number(weight) + 0.5) }))).toContain('score.within_weight'));
});

describe('a hundred and more changed numbers', () => {
  it('are found in 98 of 100', () => {
    const trials = samples.flatMap(([, reading]): readonly Trial[] => {
      const figures = checkedFigures(reading);
      const next = random(figures.length);
      const few = figures.filter((_, i) => i % Math.ceil(figures.length / 14) === 0);
      return few.flatMap((figure) => slips.flatMap((slip) => tryDefect(reading, figure, slip, next) ?? []));
    });
    const missed = trials.filter(({ found }) => found.size === 0);
    expect(trials.length).toBeGreaterThan(100);
    expect(
      missed.length / trials.length,
      missed.map(({ figure, words, due }) => `${figure.words.value} → ${words}: ${[...due]}`).join('\n'),
    ).toBeLessThanOrEqual(0.02);
  });
});
