/**
 * One statement table → its figures: header → columns and blocks, rows from the top down, and each number where a row and a column
 * cross, with the meaning both give it. What matches nothing is said, never guessed.
 */
import { conceptLabel } from '../../normalizers/concepts.ts';
import { compact } from '../../normalizers/fold.ts';
import type { Figure } from '../../pipeline/model/figure.ts';
import type { FindingCode, Note } from '../../pipeline/model/finding.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { type Block, blocksOf, type Column, columnOf } from './columns.ts';
import { compose, type TableContext } from './compose.ts';
import { withEconomicItems } from './economic-columns.ts';
import { statedEmpty, zeroFigure } from './empty-table.ts';
import { type Header, headerOf, isIndexRow } from './header.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { dashes, moneyOf, moneyPower, readCellNumber } from './numbers.ts';
import { type RowReading, rowReader } from './rows.ts';
import type { StatementTemplate } from './template.ts';

/** What a table that goes on without a header takes over from the one before. */
export interface TableFrame {
  readonly template: StatementTemplate;
  readonly columns: readonly Column[];
  readonly unit: string | null;
}

export interface OpenTable {
  readonly grid: Grid;
  readonly matrix: Matrix;
  readonly header: Header;
  readonly columns: readonly Column[];
}

export function openTable(grid: Grid): OpenTable {
  const matrix = matrixOf(grid);
  const header = headerOf(matrix);
  const columns = header.paths.map((path, index) => columnOf(index, path));
  const roles = columns.map((column) => labelled(column, matrix, header.bodyFrom));
  return { grid, matrix, header, columns: withEconomicItems(roles).map(withItems) };
}

const names: ReadonlySet<string> = new Set([
  'label',
  'name_label',
  'function_label',
  'economic_label',
  'government_label',
  'project_label',
]);

/** Codes without a column for their names: what is headed as the unit names the items too. */
function withItems(column: Column, _index: number, columns: readonly Column[]): Column {
  if (column.role !== 'unit_label') return column;
  const coded = columns.some(({ role }) => role === 'code') && !columns.some(({ role }) => names.has(role));
  return coded ? { ...column, role: 'unit_item_label' } : column;
}

/** A column that holds words is a label, whatever its header calls it. */
function labelled(column: Column, matrix: Matrix, from: number): Column {
  if (column.role !== 'unknown') return column;
  const texts: string[] = [];
  for (let row = from; row < matrix.rows; row++) texts.push(matrix.text(row, column.index));
  const said = texts.filter((text) => text !== '' && !dashes.test(text));
  const words = said.filter((text) => readCellNumber(text) === null).length;
  return words * 2 > said.length ? { ...column, role: 'label' } : column;
}

export interface TableFigures {
  readonly figures: readonly Figure[];
  readonly rowsRead: number;
}

