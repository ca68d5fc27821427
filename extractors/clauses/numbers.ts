/** What amounts, percentages and counts say, by what the clause has said before them: a figure, or the reason why not. */
import type { Basis, PlainNumber } from '../../pipeline/model/figure.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import { allotted } from './afterthoughts.ts';
import { type Attention, type Comparison, leadsOver, unsaidFrom } from './attention.ts';
import type { ClauseFigure, Unresolved } from './clause-figure.ts';
import { countedBy, projectCount } from './counts.ts';
import { sharesUnit } from './respectively.ts';
import type { Subject } from './subject.ts';
import { isOf, subjectAt } from './subject-at.ts';
import type { Place, Token } from './tokens.ts';
import { isCommon, isToldOf } from './whose-budget.ts';
import { closest, labelBefore, nearest } from './words-between.ts';
import { isStart } from './years.ts';

/** Words before an amount that may be the name of something unknown: what is told of it next is not of what was known. */
const shortestName = 3;

export function putFigure(
  attention: Attention,
  figure: Omit<ClauseFigure, 'from' | 'to' | 'clause' | 'implied' | 'held'> & { readonly implied?: boolean },
  { from, to }: Place,
): void {
  const { held, clause } = attention;
  attention.figures.push({ implied: false, ...figure, held, from, to, clause: [clause.from, to] });
  attention.valueTo = to;
}

export function readAmount(attention: Attention, mention: AmountMention, token: Token): void {
  const { direction, named } = attention.clause;
  if (named !== null && direction === null && attention.sentence.rebased === 'here') attention.sentence.rebased = null;
  const reason = reasonAgainst(attention, mention, token);
  if (reason === 'template') attention.leftovers.push(token);
  const subject = reason === null ? told(attention, subjectAt(attention, token.from)) : null;
  const stock = subject?.concepts[0].startsWith('assets.') === true;
  if (subject === null || (subject.counts && (direction === null || !stock))) {
    attention.unresolved.set(mention, reason ?? 'no-subject');
    // 比报告数5万元减少…: what is compared with is no other thing.
    const other = reason === null && attention.sentence.rebased === null;
    if (other && labelBefore(attention.text, unsaidFrom(attention), token.from).length >= shortestName) {
      attention.strange = true;
      if (attention.text.slice(0, token.from).endsWith('支出')) attention.items.forget();
    }
    attention.valueTo = token.to;
    return;
  }
  const value = { kind: 'money', mention, sign: direction ?? 1 } as const;
  putFigure(attention, { subject, value, ...meaningOf(attention, subject, stock) }, token);
  if (attention.clause.basis === 'actual' && attention.clause.named === null) allotted(attention);
  attention.spokenOf = subject;
  attention.told = true;
  attention.strange = false;
  attention.statement.listed = [];
}

/** What a number may be of, in a report on a whole government's budget; 债务还本、上解上级支出等175亿元 is of no one of them. */
function told({ government, held, clause, text }: Attention, subject: Subject | null): Subject | null {
  if (subject === null || !government) return subject;
  const many = clause.named !== null && text[clause.named.to] === '等';
  const listed = many && (!isCommon(subject) || text.slice(clause.from, clause.named?.to).includes('、'));
  return !listed && isToldOf(subject, held) ? subject : null;
}

/** Why an amount is no figure, whatever it is of. */
function reasonAgainst(
  { clause, sentence, statement, text }: Attention,
  { bound }: AmountMention,
  { from }: Token,
): Unresolved | null {
  if (clause.template) return 'template';
  if (bound !== null) return 'range';
  // 结算资金-160.78亿元: a minus, or a dash that sets words apart.
  if (text[from - 1] === '-') return 'sign-unclear';
  // 由6万元减少到5万元: of which year is not said.
  if (isStart(text, from)) return 'no-subject';
  const rebased = sentence.rebased !== null && clause.direction !== null;
  return statement.explaining || rebased ? 'explanation' : null;
}

type Meaning = Pick<ClauseFigure, 'measure' | 'basis' | 'year' | 'implied'>;

/** @param stock it is of assets, which have no basis */
function meaningOf(attention: Attention, subject: Subject, stock: boolean): Meaning {
  const { clause, sentence, usual, own, kind } = attention;
  const year = sentence.year ?? own;
  const { basis, comparison, direction, named } = clause;
  const plain = { measure: 'amount', year, implied: false } as const;
  if (stock && direction === null) return { ...plain, basis: 'none' };
  if (direction !== null) {
    return { ...plain, measure: 'change', basis: basisOfChange(attention), year: yearOfChange(attention, subject) };
  }
  if (comparison === null || !saysWith(comparison)) {
    if (basis !== null) return { ...plain, basis };
    if (sentence.added && named !== null) return { ...plain, measure: 'change', basis: 'adjusted_budget' };
    if (kind.startsWith('performance') && subject.concepts[0] === 'carryover.opening') {
      return { ...plain, basis: 'carried_over' };
    }
    return { ...plain, basis: sentence.basis ?? usual, implied: sentence.basis === null };
  }
  const before = own === null ? null : own - 1;
  const earlier = comparison.basis ?? (kind === 'budget' ? 'initial_budget' : 'actual');
  return {
    ...plain,
    basis: earlier === 'budget' ? 'initial_budget' : earlier,
    year: comparison.year ?? (comparison.basis === null ? before : year),
  };
}

