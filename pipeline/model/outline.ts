import type { Grid, Paragraph } from './layout.ts';
import type { Sourced } from './sourced.ts';
import type { Span } from './span.ts';

/** One node of a document's section tree; parents come before their children. */
export interface Section {
  /** Position in the outline, from 0; the document itself is 0. */
  readonly index: number;
  readonly parent: number | null;
  /** 0 for the document, 1 for its parts, and so on. */
  readonly level: number;
  /** Position among the children of the parent, from 1. */
  readonly ordinal: number;
  /** The enumerator as printed, less inner blanks: 第一部分, 一、, （二）, 附件1. */
  readonly label: Sourced<string> | null;
  /** The heading as printed, without its enumerator and without layout's blanks; null for the document itself. */
  readonly heading: Sourced<string> | null;
  readonly kind: string;
  /** From the heading to the next heading of its level or above. */
  readonly span: Span;
  /** What is its own, not its subsections'; the heading's paragraph is the first where one is printed. */
  readonly blocks: readonly (Paragraph | Grid)[];
}

export interface Outline {
  readonly sections: readonly [Section, ...Section[]];
}
