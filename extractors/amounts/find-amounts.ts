/**
 * A passage → every money expression in it, exactly, in reading order.
 * Hard because the same digits may be a year, a code or a count, an amount may lack its 元 (3.57亿), give its unit only at the
 * end of a range (3至5万元), or run into its neighbours where the print breaks lines.
 */
import {
  arabicAmount,
  bareAmount,
  bracketedAmount,
  hanAmount,
  rangeStart,
  readMoney,
} from '../../normalizers/money.ts';
import type { Finding, Note } from '../../pipeline/model/finding.ts';
import type { Money } from '../../pipeline/model/money.ts';
import type { Passage } from '../../pipeline/model/passage.ts';
import type { Sourced } from '../../pipeline/model/sourced.ts';
import { coverOf } from '../../pipeline/model/span.ts';

/** Words around a number that tell what it counts; from normalizers/vocab. */
export interface AmountVocabulary {
  /** What may follow 亿 or 万 when the number counts something else than money: 人, 平方米, 美元 … */
  readonly measures: readonly string[];
  /** Money words that may follow an amount without 元: 资金, 固定资产投资 … */
  readonly moneyAfter: readonly string[];
  /** Money words that may stand before one: 投资, 补助 … */
  readonly moneyBefore: readonly string[];
}

export interface FoundAmount {
  readonly passage: Passage;
  /** Index range in the passage. */
  readonly from: number;
  readonly to: number;
  readonly words: Sourced<string>;
  readonly money: Sourced<Money>;
  readonly bound: 'low' | 'high' | null;
}

/** Index range of an expression in the passage. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly bound: 'low' | 'high' | null;
}

const withUnit = new RegExp(`${bracketedAmount}|${arabicAmount}|${hanAmount}`, 'g');
const withoutUnit = new RegExp(`${bareAmount}(?!\\s*[元万亿])`, 'g');
const rangeBefore = new RegExp(`(?<![\\d.,第])${rangeStart}$`);
/** Longest range start that is looked for before an amount, in characters. */
const rangeReach = 24;

/**
 * @param passage words of one paragraph or cell
 * @param vocabulary words that tell money from other counts
 * @param note receives what is odd about an amount (doubled unit, finer than a fen)
 * @returns amounts in reading order; the two ends of a range are two amounts, the first quoting the whole range
 */
export function findAmounts(passage: Passage, vocabulary: AmountVocabulary, note: Note): readonly FoundAmount[] {
  const text = passage.folded;
  if (!/[元亿万]/.test(text)) return [];
  const extents = [...extentsWithUnit(passage, note), ...extentsWithoutUnit(text, vocabulary)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  return extents.flatMap((extent) => {
    const found = readExtent(passage, extent);
    if (found === null && !/\d/.test(text.slice(extent.from, extent.to))) return [];
    if (found === null) {
      const { value, spans } = passage.cut(extent.from, extent.to);
      note({ code: 'amount-malformed', message: `“${value}” is no amount that can be read`, span: coverOf(spans) });
      return [];
    }
    for (const finding of oddities(found)) note(finding);
    return [found];
  });
}

function readExtent(passage: Passage, extent: Extent): FoundAmount | null {
  const words = passage.cut(extent.from, extent.to).map((printed) => printed.replace(/[\r\n]+/g, ''));
  const value = readMoney(words.value);
  return value === null ? null : { passage, ...extent, words, money: words.map(() => value) };
}

function extentsWithUnit(passage: Passage, note: Note): readonly Extent[] {
  const text = passage.folded;
  const extents: Extent[] = [];
  for (const match of text.matchAll(withUnit)) {
    const words = match[0];
    const to = match.index + words.length;
    if (continuesNumber(text, match.index, words)) {
      const span = coverOf(passage.cut(match.index, to).spans);
      note({ code: 'amount-malformed', message: `digits before “${words}” fit no way of writing numbers`, span });
      continue;
    }
    if (!standsAlone(text, match.index, words, to)) continue;
    const from = match.index - signBefore(passage, match.index);
    const low = lowerEnd(text, from, words);
    if (low === null) {
      extents.push({ from, to, bound: null });
      continue;
    }
    const before = extents.at(-1);
    if (before?.from === low && before.bound === null) extents.pop();
    extents.push({ from: low, to, bound: 'low' }, { from: match.index, to, bound: 'high' });
  }
  return extents;
}

/** A tail of digits that are grouped in no known way (1,2345万元, 3.5.28万元, 50 000元); a year before a comma is apart. */
function continuesNumber(text: string, from: number, words: string): boolean {
  const before = text.slice(Math.max(0, from - 6), from);
  if (/^0(?!\.)/.test(words) && /\d $/.test(before)) return true;
  // 4125.49,4143.91万元: after its decimals a number is over.
  const decimals = /\.\d{1,4},$/.test(before) && /^\d+\./.test(words);
  return /\d[.,]$/.test(before) && !decimals && !/(?<!\d)(?:19|20)\d\d,$/.test(before);
}

/** Not 三元区 or 二十元旦, not an open amount such as 数十万元, not the second item in （2）万元GDP能耗. */
function standsAlone(text: string, from: number, words: string, to: number): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  const after = text.slice(to, to + 2);
  if (/^\(\s*\d{1,2}\s*\)/.test(words) && after !== '' && /(?:^|[\s。；;，,、:])$/.test(before)) return false;
  if (/^[\d(]/.test(words)) {
    return !(
      /^[旦宵素件]|^(?:港币|美元|欧元|日元|英镑)/.test(text.slice(to, to + 2)) ||
      (/^(?:19|20)\d\d元$/.test(words) && after.startsWith('月'))
    );
  }
  if (/(?:第|(?<![加以])上)$/.test(before) && /^[十百千万]/.test(words)) return false;
  if (/(?:几|(?<!算)数|[\d.])$/.test(before)) return false;
  if (/[十百千万亿拾佰仟萬億]/.test(words)) return !/^[旦宵素]/.test(after);
  return /^(?:$|[整正钱每/、，。；,;)])/.test(after) || /[每费款补助奖]$/.test(before);
}

