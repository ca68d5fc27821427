/** The words of a passage → typed tokens: amounts, percentages, counts, years, terms, items of the classification, stops. */
import { readArabic } from '../../normalizers/numerals.ts';
import { type ProseTerm, proseTermAt } from '../../normalizers/prose-terms.ts';
import type { PlainNumber } from '../../pipeline/model/figure.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import { type NamedItem, namedItems } from './item-names.ts';
import type { Squeezed } from './squeeze.ts';

export interface Place {
  /** Index range in the squeezed text. */
  readonly from: number;
  readonly to: number;
}

export type Token = Place &
  (
    | { readonly kind: 'amount'; readonly mention: AmountMention }
    | { readonly kind: 'percent'; readonly number: PlainNumber }
    | { readonly kind: 'number'; readonly number: PlainNumber; readonly unit: string | null }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'term'; readonly term: ProseTerm }
    | { readonly kind: 'item'; readonly item: NamedItem }
    | { readonly kind: 'stop'; readonly sign: string }
  );

const stops = new Set('，。；：、;:,!！?？()');
const numberShape = /-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/y;
const countUnit = /^(?:批次|人次|次|批|辆|台|套|个|人|名|项|分|件|户)/;

/** @param government whether words of a whole government's budget are looked for too */
export function tokensOf(
  squeezed: Squeezed,
  mentions: readonly AmountMention[],
  government: boolean,
): readonly Token[] {
  const { text } = squeezed;
  const amounts = new Map(mentions.map((mention) => [squeezed.indexOf(mention.from), mention]));
  const items = new Map(namedItems(text).map((item) => [item.from, item]));
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; ) {
    const token = tokenAt(squeezed, i, amounts, items, government);
    if (token === null) i++;
    else {
      tokens.push(token);
      i = Math.max(i + 1, token.to);
    }
  }
  return tokens;
}

function tokenAt(
  squeezed: Squeezed,
  from: number,
  amounts: ReadonlyMap<number, AmountMention>,
  items: ReadonlyMap<number, NamedItem>,
  government: boolean,
): Token | null {
  const { text } = squeezed;
  const mention = amounts.get(from);
  if (mention !== undefined) return { kind: 'amount', mention, from, to: squeezed.indexOf(mention.to) };
  const item = items.get(from);
  if (item !== undefined) return { kind: 'item', item, from, to: item.to };
  const term = proseTermAt(text, from, government);
  if (term !== null && !isWithin(text, term, from)) return { kind: 'term', term, from, to: from + term.term.length };
  const sign = text[from] ?? '';
  if ((sign >= '0' && sign <= '9') || sign === '-') {
    const number = numberAt(text, from);
    return number !== null && holdsStart(number, amounts, items) ? null : number;
  }
  return stops.has(sign) ? { kind: 'stop', sign, from, to: from + 1 } : null;
}

/** 增 and 减, 大于预算数 say a direction only right before their number: 较上年增5万元, but not in 增值. */
const isWithin = (text: string, { kind, term }: ProseTerm, from: number) =>
  kind === 'direction' &&
  (term.length === 1 || term.endsWith('数')) &&
  !/^[^增]\d/.test((text[from - 1] ?? '，') + (text[from + term.length] ?? ''));

/** The number of a list item before a code or an amount, or a dash: 3.2130301行政运行, 结算资金-160万元. */
function holdsStart({ from, to }: Place, ...starts: readonly ReadonlyMap<number, unknown>[]): boolean {
  for (let at = from + 1; at < to; at++) if (starts.some((one) => one.has(at))) return true;
  return false;
}

function numberAt(text: string, from: number): Token | null {
  if (/[\d.]/.test(text[from - 1] ?? '')) return null;
  numberShape.lastIndex = from;
  const match = numberShape.exec(text);
  if (match === null) return null;
  const words = match[0];
  const to = from + words.length;
  const after = text.slice(to, to + 3);
  if (/^(?:19|20)\d\d$/.test(words) && /^年/.test(after)) {
    const whole = /^年度?/.exec(after)?.[0].length ?? 1;
    return { kind: 'year', year: Number(words), from, to: to + whole };
  }
  const negative = words.startsWith('-');
  const number = readArabic(negative ? words.slice(1) : words);
  if (number === null) return null;
  const value = { digits: negative ? -number.digits : number.digits, exponent: number.exponent };
  if (after.startsWith('%')) return { kind: 'percent', number: value, from, to: to + 1 };
  const unit = countUnit.exec(after)?.[0] ?? null;
  return { kind: 'number', number: value, unit, from, to: to + (unit?.length ?? 0) };
}
