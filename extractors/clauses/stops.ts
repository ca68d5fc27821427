/** What stops do to a reader's attention: a comma ends a clause, a semicolon a statement, 。 a sentence; brackets speak aside. */
import { composed } from './afterthoughts.ts';
import { type Attention, clauseAt, newSentence, statementAt } from './attention.ts';

/** @param to where the stop ends */
export function readStop(attention: Attention, sign: string, to: number): void {
  if (sign === '(') openBracket(attention);
  else if (sign === ')') closeBracket(attention, to);
  else if (/[。；;!！?？]/.test(sign)) {
    const { text, statement } = attention;
    attention.clause = clauseAt(to);
    attention.statement = {
      ...statementAt(to),
      explaining: statement.explaining && goesOn.test(text.slice(to, to + 4)),
    };
    if (sign === '。') endSentence(attention);
  } else if (/[，,]/.test(sign)) {
    const { named, direction } = attention.clause;
    // …增加, 主要是…: what changed goes on being spoken of though no number was told.
    if (named !== null && direction !== null) attention.spokenOf = named.subject;
    attention.clause = clauseAt(to);
  }
}

function endSentence(attention: Attention): void {
  attention.sentence = newSentence();
  if (attention.head !== null) attention.spokenOf = attention.head;
  attention.head = null;
}

/** 主要原因：一是…；二是…. */
const goesOn = /^[二三四五六七八九十]是|^(?:另外|其次|此外)/;

/** What is said in brackets neither changes what is spoken of nor when: 5万元（2022年6万元），比上年减少1万元. */
function openBracket({ aside, spokenOf, strange, clause, sentence, figures }: Attention): void {
  aside.push({ spokenOf, strange, clause: { ...clause }, sentence: { ...sentence }, figures: figures.length });
}

function closeBracket(attention: Attention, to: number): void {
  const before = attention.aside.pop();
  if (before === undefined) return;
  composed(attention, before.figures);
  attention.spokenOf = before.spokenOf;
  attention.strange = before.strange;
  attention.sentence = before.sentence;
  const { named } = before.clause;
  attention.clause = { ...before.clause, named: named === null ? null : { ...named, to } };
}