/** 1 where a minus belongs to the number (增长-5万元, （-5万元）), 0 where a dash sets words apart (租赁费-5万元). */
function signBefore(passage: Passage, from: number): 0 | 1 {
  const text = passage.folded;
  const sign = text[from - 1];
  if (sign === '负' || passage.text[from - 1] === '−') return 1;
  if (sign !== '-') return 0;
  return from === 1 || /[\s为是额数长加少降率达约从由至到:(，,、；;=]/.test(text[from - 2] ?? ' ') ? 1 : 0;
}

/** Where the range begins whose upper end these words are, or null. 2019-5万元 is none: a lower end is lower. */
function lowerEnd(text: string, from: number, words: string): number | null {
  const before = rangeBefore.exec(text.slice(Math.max(0, from - rangeReach), from));
  if (before === null) return null;
  const start = from - before[0].length;
  const low = readMoney(before[0] + words);
  const high = readMoney(words);
  return low !== null && high !== null && low.fen < high.fen ? start : null;
}

function* extentsWithoutUnit(text: string, vocabulary: AmountVocabulary): Generator<Extent> {
  for (const match of text.matchAll(withoutUnit)) {
    const to = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 10), match.index);
    if (/[\d.]$|\d,$/.test(before) || /^\s*(?:至|到|-|~|—|–)\s*\d/.test(text.slice(to, to + 4))) continue;
    const after = text.slice(to, to + 8).trimStart();
    if (vocabulary.measures.some((word) => after.startsWith(word))) continue;
    const named = vocabulary.moneyAfter.some((word) => after.startsWith(word));
    const lead = before.replace(/(?:为|达到|达|约|共计|共|近|超过|超|:|\s)+$/, '');
    const closes = /^(?:$|[，。；、,;)])/.test(after);
    if (named || (closes && vocabulary.moneyBefore.some((word) => lead.endsWith(word)))) {
      yield { from: match.index, to, bound: null };
    }
  }
}

function* oddities(found: FoundAmount): Generator<Finding> {
  const words = found.words.value;
  const span = coverOf(found.words.spans);
  if (/元\s*[万亿]?元/.test(words)) yield { code: 'unit-doubled', message: `unit printed twice: “${words}”`, span };
  if (!found.money.value.exact) {
    yield { code: 'amount-rounded-to-fen', message: `finer than a fen, rounded to one: “${words}”`, span };
  }
}
