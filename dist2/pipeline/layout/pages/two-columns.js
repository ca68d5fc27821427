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
        if (to - from < fewestLines) {
            const line = lines[from];
            if (line !== undefined)
                ordered.push(line);
            from++;
            continue;
        }
        const halves = lines.slice(from, to).map(segmentsOf);
        ordered.push(...halves.flatMap(([left]) => left ?? []), ...halves.flatMap(([, right]) => right ?? []));
        from = to;
    }
    return ordered;
}
/** Where a stretch of two-column lines that begins here ends: every line has the gap at the same place. */
function endOfColumns(lines, from) {
    let gap = null;
    let to = from;
    for (; to < lines.length; to++) {
        const line = lines[to];
        if (line === undefined)
            break;
        const [left, right, ...more] = segmentsOf(line);
        if (left === undefined || right === undefined || more.length > 0)
            break;
        if (!isProse(left.text) || !isProse(right.text))
            break;
        const here = { x0: left.x1, x1: right.x0 };
        const shared = gap === null ? here : { x0: Math.max(gap.x0, here.x0), x1: Math.min(gap.x1, here.x1) };
        if (shared.x1 - shared.x0 < line.size * 0.8)
            break;
        gap = shared;
    }
    return to;
}
const isProse = (text) => compact(text).length >= fewestCharacters && /[一-鿿]{4}/.test(compact(text)) && !/\.{4}|…{2}/.test(text);
