/**
 * Paragraphs → which of them are headings. Hard because the same numbers open headings, list items in prose, definitions and
 * scored indicators; only their length, their neighbours and what follows tell them apart.
 */
import { enumeratorOf, enumeratorRanks } from '../../normalizers/enumerator.js';
import { compact } from '../../normalizers/fold.js';
import { columnsOf } from '../layout/lines.js';
/** Titles of forms and reports that open a section without a number. */
const titleEnd = /(?:报告|情况表|自评表|评价表|评分表|目标表|申报表|公开表|汇总表|决算表|预算表|总表|支出表|收入表|指标表|明细表|一览表|说明书?|名词解释|概况)$/;
const reportEnd = /报告$|说明书?$/;
/** An unnumbered report ranks below parts and annexes, above 一、; a form below everything. */
const reportRank = 2;
const formRank = 20;
const longestHeading = 90;
const longestRunIn = 90;
/** What ends with 。 and is longer than this is a sentence. */
const longestSentenceHeading = 50;
/** Lines a title may take below its enumerator, or above its last line. */
const mostTitleLines = 3;
/**
 * @param paragraphs the document's paragraphs in order
 * @param body index of the first paragraph after title page and table of contents
 */
export function findHeadings(paragraphs, body) {
    const candidates = [];
    let free = body;
    for (let index = body; index < paragraphs.length; index++) {
        const candidate = numbered(paragraphs, index) ?? titled(paragraphs, index, free);
        if (candidate === null)
            continue;
        candidates.push(candidate);
        index = candidate.paragraph + candidate.paragraphs - 1;
        free = index + 1;
    }
    const first = candidates.findIndex((candidate) => candidate.enumerator !== null);
    const inBody = candidates.slice(Math.max(0, first));
    return withoutLists(inBody, paragraphs.length).filter((candidate) => candidate.form !== 'item');
}
function numbered(paragraphs, index) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || isCell(paragraph))
        return null;
    const enumerator = enumeratorOf(paragraph.passage.text);
    if (enumerator === null)
        return null;
    const inTable = paragraphs[index + 1] !== undefined && isCell(paragraphs[index + 1]);
    if (inTable && enumeratorRanks[enumerator.kind] >= enumeratorRanks.arabic)
        return null;
    const rank = enumeratorRanks[enumerator.kind];
    const base = { paragraph: index, paragraphs: 1, enumerator, rank };
    const rest = paragraph.passage.folded.slice(enumerator.length);
    if (rank <= enumeratorRanks.annex && /^(?:[)的和至所中、，示]|见|及|如)/.test(rest))
        return null;
    if (rest.trim() === '') {
        const words = rank <= enumeratorRanks.chapter ? titleBelow(paragraphs, index + 1) : [];
        return { ...base, paragraphs: 1 + words.length, words, form: 'whole' };
    }
    const words = headingWords(index, rest, enumerator.length);
    if (words !== null)
        return { ...base, words: [words], form: 'whole' };
    const runIn = /^[^。：:；;，,]{2,45}。/.exec(rest);
    if (runIn !== null &&
        !speaksOfMoney(runIn[0]) &&
        columnsOf(runIn[0]) <= longestRunIn &&
        rank >= enumeratorRanks['han-paren']) {
        const from = enumerator.length;
        return { ...base, words: [{ paragraph: index, from, to: from + runIn[0].length - 1 }], form: 'run-in' };
    }
    return { ...base, words: [], form: 'item' };
}
/** 第一部分 or 附件1 alone on its line takes the title below it: lines up to one that ends as titles do, else the next line. */
function titleBelow(paragraphs, from) {
    const lines = [];
    for (let index = from; index < from + mostTitleLines; index++) {
        const line = titleLine(paragraphs, index);
        if (line === null)
            break;
        lines.push(line);
        if (endsTitle(paragraphs, index))
            return lines;
    }
    return lines.slice(0, 1);
}
/** A form's or report's title without a number; its first lines may stand above, back to `free`. */
function titled(paragraphs, index, free) {
    const last = endsTitle(paragraphs, index) ? titleLine(paragraphs, index) : null;
    const text = compact(paragraphs[index]?.passage.text ?? '');
    if (last === null || text.length < 4 || /[、，。；:《》]|^\(?(?:见|详见|如下)/.test(text))
        return null;
    const words = [last];
    const isReport = reportEnd.test(text);
    while (isReport && words.length < mostTitleLines) {
        const above = index - words.length;
        const line = above >= free ? titleLine(paragraphs, above) : null;
        if (line === null || endsTitle(paragraphs, above) || columnsOf(paragraphs[above]?.passage.text ?? '') < 12)
            break;
        words.unshift(line);
    }
    const rank = isReport || /^\d{4}年/.test(text) ? reportRank : formRank;
    const paragraph = index + 1 - words.length;
    return { paragraph, paragraphs: words.length, enumerator: null, words, rank, form: 'whole' };
}
function titleLine(paragraphs, index) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || isCell(paragraph) || enumeratorOf(paragraph.passage.text) !== null)
        return null;
    return headingWords(index, paragraph.passage.folded, 0);
}
/** A line that a tab leads is a cell of a table that Word wrote as text. */
const isCell = (paragraph) => paragraph?.lead.includes('\t') === true;
function endsTitle(paragraphs, index) {
    return titleEnd.test(compact(paragraphs[index]?.passage.text.slice(-40) ?? ''));
}
/** A heading is short and no sentence; one closing 。 or ： is let stand. */
function headingWords(paragraph, rest, from) {
    const trimmed = rest.trimEnd();
    const closed = trimmed.replace(/[。:]$/, '');
    const sentence = trimmed.endsWith('。') && (/[，,]/.test(closed) || columnsOf(closed) > longestSentenceHeading);
    if (sentence)
        return null;
    if (closed === '' || columnsOf(closed) > longestHeading)
        return null;
    if (/[。；;！？!]|^[，,)]/.test(closed) || (closed.match(/[，,]/g)?.length ?? 0) > 1 || /[，、；,]$/.test(closed))
        return null;
    if (speaksOfMoney(closed) || /:.{12,}/.test(closed))
        return null;
    return { paragraph, from, to: from + closed.length };
}
/** An amount, or a function line of the accounts (…（类）…（款）…（项）): a statement, not a title. */
const speaksOfMoney = (words) => /\d\s*(?:万元|元|%)|\d\.\d|\([类款项]\)/.test(words);
/**
 * Numbered items that are no headings: most of their run are sentences, or nothing stands between one and the next.
 * A run is what a reader sees as one list: the same kind of number, rising, under the same heading.
 */
