/** Above and below the baseline, in font sizes: the box that a Chinese character fills. */
const ascent = 0.88;
const descent = 0.12;
export function textWriter() {
    const parts = [];
    const written = [];
    let length = 0;
    const write = (words) => {
        parts.push(words);
        length += words.length;
    };
    return {
        line: (line, page) => {
            const start = length;
            written.push({ start, line });
            write(line.text);
            return { start, end: length, page };
        },
        sign: write,
        length: () => length,
        text: () => parts.join(''),
        boxOf: (span) => boxOf(written, span),
    };
}
/** The box around the characters of a place; of a place over several lines, around all of them. */
function boxOf(written, { start, end }) {
    let box = null;
    for (let i = firstAt(written, start); i < written.length; i++) {
        const one = written[i];
        if (one === undefined || one.start >= end)
            break;
        const { edges, y, size } = one.line;
        const from = Math.max(0, start - one.start);
        const to = Math.min(one.line.text.length, end - one.start);
        if (from >= to)
            continue;
        const x0 = edges[from * 2] ?? 0;
        const x1 = edges[to * 2 - 1] ?? x0;
        const here = { x0, y0: y - size * ascent, x1, y1: y + size * descent };
        box =
            box === null
                ? here
                : {
                    x0: Math.min(box.x0, x0),
                    y0: Math.min(box.y0, here.y0),
                    x1: Math.max(box.x1, x1),
                    y1: Math.max(box.y1, here.y1),
                };
    }
    return box;
}
function firstAt(written, start) {
    let low = 0;
    let high = written.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const one = written[middle];
        if (one !== undefined && one.start + one.line.text.length <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
