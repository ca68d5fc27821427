/**
 * The header rows of a table: where its body begins, and what stands over each column from the top down. Hard because titles and
 * units stand inside some grids, and rows of column numbers (1 2 3 …, 栏次) between header and body.
 */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import { termKeys } from '../../normalizers/statement-terms.ts';
import type { Matrix } from './matrix.ts';
import { dashes, readCellNumber } from './numbers.ts';

export interface Header {
  /** First row of the body. */
  readonly bodyFrom: number;
  /** Of each column, the header's words from the top down, blanks left out; a merged cell stands once. */
  readonly paths: readonly (readonly string[])[];
}

type RowKind = 'caption' | 'header' | 'index' | 'blank' | 'body';

export function headerOf(matrix: Matrix): Header {
  let from = 0;
  while (from < matrix.rows && rowKind(matrix, from) === 'caption') from++;
  let to = from;
  while (to < matrix.rows && rowKind(matrix, to) === 'header') to++;
  let bodyFrom = to;
  while (bodyFrom < matrix.rows && rowKind(matrix, bodyFrom) === 'index') bodyFrom++;
  const paths = Array.from({ length: matrix.columns }, (_, column) => {
    const path: string[] = [];
    let last = null;
    for (let row = from; row < to; row++) {
      const cell = matrix.at(row, column);
      const text = matrix.text(row, column);
      if (cell !== last && text !== '') path.push(text);
      last = cell;
    }
    for (let row = to; row < bodyFrom; row++) {
      if (levelWord.test(matrix.text(row, column))) path.push(matrix.text(row, column));
    }
    return path;
  });
  return { bodyFrom, paths };
}

/** Rows of column numbers, which also stand inside a body that goes on overleaf. */
export function isIndexRow(matrix: Matrix, row: number): boolean {
  return rowKind(matrix, row) === 'index';
}

function rowKind(matrix: Matrix, row: number): RowKind {
  const cells = cellsOf(matrix, row);
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  if (texts.length === 0) return 'blank';
  const widest = Math.max(...cells.map(({ width }) => width));
  if (widest >= matrix.columns * 0.45 && texts.every((text) => isCaption(text, matrix.columns, widest)))
    return 'caption';
  const levels = texts.some((text) => levelWord.test(text));
  const words = texts.filter((text) => !/^(?:\*+|栏次|行次|项目|[甲乙丙丁])$/.test(text) && !levelWord.test(text));
  const numbers = words.map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN));
  if (numbersColumns(numbers) && (numbers.length > 1 || (texts.length > words.length && !levels))) return 'index';
  // 5 0 1 4 0 4 below “三公” heads: small amounts and nothing else. Years alone are heads.
  const numeric = words.length > 1 && words.every((text) => readCellNumber(text) !== null);
  if (numeric && !words.every((text) => /^20\d\d$/.test(text))) return 'body';
  const [first = '', ...others] = texts;
  // 合计 12 8 4, 公务用车购置数 2: whole amounts and counts are as small as the numbers of columns.
  const whole = others.length > 0 && others.every((text) => /^\d{1,4}$/.test(text) && !/^20\d\d$/.test(text));
  if (whole && readCellNumber(first) === null && !countsColumns(others.map(Number))) return 'body';
  // 1 办公费 10: numbered rows of whole amounts.
  const [last = ''] = texts.slice(-1);
  const numbered = texts.length > 2 && [first, last].every((text) => /^\d{1,4}$/.test(text) && !/^20\d\d$/.test(text));
  if (numbered && texts.some((text) => readCellNumber(text) === null)) return 'body';
  const leading = cells.filter(({ column, width }) => column + width <= Math.max(1, matrix.columns / 2));
  const amounts = texts.filter((text) => isAmount(text)).length;
  if (amounts > 0) return 'body';
  if (/^\d{3,7}(?:[-－].*)?$/.test(first)) return 'body';
  if (enumeratorOf(first)?.kind !== undefined && !/^表/.test(first) && leading.length > 0) return 'body';
  const [, ...rest] = cells;
  const alone = texts.length === 1 && termKeys(first)[0] !== undefined && rest.some(({ text }) => text === '');
  const onlyTotal = texts.length === 1 && /^(?:合计|总计)[:：]?$/.test(first);
  return alone || onlyTotal ? 'body' : 'header';
}

/** 类 款 项 stand over codes, in some tables beside the numbers of the other columns. */
const levelWord = /^[类款项]$/;

/** Rising numbers, or a count from 1 that begins again for the table's other side. */
function numbersColumns(numbers: readonly number[]): boolean {
  const after = (i: number) => numbers[i - 1] ?? 0;
  if (numbers.every((number, i) => number > after(i))) return true;
  return numbers.every((number, i) => number === after(i) + 1 || (number === 1 && numbers[i + 1] === 2));
}

/** 1 2 3 …: so many columns that nobody means amounts. */
const countsColumns = (numbers: readonly number[]) =>
  numbers.length > 2 && numbers.every((number, i) => number === i + 1);

/** A number that is no column index, no year and no code. */
const isAmount = (text: string) =>
  (readCellNumber(text) !== null && !/^\d{1,2}$|^20\d\d$/.test(text)) || dashes.test(text);

function cellsOf(matrix: Matrix, row: number) {
  const cells: { readonly column: number; readonly width: number; readonly text: string }[] = [];
  for (let column = 0; column < matrix.columns; ) {
    const cell = matrix.at(row, column);
    const width = cell === null ? 1 : cell.col + cell.colSpan - column;
    cells.push({ column, width, text: matrix.text(row, column) });
    column += Math.max(1, width);
  }
  return cells;
}

/** A title over the whole width, or the lines of unit and agency that stand inside the grid. */
const isCaption = (text: string, columns: number, widest: number) =>
  /^(?:金额)?单位[:：]|[:：].*[局委办院会室厅部处中心]$|^(?:编制|预算|填报)?(?:单位|部门)[^:：]*[:：]/.test(text) ||
  (widest === columns && columns > 1);
