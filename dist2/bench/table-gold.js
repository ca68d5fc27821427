/** Tables as people read them off the page, and how a read table compares with one. */
import { fold } from '../normalizers/fold.js';
const plain = (text) => fold(text).normalize('NFKC').replace(/\s+/g, '');
/** @returns the score against the grid on the table's pages that fits best */
export function matchTable(table, grids) {
    const pages = new Set(table.pages ?? [table.page ?? 0]);
    const spans = new Map((table.spans ?? []).map(([row, col, rowSpan, colSpan]) => [`${row},${col}`, `${rowSpan},${colSpan}`]));
    const wanted = table.rows.flatMap((row, r) => row.flatMap((text, c) => plain(text) === '' ? [] : [{ row: r, key: `${r},${c},${spans.get(`${r},${c}`) ?? '1,1'},${plain(text)}` }]));
    const scores = grids
        .filter(({ cells }) => cells.some(({ page }) => page !== null && pages.has(page)))
        .map((grid) => {
        const cells = grid.cells.filter(({ passage }) => passage !== null && plain(passage.text) !== '');
        const keys = new Set(cells.map(({ row, col, rowSpan, colSpan, passage }) => `${row},${col},${rowSpan},${colSpan},${plain(passage?.text ?? '')}`));
        const hits = wanted.filter(({ key }) => keys.has(key));
        const kept = new Set(hits.map(({ row }) => row));
        const lostRows = [...new Set(wanted.map(({ row }) => row))].filter((row) => !kept.has(row));
        return { hit: hits.length, wanted: wanted.length, found: cells.length, lostRows };
    });
    const none = { hit: 0, wanted: wanted.length, found: 0, lostRows: table.rows.map((_, row) => row) };
    return scores.reduce((best, score) => (score.hit > best.hit ? score : best), none);
}
