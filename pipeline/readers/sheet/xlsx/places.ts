/** References of cells and ranges: `B7`, `A1:C3`, `A:C`, `$B$7`. */
import type { MergedRange } from '../sheet.ts';

/** What Excel itself can hold. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

export interface Place {
  /** -1 where the reference does not say it. */
  readonly row: number;
  readonly col: number;
}

/** @returns both counted from 0; null for what is no place on a sheet */
export function placeOf(reference: string): Place | null {
  let at = 0;
  let col = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code === 36) continue;
    const letter = (code | 32) - 96;
    if (code < 65 || letter < 1 || letter > 26) break;
    col = col * 26 + letter;
  }
  const digits = reference.slice(at).replace('$', '');
  const row = digits === '' ? 0 : Number(digits);
  if (!(Number.isInteger(row) && row >= 0 && row <= mostRows && col <= mostColumns) || (row === 0 && col === 0))
    return null;
  return { row: row - 1, col: col - 1 };
}

/** @returns null for what is no range, or a range of one cell */
export function rangeOf(reference: string): MergedRange | null {
  const [from, to] = reference.split(':').map(placeOf);
  if (from == null || to == null) return null;
  const range = {
    top: Math.max(0, Math.min(from.row, to.row)),
    left: Math.max(0, Math.min(from.col, to.col)),
    bottom: to.row < 0 ? mostRows - 1 : Math.max(from.row, to.row),
    right: to.col < 0 ? mostColumns - 1 : Math.max(from.col, to.col),
  };
  return range.top === range.bottom && range.left === range.right ? null : range;
}
