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
  const numbers = numbersAfter(tokens, index);
  const things = apart(here.length > 0 ? here : toldBefore(attention), numbers);
  const enough = numbers > 0 && things.length >= numbers;
  statement.shared = enough ? things.slice(-numbers) : [];
  statement.queue = enough ? [...statement.shared] : Array.from({ length: numbers }, () => null);
}

/** 收、支总计各减少1万元、2万元: as 分别, where more than one number follows. */
export function shareOutEach(attention: Attention): void {
  if (numbersAfter(attention.tokens, attention.index) > 1) shareOut(attention);
}

/** 收、支总计分别为1万元、2万元: what names both sides is a thing for each of two numbers. */
function apart(things: readonly Subject[], numbers: number): readonly Subject[] {
  if (things.length >= numbers) return things;
  return things.flatMap((thing) => thing.concepts.map((concept) => ({ ...thing, concepts: [concept] as const })));
}

/** 收入总计…，支出总计…，与上年相比，各增加1万元: both totals that were told last; what is spoken of where there are none. */
export function bothTold({ figures, sentence, spokenOf }: Attention): Subject | null {
  const [one, other] = figures.filter(({ from, measure }) => from >= sentence.from && measure === 'amount').slice(-2);
  const [a, b] = [one?.subject.concepts[0], other?.subject.concepts[0]];
  if (one === undefined || a === undefined || b === undefined || a === b) return spokenOf;
  const pair = total.test(a) && b === a.replace('revenue', 'expenditure');
  return pair ? { ...one.subject, concepts: [a, b] } : spokenOf;
}

const total = /^revenue\.(?:grand_total|current_year)$|^fiscal\.revenue_total$/;

/** Whether a number shares the unit of the amount that it is parted from by a comma alone: 各是4125.5,4143.9万元. */
export function sharesUnit(tokens: readonly Token[], index: number): boolean {
  const [number, stop, next] = tokens.slice(index, index + 3);
  if (number?.kind !== 'number' || number.unit !== null || stop?.kind !== 'stop' || next === undefined) return false;
  if (!/[，,、]/.test(stop.sign) || stop.from !== number.to || next.from !== stop.to) return false;
  return next.kind === 'amount' || sharesUnit(tokens, index + 2);
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
  for (const [i, token] of tokens.slice(index + 1, index + farthest).entries()) {
    const shares = sharesUnit(tokens, index + 1 + i);
    if (shares) {
      if (kind !== null && kind !== 'amount') break;
      kind = 'amount';
      count++;
    } else if (
      token.kind === 'amount' ||
      token.kind === 'percent' ||
      (token.kind === 'number' && token.unit !== null)
    ) {
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
