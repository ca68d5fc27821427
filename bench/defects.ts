/**
 * Slips of the pen, made on purpose: one printed number of a report is changed in its text, as long as it was, so that every
 * other place stays where it is, and the report is read again.
 */
import type { Figure } from '../pipeline/model/figure.ts';
import type { Block, Layout } from '../pipeline/model/layout.ts';
import { Passage } from '../pipeline/model/passage.ts';
import type { Spans } from '../pipeline/model/span.ts';

export type Slip = 'last digit' | 'swapped digits' | 'factor ten' | 'lost 万';
export const slips: readonly Slip[] = ['last digit', 'swapped digits', 'factor ten', 'lost 万'];

/** A number as printed, without its unit. */
export const numberIn = (words: string): string | null => {
  const numbers = words.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
};

/**
 * @param words a printed number with its unit, as 1,234.56万元
 * @param next numbers below 1
 * @returns the words with the slip, as long as before; null where it cannot be made in them
 */
export function slipIn(words: string, slip: Slip, next: () => number): string | null {
  if (slip === 'lost 万') return /\d\s*万元$/.test(words) ? words.replace('万元', ' 元') : null;
  const number = numberIn(words);
  if (number === null) return null;
  const changed = changes[slip](number, next);
  if (changed === null || changed === number || !wellFormed(changed) || changed.length !== number.length) return null;
  return words.replace(number, changed);
}

type Change = (number: string, next: () => number) => string | null;

const changes: Readonly<Record<Exclude<Slip, 'lost 万'>, Change>> = {
  'last digit': (number, next) =>
    number.slice(0, -1) + String((Number(number.slice(-1)) + 1 + Math.floor(next() * 9)) % 10),
  'swapped digits': (number, next) => {
    const pairs = [...number.matchAll(/(?=(\d)[.,]?(\d))/g)].filter(([, a, b]) => a !== b);
    const pair = pairs[Math.floor(next() * pairs.length)];
    if (pair === undefined) return null;
    const [, a = '', b = ''] = pair;
    const to = number.indexOf(b, pair.index + 1);
    return number.slice(0, pair.index) + b + number.slice(pair.index + 1, to) + a + number.slice(to + 1);
  },
  'factor ten': (number, next) => {
    const [whole = '', places] = number.replaceAll(',', '').split('.');
    if (places === undefined) return null;
    const digits = whole + places;
    const moved = [whole.length + 1, whole.length - 1].flatMap((at) =>
      at < 1 || at >= digits.length ? [] : `${separated(digits.slice(0, at), number)}.${digits.slice(at)}`,
    );
    const fitting = moved.filter((one) => one.length === number.length && wellFormed(one));
    return fitting[Math.floor(next() * fitting.length)] ?? null;
  },
};

const separated = (whole: string, like: string) =>
  like.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
const wellFormed = (number: string) => !/^0\d/.test(number) && /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(number);

/** Whether a figure's words stand in the text as they are, so that they can be changed there. */
export const isPrinted = ({ text }: Layout, { words }: Figure) =>
  words.spans.map(({ start, end }) => text.slice(start, end)).join('') === words.value;

/** @returns the layout with other words of the same length at a place */
export function reprinted(layout: Layout, spans: Spans, words: string): Layout {
  let text = layout.text;
  let from = 0;
  for (const { start, end } of spans) {
    text = text.slice(0, start) + words.slice(from, from + end - start) + text.slice(end);
    from += end - start;
  }
  return { ...layout, text, blocks: layout.blocks.map((block) => inText(block, text)) };
}

function inText(block: Block, text: string): Block {
  const again = (passage: Passage) => new Passage(text, passage.spans);
  if (block.kind === 'paragraph') return { ...block, passage: again(block.passage) };
  if (block.kind === 'furniture') return block;
  const cells = block.cells.map((cell) => (cell.passage === null ? cell : { ...cell, passage: again(cell.passage) }));
  return { ...block, cells };
}
