/**
 * A document as files without printed pages tell it (web pages, Word, spreadsheets): paragraphs and tables one after another.
 */
import type { Furniture } from './layout.ts';

export interface FlowParagraph {
  readonly kind: 'paragraph';
  /** As shown, automatic numbers included, without line ends; never blank. */
  readonly text: string;
}

export interface FlowCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Its lines as shown, none blank; empty for an empty cell. */
  readonly lines: readonly string[];
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  /** Row by row; a merged cell once, where it begins. */
  readonly cells: readonly FlowCell[];
}

export interface FlowFurniture {
  readonly kind: 'furniture';
  readonly role: Furniture['role'];
  readonly text: string;
}

export type FlowItem = FlowParagraph | FlowTable | FlowFurniture;

/** A stretch that begins anew: the sheets of a workbook; a document without such parts is one. */
export interface FlowPart {
  readonly items: readonly FlowItem[];
}
