/**
 * 基本支出、项目支出分别为1万元、2万元: the numbers that follow are of the things just listed, one each. Hard because the list may begin
 * with what the others are parts of: the last things count, and where there are fewer things than numbers nothing is told.
 */
import type { TermKind } from '../../normalizers/prose-terms.ts';
import type { Attention } from './attention.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';

/** Tokens that are looked through for the numbers of one list. */
const farthest = 60;

export function shareOut(attention: Attention): void {
  const { statement, tokens, index } = attention;
  const here = statement.listed.length > 0 ? statement.listed : statement.shared;
  const things = here.length > 0 ? here : toldBefore(attention);
  const numbers = numbersAfter(tokens, index);
  const enough = numbers > 0 && things.length >= numbers;
  statement.shared = enough ? things.slice(-numbers) : [];
  statement.queue = enough ? [...statement.shared] : Array.from({ length: numbers }, () => null);
}

/** 会议费2万元、培训费3万元。与上年相比，分别减少…: what the sentence before told amounts of. */
function toldBefore({ figures, statement, text }: Attention): readonly Subject[] {
  const from = text.lastIndexOf('。', statement.from - 2) + 1;
  const told = figures.filter((figure) => figure.from >= from && figure.from < statement.from);
  return text[statement.from - 1] === '。'
    ? told.flatMap(({ measure, subject }) => (measure === 'amount' ? [subject] : []))
    : [];
}

/** How many numbers of one kind stand in a row, up to the next statement, comparison or thing that is named. */
function numbersAfter(tokens: readonly Token[], index: number): number {
  let kind: Token['kind'] | null = null;
  let count = 0;
  let share = false;
  for (const token of tokens.slice(index + 1, index + farthest)) {
    if (token.kind === 'amount' || token.kind === 'percent' || (token.kind === 'number' && token.unit !== null)) {
      if (kind !== null && kind !== token.kind) break;
      kind = token.kind;
      count++;
    } else if (token.kind === 'stop' && /[。；;]/.test(token.sign)) break;
    else if (token.kind === 'item') break;
    else if (token.kind === 'term') {
      if (token.term.kind === 'share') share = true;
      if (naming.has(token.term.kind) ? !share || count > 0 : count > 0 && comparing.has(token.term.kind)) break;
    }
  }
  return count;
}

const naming: ReadonlySet<TermKind> = new Set(['concept', 'both', 'other', 'function', 'economic', 'count', 'score']);
const comparing: ReadonlySet<TermKind> = new Set(['compare', 'direction', 'share', 'completion', 'same', 'ofwhich']);
