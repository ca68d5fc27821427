/** Rows of a query → text: an aligned table, CSV (RFC 4180), JSON or Markdown. */
import stringWidth from 'string-width';
/**
 * @param columns names in order, repeated ones too
 * @param rows values in that order
 * @returns text without a line end at its end; empty when a format has nothing to say
 */
export function printRows(columns, rows, format) {
    switch (format) {
        case 'csv':
            return [columns, ...rows].map(csvLine).join('\r\n');
        case 'json':
            return `[${rows.map((row) => `\n  ${jsonObject(columns, row)}`).join(',')}${rows.length > 0 ? '\n' : ''}]`;
        case 'markdown':
            return markdown(columns, rows);
        case 'table':
            return table(columns, rows);
    }
}
function shown(value) {
    if (value === null)
        return '';
    return value instanceof Uint8Array ? `x'${Buffer.from(value).toString('hex')}'` : String(value);
}
/** A line of one empty cell is quoted: an empty line is no row to most readers. */
const csvLine = (row) => row.map(csvCell).join(',') || (row.length === 1 ? '""' : '');
function csvCell(value) {
    const text = shown(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** By hand, because an object would merge columns of one name. Integers beyond 2^53 stay exact: they are JSON numbers. */
function jsonObject(columns, row) {
    const members = columns.map((column, i) => {
        const value = row[i] ?? null;
        const exact = typeof value === 'bigint' ? String(value) : JSON.stringify(value instanceof Uint8Array ? shown(value) : value);
        return `${JSON.stringify(column)}: ${exact}`;
    });
    return `{${members.join(', ')}}`;
}
function markdown(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const cell = (value) => shown(value)
        .replace(/[\\|`*<]/g, '\\$&')
        .replace(/\r?\n|\r/g, '<br>');
    return [line(columns.map(cell)), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}
/** Line ends, tabs and what a terminal would obey: a cell is one line of plain signs. */
const controls = /\s*[\p{Cc}\u2028\u2029]+\s*/gu;
/** Columns as wide as their widest cell in terminal columns (Chinese characters take two); numbers to the right. */
function table(columns, rows) {
    const cell = (value) => shown(value).replace(controls, ' ');
    const heads = columns.map(cell);
    const cells = rows.map((row) => row.map(cell));
    const numeric = columns.map((_, i) => rows.length > 0 &&
        rows.every((row) => row[i] === null || typeof row[i] === 'number' || typeof row[i] === 'bigint'));
    const widths = heads.map((head, i) => cells.reduce((most, row) => Math.max(most, columnsOf(row[i] ?? '')), columnsOf(head)));
    const line = (row) => row
        .map((text, i) => {
        const pad = ' '.repeat((widths[i] ?? 0) - columnsOf(text));
        return numeric[i] ? pad + text : text + pad;
    })
        .join('  ')
        .trimEnd();
    return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}
/** Columns of the screen; most cells are plain ASCII, for which the length is the answer. */
function columnsOf(text) {
    return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}
