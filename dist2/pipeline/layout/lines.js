const narrow = /[\x20-\x7e]/g;
const columnGap = /\S(?: {3}|\u3000{3}|\t)\s*\S|\.{5}|…{3}|·{5}/;
/** Whether runs of blanks or leaders part a line into columns. */
export const isColumned = (text) => columnGap.test(text);
/** @returns columns in print, two for a full-width character */
export function columnsOf(text) {
    return 2 * text.length - (text.match(narrow)?.length ?? 0);
}
/**
 * @param text the document's text; lines end with LF, CR LF, CR, U+2028, vertical tab or form feed
 * @returns lines that hold something printed, in order
 */
export function splitLines(text) {
    const lines = [];
    const ends = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
    let at = 0;
    let gap = 0;
    let afterFormFeed = false;
    const take = (end) => {
        const whole = text.slice(at, end);
        const body = whole.trim();
        if (body === '')
            gap++;
        else {
            const lead = whole.slice(0, whole.length - whole.trimStart().length);
            const start = at + lead.length;
            const width = columnsOf(lead) + columnsOf(body);
            const columned = isColumned(body);
            lines.push({ start, end: start + body.length, text: body, lead, width, columned, gap, afterFormFeed });
            gap = 0;
            afterFormFeed = false;
        }
    };
    for (const match of text.matchAll(ends)) {
        take(match.index);
        if (match[0] === '\f') {
            afterFormFeed = true;
            gap = Math.max(0, gap - 1);
        }
        at = match.index + match[0].length;
    }
    take(text.length);
    return lines;
}
/** Empty lines between lines that belong together: 1 in texts where every line is followed by an empty one, else 0. */
export function usualGap(lines) {
    const doubled = lines.filter((line) => line.gap > 0).length;
    return doubled > lines.length * 0.8 ? 1 : 0;
}
