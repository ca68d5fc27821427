/**
 * The arithmetic of self-evaluations: the weights of a form make 100 (90 with 10 for the budget's execution), no score is above its
 * weight, the scores make the total.
 */
import type { Indicator, Performance } from '../model/performance.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { hundredths, shown } from './hundredths.ts';
import { grouped } from './identity.ts';
import { checkScoreTotal } from './score-total.ts';

/** Forms' weights in hundredths: 100, or 90 and 10 for 预算执行率. */
const wholes: readonly bigint[] = [10_000n, 9_000n];

export function checkScores({ indicators, projects }: Performance): readonly Verdict[] {
  const forms = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const key = `${indicator.project ?? ''}|${indicator.grid === null ? '' : indicator.grid.span.start}|${indicator.section}`;
    const same = forms.get(key);
    if (same === undefined) forms.set(key, [indicator]);
    else same.push(indicator);
  }
  const own = grouped(indicators, ({ project }) => project);
  const totals = projects.flatMap((project, index) => checkScoreTotal(project, own.get(index) ?? []));
  const ofForms = [...joinedPieces(forms)].flatMap((form) => {
    const name =
      form[0]?.project === null || form[0] === undefined ? '部门整体' : (projects[form[0].project]?.name ?? '');
    return weights(form, name);
  });
  return [...ofForms, ...indicators.flatMap((one) => above(one) ?? []), ...totals];
}

/** Of less than this, in hundredths, only a piece of a list's weights is read. */
const piece = 6_000n;

/** Lists in prose run over several sections: what each gives less than a whole of is judged together, and not at all while it makes no whole. */
function joinedPieces(forms: ReadonlyMap<string, readonly Indicator[]>): readonly (readonly Indicator[])[] {
  const isPiece = (form: readonly Indicator[]) =>
    form[0]?.grid === null && sumOf(form) < piece && form.every(({ weight }) => hundredths(weight) !== null);
  const all = [...forms.values()];
  const pieces = new Map<number | null, Indicator[]>();
  for (const form of all.filter(isPiece)) {
    const project = form[0]?.project ?? null;
    pieces.set(project, [...(pieces.get(project) ?? []), ...form]);
  }
  const whole = [...pieces.values()].filter((form) => wholes.includes(sumOf(form)) || isOneForm(form));
  return [...all.filter((form) => !isPiece(form)), ...whole];
}

const isOneForm = (form: readonly Indicator[]) => form.every(({ section }) => section === form[0]?.section);

const sumOf = (form: readonly Indicator[]) => form.reduce((all, { weight }) => all + (hundredths(weight) ?? 0n), 0n);

function weights(form: readonly Indicator[], name: string): readonly Verdict[] {
  const read = form.map(({ weight }) => hundredths(weight));
  const [first] = form;
  if (first === undefined || read.every((weight) => weight === null)) return [];
  const span = coverOf(first.words.spans);
  const printed = read.flatMap((weight) => weight ?? []);
  const total = printed.reduce((all, weight) => all + weight, 0n);
  const passes = wholes.includes(total);
  const expected = total > 9_500n ? 10_000n : 9_000n;
  if (printed.length < form.length && !passes) {
    return [
      {
        ...{ rule: 'score.weights', status: 'skipped', outcome: 'unread', severity: 'info' },
        message: `${name}：${form.length - printed.length}项指标未印分值或未读出，无法核对分值合计`,
        english: `${name}: the weights of some indicators were not read`,
        ...{ stated: null, expected: null, difference: null, figures: [], span, quote: first.quote },
      },
    ];
  }
  return [
    {
      rule: 'score.weights',
      status: passes ? 'pass' : 'fail',
      outcome: passes ? 'exact' : 'off',
      severity: passes ? 'info' : 'warn',
      message: passes
        ? `${name}：指标分值合计${shown(total)}分`
        : `${name}：指标分值合计${shown(total)}分，应为100分（或90分另加预算执行率10分）`,
      english: `${name}: the weights make ${shown(total)}`,
      ...{
        stated: shown(total),
        expected: shown(expected),
        difference: shown(total > expected ? total - expected : expected - total),
      },
      ...{ figures: [], span, quote: first.quote },
    },
  ];
}

function above({ weight, score, indicator, words, quote }: Indicator): Verdict | null {
  const [most, got] = [hundredths(weight), hundredths(score)];
  if (most === null || got === null) return null;
  const passes = got <= most;
  return {
    rule: 'score.within_weight',
    status: passes ? 'pass' : 'fail',
    outcome: passes ? 'exact' : 'off',
    severity: passes ? 'info' : 'warn',
    message: passes ? `“${indicator ?? ''}”得分未超过分值` : `“${indicator ?? ''}”得分${score}高于分值${weight}`,
    english: passes ? 'the score is within its weight' : `score ${score} is above its weight ${weight}`,
    ...{ stated: score, expected: weight, difference: shown(got > most ? got - most : most - got) },
    ...{ figures: [], span: coverOf(words.spans), quote },
  };
}
