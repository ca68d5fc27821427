/** Money in the forms of self-evaluation: rows of sources that make the total (rules/funds.ts), column by column. */
import type { Outline } from '../model/outline.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { type FormGrid, type FormRow, formGrid, type PrintedNumber } from './form-grid.ts';
import { applyFormulas, formulasIn } from './header-formulas.ts';
import { sum } from './interval.ts';
import { judge } from './judge.ts';
import { type FundsRule, fundsRules, noAmount } from './rules/funds.ts';

/** Words that a form to look at has in some cell. */
const marked = /资金(?:总额|小计)|[①-⑳] ?[=＝]/;

/** @returns sums of sources, and what the heads of columns say of each other */
export function checkFormFunds({ sections }: Outline): readonly Verdict[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'grid') return [];
      if (!block.cells.some(({ passage }) => passage !== null && marked.test(passage.folded))) return [];
      const form = formGrid(block);
      return [...fundsRules.flatMap((rule) => sourcesOf(form, rule)), ...applyFormulas(form, formulasIn(form))];
    }),
  );
}

function sourcesOf(form: FormGrid, { whole, parts }: FundsRule): readonly Verdict[] {
  return form.rows
    .filter(({ label }) => whole.test(label))
    .flatMap((total) => {
      const next = form.rows.find(({ number, label }) => number > total.number && whole.test(label))?.number;
      const below = form.rows.filter(
        ({ number }) => number > total.number && number < (next ?? Number.POSITIVE_INFINITY),
      );
      const own = parts.flatMap((part) => below.find(({ label }) => part.test(label)) ?? []);
      if (own.length < parts.length) return [];
      return [...total.values.values()].flatMap((number) => checkColumn(form, total, own, number) ?? []);
    });
}

/** @returns null where a source is left blank, or the column is no amount */
function checkColumn(form: FormGrid, total: FormRow, own: readonly FormRow[], stated: PrintedNumber): Verdict | null {
  const column = stated.cell.col;
  const addends = own.flatMap(({ values }) => values.get(column) ?? []);
  const heads = form.cells.filter(
    ({ cell }) => cell.row < total.number && cell.col <= column && column < cell.col + cell.colSpan,
  );
  if (addends.length < own.length || heads.some(({ text }) => noAmount.test(text)) || stated.cell.passage === null)
    return null;
  return judge({
    rule: 'sum.funds',
    stated: stated.value,
    expected: sum(addends.map(({ value }) => value)),
    figures: [],
    place: {
      span: coverOf(stated.cell.passage.spans),
      quote: [total, ...own].map(({ label, values }) => `${label} ${values.get(column)?.text ?? ''}`).join(' ‖ '),
    },
    names: { stated: total.label, expected: `${own.map(({ label }) => label).join('、')}之和` },
    english: { stated: 'the total of the funds', expected: 'the sum of their sources' },
    unit: form.inYuan ? '元' : '',
  });
}