/** 支出预算调整为5万元，较年初预算增加1万元: of the adjusted budget. */
function basisOfChange({ clause, sentence, usual }: Attention): Basis {
  return clause.basis ?? (sentence.basis === 'adjusted_budget' ? sentence.basis : usual);
}

/** 2021年为6万元，2020年为5万元，增加1万元: of the year that was told before the earlier one. */
function yearOfChange({ figures, sentence, own }: Attention, { concepts }: Subject): number | null {
  const year = sentence.year ?? own;
  const told = figures.filter(({ from, subject }) => from >= sentence.from && subject.concepts[0] === concepts[0]);
  const [before, last] = told.slice(-2);
  const amount = last?.measure === 'amount' || (last?.measure === 'change' && before?.measure === 'amount');
  const both = amount && told.some((figure) => figure.year === own) && told.some((figure) => figure.year !== own);
  return both ? own : year;
}

/** A percentage is a growth, a share or a rate, where the clause says which. */
export function readPercent(attention: Attention, number: PlainNumber, token: Token): void {
  const { clause, statement, sentence, usual, own } = attention;
  if ((clause.template && readTemplateRate(attention, number, token)) || statement.explaining) return;
  const { direction, share, completion } = clause;
  if (sentence.rebased !== null && direction !== null) return;
  const subject = told(attention, ratedAt(attention, token.from));
  if (subject === null || subject.counts) return;
  const year = sentence.year ?? own;
  const basis = clause.basis ?? usual;
  if (share) {
    putFigure(attention, { subject, measure: 'share', basis, year, value: percentage(number, 1) }, token);
  } else if (completion !== null) {
    const on = completion === 'received' ? 'received' : 'actual';
    const value = percentage(number, 1);
    putFigure(attention, { subject, measure: 'completion_rate', basis: on, year, value }, token);
  } else if (direction !== null) {
    const since = yearOfChange(attention, subject);
    const value = percentage(number, direction);
    putFigure(
      attention,
      { subject, measure: 'growth_rate', basis: basisOfChange(attention), year: since, value },
      token,
    );
  }
}

/** 与上年持平: no change, of what a number standing there would be a change of. */
export function readSame(attention: Attention, token: Token): void {
  const { statement, sentence, usual, own } = attention;
  const silent = statement.explaining || sentence.rebased !== null;
  const subject = silent ? null : told(attention, ratedAt(attention, token.from));
  if (subject === null || subject.counts) return;
  putFigure(attention, { subject, measure: 'change', basis: usual, year: own, value: { kind: 'none' } }, token);
  // 甲与预算持平，比上年增加1万元: the next change is of the same thing.
  if (attention.clause.named !== null) attention.spokenOf = subject;
  attention.told = true;
}

/** What a percentage is of: things told before it, where none is named in its clause. */
function ratedAt(attention: Attention, at: number): Subject | null {
  const { clause, spokenOf, statement, told, strange } = attention;
  const { named, share, rateFrom } = clause;
  if (statement.queue.length > 0) return statement.queue.shift() ?? null;
  // What a share is of stands before 占, what it is a part of after it.
  const to = share && rateFrom !== null ? rateFrom : at;
  if (named !== null) return isOf(attention, named.to, to) ? named.subject : null;
  if (!isOf(attention, clause.from, rateFrom ?? to, rateFrom === null ? nearest : closest)) return null;
  return told && !(strange && clause.completion === null) ? spokenOf : null;
}

/**
 * 增长(减少)5%, after the change was told with its sign: the rate goes the same way.
 * @returns false after a change without an amount (持平), which says nothing of the rate
 */
function readTemplateRate(attention: Attention, number: PlainNumber, token: Token): boolean {
  const { figures, leftovers, statement } = attention;
  const changed = figures.findLast(({ measure, from }) => measure === 'change' && from >= statement.from);
  if (changed === undefined) leftovers.push(token);
  if (changed?.value.kind !== 'money') return changed === undefined;
  const { subject, basis, year, value } = changed;
  const negative = (value.sign === -1) !== value.mention.money.value.fen < 0n;
  const rate = percentage(number, negative ? -1 : 1);
  putFigure(attention, { subject, measure: 'growth_rate', basis, year, value: rate }, token);
  return true;
}

