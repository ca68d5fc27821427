/**
 * A thing is named: which of the names in a clause its numbers are of. Hard because some names only say whose money it is
 * (财政拨款安排的会议费), and 收入 and 支出 alone are totals in one place and plain words in another.
 */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import { type Attention, leadsOver, unsaidFrom } from './attention.ts';
import { levelBefore } from './budget-levels.ts';
import type { Scope } from './scope.ts';
import { wholes } from './scope.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Place, Token } from './tokens.ts';
import { type Held, potOf } from './whose-budget.ts';
import { closest } from './words-between.ts';

export type Side = 'revenue' | 'expenditure';

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
  const { clause, text, items, scope, statement, valueTo } = attention;
  if (attention.government) attention.held = heldBy(attention, subject, from);
  if (subject === null || clause.share) return;
  const { named: closer } = clause;
  // 上年结余5万元、上级补助收入3万元: what has its number gives way to nothing.
  const open = closer !== null && valueTo <= closer.to;
  if (weak && open && !sameConcept(closer.subject, subject) && leadsOver(attention, closer.to, from)) {
    const spent = closer.subject.bare === true && subject.concepts[0].startsWith('expenditure.');
    if (isItem(closer.subject) && subject.concepts[0].startsWith('revenue.')) forget(attention);
    else if (spent) turnTo(attention, 'expenditure', { from, to });
    else clause.named = { ...closer, to };
    return;
  }
  const before = weak ? items.ending(text.slice(unsaidFrom(attention), from), scope) : null;
  const named = before ?? subject;
  clause.joined = closer !== null && /^[和及与、]$/.test(text.slice(closer.to, from));
  clause.named = { subject: named, to };
  statement.listed.push(named);
}

/** Whose budget is spoken of once something is named: by the level before its name, and by what it is. */
function heldBy({ held, text, clause }: Attention, subject: Subject | null, from: number): Held {
  const level = levelBefore(text.slice(clause.from, from)) ?? held.level;
  return { level, pot: (subject === null ? null : potOf(subject)) ?? held.pot };
}

const sameConcept = (one: Subject, other: Subject) => one.concepts[0] === other.concepts[0];

/** 社会保险基金收入 is of no item of expenditure, and nothing else that was spoken of. */
function forget(attention: Attention): void {
  attention.clause.named = null;
  attention.spokenOf = null;
}

/** An item of expenditure: its 收入 is none. */
const isItem = (subject: Subject) => subject.function !== null || subject.economic !== null;

/** 收入…；支出…: the expenditure of the budget whose revenue was told. */
export const counterpart: Readonly<Record<string, string>> = {
  'revenue.general_public_budget': 'general_public_budget.expenditure',
  'revenue.government_fund': 'government_fund.expenditure',
  'revenue.state_capital': 'state_capital.expenditure',
  'revenue.current_year': 'expenditure.current',
  'revenue.grand_total': 'expenditure.grand',
  // 公务接待5批次40人次，支出1万元: what those who were counted cost.
  'sangong.reception_batches': 'sangong.reception',
  'sangong.reception_persons': 'sangong.reception',
  'sangong.overseas_groups': 'sangong.overseas',
  'sangong.overseas_persons': 'sangong.overseas',
  'sangong.vehicles_purchased': 'sangong.vehicle_purchase',
};

/** … and what is that expenditure already: 2021年支出为5万元，2020年支出为4万元. */
const ownExpenditure: ReadonlySet<string> = new Set(
  Object.values(counterpart).filter((concept) => concept.endsWith('.expenditure')),
);

/** 本单位收入为5万元. */
const whose = /^(?:\d{4}年度?)?[本我](?:[校院镇乡街局委办站所馆队处]|单位|部门|中心)$/;

/** （一）2022年收入…: the whole of a year's. */
const ofYear = /^(?:\([一二三四]\)|[一二三四1-4][、.．])20\d\d年度?$/;

/** 收入 and 支出 alone are totals where a change or an amount follows at once. */
export function nameSide(attention: Attention, side: Side, token: Token, next: Token): void {
  const { clause, scope, spokenOf, text } = attention;
  const words = text.slice(token.from, token.to);
  const budget = words.length > '支出'.length;
  const opening = text.slice(clause.from, token.from);
  const follows = next.kind === 'amount' && /^为?$/.test(text.slice(token.to, next.from));
  if (follows && scope.fund === 'all' && scope.matter === null && ofYear.test(opening)) {
    name(attention, subjectOf('concept', `${side}.current`, words, scope), token);
    return;
  }
  const amountFollows = follows && /^(?:\d{4}年度?)?$/.test(opening);
  if (amountFollows && side === 'expenditure' && !budget) {
    const concept = spokenOf?.concepts[0] ?? '';
    const other = ownExpenditure.has(concept) ? concept : counterpart[concept];
    if (other !== undefined) name(attention, subjectOf('concept', other, words, scope), token);
    else attention.spokenOf = null;
    return;
  }
  const owned =
    next.kind === 'amount' &&
    /^为?$/.test(text.slice(token.to, next.from)) &&
    whose.test(opening) &&
    !attention.government;
  const compares = next.kind === 'term' && /^(?:compare|direction)$/.test(next.term.kind);
  // （二）支出预算，…: a heading that its text follows.
  const heads =
    budget &&
    next.kind === 'stop' &&
    /[，,：:]/.test(next.sign) &&
    opening.length > 0 &&
    opening.length === enumeratorOf(text)?.length;
  if (!(compares || heads || owned || (budget && next.kind === 'amount')) || next.from - token.to > 2) return;
  if (!heads && !owned && /[^，。；：、年度]/.test(text.slice(Math.max(0, token.from - 1), token.from))) return;
  if (attention.government) {
    const { pot } = attention.held;
    const whole = pot === null || pot === 'elsewhere' ? null : wholes[pot][side === 'revenue' ? 0 : 1];
    if (whole !== null) name(attention, subjectOf('concept', whole, words, scope), token);
    return;
  }
  const total = toldTotal(attention, side) ?? ownTotal(scope, side) ?? `${side}.current`;
  name(attention, subjectOf('concept', total, words, scope), token);
}

/** 政府性基金预算（地方级）收入: the name before it says whose money, this which side. */
export function turnTo(attention: Attention, side: Side, token: Place): void {
  const { clause, scope, text } = attention;
  if (clause.named === null || !leadsOver(attention, clause.named.to, token.from, closest)) return;
  const { subject } = clause.named;
  if (isItem(subject) && side === 'revenue') forget(attention);
  const [concept] = subject.concepts;
  const other = funds.find((pair) => pair.includes(concept))?.[side === 'revenue' ? 0 : 1];
  if (other === undefined || other === concept) return;
  name(attention, subjectOf('concept', other, subject.stated + text.slice(token.from, token.to), scope), token);
}

const funds = [wholes.general_public_budget, wholes.government_fund, wholes.state_capital, wholes.fiscal];

/** In a section of one budget its expenditure. */
const ownTotal = ({ matter }: Scope, side: Side) =>
  side === 'expenditure' && matter !== null && /_(?:budget|fund|capital)\.expenditure$/.test(matter)
    ? matter
    : undefined;

/** The total of a side that was told last. */
function toldTotal({ figures }: Attention, side: Side): string | undefined {
  const whole = figures.findLast(({ subject }) =>
    subject.concepts.some((one) => one.startsWith(`${side}.`) && /total|current/.test(one)),
  );
  return whole?.subject.concepts.find((one) => one.startsWith(`${side}.`));
}
