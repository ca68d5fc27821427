/** The sums a table's own shape promises: totals over rows, parents over children by code. */
import { compact } from '../normalizers/fold.js';
import { readArabic } from '../normalizers/numerals.js';
const micro = 6;
export function balanceOf(grid) {
    const at = new Map(grid.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
    const textAt = (row, col) => compact(at.get(`${row},${col}`)?.passage?.text ?? '');
    const blocks = codeColumns(grid, textAt);
    return blocks.flatMap((from, index) => blockSums(grid, from, blocks[index + 1] ?? grid.columns, at, textAt));
}
/** Where blocks of coded rows begin: the first column, and others that hold codes of their own (two blocks side by side). */
function codeColumns({ rows, columns }, textAt) {
    const isCoded = (col) => [...Array(rows).keys()].filter((row) => /^[23]\d{2}(?:\d{2}){0,2}$/.test(textAt(row, col))).length >= 2;
    return [0, ...[...Array(columns).keys()].filter((col) => col > 2 && isCoded(col))];
}
function blockSums(grid, from, to, at, textAt) {
    const coded = codedRows(grid, from, textAt);
    const labels = [0, 1, 2, 3].map((offset) => from + offset).filter((col) => col < to);
    const totals = [...Array(grid.rows).keys()].filter((row) => labels.some((col) => /^(?:合计|总计|支出合计)$/.test(textAt(row, col))));
    const printedIn = (col) => coded.filter(({ row }) => printedNumber(at.get(`${row},${col}`)) !== null);
    const columns = [...Array(to - from).keys()]
        .map((offset) => from + offset)
        .filter((col) => {
        const printed = printedIn(col);
        return printed.length >= 2 && !printed.every(({ row }) => /^\d{2,7}$/.test(textAt(row, col)));
    });
    const families = coded.map((parent) => ({
        total: parent.row,
        parts: childrenOf(parent, coded).map(({ row }) => row),
    }));
    const top = coded.filter(({ code }) => !coded.some((other) => other.code !== code && code.startsWith(other.code)));
    const sums = [
        ...families,
        ...totals
            .slice(0, from === 0 && to === grid.columns ? 1 : 0)
            .map((total) => ({ total, parts: top.map(({ row }) => row) })),
    ];
    return columns.flatMap((col) => {
        const value = (row) => printedNumber(at.get(`${row},${col}`));
        const name = (row) => `${textAt(row, from) || textAt(row, from + 1)} in column ${col + 1}`;
        return sums.flatMap(({ total, parts }) => sumOf(name(total), value(total), parts.map(value)) ?? []);
    });
}
/** Rows in order with the code each prints: in one cell, or as 类, 款, 项 in three. */
function codedRows(grid, from, textAt) {
    const rows = [];
    for (let row = 0; row < grid.rows; row++) {
        const first = [from, from + 1, from + 2].map((col) => textAt(row, col));
        const whole = first.find((text) => /^(?:[23]\d{2}|[23]\d{4}|[23]\d{6})$/.test(text));
        const parts = first.filter((text) => /^\d{2,3}$/.test(text));
        const code = whole !== undefined && whole.length > 3
            ? whole
            : parts.length > 0 && /^[235]\d{2}$/.test(parts[0] ?? '')
                ? parts.join('')
                : (whole ?? '');
        if (code !== '')
            rows.push({ row, code });
    }
    return new Set(rows.map(({ code }) => code)).size === rows.length ? rows : [];
}
/** The rows one level below. */
function childrenOf({ code }, rows) {
    return rows.filter((other) => other.code.startsWith(code) && other.code.length === code.length + 2);
}
function printedNumber(cell) {
    const text = compact(cell?.passage?.text ?? '');
    const match = /^(-)?([\d,]+(?:\.\d+)?)$/.exec(text);
    const number = match === null ? null : readArabic(match[2] ?? '');
    if (number === null || number.exponent < -micro)
        return null;
    const value = number.digits * 10n ** BigInt(micro + number.exponent);
    return { value: match?.[1] === '-' ? -value : value, half: 10n ** BigInt(micro + number.place) / 2n };
}
/** Null where the total or every part is blank: nothing is promised. A sum of n printed numbers may miss by their halves. */
function sumOf(what, total, parts) {
    const printed = parts.filter((part) => part !== null);
    if (total === null || printed.length === 0)
        return null;
    const expected = printed.reduce((sum, { value }) => sum + value, 0n);
    const tolerance = printed.reduce((sum, { half }) => sum + half, total.half);
    const gap = total.value - expected;
    return { what, stated: shown(total.value), expected: shown(expected), holds: (gap < 0n ? -gap : gap) <= tolerance };
}
function shown(value) {
    const digits = (value < 0n ? -value : value).toString().padStart(micro + 1, '0');
    const fraction = digits.slice(-micro).replace(/0+$/, '');
    return `${value < 0n ? '-' : ''}${digits.slice(0, -micro)}${fraction === '' ? '' : `.${fraction}`}`;
}
