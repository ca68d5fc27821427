import { transform } from './matrix.js';
export const plainFont = { fontMatrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false };
const everywhere = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 };
/** The state a page begins with. */
export function initialState(matrix) {
    return {
        matrix,
        clip: everywhere,
        font: plainFont,
        size: 0,
        charSpacing: 0,
        wordSpacing: 0,
        scale: 1,
        leading: 0,
        rise: 0,
        mode: 0,
        whiteFill: false,
        whiteStroke: false,
    };
}
/** pdf.js gives colours as #rrggbb, older versions as three numbers. */
export function isWhite(args) {
    return typeof args[0] === 'string'
        ? /^#f[c-f]f[c-f]f[c-f]$/i.test(args[0])
        : args.length >= 3 && args.every((value) => Number(value) >= 252);
}
export function boxOf(matrix, x0, y0, x1, y1) {
    const [ax, ay] = transform(matrix, x0, y0);
    const [bx, by] = transform(matrix, x1, y1);
    const [cx, cy] = transform(matrix, x0, y1);
    const [dx, dy] = transform(matrix, x1, y0);
    return {
        x0: Math.min(ax, bx, cx, dx),
        y0: Math.min(ay, by, cy, dy),
        x1: Math.max(ax, bx, cx, dx),
        y1: Math.max(ay, by, cy, dy),
    };
}
export function intersect(a, b) {
    return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}
