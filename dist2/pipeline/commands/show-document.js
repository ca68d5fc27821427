/** One document as lines for a terminal. */
import stringWidth from 'string-width';
import { clip } from './show-table.js';
/** Longest heading printed beside an amount, in terminal columns. */
const headingColumns = 36;
export function documentLines(view) {
    return [...factLines(view), '', ...sectionLines(view), '', ...amountLines(view), ...findingLines(view)];
}
function factLines(view) {
    const facts = [
        ['file', view.file],
        ['id', view.id],
        ['title', view.title],
        ['kind', view.kind],
        ['agency', view.agency],
        ['region', view.regionCode === null ? view.region : `${view.region} (${view.regionCode})`],
        ['year', view.fiscalYear],
        ['caliber', view.caliber],
        ['format', view.format],
        ['pages', view.pages],
        ['characters', view.characters],
    ];
    return facts.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(11)}${value}`]));
}
function sectionLines({ sections }) {
    return [
        `sections (${sections.length - 1})`,
        ...sections.slice(1).map(({ level, label, heading, kind, page, start }) => {
            const words = [label, heading].filter((part) => part !== null).join(' ');
            return `${'  '.repeat(level)}${words}  [${kind}] ${placeOf(page, start)}`;
        }),
    ];
}
function amountLines({ sections, amounts }) {
    const texts = amounts.map(({ text }) => stringWidth(text));
    const values = amounts.map(({ yuan }) => yuan.length);
    const wide = Math.max(0, ...texts.slice(0, 5000));
    const long = Math.max(0, ...values.slice(0, 5000));
    return [
        `amounts (${amounts.length})`,
        ...amounts.map(({ section, page, start, end, text, yuan }) => {
            const { label, heading } = sections[section] ?? { label: null, heading: null };
            const words = clip([label, heading].filter((part) => part !== null).join(' '), headingColumns);
            const gap = ' '.repeat(Math.max(0, wide - stringWidth(text)));
            return `  ${text}${gap}  ${yuan.padStart(long)} 元  ${placeOf(page, start)}–${end}  ${words}`.trimEnd();
        }),
    ];
}
function findingLines({ findings }) {
    if (findings.length === 0)
        return [];
    return [
        '',
        `findings (${findings.length})`,
        ...findings.map(({ severity, code, message, page }) => `  ${severity.padEnd(5)} ${code}: ${message}${page === null ? '' : ` (p${page})`}`),
    ];
}
const placeOf = (page, start) => (page === null ? `@${start}` : `p${page} @${start}`);
