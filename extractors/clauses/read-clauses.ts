/**
 * The tokens of a paragraph → what each number says. Read as a person reads: a number is of the nearest thing named before it in its
 * clause, else of what was being spoken of; 比 and 较 bring in another year, 增加 and 减少 a change, 占 a share, 完成 a rate. A number
 * that none of this explains is no figure, and says why.
 */
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { type Attention, attentionTo } from './attention.ts';
import type { ClauseReading } from './clause-figure.ts';
import type { NamedItem } from './item-names.ts';
import { name } from './naming.ts';
import { readAmount, readNumber, readPercent } from './numbers.ts';
import type { Scope } from './scope.ts';
import type { Squeezed } from './squeeze.ts';
import { readStop } from './stops.ts';
import type { ItemSubjects, Subject } from './subject.ts';
import { readTerm } from './terms.ts';
import type { Token } from './tokens.ts';
import { type Held, nobody } from './whose-budget.ts';
import { readYear } from './years.ts';

/**
 * @param lead what the paragraph is about before it says so: the matter of its heading
 * @param held whose budget was spoken of before it
 */
export function readClauses(
  { text }: Squeezed,
  tokens: readonly Token[],
  scope: Scope,
  lead: Subject | null,
  items: ItemSubjects,
  facts: DocumentFacts,
  held: Held = nobody,
): ClauseReading {
  const attention = attentionTo(text, tokens, scope, lead, items, facts, held);
  for (const [index, token] of tokens.entries()) {
    attention.index = index;
    readToken(attention, token, tokens[index + 1]);
  }
  const { figures, unresolved, leftovers, spokenOf } = attention;
  return { figures, unresolved, leftovers, named: spokenOf === lead ? null : spokenOf, held: attention.held };
}

function readToken(attention: Attention, token: Token, next: Token | undefined): void {
  if (token.kind === 'stop') readStop(attention, token.sign, token.to);
  else if (token.kind === 'year') readYear(attention, token.year, token);
  else if (token.kind === 'item') readItem(attention, token.item, token);
  else if (token.kind === 'term') readTerm(attention, token.term, token, next);
  else if (token.kind === 'amount') readAmount(attention, token.mention, token);
  else if (token.kind === 'percent') readPercent(attention, token.number, token);
  else readNumber(attention, token.number, token.unit, token);
}

/** An item that is marked as one is spoken of at once, though no number may follow. */
function readItem(attention: Attention, item: NamedItem, token: Token): void {
  name(attention, attention.items.named(item, attention.scope), token);
  if (attention.clause.named !== null) attention.spokenOf = attention.clause.named.subject;
}
