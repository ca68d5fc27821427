/** Tokens → headers of indicator tables (一级指标, 二级指标, 三级指标, …), the list of columns that the cells below must fill. */
import { compact } from '../../../normalizers/fold.ts';
import { firstLevelOf, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import { type ColumnKey, columnKeyOf, isColumnTerm } from '../../../normalizers/indicator-terms.ts';
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
  let first = 0;
  let at = from;
  for (;;) {
    const next = headAt(tokens, at, columns.slice(first));
    if (next === null) break;
    if (next.key === 'level1') first = columns.length;
    columns.push(next.key);
    at = next.to;
  }
  const whole = first === 0 ? columns : belowGroups(columns.slice(0, first), columns.slice(first));
  return whole !== null && isWhole(whole) ? { columns: whole, from, to: at } : null;
}

/** 绩效指标 over the levels, 年度指标值 over its parts, and the other heads beside them: these stand at the right of all. */
function belowGroups(above: readonly ColumnKey[], below: readonly ColumnKey[]): readonly ColumnKey[] | null {
  if (above[0] !== 'name' || !above.includes('target')) return null;
  return [...below, ...above.filter((key) => key !== 'name' && !below.includes(key))];
}

function isWhole(columns: readonly ColumnKey[]): boolean {
  const has = (...keys: readonly ColumnKey[]) => keys.some((key) => columns.includes(key));
  const named = has('level3', 'name');
  if (has('level1', 'level2')) {
    return /^level[12]$/.test(columns[0] ?? '') && named && columns.length >= fewestColumns;
  }
  if (has('level3') && has('name')) return false;
  return named && has('target') && has('weight', 'score') && columns.length > fewestColumns && columns[0] !== 'target';
}

/** Columns that a table may have several of; of two targets the one at the right counts. */
const repeats: ReadonlySet<ColumnKey> = new Set(['target', 'explanation', 'standard', 'remark']);

/** Words that end a head told in its own words: 未完成原因和改进措施. */
const endsHead = /(?:原因|分析|措施|说明|情况|建议|\))$/;

/** The longest run of lines that is a head word for word, or after one that begins like a head, what ends it in its own words. */
function headAt(tokens: readonly Token[], from: number, before: readonly ColumnKey[]) {
  let found: { readonly key: ColumnKey; readonly to: number } | null = null;
  for (let to = from + 1; to <= Math.min(tokens.length, from + longestHead); to++) {
    const last = tokens[to - 1];
    if (last === undefined || (to > from + 1 && last.before === 'cell')) break;
    const text = textOf(tokens.slice(from, to));
    const key = columnKeyOf(text);
    const goesOn = (found === null || found.key === key) && !tokens.slice(from + 1, to).some(saysElse);
    const own = isColumnTerm(text) || (goesOn && endsHead.test(compact(text)));
    if (key !== null && own && (repeats.has(key) || !before.includes(key))) found = { key, to };
  }
  return found;
}

/** A head or a level by itself. */
const saysElse = ({ text }: Token) => isColumnTerm(text) || firstLevelOf(text) !== null || secondLevelOf(text) !== null;
