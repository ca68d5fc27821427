/**
 * The fields above a form's indicators → its project and money. Money stands after its label (年度资金总额：| 30.00), after its kind
 * (预算数：| 30.00), or where a row of labels meets a head of kinds (年度资金总额 × 年初预算数, 全年预算数, 全年执行数).
 */
import type { HeadKey, MoneyKey } from '../../../normalizers/indicator-terms.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import type { Line, Words } from './cells.ts';
import { kindOver, numbersAfter, type Printed, printedCells, unitsAround } from './form-cells.ts';
import { isNumber, moneyIn, unitIn } from './money.ts';
import { pointsOf } from './weights.ts';

export interface FormFields {
  readonly project: Words | null;
  /** 实施单位. */
  readonly unitName: string | null;
  readonly initialBudget: Money | null;
  readonly budget: Money | null;
  readonly actual: Money | null;
  readonly executionRate: string | null;
  /** Its rows, cell by cell. */
  readonly rows: readonly (readonly Printed[])[];
  /** The unit of numbers that no cell gives one. */
  readonly unit: string | null;
}

/** @param captionUnit unit of money in the caption */
export function formFields(lines: readonly Line[], captionUnit: string | null): FormFields {
  const rows = lines.map(printedCells);
  const unitName = fieldAfter(rows, 'unit')?.value ?? null;
  return { project: fieldAfter(rows, 'project'), unitName, ...moneyFields(rows, captionUnit), rows, unit: captionUnit };
}

/** The words after 项目名称, 实施单位. */
function fieldAfter(rows: readonly (readonly Printed[])[], key: HeadKey): Words | null {
  for (const cells of rows) {
    const at = cells.findIndex(({ head }) => head === key);
    const next = at < 0 ? undefined : cells[at + 1];
    if (next !== undefined && next.head === null) return next.words;
  }
  return null;
}

/** Numbers right below heads of money in a row without a label, the first such row. */
function bareValues(
  rows: readonly (readonly Printed[])[],
): readonly { readonly value: Printed; readonly over: Printed }[] {
  for (const [at, cells] of rows.entries()) {
    if (cells.length < fewestBare || !cells.every(({ words }) => isNumber(words.value))) continue;
    const found = cells.flatMap((value) => {
      const over = kindOver(rows, at, value.cell);
      return over === null ? [] : [{ value, over }];
    });
    if (found.length === cells.length) return found;
  }
  return [];
}

const fewestBare = 3;
const ranks: readonly HeadKey[] = ['funds_year', 'funds_total', 'funds_period'];

function moneyFields(
  rows: readonly (readonly Printed[])[],
  captionUnit: string | null,
): Omit<FormFields, 'project' | 'unitName' | 'rows' | 'unit'> {
  let rate: string | null = null;
  const money: Record<'initial' | 'budget' | 'actual', Money | null> = { initial: null, budget: null, actual: null };
  const put = (key: MoneyKey, { words }: Printed, units: readonly (string | null)[]) => {
    if (key === 'rate') rate ??= pointsOf(words.value);
    if (key !== 'initial' && key !== 'budget' && key !== 'actual') return;
    money[key] ??= moneyIn(words.value, [...units, captionUnit]);
  };
  for (const rank of ranks) {
    for (const [at, cells] of rows.entries()) {
      const from = cells.findIndex(({ head }) => head === rank);
      const label = cells[from];
      if (label === undefined) continue;
      const units = [unitIn(label.words.value), ...unitsAround(rows, at, label.cell)];
      for (const value of numbersAfter(cells, from)) {
        const over = kindOver(rows, at, value.cell);
        put(over?.money ?? 'budget', value, [unitIn(over?.words.value), ...units]);
      }
    }
  }
  for (const [at, cells] of rows.entries()) {
    for (const [i, kind] of cells.entries()) {
      const [value] = numbersAfter(cells, i);
      if (kind.money === null || value === undefined || kindOver(rows, at, value.cell) !== null) continue;
      put(kind.money, value, [unitIn(kind.words.value), ...unitsAround(rows, at, kind.cell)]);
    }
  }
  if (money.initial === null && money.budget === null && money.actual === null) {
    for (const { value, over } of bareValues(rows)) {
      const units = [
        unitIn(over.words.value),
        ...unitsAround(
          rows,
          rows.findIndex((cells) => cells.includes(value)),
          value.cell,
        ),
      ];
      if (over.money !== null) put(over.money, value, units);
    }
  }
  return { initialBudget: money.initial, budget: money.budget, actual: money.actual, executionRate: rate };
}