function percentage(number: PlainNumber, sign: 1 | -1): ClauseFigure['value'] {
  return { kind: 'number', number: { ...number, digits: number.digits * BigInt(sign) }, unit: '%' };
}

/** A number with a unit that counts; one without any, after a name, is an amount in the unit of its list. */
export function readNumber(attention: Attention, number: PlainNumber, unit: string | null, token: Token): void {
  const { clause, statement } = attention;
  if (unit === '个' && readProjectCount(attention, number, token)) return;
  if (statement.queue.length > 0 && sharesUnit(attention.tokens, attention.index)) {
    readShared(attention, number, token);
    return;
  }
  // 增加2人 is a change, which no count is.
  if (clause.template || clause.direction !== null || (statement.explaining && !countsAnew(attention))) return;
  if (unit === null) readUnitless(attention, number, token);
  else readCount(attention, number, unit, token);
}

/** 主要原因是车辆老化，年末公务用车保有6辆: what is counted of a whole year, or at its end, is no cause. */
function countsAnew({ clause, text }: Attention): boolean {
  return clause.named?.subject.counts === true && /^(?:全年|年末|期末|截[至止])/.test(text.slice(clause.from));
}

function readProjectCount(attention: Attention, number: PlainNumber, token: Token): boolean {
  const { text, sentence, own, statement } = attention;
  const counted = projectCount(text.slice(unsaidFrom(attention), token.from));
  if (counted === null || statement.explaining) return false;
  const value = { kind: 'number', number, unit: '个' } as const;
  putFigure(attention, { ...counted, measure: 'count', year: sentence.year ?? own, value }, token);
  return true;
}

function readCount(attention: Attention, number: PlainNumber, unit: string, token: Token): void {
  const { clause, lead, sentence, spokenOf, statement, text, usual, own, asOf } = attention;
  const shared = statement.queue.length > 0;
  const year = sentence.year ?? own;
  const named = shared ? (statement.queue.shift() ?? null) : (clause.named?.subject ?? null);
  const label = shared ? '' : text.slice(unsaidFrom(attention), token.from);
  // 离退休处、财务处共9个 counts no people: 个 is a unit of everything.
  const most = unit === '个' && clause.named?.subject.concepts[0].startsWith('staff.') === true ? closest : undefined;
  const close = shared || (clause.named !== null && isOf(attention, clause.named.to, token.from, most));
  const subject = countedBy(unit, named, close, spokenOf ?? lead, label);
  // 国（境）外公务接待2批次，3人: nor are the next ones guests of the country.
  if (subject === null && close && named?.concepts[0] === 'sangong.reception_foreign') attention.spokenOf = named;
  if (subject === null) return;
  const [concept] = subject.concepts;
  const value = { kind: 'number', number, unit } as const;
  if (concept === 'performance.score') {
    if (unit === '分') putFigure(attention, { subject, measure: 'score', basis: 'none', year, value }, token);
    return;
  }
  const stock = /^(?:assets|staff)\.|vehicles_owned$/.test(concept);
  const counted = stock ? (sentence.year ?? asOf ?? own) : year;
  putFigure(attention, { subject, measure: 'count', basis: stock ? 'none' : usual, year: counted, value }, token);
  attention.spokenOf = subject;
}

/** One of several numbers that share the unit of the last. */
function readShared(attention: Attention, number: PlainNumber, token: Token): void {
  const subject = told(attention, attention.statement.queue.shift() ?? null);
  if (subject === null || subject.counts) return;
  const { direction } = attention.clause;
  const signed = { ...number, digits: number.digits * BigInt(direction ?? 1) };
  const value = { kind: 'unitless', number: signed } as const;
  putFigure(attention, { subject, value, ...meaningOf(attention, subject, false) }, token);
}

function readUnitless(attention: Attention, number: PlainNumber, token: Token): void {
  const { clause, figures, sentence, text, usual, own } = attention;
  const { named } = clause;
  if (named === null || named.subject.counts || number.exponent === 0) return;
  const ends = /^[，；。]/.test(text.slice(token.to, token.to + 2));
  if (!ends || !leadsOver(attention, named.to, token.from, 0)) return;
  if (!figures.some(({ value }) => value.kind === 'money')) return;
  const { subject } = named;
  const year = sentence.year ?? own;
  const basis = clause.basis ?? usual;
  putFigure(attention, { subject, measure: 'amount', basis, year, value: { kind: 'unitless', number } }, token);
  attention.spokenOf = subject;
}

/** @returns whether it says what is compared with, and not only 与 or 比 */
function saysWith({ year, basis }: Comparison): boolean {
  return year !== null || basis !== null;
}
