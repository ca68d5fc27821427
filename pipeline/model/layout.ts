import type { Passage } from './passage.ts';
import type { Span } from './span.ts';

export type Format = 'pdf' | 'text' | 'html' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'scan';

/** A file as it was found, before anything is understood of it. */
export interface SourceFile {
  /** Absolute path, or a name where there is no file. */
  readonly path: string;
  /** File name without folders: a hint only, it often lies. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What a reader makes of the bytes: characters in the order the file gives them, and the page starts it marks. */
export interface ReadText {
  readonly format: Format;
  /** The text that is stored and that all offsets point into. */
  readonly text: string;
  readonly encoding: string;
}

/** A page of the text: [start, end) in document offsets. */
export interface Page {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** A paragraph, a heading line, or one cell a line of a flattened table. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly passage: Passage;
  /** White space printed before it on its line. */
  readonly lead: string;
  /** Number of printed lines it was joined from. */
  readonly lines: number;
}

/** Page numbers and running heads: on the page, but in no sentence. */
export interface Furniture {
  readonly kind: 'furniture';
  readonly role: 'page-number' | 'running-head';
  readonly span: Span;
}

export type Block = Paragraph | Furniture;

export interface Layout {
  readonly text: string;
  readonly format: Format;
  readonly encoding: string;
  /** Empty where the text tells no pages. */
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
}
