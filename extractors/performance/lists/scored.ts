/**
 * Scored indicators in prose: “1. 安全生产监管执法完成率（10分）：年初指标设定值为…≥99%。…完成率100%，根据评价标准该项得分10分。” → name, weight,
 * target, result, score. The result is the last number of the target's kind that speaks of the indicator; else the closing words.
 */
import { enumeratorOf } from '../../../normalizers/enumerator.ts';
import { compact, tidy } from '../../../normalizers/fold.ts';

export interface ScoredIndicator {
  readonly indicator: string;
  readonly weight: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly score: string | null;
}

const opening = /^([^。；，:：]{2,60}?)[（(](\d{1,3}(?:\.\d{1,2})?)分[)）]\s*[:：]/;
const scored = /(?:该项|本项|此项|该指标)?(?:自评|评价|实际)?得分为?\s*(\d{1,3}(?:\.\d{1,3})?)\s*分/;
const targeted = /^[^。；]{0,12}(?:设定值|设定目标|目标值|指标值|设定的目标|目标)为\s*([^。]{1,120})。?/;
const comparison = /(?:[≥≧≤≦><＞＜=＝]|不低于|不少于|不超过)?\s*\d[\d,.]{0,12}\s*[^\d，。；、]{1,8}$/;
const quantity = /(\d[\d,]{0,12}(?:\.\d{1,4})?)(%|％|万元|元|[\u4e00-\u9fff]{1,2})(以上|左右|以内|以下)?/g;

/** @param paragraph one paragraph, tidied; null where it is no scored indicator */
export function readScored(paragraph: string): ScoredIndicator | null {
  const number = enumeratorOf(paragraph);
  const words = number === null ? paragraph : paragraph.slice(number.length).trimStart();
  const head = opening.exec(words);
  const result = scored.exec(words);
  if (head?.[1] === undefined || head[2] === undefined || result === null) return null;
  const rest = words.slice(head[0].length, result.index).trim();
  const stated = targeted.exec(rest);
  const body = rest.slice(stated?.[0].length ?? 0).replace(/(?:根据|按照?|依据)[^。，]{2,20}[，,]?$/, '');
  const target = stated?.[1] === undefined ? null : (comparison.exec(stated[1])?.[0].trim() ?? stated[1]);
  return {
    indicator: head[1],
    weight: head[2],
    target: target === null ? null : tidy(target),
    actual: resultIn(head[1], target, body),
    score: result[1] ?? null,
  };
}

const signs = (words: string) => new Set(compact(words).match(/[\u4e00-\u9fff]/g) ?? []);

/** A number counted as the target is, with the words before it closest to the indicator's; of equals the last. */
function resultIn(indicator: string, target: string | null, body: string): string | null {
  const unit = /(%|％|万元|元|[\u4e00-\u9fff]{1,2})(?:以上|以内)?$/.exec(target ?? '')?.[1];
  const name = signs(indicator);
  let best: { readonly words: string; readonly shared: number } | null = null;
  for (const clause of body.split(/[，。；（）]/)) {
    for (const match of clause.matchAll(quantity)) {
      const before = clause.slice(0, match.index);
      if (unit === undefined || !sameUnit(match[2] ?? '', unit) || /目标的?$|占[^率]{0,12}$/.test(before)) continue;
      const said = signs(before);
      const count = [...said].filter((sign) => name.has(sign)).length;
      const shared = count ** 2 / Math.max(1, said.size);
      if (count < 2 || (best !== null && shared < best.shared)) continue;
      best = {
        words: `${match[1]}${unit.length < (match[2] ?? '').length ? unit : match[2]}${match[3] ?? ''}`,
        shared,
      };
    }
  }
  return best?.words ?? closing(body);
}

const sameUnit = (printed: string, wanted: string) => compact(printed).startsWith(compact(wanted));
/** A clause that begins so leans on the one before it. */
const leaning = /^(?:同时|并|且|以及|其中|超额|超过)/;

/** The clause that sums the result up: the last one, with what it leans on. */
function closing(body: string): string | null {
  const sentence =
    body
      .split('。')
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  const clauses = sentence.split('，').filter((part) => part.trim() !== '');
  let from = clauses.length - 1;
  while (from > 0 && leaning.test(clauses[from]?.trim() ?? '')) from--;
  const words = tidy(clauses.slice(Math.max(0, from)).join('，'));
  return words === '' ? null : words;
}
