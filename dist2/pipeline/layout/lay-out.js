import { Passage } from '../model/passage.js';
import { splitLines } from './lines.js';
import { measureOf } from './measure.js';
import { findPages } from './page-breaks.js';
import { joinLines } from './paragraphs.js';
import { textLayoutSettings } from './settings.js';
/**
 * @param read the text as the reader gave it
 * @returns every printed line of it in exactly one block
 */
export function layOut(read, settings = textLayoutSettings) {
    const lines = splitLines(read.text);
    const measure = measureOf(lines, settings);
    const marks = findPages(lines, measure, settings);
    const pages = pagesOf(read.text, lines, marks);
    const place = placer(pages);
    const flow = lines.filter((_, index) => !marks.pageNumbers.has(index) && !marks.runningHeads.has(index));
    const paragraphs = joinLines(flow, measure, settings).map((run) => paragraphOf(read.text, run, place));
    const furniture = lines.flatMap((line, index) => {
        const role = marks.pageNumbers.has(index) ? 'page-number' : marks.runningHeads.has(index) ? 'running-head' : null;
        return role === null ? [] : [{ kind: 'furniture', role, span: place(line.start, line.end) }];
    });
    const blocks = [...paragraphs, ...furniture].sort((a, b) => startOf(a) - startOf(b));
    return { ...read, pages, blocks, boxOf: () => null };
}
const startOf = (block) => (block.kind === 'paragraph' ? block.passage.spans[0].start : block.span.start);
function pagesOf(text, lines, marks) {
    const starts = [...marks.starts].sort((a, b) => a - b).flatMap((index) => lines[index] ?? []);
    return starts.map((line, i) => ({
        number: i + 1,
        start: i === 0 ? 0 : line.start,
        end: starts[i + 1]?.start ?? text.length,
        width: null,
        height: null,
    }));
}
/** Offsets are asked for in rising order within a paragraph, so the last page found is where the search begins. */
function placer(pages) {
    let at = 0;
    return (start, end) => {
        while (at > 0 && start < (pages[at]?.start ?? 0))
            at--;
        while (at + 1 < pages.length && start >= (pages[at + 1]?.start ?? 0))
            at++;
        return { start, end, page: pages[at]?.number ?? null };
    };
}
/** Lines meet without a blank, as Chinese is set; between two Latin words the line end itself stays as their blank. */
function paragraphOf(text, run, place) {
    const pieces = run.map((line, i) => {
        const next = run[i + 1];
        const latin = next !== undefined && /[A-Za-z]$/.test(line.text) && /^[A-Za-z]/.test(next.text);
        return place(line.start, latin ? line.end + 1 : line.end);
    });
    const [first, ...rest] = pieces;
    if (first === undefined)
        throw new RangeError('a paragraph has at least one line');
    const spans = [first, ...rest];
    return { kind: 'paragraph', passage: new Passage(text, spans), lead: run[0].lead, lines: run.length };
}
