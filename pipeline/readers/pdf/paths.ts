/** The paths of pdf.js → their corners on the page. */
import { type Matrix, transform } from '../print/matrix.ts';
import type { Point } from '../print/rulings.ts';

/** Path codes of pdf.js (DrawOPS). */
const code = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, closePath: 4 } as const;

/** @returns the subpaths' corners in page space; curves are left out, only their ends kept */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const subpaths: Point[][] = [];
  let open: Point[] = [];
  for (let i = 0; i < data.length; ) {
    const operation = data[i++];
    if (operation === code.closePath) {
      const first = open[0];
      if (first !== undefined) open.push(first);
      continue;
    }
    if (operation === code.curveTo) i += 4;
    if (operation === code.quadraticTo) i += 2;
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
