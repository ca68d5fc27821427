/** A table as it stands, for a terminal: a line a row, columns aligned, merged cells where they begin. */
import stringWidth from 'string-width';
/** Widest column printed; longer cells are cut with an ellipsis. */
const widest = 28;
export function tableLines({ id, title, number, unit, pages, rows, columns, cells }) {
    const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
    for (const { row, col, text } of cells) {
        const line = texts[row];
        if (line !== undefined)
            line[col] = clip(text.replace(/\s+/g, ' ').trim(), widest);
    }
    const widths = Array.from({ length: columns }, (_, c) => texts.reduce((most, line) => Math.max(most, stringWidth(line[c] ?? '')), 0));
    const caption = [
        id === null ? 'table' : `table ${id}`,
        [number, title].filter((part) => part !== null).join(' ') || 'without a title',
        unit === null ? 'no unit found' : `unit ${unit}`,
        pages.length === 0 ? '' : `p${pages.join(', ')}`,
        `${rows} × ${columns}`,
    ];
    return [
        caption.filter((part) => part !== '').join(' · '),
        ...texts.map((line) => line
            .map((text, c) => padded(text, widths[c] ?? 0))
            .join(' │ ')
            .trimEnd()),
    ];
}
/** Numbers to the right, words to the left. */
function padded(text, width) {
    const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
    return /^[-—]?[\d,.]+%?$/.test(text) ? blanks + text : text + blanks;
}
/** The beginning of a text that fits, with an ellipsis where it does not fit whole. */
export function clip(text, columns) {
    if (stringWidth(text) <= columns)
        return text;
    let kept = '';
    let width = 0;
    for (const sign of text) {
        width += stringWidth(sign);
        if (width > columns - 1)
            break;
        kept += sign;
    }
    return `${kept}…`;
}
