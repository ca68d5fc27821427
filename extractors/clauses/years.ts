/** A year that is named, or 上年: what the sentence is about, or what its numbers are compared with. */
import type { Attention } from './attention.ts';
import type { Place } from './tokens.ts';

/** Years of an explanation are of its events. */
export function readYear(attention: Attention, year: number | null, { from, to }: Place): void {
  const { clause, statement, sentence, text } = attention;
  if (year !== null && /截[至止]$/.test(text.slice(Math.max(0, from - 2), from))) attention.asOf = year;
  if (clause.comparison !== null) clause.comparison.year = year;
  else if (isStart(text, from)) clause.comparison = { year, basis: null };
  else if (!statement.explaining && !clause.because) {
    sentence.year = year;
    // 2023年，…。…: the whole paragraph is of it; 2023年全市…。… in a government's report.
    if (
      /^[\d、.．()（）一二三四五六七八九十]{0,5}$/.test(text.slice(0, from)) &&
      (text[to] === '，' || (attention.government && !/[末底至结]/.test(text[to] ?? '')))
    )
      attention.own = year;
  }
}

/** 由上年的6万元减少到5万元: where a change began. */
export function isStart(text: string, from: number): boolean {
  return /[由从]$/.test(text.slice(Math.max(0, from - 1), from));
}
