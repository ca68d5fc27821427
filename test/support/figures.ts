/** Figures as the readers would have made them, written out in a test: what is printed and what it means in, figures out. */
import { readMoney } from '../../normalizers/money.ts';
import { readArabic } from '../../normalizers/numerals.ts';
import type { Figure, FigureMeaning, Item } from '../../pipeline/model/figure.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import { Passage } from '../../pipeline/model/passage.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import type { Verdict } from '../../pipeline/model/verdict.ts';
import { passageOf } from './passage.ts';

export interface Meaning extends Partial<Omit<FigureMeaning, 'function' | 'economic'>> {
  /** Code, or name where it has none. */
  readonly function?: string;
  readonly economic?: string;
  /** A decrease, printed without a sign. */
  readonly negative?: boolean;
  readonly section?: number;
}

const whole: FigureMeaning = {
  ...{ concept: 'expenditure.current_year', component: null, basis: 'actual', measure: 'amount', fiscalYear: 2023 },
  ...{ function: null, economic: null, governmentCode: null, project: null, agency: null, stated: '支出' },
};

function itemOf(said: string | undefined): Item | null {
  if (said === undefined) return null;
  return /^\d+$/.test(said) ? { code: said, name: null } : { code: null, name: said };
}

function readValue(words: string, negative: boolean): Figure['value'] {
  const money = /元$/.test(words) ? readMoney(words) : null;
  if (money !== null) {
    return { kind: 'money', money: negative ? { ...money, fen: -money.fen as typeof money.fen } : money };
  }
  const number = readArabic(/[\d.,]+/.exec(words)?.[0] ?? '');
  if (number === null) throw new RangeError(`${words} is no number`);
  const digits = negative ? -number.digits : number.digits;
  return { kind: 'number', number: { digits, exponent: number.exponent }, unit: words.replace(/[\d.,]+/, '') };
}

type Place = Pick<Figure, 'words' | 'quote' | 'at' | 'mention' | 'source' | 'section'>;

function figureOf({ function: item, economic, negative = false, section: _, ...meaning }: Meaning, place: Place) {
  const items = { function: itemOf(item), economic: itemOf(economic) };
  const value = readValue(place.words.value, negative);
  return { ...whole, ...meaning, ...items, ...place, label: null, value } satisfies Figure;
}

/** A printed number and what it means; words alone are an amount that was not read. */
export type Told = readonly [words: string, meaning: Meaning] | readonly [words: string];

export interface ToldParagraph {
  readonly figures: readonly Figure[];
  readonly mentions: readonly AmountMention[];
  readonly unread: ReadonlySet<AmountMention>;
}

/** @param told its numbers in order, as far as they matter */
export function paragraph(text: string, ...told: readonly Told[]): ToldParagraph {
  const passage = passageOf(text);
  const figures: Figure[] = [];
  const mentions: AmountMention[] = [];
  const unread = new Set<AmountMention>();
  let at = 0;
  for (const [words, meaning] of told) {
    const from = text.indexOf(words, at);
    if (from < 0) throw new RangeError(`“${words}” is not in “${text.slice(at)}”`);
    at = from + words.length;
    const mention = mentionOf(passage, from, at);
    if (mention !== null) mentions.push(mention);
    if (meaning === undefined) {
      if (mention !== null) unread.add(mention);
      continue;
    }
    const place = { words: passage.cut(from, at), quote: words, mention, source: 'narrative' as const };
    const section = meaning.section ?? 0;
    figures.push(figureOf(meaning, { ...place, section, at: { kind: 'prose', passage, from, to: at } }));
  }
  return { figures, mentions, unread };
}

function mentionOf(passage: Passage, from: number, to: number): AmountMention | null {
  const words = passage.cut(from, to);
  const money = readMoney(words.value);
  return money === null ? null : { section: 0, passage, from, to, words, money: words.map(() => money), bound: null };
}

/** A row of a table: its number in yuan, or null for an empty cell, and what the row is. */
export type PrintedRow = readonly [amount: string, meaning: Meaning];

/** One column of a table of its own, row by row; several columns where rows hold several numbers. */
export function table(...rows: readonly (readonly PrintedRow[] | PrintedRow)[]): readonly Figure[] {
  const lines = rows.map((row): readonly PrintedRow[] => (isRow(row) ? [row] : row));
  const words = lines.flatMap((line) => line.map(([amount]) => `${amount}元`));
  const text = words.join('\n');
  const grid: Grid = {
    ...{ kind: 'grid', ruled: true, rows: lines.length, columns: 9, cells: [] },
    caption: { title: null, number: null, unit: null, agency: null, note: null },
    span: { start: 0, end: text.length, page: 1 },
  };
  let start = 0;
  return lines.flatMap((line, row) =>
    line.map(([amount, meaning], column) => {
      const span = { start, end: start + amount.length + 1, page: 1 };
      start = span.end + 1;
      const passage = new Passage(text, [span]);
      const place = { words: passage.cut(0, passage.text.length), quote: amount, mention: null, section: 0 };
      return figureOf(meaning, { ...place, source: 'table', at: { kind: 'cell', grid, row, column } });
    }),
  );
}

const isRow = (row: readonly PrintedRow[] | PrintedRow): row is PrintedRow => typeof row[0] === 'string';

/** `rule status: stated / expected`, and how well they agree where they do. */
export const saidBy = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ rule, outcome, stated, expected }) => `${rule} ${outcome}: ${stated} / ${expected}`);

/** The printed words of the figures that took part, the one in question first. */
export const namedBy = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ figures }) => figures.map(({ quote }) => quote));
