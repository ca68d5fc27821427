/**
 * A labelled value → its entries, and each entry → name, target, result. Reports write entries as “名称，值；名称，值” throughout, or
 * as sentences; of a sentence only what is plainly a name with its value is taken apart: 群众满意度95%以上, 工作经费1.2万元，已支付完成.
 */
import { tidy } from '../../../normalizers/fold.ts';
import { arabicAmount, hanAmount } from '../../../normalizers/money.ts';
import { parseTarget } from '../../../normalizers/target-value.ts';
import { type Stretch, trimmed } from './labels.ts';
import { readSaidParts, type SaidParts } from './said-parts.ts';

export type Entry = Pick<SaidParts, 'indicator' | 'target' | 'actual'> &
  Partial<Pick<SaidParts, 'weight' | 'score' | 'deviation'>>;

/** Fewer entries than this show no manner of writing. */
const enoughEntries = 6;
/** Share of entries that end in a value after a comma, where that is the manner: 1.0 in such reports, 0.4 in the others. */
const pairedShare = 0.85;

const wordsOf = ({ passage, from, to }: Stretch) => tidy(passage.text.slice(from, to));

/** @returns ranges between semicolons that stand in no brackets and quotes */
export function partsOf(value: Stretch): readonly Stretch[] {
  const text = value.passage.folded;
  const cuts = marksIn(text, value.from, value.to, /^[;；]/);
  const edges = [value.from, ...cuts.map((at) => at + 1), value.to];
  return edges
    .slice(0, -1)
    .map((from, i) => trimmed(value.passage, text, from, edges[i + 1] ?? value.to))
    .filter(({ from, to }) => from < to);
}

/** Whether a document's lists write “名称，值” throughout. */
export function isPaired(values: readonly Stretch[]): boolean {
  const parts = values.flatMap(partsOf);
  const pairs = parts.filter((part) => lastComma(part) !== null);
  return parts.length >= enoughEntries && pairs.length >= pairedShare * parts.length;
}

/** @returns the ranges that are one entry each, with what they say */
export function entriesOf(value: Stretch, paired: boolean): readonly (Entry & { readonly at: Stretch })[] {
  const parts = partsOf(value);
  const whole = readSaidParts(wordsOf(value));
  if (whole !== null) return [{ ...whole, at: value }];
  const each = parts.map((part) => readSaidParts(wordsOf(part)));
  if (each.length > 0 && each.every((one) => one !== null)) {
    return parts.flatMap((at, i) => (each[i] == null ? [] : [{ ...each[i], at }]));
  }
  const pairs = parts.map((part) => pairOf(part, paired));
  if (parts.length > 0 && pairs.every((pair) => pair !== null)) {
    return parts.flatMap((at, i) => {
      const pair = pairs[i];
      return pair === null || pair === undefined ? [] : [{ ...pair, at }];
    });
  }
  return value.from === value.to ? [] : [{ ...readSentence(wordsOf(value)), at: value }];
}

const glued = /^(.{2,200}(?:率|度|比例))((?:≥|≤|>|<|=)?\d[\d.,]{0,12}[%％].{0,4})$/;

/** “名称，值”; where that is not the manner, only a value that is a number counts. */
function pairOf(part: Stretch, paired: boolean): Entry | null {
  const comma = lastComma(part);
  if (comma === null) return null;
  const indicator = wordsOf({ ...part, to: comma });
  const target = wordsOf({ ...part, from: comma + 1 });
  if (!paired) {
    return /[，。\d]/.test(indicator) || parseTarget(target).value === null
      ? null
      : { indicator, target, actual: null };
  }
  const [, name, value] = glued.exec(target) ?? [];
  if (name !== undefined && value !== undefined) {
    return { indicator: wordsOf(part).slice(0, -value.length), target: value, actual: null };
  }
  return { indicator, target, actual: null };
}

const lastComma = ({ passage, from, to }: Stretch) =>
  marksIn(passage.folded, from, to, /^(?:，|,(?!\d{3}))/).at(-1) ?? null;

/** @param mark matched at the beginning of what follows
 * @returns places of marks outside brackets and quotes */
function marksIn(text: string, from: number, to: number, mark: RegExp): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = from; i < to; i++) {
    const sign = text[i] ?? '';
    if ('(《“「'.includes(sign)) depth++;
    else if (')》”」'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && mark.test(text.slice(i, i + 4))) found.push(i);
  }
  return found;
}

const amount = `(?:${arabicAmount}|${hanAmount})`;
const name = String.raw`[^\d，。；、,;]{2,60}?`;
const done = '已(?:经|全部)?(?:完成|支付|拨付|使用|执行|到位)[^，。；]{0,8}';
/** 45.6万元，2023年已支付… : the money planned, then what became of it. */
const amountFirst = new RegExp(`^(${amount})，(.+)$`);
/** 专项经费30万元已完成; 工作经费1.2万元，已支付完成; 房屋租赁费用11.4万元. */
const namedAmount = new RegExp(`^(${name})(${amount})(?:，?(${done}))?$`);
/** 群众满意度95%以上; 影响年限3年以上; 综合应用平台1个. */
const namedValue =
  /^([^\d，。；、,;:≥≤><=]{2,60}?)((?:≥|≤|>|<|=|不低于|不少于|不超过)?\d[\d.,]{0,12}[^\d，。；、,;]{1,6})$/;
/** 完成时效2021年底，有部分项目需跨年完成. */
const namedDate = /^([^\d，。；]{2,20}(?:时效|时间|期限|时限))(\d{4}年[^，。；]{0,8})，(.+)$/;
/** 确保在2021年底前完成普查工作（已于2021年6月完成）. */
const asideResult = /^([^（(]{4,120})[（(](已[^（()）]{3,60})[)）]$/;

/** @param sentence one labelled value, tidied */
export function readSentence(sentence: string): Entry {
  const first = amountFirst.exec(sentence);
  if (first?.[1] !== undefined) return { indicator: sentence, target: first[1], actual: first[2] ?? null };
  const paid = namedAmount.exec(sentence);
  if (paid?.[1] !== undefined) return { indicator: paid[1], target: paid[2] ?? null, actual: paid[3] ?? null };
  const dated = namedDate.exec(sentence);
  if (dated?.[1] !== undefined) return { indicator: dated[1], target: dated[2] ?? null, actual: dated[3] ?? null };
  const aside = asideResult.exec(sentence);
  if (aside?.[1] !== undefined) return { indicator: sentence, target: aside[1], actual: aside[2] ?? null };
  const valued = namedValue.exec(sentence);
  const value = valued?.[2] ?? null;
  if (valued?.[1] !== undefined && parseTarget(value).value !== null) {
    return { indicator: valued[1], target: value, actual: null };
  }
  return { indicator: sentence, target: null, actual: null };
}
