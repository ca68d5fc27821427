/**
 * The tokens of a paragraph → what each number says. Read as a person reads: a number is of the nearest thing named before it in its
 * clause, else of what was being spoken of; 比 and 较 bring in another year, 增加 and 减少 a change, 占 a share, 完成 a rate. A number
 * that none of this explains is no figure, and says why.
 */
import type { Basis, Measure, PlainNumber } from '../../pipeline/model/figure.ts';
import type { AmountMention, DocumentFacts } from '../../pipeline/model/reading.ts';
import { countedBy } from './counts.ts';
import { namedProject } from './project-names.ts';
import type { Scope } from './scope.ts';
import type { Squeezed } from './squeeze.ts';
import { type ItemSubjects, type Subject, subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';
import { afterStop, labelBefore, meansNothing, nearest } from './words-between.ts';

export interface ClauseFigure {
  readonly subject: Subject;
  readonly basis: Basis;
  readonly measure: Measure;
  readonly year: number | null;
  readonly value:
    | { readonly kind: 'money'; readonly mention: AmountMention; readonly sign: 1 | -1 }
    | { readonly kind: 'number'; readonly number: PlainNumber; readonly unit: string }
    | { readonly kind: 'unitless'; readonly number: PlainNumber }
    | { readonly kind: 'none' };
  /** Index range of the number, and of its clause, in the squeezed text. */
  readonly from: number;
  readonly to: number;
  readonly clause: readonly [number, number];
}

/** Why an amount is no figure. */
export type Unresolved = 'no-subject' | 'explanation' | 'template' | 'range';

export interface ClauseReading {
  readonly figures: readonly ClauseFigure[];
  readonly unresolved: ReadonlyMap<AmountMention, Unresolved>;
  /** Template words left in the print (增长(下降)0%). */
  readonly leftovers: readonly Token[];
  /** What is spoken of at its end, where it is named and not only taken over. */
  readonly named: Subject | null;
}

interface Comparison {
  year: number | null;
  basis: Basis | null;
}

/** Whose money is spoken of: functions listed after it are of the same. */
function fundOf(subject: Subject | null): Scope['fund'] | null {
  const head = subject?.concepts[0].split('.')[0];
  return head === 'general_public_budget' || head === 'government_fund' || head === 'state_capital' ? head : null;
}

/** 收入…；支出…: the expenditure of the budget whose revenue was told. */
const counterpart: Readonly<Record<string, string>> = {
  'revenue.general_public_budget': 'general_public_budget.expenditure',
  'revenue.government_fund': 'government_fund.expenditure',
  'revenue.state_capital': 'state_capital.expenditure',
  'revenue.current_year': 'expenditure.current',
  'revenue.grand_total': 'expenditure.grand',
};

/** Terms that only say whose money it is, where something closer is named before them. */
const isWeak = (key: string) =>
  /^(?:fiscal|general_public_budget|government_fund|state_capital)$|^(?:revenue|expenditure)\.(?:grand|current)$|^fiscal\.expenditure_current_year$/.test(
    key,
  );

const isBasis = (key: string): key is Basis =>
  ['initial_budget', 'adjusted_budget', 'budget', 'received', 'actual', 'carried_over'].includes(key);

/**
 * @param lead what the paragraph is about before it says so: the matter of its heading
 */
export function readClauses(
  squeezed: Squeezed,
  tokens: readonly Token[],
  scope: Scope,
  lead: Subject | null,
  items: ItemSubjects,
  facts: DocumentFacts,
): ClauseReading {
  const { text } = squeezed;
  const figures: ClauseFigure[] = [];
  const unresolved = new Map<AmountMention, Unresolved>();
  const leftovers: Token[] = [];
  const own = facts.fiscalYear;
  const usual: Basis = scope.basis ?? (facts.kind === 'budget' ? 'budget' : 'actual');
  let spokenOf = lead;
  let fresh: Subject | null = null;
  let freshTo = 0;
  let basis: Basis | null = null;
  /** The last one said in the sentence: what 其中 lists shares it. */
  let sentenceBasis: Basis | null = null;
  let year: number | null = null;
  let direction: 1 | -1 | null = null;
  let share = false;
  let completion: string | null = null;
  let comparison: Comparison | null = null;
  let explaining = false;
  let template = false;
  /** Within a list of items after 主要包括. */
  let listing = false;
  /** Something has been told of what is spoken of. */
  let told = false;
  let queue: Subject[] = [];
  /** What was spoken of before each open bracket. */
  const aside: (Subject | null)[] = [];
  let listed: Subject[] = [];
  let clauseFrom = 0;
  let valueTo = 0;
  let sentenceFrom = 0;
  /** Where the last word that only introduces a list ends. */
  let introducedTo = 0;

  const endClause = () => {
    fresh = null;
    basis = null;
    direction = null;
    share = false;
    completion = null;
    comparison = null;
    template = false;
  };
  const name = (subject: Subject | null, from: number, to: number, weak = false) => {
    if (subject === null || share) return;
    if (weak && fresh !== null && meaningless(freshTo, from)) {
      freshTo = to;
      return;
    }
    const before = weak ? items.ending(text.slice(Math.max(clauseFrom, valueTo), from), scope) : null;
    if (before !== null) return name(before, from, to);
    fresh = subject;
    freshTo = to;
    listed.push(subject);
  };
  const meaningless = (from: number, to: number, most?: number) => meansNothing(text, tokens, from, to, most);
  /** What a number is of. */
  const subjectFor = (at: number): Subject | null => {
    const next = queue.shift();
    if (next !== undefined) return next;
    if (fresh !== null) return meaningless(freshTo, at) ? fresh : null;
    const from = Math.max(clauseFrom, valueTo, introducedTo);
    const label = labelBefore(text, from, at);
    if (scope.projects || listsProjects()) {
      const project = namedProject(text.slice(Math.max(afterStop(text, at), valueTo), at));
      if (project !== null) {
        basis ??= project.basis;
        return {
          concepts: ['project.funds'],
          function: null,
          economic: null,
          project: project.name,
          stated: project.name,
          counts: false,
        };
      }
    }
    const bare = label === '' ? null : (items.bare(label, scope) ?? items.ending(label, scope));
    if (bare !== null) return bare;
    const asset = spokenOf?.concepts[0].startsWith('assets.') === true && !spokenOf.counts;
    if (asset && spokenOf !== null && told && label.length >= 2) return { ...spokenOf, stated: label };
    const compares = comparison !== null && (comparison.year !== null || comparison.basis !== null);
    const known = basis !== null || ((direction !== null || compares) && told);
    return known && meaningless(from, at, direction === null ? undefined : nearest) ? spokenOf : null;
  };
  const yearBefore = (than: Comparison) =>
    than.year ?? (than.basis === null ? (own === null ? null : own - 1) : (year ?? own));

  for (const [index, token] of tokens.entries()) {
    switch (token.kind) {
      case 'stop': {
        if (token.sign === '(') aside.push(spokenOf);
        else if (token.sign === ')' && aside.length > 0) {
          spokenOf = aside.pop() ?? null;
          fresh = null;
          break;
        }
        if (/[。；;!！?？]/.test(token.sign)) {
          endClause();
          queue = [];
          listed = [];
          listing = false;
          explaining = false;
          if (token.sign === '。') {
            year = null;
            sentenceBasis = null;
          }
          sentenceFrom = token.to;
          clauseFrom = token.to;
        } else if (/[，,]/.test(token.sign)) {
          if (fresh !== null && direction !== null) spokenOf = fresh;
          endClause();
          clauseFrom = token.to;
        }
        break;
      }
      case 'year': {
        if (comparison !== null) comparison.year = token.year;
        else if (!explaining) year = token.year;
        break;
      }
      case 'item': {
        name(items.named(token.item, scope), token.from, token.to);
        if (fresh !== null) spokenOf = fresh;
        break;
      }
      case 'term': {
        const { kind, key, term } = token.term;
        if (/^(?:list|ofwhich)$/.test(kind)) introducedTo = token.to;
        if (/^(?:concept|both|other|function|economic)$/.test(kind)) {
          const inList = scope.items === 'economic' && kind === 'concept' && fresh === null && listing;
          const about = kind === 'function' ? { ...scope, fund: fundOf(spokenOf) ?? scope.fund } : scope;
          const ambiguous = kind === 'economic' && scope.items === 'function';
          const subject =
            (inList || ambiguous ? items.bare(term, scope) : null) ?? subjectOf(kind, depreciationOf(key), term, about);
          if (/预算(?:金额|总额)/.test(term) && facts.kind === 'final_accounts') basis = 'budget';
          name(subject, token.from, token.to, isWeak(key));
          const after = tokens[index + 1];
          const alone =
            after === undefined || (after.kind === 'stop' && after.from === token.to && /[。：:]/.test(after.sign));
          const first = /^[\d一二三四五六七八九十、.．()（）]*$/.test(text.slice(sentenceFrom, token.from));
          if (subject !== null && alone && first) spokenOf = subject;
        } else if (kind === 'count' || kind === 'score') {
          name(subjectOf(kind, key, term, scope), token.from, token.to);
        } else if (kind === 'side') {
          if (term.includes('预算')) basis = 'budget';
          nameSide(key === 'revenue' ? 'revenue' : 'expenditure', token, tokens[index + 1]);
        } else if (kind === 'basis' && isBasis(key)) {
          if (comparison !== null) comparison.basis = key;
          else {
            basis = key;
            sentenceBasis = key;
          }
        } else if (kind === 'direction') {
          direction = key === 'up' ? 1 : -1;
          comparison = null;
        } else if (kind === 'plain' && key === 'to') direction = null;
        else if (kind === 'share') share = true;
        else if (kind === 'completion') completion = key;
        else if (kind === 'template') template = true;
        else if (kind === 'respectively') queue = [...listed];
        else if (kind === 'reason') explaining = true;
        else if (kind === 'compare') {
          if (key === 'with' && token.from === clauseFrom) explaining = false;
          comparison = key === 'done' ? null : { year: null, basis: null };
        } else if (kind === 'year') {
          if (comparison !== null) comparison.year = own === null ? null : own - 1;
          else year = own === null ? null : own - 1;
        } else if (kind === 'same') {
          const subject = fresh ?? spokenOf;
          if (subject !== null && !explaining && !subject.counts) {
            put(subject, 'change', usual, own, { kind: 'none' }, token);
          }
        } else if (kind === 'list') listing = true;
        else if (kind === 'ofwhich') {
          fresh = null;
          listed = [];
        }
        break;
      }
      case 'amount':
        readAmount(token.mention, token);
        break;
      case 'percent':
        readPercent(token.number, token);
        break;
      case 'number':
        readNumber(token.number, token.unit, token);
        break;
    }
  }
  return { figures, unresolved, leftovers, named: spokenOf === lead ? null : spokenOf };

  /** After 项目支出…包括, names before amounts are projects'. */
  function listsProjects(): boolean {
    const concept = spokenOf?.concepts[0];
    return (concept === 'expenditure.project' || concept === 'project.funds') && (told || spokenOf === lead);
  }

  /** 已计提折旧 after intangible assets is theirs. */
  function depreciationOf(key: string): string {
    const intangible = spokenOf?.concepts[0].startsWith('assets.intangible') === true;
    return key === 'assets.fixed_depreciation' && intangible ? 'assets.intangible_depreciation' : key;
  }

  /** 收入 and 支出 alone are totals where a change or an amount follows at once. */
  function nameSide(side: 'revenue' | 'expenditure', token: Token, next: Token | undefined): void {
    if (fresh !== null || next === undefined) return;
    const budget = token.to - token.from > 2;
    if (
      next.kind === 'amount' &&
      next.from === token.to &&
      token.from === clauseFrom &&
      side === 'expenditure' &&
      !budget
    ) {
      const other = counterpart[spokenOf?.concepts[0] ?? ''];
      if (other !== undefined)
        name(subjectOf('concept', other, text.slice(token.from, token.to), scope), token.from, token.to);
      else spokenOf = null;
      return;
    }
    const compares = next.kind === 'term' && /^(?:compare|direction)$/.test(next.term.kind);
    if (
      !(compares || (budget && next.kind === 'amount')) ||
      next.from - token.to > 2 ||
      /[^，。；：、年度]/.test(text.slice(Math.max(0, token.from - 1), token.from))
    )
      return;
    const whole = figures.findLast(({ subject }) =>
      subject.concepts.some((one) => one.startsWith(`${side}.`) && /total|current/.test(one)),
    );
    const concept = whole?.subject.concepts.find((one) => one.startsWith(`${side}.`));
    const named = subjectOf('concept', concept ?? `${side}.current`, text.slice(token.from, token.to), scope);
    name(named, token.from, token.to);
  }

  function put(
    subject: Subject,
    measure: Measure,
    on: Basis,
    when: number | null,
    value: ClauseFigure['value'],
    { from, to }: Token,
  ): void {
    figures.push({ subject, measure, basis: on, year: when, value, from, to, clause: [clauseFrom, to] });
    valueTo = to;
  }

  function done(subject: Subject): void {
    spokenOf = subject;
    told = true;
    listed = [];
  }

  function readAmount(mention: AmountMention, token: Token): void {
    const told: Unresolved | null = template
      ? 'template'
      : mention.bound !== null
        ? 'range'
        : explaining
          ? 'explanation'
          : null;
    if (told === 'template') leftovers.push(token);
    const subject = told === null ? subjectFor(token.from) : null;
    if (subject === null || (subject.counts && direction === null)) {
      unresolved.set(mention, told ?? 'no-subject');
      valueTo = token.to;
      return;
    }
    const value = { kind: 'money', mention, sign: direction ?? 1 } as const;
    const stock = subject.concepts[0].startsWith('assets.');
    if (subject.counts && !stock) {
      unresolved.set(mention, 'no-subject');
      valueTo = token.to;
      return;
    }
    if (stock && direction === null) put(subject, 'amount', 'none', year ?? own, value, token);
    else if (direction !== null) put(subject, 'change', basis ?? usual, year ?? own, value, token);
    else if (comparison !== null && (comparison.year !== null || comparison.basis !== null)) {
      const earlier = comparison.basis ?? (facts.kind === 'budget' ? 'initial_budget' : 'actual');
      put(subject, 'amount', earlier === 'budget' ? 'initial_budget' : earlier, yearBefore(comparison), value, token);
    } else put(subject, 'amount', basis ?? sentenceBasis ?? usual, year ?? own, value, token);
    done(subject);
  }

  function readPercent(number: PlainNumber, token: Token): void {
    const changed = template
      ? figures.findLast(({ measure, from }) => measure === 'change' && from >= sentenceFrom)
      : undefined;
    if (template && changed === undefined) {
      leftovers.push(token);
      return;
    }
    if (changed?.value.kind === 'money') {
      const negative = (changed.value.sign === -1) !== changed.value.mention.money.value.fen < 0n;
      const rate = {
        kind: 'number',
        number: negative ? { ...number, digits: -number.digits } : number,
        unit: '%',
      } as const;
      put(changed.subject, 'growth_rate', changed.basis, changed.year, rate, token);
      return;
    }
    if (explaining) return;
    const value = { kind: 'number', number, unit: '%' } as const;
    const subject = fresh !== null && !share ? fresh : (figures.at(-1)?.subject ?? fresh ?? spokenOf);
    const stated = share || completion !== null || direction !== null;
    const about = fresh ?? (told ? spokenOf : null);
    if (!stated || about === null || about.counts || subject === null) return;
    if (fresh === null && direction !== null && !meaningless(Math.max(clauseFrom, valueTo), token.from, nearest))
      return;
    if (fresh !== null && !share && !meaningless(freshTo, token.from)) return;
    if (share) put(about, 'share', basis ?? usual, year ?? own, value, token);
    else if (completion !== null) {
      put(about, 'completion_rate', completion === 'received' ? 'received' : 'actual', year ?? own, value, token);
    } else if (direction !== null) {
      const signed = direction === 1 ? number : { ...number, digits: -number.digits };
      put(about, 'growth_rate', basis ?? usual, year ?? own, { ...value, number: signed }, token);
    }
  }

  function readNumber(number: PlainNumber, unit: string | null, token: Token): void {
    if (explaining || template) return;
    if (unit === null) {
      const after = text.slice(token.to, token.to + 2);
      const lists = figures.some(({ value }) => value.kind === 'money');
      const bare =
        fresh !== null && !fresh.counts && meaningless(freshTo, token.from, 0) && lists && /^[，；。]/.test(after);
      if (!bare || fresh === null || number.exponent === 0) return;
      put(fresh, 'amount', basis ?? usual, year ?? own, { kind: 'unitless', number }, token);
      spokenOf = fresh;
      return;
    }
    const label = text.slice(Math.max(clauseFrom, valueTo), token.from);
    const close = fresh !== null && meaningless(freshTo, token.from);
    const subject = countedBy(unit, fresh, close, spokenOf ?? lead, label);
    if (subject === null) return;
    const [concept] = subject.concepts;
    const stock = /^(?:assets|staff)\.|vehicles_owned$/.test(concept);
    if (concept === 'performance.score') {
      if (unit === '分') put(subject, 'score', 'none', year ?? own, { kind: 'number', number, unit }, token);
      return;
    }
    put(subject, 'count', stock ? 'none' : usual, year ?? own, { kind: 'number', number, unit }, token);
    spokenOf = subject;
  }
}
