/** Baselines this near, in font sizes, are one line. */
const sameLine = 0.45;
/** A gap this wide, in font sizes, is a blank. */
const blankGap = 0.33;
/** @param glyphs of one region: a cell, or a page outside its tables */
export function linesOf(glyphs) {
    const printed = glyphs.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x0 - b.x0);
    const lines = [];
    for (const glyph of printed) {
        const near = [lines.at(-1), lines.at(-2), lines.at(-3)].find((line) => line !== undefined && Math.abs(glyph.y - line.y) <= Math.max(line.size, glyph.size) * sameLine);
        if (near === undefined)
            lines.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
        else
            near.glyphs.push(glyph);
    }
    return lines.map(lineOf).sort((a, b) => a.y - b.y || a.x0 - b.x0);
}
function lineOf({ glyphs }) {
    const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0);
    const once = sorted.filter((glyph, index) => !isEcho(glyph, sorted, index));
    const sizes = new Map();
    const edges = [];
    let text = '';
    let before = null;
    for (const glyph of once) {
        sizes.set(glyph.size, (sizes.get(glyph.size) ?? 0) + 1);
        const blanks = before === null ? 0 : blanksBetween(before, glyph);
        for (let i = 0; i < blanks; i++)
            edges.push(before?.x1 ?? glyph.x0, glyph.x0);
        for (let i = 0; i < glyph.text.length; i++)
            edges.push(glyph.x0, glyph.x1);
        text += ' '.repeat(blanks) + glyph.text;
        before = glyph;
    }
    const [size] = [...sizes].reduce((best, one) => (one[1] > best[1] ? one : best));
    const ys = once.map(({ y }) => y).sort((a, b) => a - b);
    const x1 = once.reduce((most, glyph) => Math.max(most, glyph.x1), 0);
    return { text, edges: Float32Array.from(edges), x0: once[0]?.x0 ?? 0, x1, y: ys[ys.length >> 1] ?? 0, size };
}
/** The same character drawn once more within a fraction of its width. */
function isEcho(glyph, sorted, index) {
    for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
        const other = sorted[i];
        if (other === undefined || glyph.x0 - other.x0 > glyph.size * 0.2)
            return false;
        if (other.text === glyph.text && Math.abs(other.y - glyph.y) < glyph.size * 0.2)
            return true;
    }
    return false;
}
/** What stands between two neighbours on a line: nothing, a blank, or as many blanks as fit the gap. */
function blanksBetween(before, after) {
    const size = Math.max(before.size, after.size);
    const gap = after.x0 - before.x1;
    return gap < size * blankGap ? 0 : Math.max(1, Math.min(60, Math.round(gap / (size * 0.5))));
}
