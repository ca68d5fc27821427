/** Statement tables written out in a test: cell texts in, figures and findings out, by the real reader. */
import { readStatements } from '../../extractors/tables/read-statements.ts';
import type { StatementTemplate } from '../../extractors/tables/template.ts';
import { statementTemplates } from '../../extractors/tables/templates/index.ts';
import { decimalText, type Figure, type Item, type TableReading } from '../../pipeline/model/figure.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Grid, GridCell } from '../../pipeline/model/layout.ts';
import { yuanText } from '../../pipeline/model/money.ts';
import type { Outline, Section } from '../../pipeline/model/outline.ts';
import { Passage } from '../../pipeline/model/passage.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { Sourced } from '../../pipeline/model/sourced.ts';

export interface PrintedTable {
  /** The line over the table; null where none is printed. */
  readonly title: string | null;
  /** The heading the table stands under. */
  readonly heading?: string;
  /** 元 unless another is given; null where none is printed. */
  readonly unit?: string | null;
  /** 注：… below it. */
  readonly note?: string;
  /** Cells parted by |, blanks around them left out; ← goes on from the left, ↑ from above; nothing is an empty cell. */
  readonly rows: readonly string[];
}

export interface ReadTables {
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  /** What became of each table, in order; null for one that is no statement. */
  readonly tables: readonly (TableReading | null)[];
}

/** A budget of 2024, of a unit that is in no table unless a test puts it there. */
export const budget2024: DocumentFacts = {
  title: '云溪县水务局2024年部门预算',
  kind: 'budget',
  caliber: null,
  agency: '云溪县水务局',
  region: null,
  regionCode: null,
  fiscalYear: 2024,
};

export const accounts2023: DocumentFacts = { ...budget2024, kind: 'final_accounts', fiscalYear: 2023 };

/** Reads tables as if they followed each other in one document. */
export function readTables(
  printed: readonly PrintedTable[],
  facts: DocumentFacts = budget2024,
  templates: readonly StatementTemplate[] = statementTemplates,
): ReadTables {
  const findings: Finding[] = [];
  const outline = outlineOf(printed);
  const readings = readStatements(outline, facts, templates, (finding) => findings.push(finding));
  const grids = outline.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'grid'));
  const tables = grids.map((grid) => readings.get(grid) ?? null);
  return { figures: tables.flatMap((table) => table?.figures ?? []), findings, tables };
}

export const readOne = (printed: PrintedTable, facts?: DocumentFacts, templates?: readonly StatementTemplate[]) =>
  readTables([printed], facts, templates);

/** [what the row is of, concept, component, value]. */
export type Tuple = readonly [item: string, concept: string, component: string, value: string];

export const tuplesOf = ({ figures }: Pick<ReadTables, 'figures'>): readonly Tuple[] =>
  figures.map((figure) => [itemOf(figure), figure.concept, figure.component ?? '', printedValue(figure)]);

/** [year, basis, measure, concept, value]. */
export const datedOf = ({ figures }: Pick<ReadTables, 'figures'>) =>
  figures.map((figure) => [figure.fiscalYear, figure.basis, figure.measure, figure.concept, printedValue(figure)]);

/** [code, message]. */
export const saidOf = ({ findings }: Pick<ReadTables, 'findings'>) =>
  findings.map(({ code, message }) => [code, message]);

/** Money in yuan, else the number with its unit: 104200.00, 2.90%, 3辆; 104.2? where the print gives no unit. */
export function printedValue({ value }: Figure): string {
  if (value.kind === 'money') return yuanText(value.money.fen);
  return `${decimalText(value.number)}${value.unit ?? '?'}`;
}

/** Codes of function and economic items, project, unit: as many as the figure has. */
function itemOf(figure: Figure): string {
  const said = (item: Item | null) => (item === null ? null : (item.code ?? `${item.name}?`));
  const parts = [said(figure.function), said(figure.economic), figure.governmentCode, figure.project, figure.agency];
  return parts.filter((part) => part !== null).join(' ');
}

/** All tables in one text, each in a section of its own, under the document's. */
function outlineOf(printed: readonly PrintedTable[]): Outline {
  const writer = new Writer();
  const drafts = printed.map((table) => ({ heading: writer.add(table.heading), lines: linesOf(table, writer) }));
  const text = writer.text;
  const span = { start: 0, end: text.length, page: 1 };
  const own = { kind: 'other', label: null, span };
  const root: Section = { ...own, index: 0, parent: null, level: 0, ordinal: 1, heading: null, blocks: [] };
  const sections = drafts.map(({ heading, lines }, i): Section => {
    const index = i + 1;
    const blocks = [gridOf(lines, text)];
    return { ...own, index, parent: 0, level: 1, ordinal: index, heading: sourced(heading, text), blocks };
  });
  return { sections: [root, ...sections] };
}

type Place = readonly [start: number, end: number] | null;

class Writer {
  text = '';

  add(words: string | null | undefined): Place {
    if (words === undefined || words === null || words === '') return null;
    const start = this.text.length;
    this.text += `${words}\n`;
    return [start, start + words.length];
  }
}

interface Lines {
  readonly title: Place;
  readonly unit: Place;
  readonly cells: readonly (readonly { readonly words: string; readonly place: Place }[])[];
  readonly note: Place;
}

function linesOf({ title, unit = '元', note, rows }: PrintedTable, writer: Writer): Lines {
  const split = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  return {
    title: writer.add(title),
    unit: writer.add(unit),
    cells: split.map((row) => row.map((words) => ({ words, place: /^[←↑]$/.test(words) ? null : writer.add(words) }))),
    note: writer.add(note),
  };
}

function gridOf({ title, unit, cells, note }: Lines, text: string): Grid {
  const columns = Math.max(...cells.map((row) => row.length));
  const words = (row: number, col: number) => cells[row]?.[col]?.words ?? '';
  const found: GridCell[] = [];
  for (let row = 0; row < cells.length; row++) {
    for (let col = 0; col < columns; col++) {
      if (/^[←↑]$/.test(words(row, col))) continue;
      let colSpan = 1;
      while (words(row, col + colSpan) === '←') colSpan++;
      let rowSpan = 1;
      while (words(row + rowSpan, col) === '↑') rowSpan++;
      const passage = passageAt(cells[row]?.[col]?.place ?? null, text);
      found.push({ row, col, rowSpan, colSpan, page: 1, box: null, passage });
    }
  }
  const caption = {
    title: sourced(title, text),
    number: null,
    unit: sourced(unit, text),
    agency: null,
    note: sourced(note, text),
  };
  const span = { start: 0, end: text.length, page: 1 };
  return { kind: 'grid', ruled: true, rows: cells.length, columns, cells: found, caption, span };
}

function passageAt(place: Place, text: string): Passage | null {
  return place === null ? null : new Passage(text, [{ start: place[0], end: place[1], page: 1 }]);
}

function sourced(place: Place, text: string): Sourced<string> | null {
  const passage = passageAt(place, text);
  return passage === null ? null : passage.cut(0, passage.text.length);
}
