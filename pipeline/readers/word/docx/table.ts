/** A table of WordprocessingML → its rows of cells, those of deleted and hidden rows left out. */
import type { FlowItem } from '../../../model/flow.ts';
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';
import { assembleTable, type WordCell } from '../assemble-table.ts';
import type { Telling } from './story.ts';
import { isOn, valOf } from './styles.ts';

/** Word itself ends at 63 columns. */
const mostColumns = 400;

/** @param tell reads what a cell holds */
export function readTable(
  table: XmlElement,
  telling: Telling,
  tell: (story: XmlElement, telling: Telling) => readonly FlowItem[],
): readonly FlowItem[] {
  const rows = rowsOf(table).filter((row) => !isLeftOut(row, telling));
  return assembleTable(rows.map((row) => cellsIn(row, (cell) => tell(cell, telling))));
}

function cellsIn(row: XmlElement, tell: (cell: XmlElement) => readonly FlowItem[]): readonly WordCell[] {
  const cells: WordCell[] = [];
  let col = spanOf(elementAt(row, 'trPr', 'gridBefore'), 0);
  for (const cell of cellsOf(row)) {
    const about = elementAt(cell, 'tcPr');
    if (elementAt(about, 'cellDel') !== undefined || col > mostColumns) continue;
    const colSpan = Math.max(1, spanOf(elementAt(about, 'gridSpan'), 1));
    const merge = elementAt(about, 'vMerge');
    const down = merge === undefined ? null : valOf(merge) === 'restart' ? 'begins' : 'goes on';
    const joined = valOf(elementAt(about, 'hMerge')) === 'continue';
    cells.push({ col, colSpan, down, joined, items: tell(cell) });
    col += colSpan;
  }
  return cells;
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

function isLeftOut(row: XmlElement, { tally }: Telling): boolean {
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
