/**
 * Lines below the name of a level, each an indicator that says what its parts are: “（1）数量指标 / 维修管网长度：年度指标值36公里，实际完成36公里。”
 * → labelled values, as if the level stood before each.
 */
import { enumeratorOf } from '../../../normalizers/enumerator.ts';
import { compact, tidy } from '../../../normalizers/fold.ts';
import { secondLevelOf } from '../../../normalizers/indicator-level.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import { type LabelledValue, saysLevel, trimmed } from './labels.ts';
import { readSaidParts } from './said-parts.ts';

/** @returns the level's name where words are nothing else: （1）数量指标。, 数量指标完成情况分析 */
export function levelAlone(words: string): string | null {
  const number = enumeratorOf(words.trimStart());
  const rest = compact(words.trimStart().slice(number?.length ?? 0)).replace(/[:：。]$/, '');
  const name = rest.replace(/的?(?:完成情况)?(?:分析)?$/, '');
  return saysLevel.test(name) && secondLevelOf(name) !== null ? name : null;
}

/** @param heading the words above the paragraphs */
export function valuesBelowLevels(
  heading: string,
  passages: readonly Passage[],
): readonly (readonly LabelledValue[])[] {
  let level = levelAlone(heading);
  return passages.map((passage) => {
    const alone = levelAlone(passage.text);
    const levels = level === null ? null : secondLevelOf(level);
    if (alone !== null) level = alone;
    if (alone !== null || level === null || levels === null) return [];
    const text = passage.folded;
    const lead = text.length - text.trimStart().length;
    const from = lead + (enumeratorOf(text.trimStart())?.length ?? 0);
    const at = trimmed(passage, text, from, text.length);
    return readSaidParts(tidy(passage.text.slice(at.from, at.to))) === null
      ? []
      : [{ ...at, label: level, levels, labelAt: at.from }];
  });
}
