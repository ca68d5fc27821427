/**
 * What the reading of clauses ends in: figures that point at the squeezed text of a paragraph, and the amounts that became none, each
 * with the reason. Places become words of the print, and concepts their labels, in read-prose.ts.
 */
import type { Basis, Measure, PlainNumber } from '../../pipeline/model/figure.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';
import type { Held } from './whose-budget.ts';

export interface ClauseFigure {
  readonly subject: Subject;
  readonly basis: Basis;
  readonly measure: Measure;
  readonly year: number | null;
  readonly held: Held;
  /** No word says its basis: it is the usual one here. */
  readonly implied: boolean;
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
export type Unresolved = 'no-subject' | 'explanation' | 'template' | 'range' | 'sign-unclear';

export interface ClauseReading {
  readonly figures: readonly ClauseFigure[];
  readonly unresolved: ReadonlyMap<AmountMention, Unresolved>;
  /** Template words left in the print (增长(下降)0%). */
  readonly leftovers: readonly Token[];
  /** What is spoken of at its end, where it is named and not only taken over. */
  readonly named: Subject | null;
  /** Whose budget is spoken of at its end. */
  readonly held: Held;
}
