/** What stops do to a reader's attention: a comma ends a clause, a semicolon a statement, 。 a sentence; brackets speak aside. */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import { composed } from './afterthoughts.ts';
import { type Attention, clauseAt, type Named, sentenceAt, statementAt } from './attention.ts';
import { sharesUnit } from './respectively.ts';

/** @param to where the stop ends */
export function readStop(attention: Attention, sign: string, to: number): void {
  if (sign === '(') openBracket(attention);
  else if (sign === ')') closeBracket(attention, to);
  else if (/[。；;!！?？]/.test(sign)) {
    const { text, statement } = attention;
    if (parallel(attention)) attention.sentence.basis = null;
    attention.clause = clauseAt(to);
    if (attention.sentence.rebased === 'here') attention.sentence.rebased = null;
    attention.statement = {
      ...statementAt(to),
      explaining: statement.explaining && goesOn.test(text.slice(to, to + 6)),
    };
    if (sign === '。') endSentence(attention, to);
  } else if (/[，,]/.test(sign) && !partsNumbers(attention)) {
    const { named, direction, from } = attention.clause;
    const words = attention.text.slice(from, to - sign.length);
    // …增加, 主要是…: what changed goes on being spoken of though no number was told; what only caused a change is not.
    if (named !== null && isSetBeside(attention, named, to - sign.length)) {
      attention.spokenOf = named.subject;
      attention.told = true;
    } else if (named !== null && ((direction !== null && !cause.test(words)) || opens(attention, named, to))) {
      attention.spokenOf = named.subject;
    }
    attention.clause = clauseAt(to);
  }
}

/** 各减少4125.5,4143.9万元: the comma only parts what is shared out. */
function partsNumbers({ statement, tokens, index }: Attention): boolean {
  return statement.queue.length > 0 && sharesUnit(tokens, index - 1);
}

/** 收、支总计与上年相比，增加…: nothing else stands between what is named and what it is compared with. */
function isSetBeside({ text }: Attention, { to }: Named, end: number): boolean {
  return setBeside.test(text.slice(to, end));
}

const setBeside = /^[与同和较比](?:上年度?|\d{4}年度?|年初)(?:预算数?|决算数?)?(?:相比|相较|比较|对比)$/;

/** （一）收入预算，2023年年初预算数5万元: a heading that its text follows after a comma. */
function opens({ text, valueTo }: Attention, { to }: Named, stop: number): boolean {
  const number = enumeratorOf(text)?.length ?? 0;
  return valueTo === 0 && number > 0 && to === stop - 1 && stop - number <= longestHeading;
}

const longestHeading = 16;

/** 因上级补助增加等因素，预算调整为…. */
const cause = /(?:因|由于|受).+(?:因素|原因|影响)$/;

/**
 * 甲支出5万元，年初预算6万元；乙支出…: each statement tells the result first and then its budget, so the next one's first number is no
 * budget either.
 */
function parallel({ figures, statement, sentence }: Attention): boolean {
  const first = figures.find(({ from, measure }) => from >= statement.from && measure === 'amount');
  return first?.implied === true && first.basis !== sentence.basis;
}

function endSentence(attention: Attention, to: number): void {
  attention.sentence = sentenceAt(to);
  if (attention.head !== null) attention.spokenOf = attention.head;
  attention.head = null;
}

/** 主要原因：一是…；二是…. */
const goesOn = /^[二三四五六七八九十]是|^(?:另外|其次|此外)(?![，,](?:年[初末终]|结余分配|使用非))/;

/** What is said in brackets neither changes what is spoken of nor when: 5万元（2022年6万元），比上年减少1万元. */
function openBracket({ aside, spokenOf, strange, clause, sentence, figures, valueTo }: Attention): void {
  aside.push({ spokenOf, strange, clause: { ...clause }, sentence: { ...sentence }, figures: figures.length });
  // 占60%（其中：公务用车购置费2万元）: the share has its number.
  if (clause.share && clause.rateFrom !== null && valueTo > clause.rateFrom) clause.share = false;
}

function closeBracket(attention: Attention, to: number): void {
  const before = attention.aside.pop();
  if (before === undefined) return;
  composed(attention, before.figures);
  attention.spokenOf = before.spokenOf;
  attention.strange = before.strange;
  attention.sentence = before.sentence;
  const whole = apposed(attention, to);
  const named = whole ?? before.clause.named;
  const joined = whole === null && before.clause.joined;
  attention.clause = { ...before.clause, joined, named: named === null ? null : { ...named, to } };
}

/** …费、…费和…费（以下简称“三公”经费）1万元: brackets that only give what was listed before them its name. */
function apposed({ text, clause: { named } }: Attention, to: number): Named | null {
  if (named === null || !named.subject.concepts[0].endsWith('.total')) return null;
  const words = /\(([^()]*)\)$/.exec(text.slice(0, to))?.[1];
  return words?.replace(shortened, '') === named.subject.stated ? named : null;
}

const shortened = /^(?:即|(?:以下)?(?:简称|统称|合称)为?)[：:]?/;
