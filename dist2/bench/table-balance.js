/** The sums a table's own shape promises: totals over rows, parents over children by code. */
import { compact } from '../normalizers/fold.js';
import { readArabic } from '../normalizers/numerals.js';
const micro = 6;
export function balanceOf(grid) {
    const at = new Map(grid.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
    const textAt = (row, col) => compact(at.get(`${row},${col}`)?.passage?.text ?? '');
    const coded = codedRows(grid, textAt);
    const totals = [...Array(grid.rows).keys()].filter((row) => [0, 1, 2, 3].some((col) => /^(?:合计|总计|支出合计)$/.test(textAt(row, col))));
    const columns = [...Array(grid.columns).keys()].filter((col) => coded.filter(({ row }) => printedNumber(at.get(`${row},${col}`)) !== null).length >= 2);
    const codeColumns = new Set(coded.flatMap(({ row }) => columns.filter((col) => /^\d{2,7}$/.test(textAt(row, col)))));
    return columns
        .filter((col) => !codeColumns.has(col))
        .flatMap((col) => {
        const value = (row) => printedNumber(at.get(`${row},${col}`));
        const name = (row) => `${textAt(row, 0) || textAt(row, 1)} in column ${col + 1}`;
        const families = coded.map((parent) => ({ parent, children: childrenOf(parent, coded) }));
        const top = coded.filter(({ code }) => !coded.some((other) => other.code !== code && code.startsWith(other.code)));
        const sums = [
            ...families.map(({ parent, children }) => ({ total: parent.row, parts: children.map(({ row }) => row) })),
            ...totals.slice(0, 1).map((total) => ({ total, parts: top.map(({ row }) => row) })),
        ];
        return sums.flatMap(({ total, parts }) => sumOf(name(total), value(total), parts.map(value)) ?? []);
    });
}
/** Rows in order with the code each prints: in one cell, or as 类, 款, 项 in three. */
function codedRows(grid, textAt) {
    const rows = [];
    for (let row = 0; row < grid.rows; row++) {
        const first = [0, 1, 2].map((col) => textAt(row, col));
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
