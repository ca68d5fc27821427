import type { Passage } from './passage.ts';
import type { Box, Recognition } from './printed-page.ts';
import type { Sourced } from './sourced.ts';
import type { Span } from './span.ts';

export type Format = 'pdf' | 'text' | 'html' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'scan';

/** What reading needs of a file. */
export interface NamedBytes {
  /** Absolute path, or a name where there is no file. */
  readonly path: string;
  /** File name without folders: a hint only, it often lies. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file as it was found, before anything is understood of it. */
export interface SourceFile extends NamedBytes {
  readonly sha256: string;
}

/** What a reader makes of the bytes: characters in the order the file gives them, and the page starts it marks. */
export interface ReadText {
  readonly format: Format;
  /** The text that is stored and that all offsets point into. */
  readonly text: string;
  readonly encoding: string | null;
}

/** A page of the text: [start, end) in document offsets. */
export interface Page {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** In points; null where the file tells no sizes. */
  readonly width: number | null;
  readonly height: number | null;
  /** Set where its words were recognized in a picture of it. */
  readonly recognized?: Recognition;
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

/** Page numbers, running heads, watermarks: on the page, but in no sentence. */
export interface Furniture {
  readonly kind: 'furniture';
  readonly role: 'page-number' | 'running-head' | 'watermark';
  readonly span: Span;
}

/** One cell of a table; a merged one stands once, where it begins. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Page it begins on. */
  readonly page: number | null;
  /** On that page; null where the file tells no geometry. */
  readonly box: Box | null;
  /** Null for an empty cell. */
  readonly passage: Passage | null;
}

/** What the lines around a table say of it. */
export interface Caption {
  readonly title: Sourced<string> | null;
  /** 公开01表, 表3. */
  readonly number: Sourced<string> | null;
  /** 元, 万元. */
  readonly unit: Sourced<string> | null;
  readonly agency: Sourced<string> | null;
  /** 注：… below the table. */
  readonly note: Sourced<string> | null;
}

/** A table as printed, over all its pages. */
export interface Grid {
  readonly kind: 'grid';
  /** Drawn with rules or told by the file; else found by the alignment of its words. */
  readonly ruled: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly cells: readonly GridCell[];
  readonly caption: Caption;
  /** Its stretch of the document's text. */
  readonly span: Span;
}

export type Block = Paragraph | Grid | Furniture;

export interface Layout {
  readonly text: string;
  readonly format: Format;
  readonly encoding: string | null;
  /** Empty where the text tells no pages. */
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  /** Where on its page a place is printed; null where the file tells no geometry. */
  readonly boxOf: (span: Span) => Box | null;
}

/** The words of a layout in order: paragraphs, and tables cell by cell, so that nothing runs from one cell into the next. */
export function passagesOf({ blocks }: Pick<Layout, 'blocks'>): readonly Passage[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.passage];
    return block.kind === 'grid' ? block.cells.flatMap((cell) => cell.passage ?? []) : [];
  });
}