/** @param section index of the table's section */
export function readTable(
  { grid, matrix, header }: OpenTable,
  { template, columns, unit }: TableFrame,
  facts: DocumentFacts,
  section: number,
  note: Note,
): TableFigures {
  const pages = new Map(grid.cells.toReversed().map((cell) => [cell.row, cell.page]));
  const say = (code: FindingCode, message: string, row?: number) => {
    const page = row === undefined ? grid.span.page : (pages.get(row) ?? grid.span.page);
    note({ code, message: `${template.label}: ${message}`, span: { ...grid.span, page } });
  };
  const blocks = blocksOf(columns);
  const context = contextOf(template, facts, columns, matrix, blocks);
  noteColumns(blocks, matrix, header.bodyFrom, say);
  const readers = blocks.map((block) => rowReader(matrix, block, template, facts));
  const figures: Figure[] = [];
  let rowsRead = 0;
  let unitless = 0;
  for (let row = header.bodyFrom; row < matrix.rows; row++) {
    if (isIndexRow(matrix, row)) {
      rowsRead++;
      continue;
    }
    let understood = true;
    for (const [index, block] of blocks.entries()) {
      const reading = readers[index]?.read(row);
      if (reading === undefined) continue;
      for (const doubt of reading.doubts) say('item-doubtful', doubt, row);
      if (reading.about.kind === 'unknown' && hasNumbers(matrix, block, row)) {
        say('row-unknown', `“${reading.stated}” names nothing that is known`, row);
        understood = false;
        continue;
      }
      for (const column of block.amounts) {
        const figure = figureAt(row, column, reading, block);
        if (figure !== null) figures.push(figure);
      }
    }
    if (understood) rowsRead++;
  }
  const empty = figures.length === 0 && template.part === undefined ? statedEmpty(grid) : null;
  const zero = empty === null ? null : zeroFigure(template, grid, empty, facts, conceptLabel, section);
  if (zero !== null) figures.push(zero);
  if (unitless > 0) say('unit-unknown', `no unit is printed: ${unitless} numbers are kept as printed`);
  return { figures, rowsRead };

  function figureAt(row: number, column: Column, reading: RowReading, block: Block): Figure | null {
    if (!matrix.begins(row, column.index)) return null;
    const text = matrix.text(row, column.index);
    const passage = matrix.at(row, column.index)?.passage ?? null;
    if (passage === null || text === '' || dashes.test(text)) return null;
    const number = readCellNumber(text);
    if (number === null) {
      if (/\d/.test(text)) say('cell-unreadable', `“${text}” under “${column.path.join(' ')}” is no number`, row);
      return null;
    }
    const meaning = compose(reading, column, block.side, context);
    if (meaning === null || column.role === 'unknown') return null;
    const words = passage.cut(0, passage.text.length);
    const quote = `${reading.stated} ${compact(words.value)}`.trim();
    const own = {
      ...meaning,
      label: conceptLabel(meaning.concept),
      source: 'table' as const,
      section,
      words,
      quote,
      mention: null,
      at: { kind: 'cell' as const, grid, row, column: column.index },
    };
    if (rates.has(meaning.measure) || number.percent) {
      const measure = meaning.measure === 'amount' ? 'share' : meaning.measure;
      return { ...own, measure, value: { kind: 'number', number, unit: '%' } };
    }
    const count = countUnit(meaning.concept);
    if (count !== null) return { ...own, measure: 'count', value: { kind: 'number', number, unit: count } };
    const power = moneyPower(number.unit ?? column.meaning.unit ?? unit);
    if (power === null) {
      unitless++;
      return { ...own, value: { kind: 'number', number, unit: null } };
    }
    const money = moneyOf(number, power);
    if (money === null) {
      say('amount-malformed', `“${text}” is more money than can be kept`, row);
      return null;
    }
    if (!money.exact) say('amount-rounded-to-fen', `“${text}” is finer than a fen`, row);
    return { ...own, value: { kind: 'money', money } };
  }
}

const rates: ReadonlySet<string> = new Set(['growth_rate', 'completion_rate', 'share']);

const countUnits: Readonly<Record<string, string>> = {
  'sangong.overseas_groups': '个',
  'sangong.overseas_persons': '人次',
  'sangong.vehicles_purchased': '辆',
  'sangong.vehicles_owned': '辆',
  'sangong.reception_batches': '批次',
  'sangong.reception_persons': '人次',
  'assets.vehicles': '辆',
  'assets.equipment_over_500k': '台（套）',
  'assets.equipment_over_1m': '台（套）',
};
const countUnit = (concept: string): string | null => countUnits[concept] ?? null;

const hasNumbers = (matrix: Matrix, block: Block, row: number) =>
  block.amounts.some((column) => readCellNumber(matrix.text(row, column.index)) !== null);

function contextOf(
  template: StatementTemplate,
  facts: DocumentFacts,
  columns: readonly Column[],
  matrix: Matrix,
  blocks: readonly Block[],
): TableContext {
  const total = template.matter ?? '';
  const named = columns.filter(({ meaning }) => meaning.item === total);
  const plain = blocks
    .flatMap(({ amounts }) => amounts)
    .filter(({ meaning }) => meaning.item === null && meaning.fund === null);
  return {
    template,
    facts,
    carries: columns.some(({ meaning }) => meaning.part === 'carry_opening') && template.side !== null,
    ownTotal: named.length > 0 && plain.length > 0 && matrix.columns > named.length + 1,
  };
}

/** Columns of numbers whose header matches nothing. */
function noteColumns(
  blocks: readonly Block[],
  matrix: Matrix,
  from: number,
  say: (code: FindingCode, message: string) => void,
): void {
  for (const { amounts } of blocks) {
    for (const { index, path, role, unknown } of amounts) {
      if (role !== 'unknown') continue;
      let numbers = 0;
      for (let row = from; row < matrix.rows; row++) if (readCellNumber(matrix.text(row, index)) !== null) numbers++;
      if (numbers > 0) {
        say(
          'column-unknown',
          `“${(unknown.length > 0 ? unknown : path).join(' ')}” names nothing that is known: ${numbers} numbers not read`,
        );
      }
    }
  }
}
