/** Rows of a query → text: an aligned table, CSV (RFC 4180), JSON or Markdown. */
import stringWidth from 'string-width';

export type Value = string | number | bigint | Uint8Array | null;
/** Values in the order of the columns. */
export type Row = readonly Value[];
export type RowFormat = 'table' | 'csv' | 'json' | 'markdown';

/**
 * @param columns names in order, repeated ones too
 * @param rows values in that order; read once, none kept but as text
 * @returns pieces of text, without a line end at the end of the last; none when a format has nothing to say
 */
export function printRows(columns: readonly string[], rows: Iterable<Row>, format: RowFormat): Iterable<string> {
  switch (format) {
    case 'csv':
      return csv(columns, rows);
    case 'json':
      return json(columns, rows);
    case 'markdown':
      return markdown(columns, rows);
    case 'table':
      return table(columns, rows);
  }
}

function shown(value: Value): string {
  if (value === null) return '';
  return value instanceof Uint8Array ? `x'${Buffer.from(value).toString('hex')}'` : String(value);
}

function* csv(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  yield csvLine(columns);
  for (const row of rows) yield `\r\n${csvLine(row)}`;
}

/** A line of one empty cell is quoted: an empty line is no row to most readers. */
const csvLine = (row: Row) => row.map(csvCell).join(',') || (row.length === 1 ? '""' : '');

function csvCell(value: Value): string {
  const text = shown(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* json(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  const names = columns.map((column) => JSON.stringify(column));
  let some = false;
  for (const row of rows) {
    yield `${some ? ',' : '['}\n  ${jsonObject(names, row)}`;
    some = true;
  }
  yield some ? '\n]' : '[]';
}

/** By hand, because an object would merge columns of one name. Integers beyond 2^53 stay exact: they are JSON numbers. */
function jsonObject(names: readonly string[], row: Row): string {
  const members = names.map((name, i) => {
    const value = row[i] ?? null;
    const exact =
      typeof value === 'bigint' ? String(value) : JSON.stringify(value instanceof Uint8Array ? shown(value) : value);
    return `${name}: ${exact}`;
  });
  return `{${members.join(', ')}}`;
}

function* markdown(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (value: Value) =>
    shown(value)
      .replace(/[\\|`*<]/g, '\\$&')
      .replace(/\r?\n|\r/g, '<br>');
  yield `${line(columns.map(cell))}\n${line(columns.map(() => '---'))}`;
  for (const row of rows) yield `\n${line(row.map(cell))}`;
}

/** Line ends, tabs and what a terminal would obey: a cell is one line of plain signs. */
const controls = /\s*[\p{Cc}\u2028\u2029]+\s*/gu;

/** Columns as wide as their widest cell in terminal columns (Chinese characters take two); numbers to the right. */
function* table(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  const cell = (value: Value) => shown(value).replace(controls, ' ');
  const heads = columns.map(cell);
  const widths = heads.map(columnsOf);
  const numeric = columns.map(() => true);
  const cells: (readonly string[])[] = [];
  for (const row of rows) {
    cells.push(row.map(cell));
    cells.at(-1)?.forEach((text, i) => {
      widths[i] = Math.max(widths[i] ?? 0, columnsOf(text));
      if (row[i] !== null && typeof row[i] !== 'number' && typeof row[i] !== 'bigint') numeric[i] = false;
    });
  }
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const pad = ' '.repeat((widths[i] ?? 0) - columnsOf(text));
        return numeric[i] === true && cells.length > 0 ? pad + text : text + pad;
      })
      .join('  ')
      .trimEnd();
  yield `${line(heads)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}`;
  for (const row of cells) yield `\n${line(row)}`;
}

/** Signs of one column, and signs of two: Chinese characters and their punctuation (Unicode Standard Annex 11). */
const plainSigns = /^[\x20-\x7e\u3001-\u303e\u4e00-\u9fff\uff01-\uff60]*$/;
const wideSigns = /[\u3001-\uff60]/g;

/** Columns of the screen; most cells are of plain signs, which need only be counted. */
function columnsOf(text: string): number {
  if (!plainSigns.test(text)) return stringWidth(text);
  return text.length + (text.match(wideSigns)?.length ?? 0);
}
