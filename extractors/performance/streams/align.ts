/**
 * Tokens between two level names → rows, by the least-cost way to fill the columns of the header. One missing or broken cell does not
 * shift the rest: columns may stay empty, at a price, and cells may hold several tokens.
 */
import type { ColumnKey } from '../../../normalizers/indicator-terms.ts';
import { cellCost, costs, pairGain } from './cell-cost.ts';
import { type Token, textOf } from './tokens.ts';

export interface Alignment {
  readonly rows: readonly StreamRow[];
  readonly cost: number;
}

export type StreamRow = ReadonlyMap<ColumnKey, readonly [Token, ...Token[]]>;

/** Price of an empty column, and of a row more: a result is left open sooner than a target. The first column is never empty: a row is at least a name. */
const empty: Partial<Record<ColumnKey, number>> = {
  deviation: 0,
  remark: 0,
  explanation: 0,
  standard: 0,
  unit: 4,
  operator: 6,
  actual: 12,
  weight: 16,
  score: 16,
};
const emptyElse = 14;
const anotherRow = 3;
/** Tokens of one cell, at most. */
const longestCell = 30;
/** Tokens between two level names, at most: beyond it the rows are not read. */
export const longestStretch = 400;

interface Plan {
  readonly cost: number;
  readonly cells: Cells | null;
}

/** Cells in order, the first at the head of the chain. */
interface Cells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly rest: Cells | null;
}

/**
 * @param columns the header's, without levels
 * @param widths characters of a full line of each column
 * @returns the rows, empty where there are no tokens, and what reading them so costs
 */
export function alignRows(
  tokens: readonly Token[],
  columns: readonly ColumnKey[],
  widths: readonly number[],
): Alignment {
  if (tokens.length === 0 || tokens.length > longestStretch || columns.length === 0) return { rows: [], cost: 0 };
  const known = new Map<number, Plan>();
  const span = longestCell + 1;
  // Where a column tells reasons, a sentence before a name is the reason told of the row above.
  const why = columns.includes('deviation') || columns.includes('remark');
  const costOf = new Map<number, number>();
  const priceOf = (from: number, to: number, column: number) => {
    const key = (from * (columns.length + 1) + column) * span + (to - from);
    const cost = costOf.get(key);
    if (cost !== undefined) return cost;
    const kind = columns[column] ?? 'name';
    const cell = tokens.slice(from, to);
    const told = column === 0 && why && /[，。；]/.test(textOf(cell)) ? costs.sentenceAsName : 0;
    const fresh = told + cellCost(cell, tokens[to], kind, widths[column] ?? 10);
    costOf.set(key, fresh);
    return fresh;
  };
  /** `size`: tokens of the cell right before, 0 where its column stays empty. */
  const best = (at: number, column: number, size: number): Plan => {
    if (at === tokens.length && column === 0) return { cost: 0, cells: null };
    const key = (at * (columns.length + 1) + column) * span + size;
    const memo = known.get(key);
    if (memo !== undefined) return memo;
    let plan: Plan = { cost: Number.POSITIVE_INFINITY, cells: null };
    if (column === columns.length) {
      const next = best(at, 0, 0);
      plan = { cost: next.cost + anotherRow, cells: next.cells };
    } else {
      const kind = columns[column] ?? 'name';
      if (column > 0) {
        const next = best(at, column + 1, 0);
        plan = { cost: next.cost + (empty[kind] ?? emptyElse), cells: next.cells };
      }
      const far = tokens[at]?.before === 'cell' ? at + 1 : Math.min(tokens.length, at + longestCell);
      for (let to = at + 1; to <= far; to++) {
        const next = best(to, column + 1, to - at);
        let cost = next.cost + priceOf(at, to, column);
        if (kind === 'actual' && columns[column - 1] === 'target' && size > 0) {
          cost -= pairGain(textOf(tokens.slice(at - size, at)), textOf(tokens.slice(at, to)));
        }
        if (cost < plan.cost) plan = { cost, cells: { column, from: at, to, rest: next.cells } };
      }
    }
    known.set(key, plan);
    return plan;
  };
  const { cells, cost } = best(0, 0, 0);
  return { rows: rowsOf(cells, tokens, columns), cost };
}

function rowsOf(cells: Cells | null, tokens: readonly Token[], columns: readonly ColumnKey[]): readonly StreamRow[] {
  const rows: Map<ColumnKey, readonly [Token, ...Token[]]>[] = [];
  let last = columns.length;
  for (let cell = cells; cell !== null; cell = cell.rest) {
    if (cell.column <= last) rows.push(new Map());
    last = cell.column;
    const [first, ...rest] = tokens.slice(cell.from, cell.to);
    const key = columns[cell.column];
    if (first !== undefined && key !== undefined) rows.at(-1)?.set(key, [first, ...rest]);
  }
  return rows;
}
