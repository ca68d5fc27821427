/** Rows of a query → text: an aligned table, CSV (RFC 4180), JSON or Markdown. */
import stringWidth from 'string-width';

export type Value = string | number | bigint | Uint8Array | null;
export type RowFormat = 'table' | 'csv' | 'json' | 'markdown';

/**
 * @param columns names in order, repeated ones too
 * @param rows values in that order
 * @returns text without a line end at its end; empty when a format has nothing to say
 */
export function printRows(columns: readonly string[], rows: readonly (readonly Value[])[], format: RowFormat): string {
  switch (format) {
    case 'csv':
      return [columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
    case 'json':
      return `[${rows.map((row) => `\n  ${jsonObject(columns, row)}`).join(',')}${rows.length > 0 ? '\n' : ''}]`;
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

function csvCell(value: Value): string {
  const text = shown(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By hand, because an object would merge columns of one name. Integers beyond 2^53 stay exact: they are JSON numbers. */
function jsonObject(columns: readonly string[], row: readonly Value[]): string {
  const members = columns.map((column, i) => {
    const value = row[i] ?? null;
    const exact =
      typeof value === 'bigint' ? String(value) : JSON.stringify(value instanceof Uint8Array ? shown(value) : value);
    return `${JSON.stringify(column)}: ${exact}`;
  });
  return `{${members.join(', ')}}`;
}

function markdown(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (value: Value) =>
    shown(value)
      .replaceAll('|', '\\|')
      .replace(/\r?\n|\r/g, '<br>');
  return [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

/** Columns as wide as their widest cell in terminal columns (Chinese characters take two); numbers to the right. */
function table(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  const cells = rows.map((row) => row.map((value) => shown(value).replace(/\s*[\r\n]+\s*/g, ' ')));
  const numeric = columns.map(
    (_, i) =>
      rows.length > 0 &&
      rows.every((row) => row[i] === null || typeof row[i] === 'number' || typeof row[i] === 'bigint'),
  );
  const widths = columns.map((column, i) =>
    cells.reduce((most, row) => Math.max(most, stringWidth(row[i] ?? '')), stringWidth(column)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const pad = ' '.repeat((widths[i] ?? 0) - stringWidth(text));
        return numeric[i] ? pad + text : text + pad;
      })
      .join('  ')
      .trimEnd();
  return [line(columns), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}
