/** A year that is named, or 上年: what the sentence is about, or what its numbers are compared with. */
import type { Attention } from './attention.ts';
import type { Place } from './tokens.ts';

/** Years of an explanation are of its events. */
export function readYear({ clause, statement, sentence, text }: Attention, year: number | null, { from }: Place): void {
  if (clause.comparison !== null) clause.comparison.year = year;
  else if (isStart(text, from)) clause.comparison = { year, basis: null };
  else if (!statement.explaining) sentence.year = year;
}

/** 由上年的6万元减少到5万元: where a change began. */
export function isStart(text: string, from: number): boolean {
  return /[由从]$/.test(text.slice(Math.max(0, from - 1), from));
}
