/** Columns whose heads print their own arithmetic: 小计③=①+②, 支出实现率(%)⑤=④/③. */
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import type { FormGrid, FormRow } from './form-grid.ts';
import { type Interval, minus, percentOf } from './interval.ts';
import { judge } from './judge.ts';

interface Formula {
  readonly text: string;
  readonly column: number;
  readonly row: number;
  readonly first: number;
  /** Columns that are added, taken away or divided by. */
  readonly steps: readonly { readonly sign: '+' | '-' | '/'; readonly column: number }[];
}

const signs: Readonly<Record<string, Formula['steps'][number]['sign']>> = {
  ...{ '+': '+', '＋': '+', '-': '-', '－': '-', '—': '-', '–': '-', '/': '/', '÷': '/' },
};

/** @returns formulas every mark of which is a column */
export function formulasIn({ cells }: FormGrid): readonly Formula[] {
  const heads = cells.flatMap(({ cell, text }) => {
    const match = /([①-⑳])(?:[=＝]([①-⑳])((?:[+＋\-－—–/÷][①-⑳])+))?[)）]?$/.exec(text);
    return match === null ? [] : [{ cell, text, mark: match[1] ?? '', first: match[2], rest: match[3] ?? '' }];
  });
  const columns = new Map(heads.map(({ mark, cell }) => [mark, cell.col]));
  return heads.flatMap(({ cell, text, first, rest }) => {
    const start = columns.get(first ?? '');
    const terms = rest.match(/.[①-⑳]/g) ?? [];
    const steps = terms.flatMap((term) => {
      const [sign, column] = [signs[term[0] ?? ''], columns.get(term[1] ?? '')];
      return sign === undefined || column === undefined ? [] : [{ sign, column }];
    });
    const divides = steps.some(({ sign }) => sign === '/');
    if (start === undefined || steps.length < terms.length || (divides && steps.length > 1)) return [];
    return [{ text, column: cell.col, row: cell.row, first: start, steps }];
  });
}

/** @returns a verdict for every row that prints all columns of a formula */
export function applyFormulas(form: FormGrid, formulas: readonly Formula[]): readonly Verdict[] {
  return formulas.flatMap((formula) => {
    const below = form.rows.filter(({ number }) => number > formula.row);
    const ended = below.findIndex(({ values }) => !values.has(formula.first));
    return below.slice(0, ended < 0 ? below.length : ended).flatMap((row) => checkRow(form, formula, row) ?? []);
  });
}

function checkRow(form: FormGrid, { text, column, first, steps }: Formula, row: FormRow): Verdict | null {
  const stated = row.values.get(column);
  const start = row.values.get(first);
  const operands = steps.map((step) => ({ ...step, number: row.values.get(step.column) }));
  if (stated === undefined || start === undefined || stated.cell.passage === null) return null;
  let expected: Interval | null = start.value;
  for (const { sign, number } of operands) {
    if (number === undefined || expected === null) return null;
    if (sign === '+') expected = { low: expected.low + number.value.low, high: expected.high + number.value.high };
    else expected = sign === '-' ? minus(expected, number.value) : percentOf(expected, number.value);
  }
  if (expected === null) return null;
  const ratio = steps.some(({ sign }) => sign === '/');
  return judge({
    rule: 'sum.column_formula',
    stated: stated.value,
    expected,
    figures: [],
    place: {
      span: coverOf(stated.cell.passage.spans),
      quote: [stated, start, ...operands.flatMap(({ number }) => number ?? [])].map((one) => one.text).join(' ‖ '),
    },
    names: { stated: `${row.label}一行的“${text}”`, expected: '按表头算式计算的数' },
    english: { stated: `“${text}” in the row`, expected: 'what the head of the column says it is' },
    unit: ratio ? '%' : form.inYuan ? '元' : '',
  });
}
