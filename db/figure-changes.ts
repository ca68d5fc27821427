/**
 * What another reading of the same document makes of its figures: how many are new, gone or said otherwise. Figures are compared
 * by what they say, not by where they stand, since a new version may count characters otherwise.
 */
import { figureColumns, type Row } from './rows.ts';

export interface FigureChanges {
  readonly added: number;
  readonly lost: number;
  /** The same thing with another value, or the same value of another thing on the same page. */
  readonly changed: number;
}

type Column = (typeof figureColumns)[number];

const subject: readonly Column[] = [
  ...(['fiscal_year', 'concept', 'component', 'function_code', 'economic_code', 'government_code'] as const),
  ...(['project', 'agency', 'basis', 'measure'] as const),
];
const value: readonly Column[] = ['unit', 'amount_fen', 'value'];

/** @param before rows of `figureColumns`, as `after` */
export function figureChanges(before: readonly Row[], after: readonly Row[]): FigureChanges {
  const unlike = withoutPairs(before, after, [...subject, ...value]);
  const elsewhere = withoutPairs(unlike.before, unlike.after, subject);
  const left = withoutPairs(elsewhere.before, elsewhere.after, [...value, 'page']);
  return {
    added: left.after.length,
    lost: left.before.length,
    changed: unlike.before.length - left.before.length,
  };
}

interface Both {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** Takes away what is alike in these columns on both sides, each with one partner. */
function withoutPairs(before: readonly Row[], after: readonly Row[], columns: readonly Column[]): Both {
  const places = columns.map((column) => figureColumns.indexOf(column));
  const keyOf = (row: Row) => places.map((place) => String(row[place])).join('\0');
  const partners = new Map<string, number>();
  for (const row of before) partners.set(keyOf(row), (partners.get(keyOf(row)) ?? 0) + 1);
  const paired = new Map<string, number>();
  const single = after.filter((row) => {
    const key = keyOf(row);
    const taken = paired.get(key) ?? 0;
    if (taken === (partners.get(key) ?? 0)) return true;
    paired.set(key, taken + 1);
    return false;
  });
  const kept = before.filter((row) => {
    const key = keyOf(row);
    const taken = paired.get(key) ?? 0;
    if (taken === 0) return true;
    paired.set(key, taken - 1);
    return false;
  });
  return { before: kept, after: single };
}
