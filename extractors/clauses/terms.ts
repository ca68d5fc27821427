/** What the words of the vocabulary do to a reader's attention, by their kind: name a thing, say a basis, a comparison, a direction. */
import type { ProseTerm, TermKind } from '../../normalizers/prose-terms.ts';
import type { Basis } from '../../pipeline/model/figure.ts';
import { type Attention, clauseAt } from './attention.ts';
import { isPartNamed, isPartOfName, standsAlone } from './name-parts.ts';
import { isWeak, name, nameSide, turnTo } from './naming.ts';
import { readSame } from './numbers.ts';
import { bothTold, shareOut, shareOutEach } from './respectively.ts';
import { type Scope, wholes } from './scope.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';
import { fundOfPot } from './whose-budget.ts';
import { closest } from './words-between.ts';
import { readYear } from './years.ts';

/** @param next the token after it */
export function readTerm(attention: Attention, term: ProseTerm, token: Token, next: Token | undefined): void {
  effects[term.kind](attention, term, token, next);
}

type Effect = (attention: Attention, term: ProseTerm, token: Token, next: Token | undefined) => void;

const effects: Readonly<Record<TermKind, Effect>> = {
  concept: nameMatter,
  both: (attention, term, token, next) => {
    // 收支较上年减少: both totals; but 收支情况.
    if (!term.key.endsWith('change') || (next !== undefined && isChanged(token, next)))
      nameMatter(attention, term, token, next);
  },
  other: nameMatter,
  alone: (attention, term, token, next) => {
    if (standsAlone(attention, token)) nameMatter(attention, { ...term, kind: 'concept' }, token, next);
  },
  part: (attention, term, token, next) => {
    if (isPartNamed(attention, term, token)) nameMatter(attention, { ...term, kind: 'concept' }, token, next);
  },
  function: nameMatter,
  economic: nameMatter,
  count: nameCount,
  score: nameCount,
  side: (attention, { key, term }, token, next) => {
    if (term.includes('预算')) attention.clause.basis = 'budget';
    const on = key === 'revenue' ? key : 'expenditure';
    if (attention.clause.named !== null) turnTo(attention, on, token);
    else if (next !== undefined) nameSide(attention, on, token, next);
  },
  basis: (attention, { key }) => {
    const { clause, sentence, government, valueTo } = attention;
    if (!isBasis(key) || clause.because) return;
    if (key === 'budget' && isOfLaterYear(attention)) {
      attention.usual = key;
      attention.own = sentence.year;
    }
    // 完成调整后预算的98%: what is to be reached, and no word on the amounts to come.
    if (clause.completion !== null && clause.rateFrom !== null && valueTo <= clause.rateFrom && /budget$/.test(key)) {
      clause.completion = key;
      return;
    }
    // 年初一般公共预算支出预算: the later word says no more.
    if (government && key === 'budget' && /_budget$/.test(clause.basis ?? '')) return;
    if (clause.comparison !== null) clause.comparison.basis = key;
    else {
      clause.basis = key;
      sentence.basis = key;
    }
  },
  direction: (attention, { key }, { from }) => {
    const { clause, text, valueTo } = attention;
    if (text[from - 1] === '各') shareOutEach(attention);
    // 收入总计、支出总计…，各增加1万元: of both.
    if (/[各均]$/.test(text.slice(clause.from, from)) && clause.named === null)
      attention.spokenOf = bothTold(attention);
    // 完成5亿元、增长3%: the rate that follows is of another kind.
    if (clause.completion !== null && clause.rateFrom !== null && valueTo > clause.rateFrom) clause.completion = null;
    clause.direction = key === 'up' ? 1 : -1;
    clause.comparison = null;
  },
  added: (attention, { key, term }, token) => {
    const { clause, sentence, told } = attention;
    if (key !== 'adjusted_budget') return;
    clause.direction = 1;
    clause.comparison = null;
    clause.basis = key;
    sentence.added = attention.figures.every(({ from }) => from < attention.statement.from);
    if (/预算$/.test(term) && clause.named === null && !told) {
      name(attention, subjectOf('other', 'other', term, attention.scope), token);
    }
  },
  plain: ({ clause }, { key }) => {
    if (key === 'because') clause.because = true;
    if (key !== 'to') return;
    clause.direction = null;
    clause.comparison = null;
  },
  share: ({ clause }, _, { from }) => {
    clause.share = true;
    clause.rateFrom = from;
  },
  completion: ({ clause, text }, { key }, { from, to }, next) => {
    clause.completion = key;
    clause.rateFrom = from;
    // 完成年初预算(120亿元)的98%, 完成预算17.4万元的98%: what is to be reached.
    const told = next?.kind === 'amount' && next.from === to && /^的\d/.test(text.slice(next.to));
    if ((told || text[to] === '(') && isBasis(key)) clause.basis = key;
  },
  template: ({ clause }) => {
    clause.template = true;
  },
  rebased: ({ sentence, valueTo }) => {
    sentence.rebased = valueTo > sentence.from ? 'here' : 'throughout';
  },
  respectively: (attention, { key }) => (key === 'each' ? shareOutEach : shareOut)(attention),
  reason: ({ statement }) => {
    statement.explaining = true;
  },
  compare: (attention, { key }, { from }) => {
    const { clause, statement } = attention;
    if (key === 'with' && !isCompared(attention)) return;
    if (key === 'with' && from === clause.from) statement.explaining = false;
    clause.comparison = key === 'done' ? null : { year: null, basis: null };
  },
  year: (attention, _, token) => readYear(attention, attention.own === null ? null : attention.own - 1, token),
  same: (attention, _, token) => readSame(attention, token),
  list: (attention, _, { to }) => {
    const { clause, statement } = attention;
    attention.introducedTo = to;
    statement.listing = true;
    if (clause.named === null) return;
    attention.spokenOf = clause.named.subject;
    clause.named = null;
  },
  opens: (attention, { key }, { from, to }) => {
    const { statement, spokenOf } = attention;
    if (key !== 'all') statement.side = key === 'revenue' ? key : 'expenditure';
    else if (from - statement.from <= closest && partOf(spokenOf) !== null) attention.spokenOf = null;
    attention.introducedTo = to;
  },
  ofwhich: (attention, _, { from, to }) => {
    // 减少28%其中：公务接待费5万元, without a stop.
    if (attention.text[from - 1] === '%') attention.clause = clauseAt(from);
    attention.introducedTo = to;
    attention.head ??= attention.spokenOf;
    attention.clause.named = null;
    attention.statement.listed = [];
  },
};

