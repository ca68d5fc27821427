/**
 * A table of WordprocessingML → its cells with their spans. What is inside a cell and is a table itself follows as a table of its
 * own; a table of one cell is a frame around what it holds.
 */
import type { FlowCell, FlowItem } from '../../../model/flow.ts';
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';
import type { Telling } from './story.ts';
import { isOn, valOf } from './styles.ts';

/** Word itself ends at 63 columns. */
const mostColumns = 400;

interface Growing {
  readonly row: number;
  readonly col: number;
  rowSpan: number;
  colSpan: number;
  readonly items: readonly FlowItem[];
}

/** @param tell reads what a cell holds */
export function readTable(
  table: XmlElement,
  telling: Telling,
  tell: (story: XmlElement, telling: Telling) => readonly FlowItem[],
): readonly FlowItem[] {
  const cells: Growing[] = [];
  /** By column, the cell that may go on in the next row. */
  const open = new Map<number, Growing>();
  let row = 0;
  for (const line of rowsOf(table)) {
    if (isDeleted(line, telling)) continue;
    let col = spanOf(elementAt(line, 'trPr', 'gridBefore'), 0);
    for (const cell of cellsOf(line)) {
      const about = elementAt(cell, 'tcPr');
      if (elementAt(about, 'cellDel') !== undefined) continue;
      const colSpan = Math.max(1, spanOf(elementAt(about, 'gridSpan'), 1));
      const above = open.get(col);
      const before = cells.at(-1);
      const down = elementAt(about, 'vMerge');
      if (valOf(elementAt(about, 'hMerge')) === 'continue' && before?.row === row) before.colSpan += colSpan;
      else if (down !== undefined && valOf(down) !== 'restart' && above !== undefined && above.colSpan === colSpan) {
        above.rowSpan = row - above.row + 1;
      } else {
        const own: Growing = { row, col, rowSpan: 1, colSpan, items: tell(cell, telling) };
        cells.push(own);
        if (down === undefined) open.delete(col);
        else open.set(col, own);
      }
      col += colSpan;
      if (col > mostColumns) break;
    }
    row++;
  }
  return itemsOf(cells, row);
}

/** Rows may be wrapped, in controls or insertions. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return inside(table, 'tr');
}

const cellsOf = (row: XmlElement) => inside(row, 'tc');

const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);

function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [child];
    return wrappers.has(child.name) ? inside(child, name) : [];
  });
}

function isDeleted(row: XmlElement, { tally }: Telling): boolean {
  const about = elementAt(row, 'trPr');
  const deleted = elementAt(about, 'del') !== undefined;
  if (deleted || elementAt(about, 'ins') !== undefined) tally.changes++;
  const hidden = isOn(elementAt(about, 'hidden')) ?? false;
  return deleted || hidden;
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const said = Number.parseInt(valOf(element) ?? '', 10);
  return Number.isFinite(said) ? Math.max(0, Math.min(said, mostColumns)) : otherwise;
}

function itemsOf(cells: readonly Growing[], rows: number): readonly FlowItem[] {
  const [only] = cells;
  if (only === undefined) return [];
  if (cells.length === 1) return only.items;
  const nested = cells.flatMap(({ items }) => items.filter(({ kind }) => kind === 'table'));
  const columns = Math.max(...cells.map(({ col, colSpan }) => col + colSpan));
  const flat = cells.map(({ items, ...cell }): FlowCell => {
    const lines = items.flatMap((item) => (item.kind === 'paragraph' ? [item.text] : []));
    return { ...cell, lines };
  });
  return [{ kind: 'table', rows, columns, cells: flat }, ...nested];
}
