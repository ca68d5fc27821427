/**
 * Where pages begin and what of each page is furniture (page numbers, running heads).
 * Hard because a text keeps its pages in one of three ways: as form feeds, as a lone blank before the first line of a page,
 * or only as a page number in the middle of a sentence, where it would join “设备 / 20 / 0台” into 200台.
 */
import { usualGap } from './lines.js';
const bareNumber = /^\d{1,4}$/;
const dressedNumber = /^(?:[-—–·]+\s*\d{1,4}\s*[-—–·]+|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})$/;
const endsSentence = /[。；！？：:;]$/;
/**
 * @param lines the text's lines
 * @param measure the line length prose is broken at, or null
 */
export function findPages(lines, measure, settings) {
    const fed = lines.some((line) => line.afterFormFeed);
    const starts = fed ? formFeedStarts(lines) : measure === null ? new Set() : blankStarts(lines, settings);
    const pageNumbers = fed ? edgeNumbers(lines, starts) : new Set(loneNumbers(lines, starts, measure, settings));
    if (!fed && starts.size > 0)
        for (const number of pageNumbers)
            if (!starts.has(number))
                starts.add(number + 1);
    return { starts, pageNumbers, runningHeads: fed ? runningHeads(lines, starts, pageNumbers, settings) : new Set() };
}
function formFeedStarts(lines) {
    return new Set(lines.flatMap((line, index) => (index === 0 || line.afterFormFeed ? [index] : [])));
}
/** Extraction tools turn a form feed into one blank: lines with exactly that lead, few, a page's height apart. */
function blankStarts(lines, settings) {
    const marked = lines.flatMap((line, index) => (line.lead === ' ' ? [index] : []));
    const [least, most] = settings.pageLines;
    const heights = marked.slice(1).map((index, i) => index - (marked[i] ?? 0));
    const middle = heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0;
    const plausible = marked.length >= 2 && marked.length <= lines.length / least && least <= middle && middle <= most;
    return new Set(plausible ? [0, ...marked] : []);
}
/** First and last lines of form-feed pages that hold a number alone. */
function edgeNumbers(lines, starts) {
    const numbers = new Set();
    const isNumber = (index) => {
        const text = lines[index]?.text ?? '';
        return bareNumber.test(text) || dressedNumber.test(text);
    };
    for (const [from, to] of pagesOf(lines, starts)) {
        if (isNumber(to - 1))
            numbers.add(to - 1);
        else if (isNumber(from))
            numbers.add(from);
    }
    return numbers;
}
function pagesOf(lines, starts) {
    const from = [...starts].sort((a, b) => a - b);
    return from.map((start, i) => [start, from[i + 1] ?? lines.length]);
}
/**
 * Numbers alone on a line that no page mark frames: dressed ones (- 20 -) always; bare ones in hard-wrapped prose when they
 * interrupt a sentence or stand at a page's edge, and never run backwards.
 */
function* loneNumbers(lines, starts, measure, settings) {
    const usual = usualGap(lines);
    let last = 0;
    let page = 0;
    for (const [index, line] of lines.entries()) {
        if (starts.has(index))
            page++;
        if (dressedNumber.test(line.text))
            yield index;
        if (measure === null || !bareNumber.test(line.text) || Number(line.text) <= last)
            continue;
        const before = lines[index - 1];
        const after = lines[index + 1];
        const interrupts = before !== undefined &&
            after !== undefined &&
            before.width >= measure - settings.fullSlack &&
            !endsSentence.test(before.text) &&
            !bareNumber.test(after.text);
        const apart = line.gap > usual && Math.abs(Number(line.text) - page) <= settings.pageNumberShift;
        const atEdge = (before?.width ?? 0) >= measure / 2 && starts.has(index + 1);
        if (interrupts || apart || atEdge) {
            last = Number(line.text);
            yield index;
        }
    }
}
/** The same line, digits apart, at the top or bottom of at least three pages, not on the first: the cover says it as a title. */
function runningHeads(lines, starts, numbers, settings) {
    const seen = new Map();
    for (const [from, to] of pagesOf(lines, starts)) {
        const body = Array.from({ length: to - from }, (_, i) => from + i).filter((index) => !numbers.has(index));
        for (const index of new Set([body[0], body.at(-1)])) {
            const key = index === undefined ? undefined : lines[index]?.text.replace(/\d+/g, '#');
            if (index === undefined || key === undefined)
                continue;
            const at = seen.get(key);
            if (at === undefined)
                seen.set(key, [index]);
            else
                at.push(index);
        }
    }
    const repeated = [...seen.values()].filter((at) => at.length >= settings.headPages);
    return new Set(repeated.flatMap((at) => (at[0] === 0 ? at.slice(1) : at)));
}
