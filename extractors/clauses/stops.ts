/** What stops do to a reader's attention: a comma ends a clause, a semicolon a statement, 。 a sentence; brackets speak aside. */
import { type Attention, clauseAt, newSentence, statementAt } from './attention.ts';

/** @param to where the stop ends */
export function readStop(attention: Attention, sign: string, to: number): void {
  if (sign === '(') attention.aside.push(attention.spokenOf);
  else if (sign === ')' && attention.aside.length > 0) {
    attention.spokenOf = attention.aside.pop() ?? null;
    attention.clause.named = null;
  } else if (/[。；;!！?？]/.test(sign)) {
    attention.clause = clauseAt(to);
    attention.statement = statementAt(to);
    if (sign === '。') attention.sentence = newSentence();
  } else if (/[，,]/.test(sign)) {
    const { named, direction } = attention.clause;
    // …增加, 主要是…: what changed goes on being spoken of though no number was told.
    if (named !== null && direction !== null) attention.spokenOf = named.subject;
    attention.clause = clauseAt(to);
  }
}
