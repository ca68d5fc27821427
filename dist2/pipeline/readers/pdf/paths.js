import { transform } from './matrix.js';
/** A filled shape thinner than this is a line; longer ones at least this long. In points. */
const thickest = 3;
const shortest = 2;
/** How far from level a line may run, in points over its length. */
const slant = 1;
/** Path codes of pdf.js (DrawOPS). */
const code = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, closePath: 4 };
/** @returns the subpaths' corners in page space; curves are left out, only their ends kept */
export function subpathsOf(data, matrix) {
    const subpaths = [];
    let open = [];
    for (let i = 0; i < data.length;) {
        const operation = data[i++];
        if (operation === code.closePath) {
            const first = open[0];
            if (first !== undefined)
                open.push(first);
            continue;
        }
        if (operation === code.curveTo)
            i += 4;
        if (operation === code.quadraticTo)
            i += 2;
        const point = transform(matrix, data[i] ?? 0, data[i + 1] ?? 0);
        i += 2;
        if (operation === code.moveTo) {
            open = [];
            subpaths.push(open);
        }
        open.push(point);
    }
    return subpaths;
}
export function* strokedRulings(subpaths) {
    for (const points of subpaths) {
        for (let i = 1; i < points.length; i++) {
            const [a, b] = [points[i - 1], points[i]];
            if (a === undefined || b === undefined)
                continue;
            const ruling = rulingBetween(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
            if (ruling !== null)
                yield ruling;
        }
    }
}
export function* filledRulings(subpaths) {
    for (const points of subpaths) {
        const xs = points.map(([x]) => x);
        const ys = points.map(([, y]) => y);
        const ruling = rulingBetween(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), thickest);
        if (points.length >= 4 && ruling !== null)
            yield ruling;
    }
}
function rulingBetween(x0, y0, x1, y1, thickness = slant) {
    const width = x1 - x0;
    const height = y1 - y0;
    if (height <= thickness && width >= shortest && width > height) {
        return { direction: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1 };
    }
    if (width <= thickness && height >= shortest && height > width) {
        return { direction: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1 };
    }
    return null;
}
