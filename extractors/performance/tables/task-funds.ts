/**
 * A department's form lists its tasks of the year with their money: 任务名称 | 主要内容 | 总额 | 财政拨款 | 其他资金 → statements, each task as
 * a project; the row of totals is the department's.
 */
import { isTotalLabel, sourceKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { Statement } from '../statements.ts';
import type { Printed } from './form-cells.ts';
import { conceptOf, type FormMoney, type Source, statementOf } from './form-funds.ts';
import { isNumber, unitIn } from './money.ts';

const budget = { basis: 'budget', measure: 'amount' } as const;

/** @param rows the fields above the form's indicators */
export function taskFunds(rows: readonly (readonly Printed[])[], form: FormMoney): readonly Statement[] {
  const from = rows.findIndex((cells) => cells.some(({ head }) => head === 'task'));
  const name = rows[from]?.find(({ head }) => head === 'task');
  const first = name === undefined ? 0 : name.cell.row + name.cell.rowSpan;
  const heads = rows.flat().filter(({ cell }) => name !== undefined && cell.row >= name.cell.row && cell.row < first);
  return rows.flatMap((cells) => {
    const label = cells.find(({ cell }) => cell.row >= first && cell.col === name?.cell.col);
    if (label === undefined) return [];
    const task = isTotalLabel(label.words.value) || /合计$/.test(label.words.value) ? null : label.words.value;
    return cells.flatMap((value) => {
      const over = heads.filter(({ cell }) => cell.col <= value.cell.col && value.cell.col < cell.col + cell.colSpan);
      const source = over.map(sourceOf).findLast((one) => one !== null) ?? null;
      if (source === null || !isNumber(value.words.value)) return [];
      const units = [...over.map(({ words }) => unitIn(words.value)).reverse(), form.unit];
      const own = { ...form, project: task };
      return statementOf(value, label.words.value, conceptOf(source, task), budget, units, own) ?? [];
    });
  });
}

const sourceOf = ({ head, words }: Printed): Source | null =>
  head === 'funds_total' || head === 'funds_year' ? 'total' : sourceKeyOf(words.value);
