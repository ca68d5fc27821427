/**
 * The fields above a form's indicators → its project and money. Money stands after its label (年度资金总额：| 30.00), after its kind
 * (预算数：| 30.00), or where a row of labels meets a head of kinds (年度资金总额 × 年初预算数, 全年预算数, 全年执行数).
 */
import { type HeadKey, headKeyOf, type MoneyKey, moneyKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { GridCell } from '../../../pipeline/model/layout.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import { type Line, type Words, wordsOf } from './cells.ts';
import { isNumber, moneyIn, unitIn } from './money.ts';
import { pointsOf } from './weights.ts';

export interface FormFields {
  readonly project: Words | null;
  readonly initialBudget: Money | null;
  readonly budget: Money | null;
  readonly actual: Money | null;
  readonly executionRate: string | null;
}

interface Printed {
  readonly cell: GridCell;
  readonly words: Words;
  readonly head: HeadKey | null;
  readonly money: MoneyKey | null;
}

/** @param captionUnit unit of money in the caption */
export function formFields(lines: readonly Line[], captionUnit: string | null): FormFields {
  const rows = lines.map(printedCells);
  return { project: projectName(rows), ...moneyFields(rows, captionUnit) };
}

function printedCells({ matrix, row }: Line): readonly Printed[] {
  const cells: Printed[] = [];
  for (let column = 0; column < matrix.columns; column++) {
    const cell = matrix.at(row, column);
    const words = matrix.begins(row, column) ? wordsOf(cell) : null;
    if (cell === null || words === null) continue;
    cells.push({ cell, words, head: headKeyOf(words.value), money: moneyKeyOf(words.value) });
  }
  return cells;
}

/** The words after 项目名称. */
function projectName(rows: readonly (readonly Printed[])[]): Words | null {
  for (const cells of rows) {
    const at = cells.findIndex(({ head }) => head === 'project');
    const next = at < 0 ? undefined : cells[at + 1];
    if (next !== undefined && next.head === null) return next.words;
  }
  return null;
}

const ranks: readonly HeadKey[] = ['funds_year', 'funds_total', 'funds_period'];

function moneyFields(rows: readonly (readonly Printed[])[], captionUnit: string | null): Omit<FormFields, 'project'> {
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
  return { initialBudget: money.initial, budget: money.budget, actual: money.actual, executionRate: rate };
}

/** Numbers to the right of a label, up to the next label. */
function numbersAfter(cells: readonly Printed[], label: number): readonly Printed[] {
  const rest = cells.slice(label + 1);
  const end = rest.findIndex(({ words }) => !isNumber(words.value) && !/^[-—–/]+$/.test(words.value));
  return (end < 0 ? rest : rest.slice(0, end)).filter(({ words }) => isNumber(words.value));
}

/** The head of a kind of money over a cell, in the rows above it. */
function kindOver(rows: readonly (readonly Printed[])[], at: number, { col, colSpan }: GridCell): Printed | null {
  for (let row = at - 1; row >= 0; row--) {
    const over = rows[row]?.find(({ cell }) => cell.col < col + colSpan && col < cell.col + cell.colSpan);
    if (over?.money !== undefined && over.money !== null) return over;
    if (over !== undefined && over.head !== null) return null;
  }
  return null;
}

/** Units named in labels at the left of a row, also of merged ones that begin above it: 项目资金（万元）. */
function unitsAround(rows: readonly (readonly Printed[])[], at: number, label: GridCell): readonly (string | null)[] {
  const row = label.row;
  return rows
    .slice(0, at + 1)
    .reverse()
    .flat()
    .filter(({ cell }) => cell.row <= row && row < cell.row + cell.rowSpan && cell.col < label.col)
    .map(({ words }) => unitIn(words.value));
}