function withoutLists(candidates, count) {
    const lists = new Set();
    const byParagraph = new Map(candidates.map((candidate) => [candidate.paragraph, candidate]));
    const open = new Map();
    const close = (rank) => {
        const run = open.get(rank);
        open.delete(rank);
        if (run !== undefined && isList(run, byParagraph, count))
            for (const item of run)
                lists.add(item);
    };
    for (const candidate of candidates) {
        if (candidate.enumerator === null) {
            if (candidate.rank === reportRank)
                for (const rank of [...open.keys()])
                    if (rank > reportRank)
                        close(rank);
            continue;
        }
        for (const rank of [...open.keys()])
            if (rank > candidate.rank && candidate.form !== 'item')
                close(rank);
        const run = open.get(candidate.rank);
        const last = run?.at(-1)?.enumerator?.value ?? null;
        const value = candidate.enumerator.value;
        if (run !== undefined && value !== null && last !== null && value > last && value <= last + 3)
            run.push(candidate);
        else {
            close(candidate.rank);
            open.set(candidate.rank, [candidate]);
        }
    }
    for (const rank of [...open.keys()])
        close(rank);
    return candidates.map((candidate) => (lists.has(candidate) ? { ...candidate, form: 'item' } : candidate));
}
function isList(run, byParagraph, count) {
    const rank = run[0]?.rank ?? 0;
    if (rank <= enumeratorRanks.chapter)
        return false;
    const items = run.filter((candidate) => candidate.form === 'item').length;
    const starting = run[0]?.enumerator?.value;
    if (items * 2 > run.length)
        return true;
    if (rank >= enumeratorRanks.arabic && starting !== 1 && run.length === 1)
        return true;
    const bare = run.filter((candidate) => candidate.form === 'whole' && !hasBody(candidate, byParagraph, count)).length;
    return rank > enumeratorRanks.han && (items + bare) * 2 > run.length;
}
/** Something stands below it that is neither its next sibling nor a higher heading. */
function hasBody(candidate, byParagraph, count) {
    const below = candidate.paragraph + candidate.paragraphs;
    const next = byParagraph.get(below);
    return below < count && (next === undefined || next.rank > candidate.rank);
}
