/**
 * 执行率 of a self-evaluation's form: 全年执行数 over 全年预算数, as the form itself defines it. A form whose rate is a figure is checked by its
 * figures; one whose rate only its project bears, by the project.
 */
import { readArabic } from '../../normalizers/numerals.ts';
import type { Figure } from '../model/figure.ts';
import type { Project } from '../model/performance.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { type Interval, ofFigure, ofMoney, ofNumber, percentOf } from './interval.ts';
import { judge } from './judge.ts';

const rule = 'completion.form';
const words = {
  names: { stated: '自评表的执行率', expected: '全年执行数与全年预算数之比' },
  english: { stated: 'the rate of execution in the form', expected: 'spending over budget' },
  unit: '%' as const,
};

/** @param figures of the tables and of the prose, where flattened forms are */
export function checkFormRates(figures: readonly Figure[], projects: readonly Project[]): readonly Verdict[] {
  const told = figures.filter(
    ({ source, concept }) => source === 'table' && /^(?:project\.funds|expenditure\.grand_total)$/.test(concept),
  );
  const forms = grouped(told, ({ section, project, concept, at }) =>
    [section, project, concept, at.kind === 'cell' ? at.grid.span.start : ''].join('|'),
  );
  const rated = new Set(told.filter(({ measure }) => measure === 'completion_rate').map(({ project }) => project));
  return [
    ...[...forms.values()].flatMap(checkForm),
    ...projects.flatMap((project) => (rated.has(project.name) ? [] : checkProject(project))),
  ];
}

/** One form: its rate, what was spent, and the budget that was last in force. */
function checkForm(form: readonly Figure[]): readonly Verdict[] {
  const amounts = form.filter(({ measure }) => measure === 'amount');
  const [rate, ...rates] = form.filter(({ measure }) => measure === 'completion_rate');
  const [spent, ...more] = amounts.filter(({ basis }) => basis === 'actual');
  const plan = ['adjusted_budget', 'budget', 'initial_budget']
    .map((wanted) => amounts.filter(({ basis }) => basis === wanted))
    .find((same) => same.length > 0);
  const [budget] = plan ?? [];
  if (rate === undefined || spent === undefined || budget === undefined) return [];
  if (rates.length > 0 || more.length > 0 || plan?.length !== 1) return [];
  const [stated, part, whole] = [ofFigure(rate), ofFigure(spent), ofFigure(budget)];
  const expected = part === null || whole === null ? null : percentOf(part, whole);
  return stated === null || expected === null
    ? []
    : [judge({ rule, stated, expected, figures: [rate, spent, budget], ...words })];
}

function checkProject({ executionRate, actual, budget, words: named, quote, name }: Project): readonly Verdict[] {
  const rate = executionRate === null ? null : readArabic(executionRate);
  if (rate === null || actual === null || budget === null || actual.approximate || budget.approximate) return [];
  const stated: Interval = ofNumber({ digits: rate.digits, exponent: rate.exponent });
  const expected = percentOf(ofMoney(actual), ofMoney(budget));
  if (expected === null) return [];
  const place = { span: coverOf(named.spans), quote };
  return [
    judge({
      rule,
      stated,
      expected,
      figures: [],
      place,
      ...words,
      names: { ...words.names, stated: `${name}的执行率` },
    }),
  ];
}
