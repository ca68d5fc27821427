/**
 * A paragraph → its labelled values: “数量指标：…；质量指标：…”, one label a paragraph or all of them on one line, with or without
 * a number before them. What a conversion left behind ([bookmark: _GoBack]) is no part of a value.
 */
import { type Levels, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';

/** An index range of a passage. */
export interface Stretch {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

export interface LabelledValue extends Stretch {
  /** The label as printed, without its colon. */
  readonly label: string;
  readonly levels: Levels;
  /** Where the label begins. */
  readonly labelAt: number;
}

const labelShape = /(?<=^|[。;；:\]\s.)①-⑳]|[一二三四五六七八九十\d]、)[\u4e00-\u9fff]{2,12}(?=\s{0,4}:)/g;
/** Short names (数量, 成本) are words of any sentence: a label says 指标 or names a benefit. */
export const saysLevel = /(?:指标|效益|影响)$/;
const numberBefore = /(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]{1,2}|[①-⑳])\s*$/;
/** Characters of a number before a label, with its marks. */
const longestNumber = 10;
const residue = /\[bookmark:[^\]]{0,40}\]/g;

/** @returns the labelled values in order, also empty ones (`from` equals `to`) */
export function labelledValues(passage: Passage): readonly LabelledValue[] {
  const text = passage.folded.replace(residue, (found) => ' '.repeat(found.length));
  const labels = [...text.matchAll(labelShape)].flatMap((match) => {
    const levels = saysLevel.test(match[0]) ? secondLevelOf(match[0]) : null;
    return levels === null ? [] : [{ label: match[0], levels, labelAt: match.index }];
  });
  return labels.map((one, i) => {
    const next = labels[i + 1]?.labelAt ?? text.length;
    const number = numberBefore.exec(text.slice(Math.max(0, next - longestNumber), next))?.[0].length ?? 0;
    const end = i + 1 < labels.length ? next - number : next;
    const colon = text.indexOf(':', one.labelAt) + 1;
    return { ...one, ...trimmed(passage, text, colon, Math.max(colon, end)) };
  });
}

/** @returns the range without blanks at its ends and stops at its end */
export function trimmed(passage: Passage, text: string, from: number, to: number): Stretch {
  let start = from;
  let end = to;
  while (end > start && /[\s。;；，,.]/.test(text[end - 1] ?? '')) end--;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  return { passage, from: start, to: end };
}
