/**
 * A thing is named: which of the names in a clause its numbers are of. Hard because some names only say whose money it is
 * (财政拨款安排的会议费), and 收入 and 支出 alone are totals in one place and plain words in another.
 */
import { type Attention, leadsOver, unsaidFrom } from './attention.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Place, Token } from './tokens.ts';

/** Terms that only say whose money it is, where something closer is named before them. */
export const isWeak = (key: string) =>
  /^(?:fiscal|general_public_budget|government_fund|state_capital)$|^(?:revenue|expenditure)\.(?:grand|current)$|^fiscal\.expenditure_current_year$/.test(
    key,
  );

/**
 * @param subject null where the words name nothing here
 * @param weak it gives way to what is named right before it
 */
export function name(attention: Attention, subject: Subject | null, { from, to }: Place, weak = false): void {
  const { clause, text, items, scope, statement } = attention;
  if (subject === null || clause.share) return;
  if (weak && clause.named !== null && leadsOver(attention, clause.named.to, from)) {
    clause.named = { ...clause.named, to };
    return;
  }
  const before = weak ? items.ending(text.slice(unsaidFrom(attention), from), scope) : null;
  const named = before ?? subject;
  clause.named = { subject: named, to };
  statement.listed.push(named);
}

/** 收入…；支出…: the expenditure of the budget whose revenue was told. */
const counterpart: Readonly<Record<string, string>> = {
  'revenue.general_public_budget': 'general_public_budget.expenditure',
  'revenue.government_fund': 'government_fund.expenditure',
  'revenue.state_capital': 'state_capital.expenditure',
  'revenue.current_year': 'expenditure.current',
  'revenue.grand_total': 'expenditure.grand',
};

/** 收入 and 支出 alone are totals where a change or an amount follows at once. */
export function nameSide(
  attention: Attention,
  side: 'revenue' | 'expenditure',
  token: Token,
  next: Token | undefined,
): void {
  const { clause, scope, spokenOf, text } = attention;
  if (clause.named !== null || next === undefined) return;
  const words = text.slice(token.from, token.to);
  const budget = words.length > '支出'.length;
  const amountFollows = next.kind === 'amount' && next.from === token.to && token.from === clause.from;
  if (amountFollows && side === 'expenditure' && !budget) {
    const other = counterpart[spokenOf?.concepts[0] ?? ''];
    if (other !== undefined) name(attention, subjectOf('concept', other, words, scope), token);
    else attention.spokenOf = null;
    return;
  }
  const compares = next.kind === 'term' && /^(?:compare|direction)$/.test(next.term.kind);
  if (!(compares || (budget && next.kind === 'amount')) || next.from - token.to > 2) return;
  if (/[^，。；：、年度]/.test(text.slice(Math.max(0, token.from - 1), token.from))) return;
  const total = toldTotal(attention, side) ?? `${side}.current`;
  name(attention, subjectOf('concept', total, words, scope), token);
}

/** The total of a side that was told last. */
function toldTotal({ figures }: Attention, side: 'revenue' | 'expenditure'): string | undefined {
  const whole = figures.findLast(({ subject }) =>
    subject.concepts.some((one) => one.startsWith(`${side}.`) && /total|current/.test(one)),
  );
  return whole?.subject.concepts.find((one) => one.startsWith(`${side}.`));
}
