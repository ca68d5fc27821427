/** Prose set in two columns: the left one is read to its end before the right one. */
import { compact } from '../../../normalizers/fold.js';
import { segmentsOf } from './segments.js';
/** So many lines in a row with prose on both sides of one gap are two columns. */
const fewestLines = 5;
/** A half of a line has at least this many characters, but for the last ones. */
const fewestCharacters = 8;
/** @param lines top to bottom; @returns them in reading order, two-column stretches cut apart */
export function readingOrder(lines) {
    const ordered = [];
    for (let from = 0; from < lines.length;) {
        const to = endOfColumns(lines, from);
        if (to === from) {
            const line = lines[from];
            if (line !== undefined)
                ordered.push(line);
            from++;
            continue;
        }
        ordered.push(...columnsOf(lines.slice(from, to)));
        from = to;
    }
    return ordered;
}
/** A line of one half only stands in the column that its words are in. */
function columnsOf(lines) {
    const halves = lines.map(segmentsOf);
    const middle = halves.reduce((most, [left, right]) => (right === undefined || left === undefined ? most : Math.max(most, left.x1)), 0);
    const inLeft = halves.flatMap(([left, right]) => left !== undefined && (right !== undefined || left.x0 < middle) ? [left] : []);
    const inRight = halves.flatMap(([left, right]) => right ?? (left !== undefined && left.x0 >= middle ? [left] : []));
    return [...inLeft, ...inRight];
}
/** Where a stretch of two-column lines that begins here ends: no line has words in the gap that all share. */
function endOfColumns(lines, from) {
    let gap = null;
    let prose = 0;
    let to = from;
    for (; to < lines.length; to++) {
        const line = lines[to];
        if (line === undefined)
            break;
        const [left, right, ...more] = segmentsOf(line);
        if (left === undefined || more.length > 0)
            break;
        if (right === undefined) {
            if (gap === null || (left.x1 > gap.x0 + 1 && left.x0 < gap.x1 - 1))
                break;
            continue;
        }
        const both = isProse(left.text) && isProse(right.text);
        if (gap === null && !both)
            break;
        const shared = gap === null ? { x0: left.x1, x1: right.x0 } : { x0: Math.max(gap.x0, left.x1), x1: Math.min(gap.x1, right.x0) };
        if (shared.x1 - shared.x0 < line.size * 0.8)
            break;
        gap = shared;
        if (both)
            prose++;
    }
    return prose >= fewestLines ? to : from;
}
const isProse = (text) => compact(text).length >= fewestCharacters && /[一-鿿]{4}/.test(compact(text)) && !/\.{4}|…{2}/.test(text);
