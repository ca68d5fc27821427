/** Blanks in a row that part words into segments: a gap of about a character and a half. */
const wideGap = / {3,}/g;
/** @returns the segments from left to right; the line itself when it has no wide gap */
export function segmentsOf(line) {
    const segments = [];
    let from = 0;
    for (const gap of line.text.matchAll(wideGap)) {
        if (gap.index > from)
            segments.push(part(line, from, gap.index));
        from = gap.index + gap[0].length;
    }
    if (from === 0)
        return [line];
    if (from < line.text.length)
        segments.push(part(line, from, line.text.length));
    return segments;
}
function part(line, from, to) {
    const edges = line.edges.subarray(from * 2, to * 2);
    return { ...line, text: line.text.slice(from, to), edges, x0: edges[0] ?? line.x0, x1: edges.at(-1) ?? line.x1 };
}
