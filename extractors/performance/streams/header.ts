/** Tokens → headers of indicator tables (一级指标, 二级指标, 三级指标, …), the list of columns that the cells below must fill. */
import { type ColumnKey, columnKeyOf } from '../../../normalizers/indicator-terms.ts';
import { type Token, textOf } from './tokens.ts';

export interface StreamHeader {
  readonly columns: readonly ColumnKey[];
  /** Index range of its tokens. */
  readonly from: number;
  readonly to: number;
}

/** A head may be broken into so many lines. */
const longestHead = 5;
const fewestColumns = 4;

/** @returns headers in order */
export function headersIn(tokens: readonly Token[]): readonly StreamHeader[] {
  const headers: StreamHeader[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const header = headerAt(tokens, at);
    if (header === null) continue;
    headers.push(header);
    at = header.to - 1;
  }
  return headers;
}

function headerAt(tokens: readonly Token[], from: number): StreamHeader | null {
  const columns: ColumnKey[] = [];
  let at = from;
  for (;;) {
    const next = headAt(tokens, at, columns);
    if (next === null) break;
    columns.push(next.key);
    at = next.to;
  }
  const named = columns.includes('level3') || columns.includes('name');
  const levels = columns[0] === 'level1' || columns[0] === 'level2';
  return levels && named && columns.length >= fewestColumns ? { columns, from, to: at } : null;
}

function headAt(tokens: readonly Token[], from: number, before: readonly ColumnKey[]) {
  let found: { readonly key: ColumnKey; readonly to: number } | null = null;
  for (let to = from + 1; to <= Math.min(tokens.length, from + longestHead); to++) {
    const first = tokens[to - 1];
    if (first === undefined || (to > from + 1 && first.before === 'cell')) break;
    const key = columnKeyOf(textOf(tokens.slice(from, to)));
    if (key !== null && !before.includes(key)) found = { key, to };
  }
  return found;
}
