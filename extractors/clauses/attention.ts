/**
 * What a reader keeps in mind while going through a paragraph: what is spoken of, and what the clause (up to a comma), the statement
 * (up to a semicolon) and the sentence have said so far. The one value of the clause reader that changes: stops, terms, items and
 * years write to it, numbers are understood by it.
 */
import type { Basis } from '../../pipeline/model/figure.ts';
import type { AmountMention, DocumentFacts } from '../../pipeline/model/reading.ts';
import type { ClauseFigure, Unresolved } from './clause-figure.ts';
import type { Scope } from './scope.ts';
import type { ItemSubjects, Subject } from './subject.ts';
import type { Token } from './tokens.ts';
import type { Held } from './whose-budget.ts';
import { meansNothing } from './words-between.ts';

/** 与上年相比, 比年初预算: what the next amount is of, or is compared with. */
export interface Comparison {
  year: number | null;
  basis: Basis | null;
}

export interface Named {
  readonly subject: Subject;
  /** Where its name ends. */
  readonly to: number;
}

export interface Clause {
  /** Where it begins in the text. */
  readonly from: number;
  /** The last thing named in it. */
  named: Named | null;
  /** It is named together with what is named before it: 会议费、培训费. */
  joined: boolean;
  basis: Basis | null;
  /** 增加, 减少. */
  direction: 1 | -1 | null;
  /** After 占. */
  share: boolean;
  /** After 完成…预算: of which. */
  completion: string | null;
  /** Where the word for a share or a rate begins. */
  rateFrom: number | null;
  comparison: Comparison | null;
  /** After words of the form that were never chosen: 增长(下降). */
  template: boolean;
  /** After 主要是: its years and budgets are those of what happened. */
  because: boolean;
}

export interface Statement {
  readonly from: number;
  /** What was named since the last amount, for 分别为. */
  listed: Subject[];
  /** What the next numbers are of, after 分别为; null where it cannot be told. */
  queue: (Subject | null)[];
  /** What the last 分别为 was said of. */
  shared: readonly Subject[];
  /** Within a list of items after 主要包括. */
  listing: boolean;
  /** After 主要原因. */
  explaining: boolean;
  /** After 收入包括, 支出包括. */
  side: 'revenue' | 'expenditure' | null;
}

export interface Sentence {
  readonly from: number;
  year: number | null;
  /** The last one said: what 其中 lists shares it. */
  basis: Basis | null;
  /** Its first number was added to the budget (追加): the items of its list were so too. */
  added: boolean;
  /**
   * Its changes are against numbers of another making: 与执行数相比, 同口径. Said after a number, it holds until another thing's
   * number is told.
   */
  rebased: 'here' | 'throughout' | null;
}

export interface Attention {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly scope: Scope;
  /** What the paragraph is about before it says so. */
  readonly lead: Subject | null;
  readonly items: ItemSubjects;
  readonly kind: DocumentFacts['kind'];
  /** A report on the budget of a whole government. */
  readonly government: boolean;
  /** Whose budget is spoken of; in such a report alone. */
  held: Held;
  /** The year that is spoken of where none is named: the paragraph's first, its heading's, the document's. */
  own: number | null;
  /** The basis of numbers that say none. */
  usual: Basis;

  /** The year whose end counts of things and people are of (截至上年底), for the rest of the paragraph. */
  asOf: number | null;
  spokenOf: Subject | null;
  /** What the list after 其中 is of: spoken of again when its sentence ends. */
  head: Subject | null;
  /** Something has been told of what is spoken of. */
  told: boolean;
  /** The last amount was of something unknown: a change after it is not of what is spoken of. */
  strange: boolean;
  /** What was kept in mind before each open bracket. */
  readonly aside: (Pick<Attention, 'spokenOf' | 'strange' | 'clause' | 'sentence'> & { readonly figures: number })[];
  /** Index of the token that is being read. */
  index: number;
  /** Where the last number ends. */
  valueTo: number;
  /** Where the last word that only introduces a list ends. */
  introducedTo: number;
  clause: Clause;
  statement: Statement;
  sentence: Sentence;

  readonly figures: ClauseFigure[];
  readonly unresolved: Map<AmountMention, Unresolved>;
  readonly leftovers: Token[];
}

/**
 * @param lead what the paragraph is about before it says so: the matter of its heading
 * @param held whose budget was spoken of before it
 */
export function attentionTo(
  text: string,
  tokens: readonly Token[],
  scope: Scope,
  lead: Subject | null,
  items: ItemSubjects,
  { kind, fiscalYear }: DocumentFacts,
  held: Held,
): Attention {
  const government = kind === 'budget_execution_report';
  return {
    text,
    tokens,
    scope,
    lead,
    items,
    kind,
    own: scope.year ?? fiscalYear,
    government,
    held,
    usual: scope.basis ?? (government ? scope.stage : null) ?? (kind === 'budget' ? 'budget' : 'actual'),
    asOf: null,
    spokenOf: lead,
    head: null,
    told: false,
    strange: false,
    aside: [],
    index: 0,
    valueTo: 0,
    introducedTo: 0,
    clause: clauseAt(0),
    statement: statementAt(0),
    sentence: sentenceAt(0),
    figures: [],
    unresolved: new Map(),
    leftovers: [],
  };
}

/** A clause that has said nothing yet. */
export function clauseAt(from: number): Clause {
  return {
    from,
    named: null,
    joined: false,
    basis: null,
    direction: null,
    share: false,
    completion: null,
    rateFrom: null,
    comparison: null,
    template: false,
    because: false,
  };
}

export function statementAt(from: number): Statement {
  return { from, listed: [], queue: [], shared: [], listing: false, explaining: false, side: null };
}

export function sentenceAt(from: number): Sentence {
  return { from, year: null, basis: null, added: false, rebased: null };
}

/** Where words that nothing has been made of begin: in the clause, after its last number. */
export function unsaidFrom({ clause, valueTo }: Attention): number {
  return Math.max(clause.from, valueTo);
}

/** @returns whether the words between two places only lead from one to the other */
export function leadsOver({ text, tokens }: Attention, from: number, to: number, most?: number): boolean {
  return meansNothing(text, tokens, from, to, most);
}
