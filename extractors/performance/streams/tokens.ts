/**
 * Paragraphs of a flattened table → tokens. Word puts a tab before each cell and breaks lines inside cells: a token is a cell. PDF text
 * has neither: a token is what blanks and line ends part, and whether they part cells is open.
 */
import { compact, tidy } from '../../../normalizers/fold.ts';
import { firstLevelOf, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import type { Paragraph } from '../../../pipeline/model/layout.ts';
import type { Section } from '../../../pipeline/model/outline.ts';
import type { Passage } from '../../../pipeline/model/passage.ts';
import { Sourced } from '../../../pipeline/model/sourced.ts';

export interface Token {
  /** As printed, tidied. */
  readonly text: string;
  /** What stands before it: nothing is known after a tab but that a cell begins. */
  readonly before: 'cell' | 'line' | 'blank';
  /** In several pieces where a Word cell was broken. */
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly section: number;
  /** Its paragraph, counted over the document. */
  readonly paragraph: number;
}

interface Piece {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

/** A paragraph with its section, in reading order. */
export interface Placed {
  readonly paragraph: Paragraph;
  readonly section: Section;
  readonly index: number;
}

/** A paragraph joined from more lines or longer than this is a sentence, no cell of a PDF's table. */
const sentence = { lines: 3, length: 60 };

/** Sentences between the cells of a table: running text that a page break put there. */
export const isRunningText = ({ paragraph: { lines, passage } }: Placed): boolean =>
  (lines >= sentence.lines || (lines > 1 && passage.text.length > sentence.length)) && !beginsWithLevel(passage.folded);

const beginsWithLevel = (words: string) => {
  const first = /^\s*(\S+)/.exec(words)?.[1] ?? '';
  return firstLevelOf(first) !== null || secondLevelOf(first) !== null;
};

/** @param placed paragraphs in reading order */
export function tokensOf(placed: readonly Placed[]): readonly Token[] {
  const word = placed.some(({ paragraph }) => paragraph.lead.includes('\t'));
  return word ? cellTokens(placed) : lineTokens(placed.filter((one) => !isRunningText(one)));
}

/** Lines under a table that no tab begins. */
const note = /^(?:备注|注|说明|填表说明)[:：]/;

function cellTokens(placed: readonly Placed[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const { paragraph, section, index } of placed) {
    const { passage, lead } = paragraph;
    const piece = { passage, from: 0, to: passage.text.length };
    const last = tokens.at(-1);
    const begins = lead.includes('\t') || last?.section !== section.index || note.test(passage.folded);
    if (begins || last === undefined) {
      tokens.push({
        text: tidy(passage.text),
        before: 'cell',
        pieces: [piece],
        section: section.index,
        paragraph: index,
      });
    } else {
      const text = tidy(`${last.text}${passage.text}`);
      tokens[tokens.length - 1] = { ...last, text, pieces: [...last.pieces, piece] };
    }
  }
  return tokens;
}

function lineTokens(placed: readonly Placed[]): readonly Token[] {
  return placed.flatMap(({ paragraph, section, index }) => {
    const stray = paragraph.lead.includes(' ') && compact(paragraph.passage.text).length === 1;
    if (stray) return [];
    return linesOf(paragraph.passage).flatMap(([from, to]) => {
      const words = paragraph.passage.folded.slice(from, to);
      return [...words.matchAll(/\S+/g)].map((match, i): Token => {
        const piece = {
          passage: paragraph.passage,
          from: from + match.index,
          to: from + match.index + match[0].length,
        };
        const text = paragraph.passage.text.slice(piece.from, piece.to);
        return { text, before: i === 0 ? 'line' : 'blank', pieces: [piece], section: section.index, paragraph: index };
      });
    });
  });
}

/** The printed lines of a passage. */
function linesOf({ spans }: Passage): readonly (readonly [number, number])[] {
  let at = 0;
  return spans.map(({ start, end }) => {
    const from = at;
    at += end - start;
    return [from, at] as const;
  });
}

/** The tokens' words as one value, joined as print joins them. */
export function wordsOf(tokens: readonly [Token, ...Token[]]): Sourced<string> {
  const [first, ...rest] = tokens.flatMap(({ pieces }) => pieces.map(({ passage, from, to }) => passage.cut(from, to)));
  if (first === undefined) throw new RangeError('no words in no tokens');
  return rest.length === 0 ? first : Sourced.join([first, ...rest], (values) => values.join(''));
}

/** @returns the words of a cell for reading */
export const textOf = (tokens: readonly Token[]): string =>
  tidy(tokens.map(({ text, before }, i) => (i > 0 && before === 'blank' ? ` ${text}` : text)).join(''));
