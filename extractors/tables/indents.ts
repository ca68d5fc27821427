/**
 * The levels of a list of items without codes, told by the blanks before their names: 一般公共服务 | 　人大事务 | 　　行政运行 are 类, 款, 项.
 */
import type { Matrix } from './matrix.ts';

/** Length of an item's code at each level. */
const digits = [3, 5, 7] as const;
/** Indents that fewer rows than this have are slips of the print. */
const fewestRows = 2;

/**
 * @param column where the names stand
 * @returns for a row the length of its code; undefined where the blanks tell nothing
 */
export function levelsByIndent(
  matrix: Matrix,
  column: number,
  from: number,
): (row: number) => (typeof digits)[number] | undefined {
  const indents = new Map<number, number>();
  const rows = new Map<number, number>();
  for (let row = from; row < matrix.rows; row++) {
    const text = matrix.at(row, column)?.passage?.text ?? '';
    if (text.trim() === '' || !matrix.begins(row, column)) continue;
    const indent = widthOf(/^\s*/.exec(text)?.[0] ?? '');
    rows.set(row, indent);
    indents.set(indent, (indents.get(indent) ?? 0) + 1);
  }
  const widths = [...indents]
    .filter(([, count]) => count >= fewestRows)
    .map(([width]) => width)
    .sort((a, b) => a - b);
  if (widths.length !== digits.length) return () => undefined;
  return (row) => {
    const indent = rows.get(row);
    return indent === undefined ? undefined : digits[widths.indexOf(indent)];
  };
}

/** A wide blank takes two columns. */
const widthOf = (blanks: string) => [...blanks].reduce((sum, blank) => sum + (blank === '\u3000' ? 2 : 1), 0);
