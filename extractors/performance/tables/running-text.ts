/**
 * All indicators of a project as running text in one cell: “1、1-产出指标；11-数量指标；会议次数；实施周期指标值:≥5次；年度指标值:≥3次。2、…”.
 * Entries begin with a number and a first level; their parts are parted by “；”; a part “词:值” is of the column that the word heads.
 */

import { tidy } from '../../../normalizers/fold.ts';
import { firstLevelOf, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import { type ColumnKey, columnKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import { Sourced } from '../../../pipeline/model/sourced.ts';
import type { Words } from './cells.ts';

export interface Entry {
  readonly level1: Words | null;
  readonly level2: Words | null;
  readonly name: Words | null;
  readonly target: Words | null;
  readonly actual: Words | null;
  readonly weight: Words | null;
  readonly score: Words | null;
  readonly whole: Words;
}

/** Cells that a page's edge parted, read as one. */
class Strip {
  readonly text: string;
  readonly #parts: readonly Passage[];

  constructor(parts: readonly Passage[]) {
    this.#parts = parts;
    this.text = parts.map(({ folded }) => folded).join('');
  }

  cut(from: number, to: number): Words | null {
    const found: Words[] = [];
    let at = 0;
    for (const part of this.#parts) {
      const end = at + part.text.length;
      const start = Math.max(from, at);
      const stop = Math.min(to, end);
      if (start < stop) found.push(part.cut(start - at, stop - at));
      at = end;
    }
    const [first, ...rest] = found;
    const words = first === undefined ? null : Sourced.join([first, ...rest], (texts) => tidy(texts.join('')));
    return words === null || words.value === '' ? null : words;
  }
}

const opening = /(?:^|[。；;\s])\s{0,4}\d{1,3}\s{0,4}[、.]\s{0,4}(?=([^；;。]{2,20})[；;])/g;

/** @param parts the cell, and what of it stands at the head of the next page */
export function entriesOf(parts: readonly Passage[]): readonly Entry[] {
  const strip = new Strip(parts);
  const starts = [...strip.text.matchAll(opening)].filter(([, level = '']) => firstLevelOf(tidy(level)) !== null);
  return starts.flatMap((match, i) => {
    const from = match.index + match[0].length;
    const next = starts[i + 1];
    const end = next === undefined ? strip.text.length : next.index + (/^[。；;]/.test(next[0]) ? 1 : 0);
    return entryBetween(strip, from, end) ?? [];
  });
}

function entryBetween(strip: Strip, from: number, end: number): Entry | null {
  const found: Partial<Record<ColumnKey, Words>> = {};
  let open: { key: ColumnKey; from: number } | null = null;
  let at = from;
  const close = (to: number) => {
    const words = open === null ? null : strip.cut(open.from, to);
    if (open !== null && words !== null) found[open.key] ??= words;
    open = null;
  };
  for (const part of strip.text.slice(from, end).split(/[；;]/)) {
    const colon = /^([^:：]{1,12})[:：]/.exec(part);
    const key = colon === null ? null : columnKeyOf(colon[1] ?? '');
    const words = tidy(part);
    if (key !== null) {
      close(at - 1);
      open = { key, from: at + (colon?.[0].length ?? 0) };
    } else if (found.level1 === undefined && open === null && firstLevelOf(words) !== null) {
      open = { key: 'level1', from: at };
      close(at + part.length);
    } else if (found.level2 === undefined && open === null && secondLevelOf(words) !== null) {
      open = { key: 'level2', from: at };
      close(at + part.length);
    } else open ??= { key: 'name', from: at };
    at += part.length + 1;
  }
  close(strip.text.slice(from, end).replace(/[。；;\s]+$/, '').length + from);
  const whole = strip.cut(from, end);
  if (whole === null || found.name === undefined) return null;
  const target = found.target ?? found.target_period ?? null;
  const { level1 = null, level2 = null, name = null, actual = null, weight = null, score = null } = found;
  return { level1, level2, name, target, actual, weight, score, whole };
}
