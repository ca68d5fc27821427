/**
 * Paragraphs of a Word 97 document → paragraphs and tables in order. Hard because a table is nowhere said whole: paragraphs say how
 * deep in tables they stand, marks end cells and rows, and the mark of a row says where its cells' borders are.
 */
import type { FlowItem } from '../../../model/flow.ts';
import { assembleTable, type WordCell } from '../assemble-table.ts';
import type { Numbering } from '../list-numbers.ts';
import { paragraphsOf } from '../printed-lines.ts';
import type { DocParagraph } from './paragraphs.ts';
import { defineTable, type Sprm } from './sprms.ts';
import type { Stretch } from './stretch.ts';

export interface DocTelling {
  readonly numbering: Numbering;
  readonly styles: (style: number) => readonly Sprm[];
}

/** A row as its end mark tells it. */
interface Row {
  readonly cells: readonly (readonly FlowItem[])[];
  /** In twips from the left, one more than cells; empty where it is not told. */
  readonly edges: readonly number[];
  /** Of each cell, bits of TCGRF: 1 and 2 merge across, 0x20 and 0x40 down. */
  readonly merges: readonly number[];
}

/** A table that is being read, on its level. */
interface OpenTable {
  readonly rows: Row[];
  cells: (readonly FlowItem[])[];
  items: FlowItem[];
}

const codes = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRow: 0x244c,
  level: 0x260a,
  list: 0x460b,
};
/** Borders nearer to one another than this, in twips, are one. */
const sameBorder = 30;
const deepest = 50;

export function tellStory(paragraphs: readonly DocParagraph[], telling: DocTelling): readonly FlowItem[] {
  const items: FlowItem[] = [];
  const open: OpenTable[] = [];
  const current = () => open.at(-1)?.items ?? items;
  const close = () => {
    const table = open.pop();
    if (table === undefined) return;
    if (table.cells.length > 0 || table.items.length > 0) table.rows.push(rowOf([...table.cells, table.items], []));
    current().push(...tableOf(table.rows));
  };
  for (const paragraph of paragraphs) {
    const sprms = [...telling.styles(paragraph.style), ...paragraph.sprms];
    const said = (code: number) => sprms.findLast((sprm) => sprm.code === code)?.value;
    const isSaid = (code: number) => (said(code)?.u8(0) ?? 0) !== 0;
    const depth = !isSaid(codes.inTable) ? 0 : Math.min(deepest, Math.max(1, said(codes.depth)?.u16(0) ?? 1));
    while (open.length > depth) close();
    while (open.length < depth) open.push({ rows: [], cells: [], items: [] });
    const table = open.at(-1);
    const endsRow = depth === 1 ? isSaid(codes.rowEnd) : isSaid(codes.innerRow);
    if (table !== undefined && endsRow) {
      table.rows.push(rowOf(table.cells, sprms));
      Object.assign(table, { cells: [], items: [] });
      continue;
    }
    current().push(...paragraphsOf(numberOf(said, telling.numbering) + paragraph.text));
    if (table !== undefined && (depth === 1 ? paragraph.cellMark : isSaid(codes.innerCell))) {
      table.cells.push(table.items);
      table.items = [];
    }
  }
  while (open.length > 0) close();
  return items;
}

function numberOf(said: (code: number) => Stretch | undefined, numbering: Numbering): string {
  const list = said(codes.list)?.u16(0) ?? 0;
  return list === 0 ? '' : numbering.next(String(list), said(codes.level)?.u8(0) ?? 0);
}

/** @param sprms of the mark that ends the row; sprmTDefTable tells its borders (MS-DOC 2.9.321) */
function rowOf(cells: readonly (readonly FlowItem[])[], sprms: readonly Sprm[]): Row {
  const table = sprms.findLast(({ code }) => code === defineTable)?.value;
  const count = table === undefined || table.length === 0 ? 0 : table.u8(0);
  if (table === undefined || count !== cells.length || 1 + 2 * (count + 1) > table.length) {
    return { cells, edges: [], merges: [] };
  }
  const after = 1 + 2 * (count + 1);
  return {
    cells,
    edges: Array.from({ length: count + 1 }, (_, i) => table.i16(1 + 2 * i)),
    merges: cells.map((_, i) => (after + 20 * i + 2 <= table.length ? table.u16(after + 20 * i) : 0)),
  };
}

function tableOf(rows: readonly Row[]): readonly FlowItem[] {
  const borders = bordersOf(rows.flatMap(({ edges }) => edges));
  return assembleTable(rows.map((row) => placed(row, borders)));
}

/** Each border once, from the left. */
function bordersOf(edges: readonly number[]): readonly number[] {
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  return sorted.filter((edge, i) => i === 0 || edge - (sorted[i - 1] ?? edge) > sameBorder);
}

function placed({ cells, edges, merges }: Row, borders: readonly number[]): readonly WordCell[] {
  const at = edges.map((edge) =>
    Math.max(
      0,
      borders.findLastIndex((border) => border <= edge),
    ),
  );
  const told = at.length === cells.length + 1 && at.every((place, i) => i === 0 || place > (at[i - 1] ?? place));
  return cells.map((items, i): WordCell => {
    const merge = merges[i] ?? 0;
    const col = told ? (at[i] ?? i) : i;
    const down = (merge & 0x60) === 0 ? null : (merge & 0x40) !== 0 ? 'begins' : 'goes on';
    return { col, colSpan: told ? (at[i + 1] ?? col + 1) - col : 1, down, joined: (merge & 3) === 2, items };
  });
}
