/**
 * A document's reading → plain rows, ready to be stored: offsets in code points, places with boxes, nothing but values. Plain,
 * because reading may happen in another thread than storing.
 */
import { findingKinds } from '../pipeline/model/finding.js';
import { coverOf } from '../pipeline/model/span.js';
import { codePointOffsets } from './code-points.js';
export function rowsOf({ layout, outline, facts, mentions, findings }) {
    const at = codePointOffsets(layout.text);
    const place = ({ page, start, end }) => [page, at(start), at(end)];
    const box = (spans) => boxRow(layout.boxOf(spans[0]));
    const sections = outline.sections.map(({ parent, level, ordinal, label, heading, kind, span }) => ({
        parent,
        values: [level, ordinal, label?.value ?? null, heading?.value ?? null, kind, ...place(span)],
    }));
    const tables = outline.sections.flatMap(({ index, blocks }) => blocks.flatMap((block) => (block.kind === 'grid' ? [tableRows(index, block, place)] : [])));
    return {
        format: layout.format,
        encoding: layout.encoding,
        facts,
        text: layout.text,
        characters: at(layout.text.length),
        pages: layout.pages.map(({ number, start, end, width, height }) => [number, at(start), at(end), width, height]),
        sections,
        tables,
        mentions: mentions.map(({ section, words, money, bound }) => {
            const { fen, place: power, approximate } = money.value;
            const values = [
                ...place(coverOf(words.spans)),
                words.value,
                fen,
                power,
                approximate ? 1 : 0,
                bound,
                ...box(words.spans),
            ];
            return { section, values };
        }),
        findings: findings.map((finding) => findingRow(finding, place)),
    };
}
const boxRow = (box) => (box === null ? [null, null, null, null] : [box.x0, box.y0, box.x1, box.y1]);
function tableRows(section, grid, place) {
    const { title, number, unit, agency, note } = grid.caption;
    const cells = grid.cells.map(({ row, col, rowSpan, colSpan, page, box, passage }) => {
        const spot = passage === null ? [page, null, null] : place(coverOf(passage.spans));
        return [row, col, rowSpan, colSpan, passage?.text ?? '', ...spot, ...boxRow(box)];
    });
    const words = [title, number, unit, agency, note].map((part) => part?.value ?? null);
    return { section, values: [...words, grid.span.page, grid.rows, grid.columns], cells };
}
function findingRow({ code, message, span }, place) {
    const { stage, severity } = findingKinds[code];
    return [stage, severity, code, message, ...(span === null ? [null, null, null] : place(span))];
}
