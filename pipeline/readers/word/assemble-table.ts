/**
 * Rows of cells as Word stores them → a table. What is inside a cell and is a table itself follows as a table of its own; a table of
 * one cell is a frame around what it holds.
 */
import type { FlowCell, FlowItem } from '../../model/flow.ts';

export interface WordCell {
  readonly col: number;
  readonly colSpan: number;
  /** Whether it begins a cell of several rows, goes on with the one above, or is one by itself. */
  readonly down: 'begins' | 'goes on' | null;
  /** A part of the cell before it. */
  readonly joined: boolean;
  readonly items: readonly FlowItem[];
}

interface Growing {
  readonly row: number;
  readonly col: number;
  rowSpan: number;
  colSpan: number;
  readonly items: readonly FlowItem[];
}

/** @param rows from the top */
export function assembleTable(rows: readonly (readonly WordCell[])[]): readonly FlowItem[] {
  const cells: Growing[] = [];
  /** By column, the cell that may go on in the next row. */
  const open = new Map<number, Growing>();
  for (const [row, line] of rows.entries()) {
    for (const { col, colSpan, down, joined, items } of line) {
      const above = open.get(col);
      const before = cells.at(-1);
      if (joined && before?.row === row) before.colSpan += colSpan;
      else if (down === 'goes on' && above?.colSpan === colSpan) above.rowSpan = row - above.row + 1;
      else {
        const own: Growing = { row, col, rowSpan: 1, colSpan, items };
        cells.push(own);
        if (down === null) open.delete(col);
        else open.set(col, own);
      }
    }
  }
  return itemsOf(cells, rows.length);
}

function itemsOf(cells: readonly Growing[], rows: number): readonly FlowItem[] {
  const [only] = cells;
  if (only === undefined) return [];
  if (cells.length === 1) return only.items;
  const nested = cells.flatMap(({ items }) => items.filter(({ kind }) => kind === 'table'));
  const columns = cells.reduce((most, { col, colSpan }) => Math.max(most, col + colSpan), 0);
  const flat = cells.map(({ items, ...cell }): FlowCell => {
    const lines = items.flatMap((item) => (item.kind === 'paragraph' ? [item.text] : []));
    return { ...cell, lines };
  });
  return [{ kind: 'table', rows, columns, cells: flat }, ...nested];
}
