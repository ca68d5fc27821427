/**
 * Names and codes of classification items in the order a table prints them → items. A name without a code is matched only where
 * the items above it leave no choice; a printed code is never corrected.
 */
import { type Classification, economicItems, functionItems, itemKey } from '../../normalizers/classification.ts';
import type { Item } from '../../pipeline/model/figure.ts';

export interface ItemReading {
  readonly item: Item;
  /** What is wrong between code, name and the classification, in words; null when nothing is. */
  readonly doubt: string | null;
  /** Printed with a code that the classification gives another name. */
  readonly foreign: boolean;
}

export interface ItemReader {
  /**
   * @param code digits as printed, or null
   * @param name as printed, or null
   * @param digits length of its code where the print says 类, 款 or 项
   */
  readonly read: (code: string | null, name: string | null, digits?: 3 | 5 | 7) => ItemReading;
  /** Something of no known name was told: what follows is of no 款 that was named before it. */
  readonly forget: () => void;
  /** Whether a name is an item's at all. */
  readonly knows: (name: string) => boolean;
  /** Completes 08 below 201 to 20108. */
  readonly complete: (parts: readonly string[]) => string | null;
}

/** @param codes which codes to prefer for a name: 2 functions, 3 departments' economic items, 5 government's */
export function itemReader(kind: 'function' | 'economic' | 'government', year: number | null): ItemReader {
  const items: Classification = kind === 'function' ? functionItems() : economicItems();
  const first = kind === 'function' ? '2' : kind === 'economic' ? '3' : '5';
  /** The last 类 and 款. */
  let above: readonly [string, string] = ['', ''];
  const remember = (code: string) => {
    above = [code.slice(0, 3), code.length >= 5 ? code.slice(0, 5) : ''];
  };
  const named = (name: string) => {
    const exact = items.codesOf(name, year);
    const longer = exact.length > 0 ? exact : items.codesOf(`${itemKey(name)}支出`, year);
    const found = longer.length > 0 ? longer : items.codesOf(itemKey(name).replace(/支出$/, ''), year);
    const own = found.filter((code) => code.startsWith(first));
    return own.length > 0 || kind !== 'economic' ? own : found;
  };
  const choose = (codes: readonly string[]): string | null => {
    const [top, middle] = above;
    const below = middle === '' ? [] : codes.filter((code) => code.length === 7 && code.startsWith(middle));
    if (below.length > 0) return below[0] ?? null;
    const beside = top === '' ? [] : codes.filter((code) => code.length === 5 && code.startsWith(top));
    if (beside.length > 0) return beside[0] ?? null;
    const classes = codes.filter((code) => code.length === 3);
    if (classes.length > 0) return classes[0] ?? null;
    const inside = top === '' ? [] : codes.filter((code) => code.startsWith(top));
    if (inside.length === 1) return inside[0] ?? null;
    // 办公设备购置 by its name alone is none of 资本性支出（基本建设）, 309.
    const usual = codes.filter((code) => !code.startsWith('309'));
    return usual.length === 1 ? (usual[0] ?? null) : null;
  };
  /** The one code of a level that stands under what was named before it, or the only one there is. */
  const below = (codes: readonly string[], digits: 3 | 5 | 7): string | null => {
    const parent = digits === 3 ? '' : digits === 5 || above[1] === '' ? above[0] : above[1];
    const inside = codes.filter((one) => one.startsWith(parent));
    return inside.length === 1 ? (inside[0] ?? null) : null;
  };
  /** 其他行政医疗支出 below 行政事业单位医疗: the one item of what is left there, whatever habit calls it. */
  const restOf = (name: string): string | null => {
    const code = `${above[1]}99`;
    const known = above[1] !== '' && items.namesOf(code, year).some((one) => one.startsWith('其他'));
    return known && /^其他.+支出$/.test(itemKey(name)) ? code : null;
  };
  return {
    forget: () => {
      above = [above[0], ''];
    },
    knows: (name) => named(name).length > 0,
    complete: (parts) => {
      // A spreadsheet that takes 03 for a number keeps 3.
      const [top = '', middle = '', last = ''] = parts.map((part) => (/^\d$/.test(part) ? `0${part}` : part));
      const head = top !== '' ? top : above[0];
      if (top === '' && middle === '' && last === '') return null;
      if (middle === '' && last === '') return head;
      const second = middle !== '' ? middle : above[1].slice(3);
      return `${head}${second}${last}`;
    },
    read: (code, name, digits) => {
      if (code !== null) {
        remember(code);
        const foreign = name !== null && !isNameOf(items, code, name);
        return { item: { code, name }, doubt: foreign ? disagreement(items, code, name, year) : null, foreign };
      }
      const codes = (name === null ? [] : named(name)).filter((one) => digits === undefined || one.length === digits);
      const rest = codes.length === 0 && digits === 7 && name !== null ? restOf(name) : null;
      const chosen = rest ?? (digits === undefined ? choose(codes) : below(codes, digits));
      if (chosen !== null) remember(chosen);
      else if (digits !== undefined) above = [digits === 3 ? '' : above[0], ''];
      const doubt =
        rest !== null
          ? `“${name}” is taken for ${rest}, “${items.namesOf(rest, year)[0]}”`
          : chosen !== null || name === null
            ? null
            : codes.length === 0
              ? `“${name}” is no item of the classification`
              : `“${name}” may be ${codes.slice(0, 4).join(', ')}`;
      return { item: { code: chosen, name }, doubt, foreign: false };
    },
  };
}

/** Whether it is, as far as the classification knows the code. */
function isNameOf(items: Classification, code: string, name: string): boolean {
  const known = items.namesOf(code, null).map(itemKey);
  const printed = itemKey(name);
  return known.length === 0 || known.some((one) => one === printed || one.includes(printed) || printed.includes(one));
}

/** A code that belongs to another name, while the printed name belongs to another code. */
function disagreement(items: Classification, code: string, name: string, year: number | null): string | null {
  const elsewhere = items.codesOf(name, year).filter((other) => other.length === code.length);
  if (elsewhere.length === 0) return null;
  const [own] = items.namesOf(code, null).map(itemKey);
  return `${code} is printed with “${name}”, the name of ${elsewhere.slice(0, 3).join(', ')}; ${code} is “${own}”`;
}
