import { mergeRulings } from './merge-rulings.js';
/** @returns frames from top to bottom; a box with a single cell is no table */
export function findFrames(rulings, settings) {
    const groups = groupCrossing(mergeRulings(rulings, settings), settings);
    return groups
        .flatMap((group) => frameOf(group, settings) ?? [])
        .filter(({ cells }) => cells.length > 1)
        .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}
/** Rulings that cross or touch, directly or through others. */
function groupCrossing(rulings, { reach }) {
    const parent = rulings.map((_, index) => index);
    const rootOf = (index) => {
        let root = index;
        while (parent[root] !== root)
            root = parent[root] ?? root;
        parent[index] = root;
        return root;
    };
    const verticals = rulings.flatMap((ruling, index) => (ruling.direction === 'vertical' ? [{ ruling, index }] : []));
    for (const [index, horizontal] of rulings.entries()) {
        if (horizontal.direction !== 'horizontal')
            continue;
        for (const { ruling: vertical, index: other } of verticals) {
            const meets = vertical.at >= horizontal.from - reach &&
                vertical.at <= horizontal.to + reach &&
                horizontal.at >= vertical.from - reach &&
                horizontal.at <= vertical.to + reach;
            if (meets)
                parent[rootOf(index)] = rootOf(other);
        }
    }
    const groups = new Map();
    for (const [index, ruling] of rulings.entries()) {
        const root = rootOf(index);
        const group = groups.get(root);
        if (group === undefined)
            groups.set(root, [ruling]);
        else
            group.push(ruling);
    }
    return [...groups.values()];
}
function frameOf(group, settings) {
    const horizontals = group.filter(({ direction }) => direction === 'horizontal');
    const verticals = group.filter(({ direction }) => direction === 'vertical');
    if (horizontals.length < 2 || verticals.length < 1)
        return null;
    const ys = borders(horizontals, verticals, settings);
    const xs = borders(verticals, horizontals, settings);
    if (xs.length < 2 || ys.length < 2)
        return null;
    const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 };
    return { box, xs, ys, cells: cellsOf(xs, ys, horizontals, verticals, settings) };
}
/** Where borders stand: at the rulings, and at the ends of the crossing ones where the outer border is not drawn. */
function borders(own, crossing, { missingBorder }) {
    const at = [...new Set(own.map((ruling) => ruling.at))].sort((a, b) => a - b);
    const first = at[0] ?? 0;
    const last = at.at(-1) ?? 0;
    const from = commonEnd(crossing.map((ruling) => ruling.from), first);
    const to = commonEnd(crossing.map((ruling) => ruling.to), last);
    return [...(from < first - missingBorder ? [from] : []), ...at, ...(to > last + missingBorder ? [to] : [])];
}
/** The end that at least a third of the rulings share; a single line that overshoots means no border. */
function commonEnd(ends, otherwise) {
    const sorted = [...ends].sort((a, b) => Math.abs(b - otherwise) - Math.abs(a - otherwise));
    const end = sorted.find((candidate) => sorted.filter((other) => Math.abs(other - candidate) <= 3).length * 3 >= sorted.length);
    return end ?? otherwise;
}
function cellsOf(xs, ys, horizontals, verticals, settings) {
    const columns = xs.length - 1;
    const rows = ys.length - 1;
    const wallRight = walls(verticals, xs, ys, settings);
    const wallBelow = walls(horizontals, ys, xs, settings);
    const owner = new Int32Array(rows * columns).fill(-1);
    const cells = [];
    const isFree = (row, col) => owner[row * columns + col] === -1;
    for (let row = 0; row < rows; row++) {
        for (let col = 0; col < columns; col++) {
            if (!isFree(row, col))
                continue;
            let right = col;
            while (right + 1 < columns && isFree(row, right + 1) && !wallRight(right + 1, row))
                right++;
            let below = row;
            const open = (next) => range(col, right).every((c) => isFree(next, c) && !wallBelow(next, c)) &&
                range(col, right - 1).every((c) => !wallRight(c + 1, next));
            while (below + 1 < rows && open(below + 1))
                below++;
            for (let r = row; r <= below; r++)
                for (let c = col; c <= right; c++)
                    owner[r * columns + c] = cells.length;
            const box = { x0: xs[col] ?? 0, y0: ys[row] ?? 0, x1: xs[right + 1] ?? 0, y1: ys[below + 1] ?? 0 };
            cells.push({ row, col, rowSpan: below - row + 1, colSpan: right - col + 1, box });
        }
    }
    return cells;
}
const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
/** Whether a ruling on border `index` covers enough of the stretch between two crossing borders. */
function walls(rulings, at, across, { ruledShare }) {
    const byBorder = new Map();
    for (const ruling of rulings) {
        const list = byBorder.get(ruling.at);
        if (list === undefined)
            byBorder.set(ruling.at, [ruling]);
        else
            list.push(ruling);
    }
    return (index, stretch) => {
        const from = across[stretch] ?? 0;
        const to = across[stretch + 1] ?? 0;
        const covered = (byBorder.get(at[index] ?? Number.NaN) ?? []).reduce((sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)), 0);
        return covered >= (to - from) * ruledShare;
    };
}
