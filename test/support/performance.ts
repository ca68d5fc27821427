/** Performance told in lists, flattened tables and prose: what forms and projects say, a line each. */
import type { Form } from '../../extractors/performance/form.ts';
import { layOut } from '../../pipeline/layout/lay-out.ts';
import type { Money } from '../../pipeline/model/money.ts';
import { yuanText } from '../../pipeline/model/money.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { understand } from '../../pipeline/understand.ts';

export const facts2023: DocumentFacts = {
  title: '云溪县水务局2023年度项目绩效自评报告',
  kind: 'performance_self_evaluation',
  caliber: null,
  agency: '云溪县水务局',
  region: null,
  regionCode: null,
  fiscalYear: 2023,
};

const yuan = (money: Money | null) => (money === null ? '-' : yuanText(money.fen).replace(/\.00$/, ''));
const orDash = (text: string | null) => text ?? '-';

/** project; then level 2 (as printed) | name | target | actual | weight | score | deviation of each indicator. */
export function formLines(forms: readonly Form[]): readonly string[] {
  return forms.flatMap(({ project, indicators }) => [
    project === null ? '整体' : project.name,
    ...indicators.map((one) =>
      [one.level2Stated, one.indicator, one.target, one.actual, one.weight, one.score, one.deviation]
        .map(orDash)
        .join(' | ')
        .replace(/(?: \| -)+$/, ''),
    ),
  ]);
}

/** name: initial budget, budget, actual, and execution rate and score where they are printed. */
export function projectLines(text: string): readonly string[] {
  const { performance } = understand(layOut({ format: 'text', text, encoding: 'utf-8' }), 'report.txt', []);
  return performance.projects.map(({ name, initialBudget, budget, actual, executionRate, score }) =>
    [`${name}: ${yuan(initialBudget)} ${yuan(budget)} ${yuan(actual)}`, executionRate, score]
      .filter((part) => part !== null)
      .join(' '),
  );
}