/** 与上年相比, 与预算数持平, and for short 与上年下降, 与上年决算数下降; but 监测与评估. */
function isCompared({ tokens, index }: Attention): boolean {
  const [year, ...more] = tokens.slice(index + 1);
  if (year !== undefined && (year.kind === 'year' || (year.kind === 'term' && year.term.kind === 'year'))) {
    const [first, second] = more.flatMap((token) => (token.kind === 'term' ? [token] : []));
    const change = first?.term.kind === 'basis' && first.from === year.to ? second : first;
    const since = change === first ? year.to : first?.to;
    if (change?.term.kind === 'direction' && change.from === since) return true;
  }
  for (const token of tokens.slice(index + 1)) {
    if (token.kind === 'stop' && /[，,。；;]/.test(token.sign)) return false;
    if (token.kind === 'term' && (token.term.kind === 'compare' || token.term.kind === 'same')) return true;
  }
  return false;
}

const isChanged = ({ to }: Token, next: Token) =>
  next.kind === 'term' && /^(?:compare|direction)$/.test(next.term.kind) && next.from - to <= closest;

/** A paragraph of last year's accounts that begins with the next year's budget is all of that. */
const isOfLaterYear = ({ sentence, own, figures, government }: Attention): boolean =>
  !government && figures.length === 0 && sentence.year !== null && own !== null && sentence.year > own;

const isBasis = (key: string): key is Basis =>
  ['initial_budget', 'adjusted_budget', 'budget', 'received', 'actual', 'carried_over'].includes(key);

/** A concept, or an item of the classification whose name needs no mark. */
function nameMatter(attention: Attention, term: ProseTerm, token: Token, next: Token | undefined): void {
  const { clause, statement, text, kind } = attention;
  if (isPartOfName(text, term, token, next) || (!attention.scope.totals && isBudget(term.key))) return;
  const subject = sourceOf(attention, term) ?? ofFundsYear(attention, term) ?? matterOf(attention, term);
  if (/预算(?:金额|总额)/.test(term.term) && kind === 'final_accounts') clause.basis = 'budget';
  name(attention, subject, token, isWeak(term.key) || yieldsTo(clause.named?.subject.concepts[0] ?? '', term.key));
  const alone = next === undefined || (next.kind === 'stop' && next.from === token.to && /[。：:]/.test(next.sign));
  const first = /^[\d一二三四五六七八九十、.．()（）]*$/.test(text.slice(statement.from, token.from));
  if (subject !== null && alone && first) attention.spokenOf = subject;
}

/** “三公”经费9万元（其中：一般公共预算支出9万元；政府性基金预算支出0万元）: the budget that pays is a component of the matter. */
function sourceOf({ aside, spokenOf, figures, clause }: Attention, { key }: ProseTerm): Subject | null {
  const whole = figures.at(-1);
  if (aside.length === 0 || spokenOf === null || whole === undefined || !payers.has(key)) return null;
  if (!ofMatter.test(spokenOf.concepts[0]) || whole.subject.concepts[0] !== spokenOf.concepts[0]) return null;
  clause.basis ??= whole.basis;
  return { ...spokenOf, component: key };
}

const payers: ReadonlySet<string> = new Set(
  ['general_public_budget', 'government_fund', 'state_capital'].map((fund) => `${fund}.expenditure`),
);
const ofMatter = /^(?:sangong\.|agency_operation$|meeting$|training$)/;

/** A whole budget, or whose money it is. */
const isBudget = (key: string) =>
  isWeak(key) || /^(?:fiscal|general_public_budget|government_fund|state_capital)\./.test(key);

/** 上年结转的一般公共预算收入 is money left over; 预留给小微企业的政府采购 is theirs; “三公”经费一般公共预算财政拨款支出 is the former's. */
const yieldsTo = (named: string, key: string) =>
  (named.startsWith('carryover.') && key.startsWith('revenue.')) ||
  (named.startsWith('procurement.') && key === 'procurement.total') ||
  (ofMatter.test(named) && /^(?:fiscal|general_public_budget)\./.test(key));

function matterOf(attention: Attention, { kind, key, term }: ProseTerm): Subject | null {
  const { clause, items, scope, spokenOf, statement, government, held } = attention;
  // A government's report tells of functions.
  if (government && kind === 'economic' && scope.items !== 'economic') return null;
  if (kind === 'other' && key === 'debt') return debtOf(attention.strange ? null : spokenOf, term, scope);
  const unnamed = clause.named === null || attention.valueTo > clause.named.to;
  const inList = scope.items === 'economic' && kind === 'concept' && unnamed && statement.listing;
  // A government's fund has a sum of its own revenue and one with what came from elsewhere; whose it is, its component says.
  const whole = government && /\.(?:grand|current)$/.test(key) ? { ...scope, fund: 'all' as const } : scope;
  const sided = statement.side === null ? whole : { ...whole, side: statement.side };
  const fund = government ? fundOfPot(held, key) : fundOf(spokenOf);
  const about = kind === 'function' ? { ...scope, fund: fund ?? scope.fund } : sided;
  const classes = kind === 'economic' && listsClasses(attention);
  const ambiguous = kind === 'economic' && (scope.items === 'function' || classes);
  const within = ambiguous ? { ...scope, items: 'function' as const } : scope;
  const subject =
    (inList || ambiguous ? items.bare(term, within, classes ? 3 : undefined) : null) ??
    subjectOf(kind, depreciationOf(key, spokenOf), term, about);
  const part = partOf(spokenOf);
  return subject?.function == null || part === null ? subject : { ...subject, component: part };
}

function nameCount(attention: Attention, { kind, key, term }: ProseTerm, token: Token): void {
  name(attention, subjectOf(kind, key, term, attention.scope), token);
}

/** 教育支出…、其他支出…: the last number of the list is of a 类. */
const listsClasses = ({ figures, statement }: Attention): boolean => {
  const last = figures.at(-1);
  return last !== undefined && last.from >= statement.from && last.subject.function?.code?.length === 3;
};

/** Whose money is spoken of: functions listed after it are of the same. */
function fundOf(subject: Subject | null): Scope['fund'] | null {
  const head = subject?.concepts[0].split('.')[0];
  return head === 'general_public_budget' || head === 'government_fund' || head === 'state_capital' ? head : null;
}

/** 政府性基金预算财政拨款本年收入5万元…；本年支出4万元: of the fund that all of the paragraph is about. */
function ofFundsYear({ figures, scope, text }: Attention, { key, term }: ProseTerm): Subject | null {
  const [first] = figures;
  if (first === undefined || scope.fund !== 'fiscal' || key !== 'expenditure.current') return null;
  const fund = funds.find((one) => first.subject.concepts[0] === `revenue.${one}`);
  if (fund === undefined || !text.slice(...first.clause).includes('本年收入')) return null;
  const only = figures.every(({ subject }) => subject.concepts.every((one) => one.includes(fund)));
  return only ? subjectOf('concept', wholes[fund][1], term, scope) : null;
}

const funds = ['general_public_budget', 'government_fund', 'state_capital'] as const;

/** 政府债务余额5亿元，其中：一般债务2亿元: its balance, or its limit. */
function debtOf(whole: Subject | null, term: string, scope: Scope): Subject | null {
  const of = /(?:余额|限额)$/.exec(whole?.stated ?? '')?.[0];
  return of === undefined ? null : subjectOf('other', 'debt', `${term}${of}`, scope);
}

/** 项目支出…其中 functions: they are of that part. */
function partOf(subject: Subject | null): string | null {
  const concept = subject?.component ?? subject?.concepts[0] ?? '';
  return /\.(?:basic|project)$/.test(concept) ? concept : null;
}

/** 已计提折旧 after intangible assets is theirs. */
function depreciationOf(key: string, spokenOf: Subject | null): string {
  const intangible = spokenOf?.concepts[0].startsWith('assets.intangible') === true;
  return key === 'assets.fixed_depreciation' && intangible ? 'assets.intangible_depreciation' : key;
}
