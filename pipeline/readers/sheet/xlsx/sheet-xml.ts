/**
 * A worksheet's XML, tag by tag → its cells as shown. Only what is inside `sheetData` is a cell, whatever names extensions use; what
 * stands in a row without saying where stands right of the one before.
 */

import { Refusal } from '../../../model/refusal.ts';
import type { XmlEvents } from '../../xml/xml-events.ts';
import type { MergedRange, Sheet, SheetCell } from '../sheet.ts';
import { mostCells, tooManyCells } from '../sheet.ts';
import { mostColumns, mostRows, placeOf, rangeOf } from './places.ts';
import { RichText } from './rich-text.ts';
import { type BookFacts, linesOf } from './stored-cell.ts';

export interface SheetFacts extends BookFacts {
  /** Codes of number formats by the number of the cell's style. */
  readonly formats: readonly string[];
}

/** What is counted over all sheets of a workbook. */
export interface Count {
  /** Cells that hold words, merged ranges, and columns told of. */
  told: number;
  /** All cells. */
  cells: number;
}

/** Cells of which most are empty: styles painted over a whole sheet. */
const mostStored = 20 * mostCells;

interface Columns {
  readonly from: number;
  readonly to: number;
  readonly hidden: boolean;
}

const isTrue = (flag: string | undefined) => flag === '1' || flag === 'true' || flag === 'on';

export class SheetReader implements XmlEvents {
  readonly #facts: SheetFacts;
  readonly #count: Count;
  readonly #cells: SheetCell[] = [];
  readonly #merged: MergedRange[] = [];
  readonly #columns: Columns[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #item = new RichText();
  #unreadFormulas = 0;
  #showZeros = true;
  #ordered = true;
  /** Of the row and the cell that is open. */
  #row = -1;
  #rowHidden = false;
  #column = -1;
  #at = { row: -1, col: -1 };
  #inData = false;
  /** How deep inside the open cell; 0 outside. */
  #depth = 0;
  #inside: 'v' | 'f' | 'is' | null = null;
  #type = 'n';
  #style = '';
  #value: string | null = null;
  #inline: string | null = null;
  #formula = false;

  constructor(facts: SheetFacts, count: Count) {
    this.#facts = facts;
    this.#count = count;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.#depth > 0) this.#openInside(name, attributes);
    else if (this.#inData) {
      if (name === 'c') this.#openCell(attributes);
      else if (name === 'row') this.#openRow(attributes);
    } else if (name === 'sheetData') this.#inData = true;
    else this.#openAround(name, attributes);
  };

  readonly close = (name: string): void => {
    if (this.#depth > 0) this.#closeInside(name);
    else if (name === 'sheetData') this.#inData = false;
  };

  readonly text = (words: string): void => {
    if (this.#inside === null) return;
    if (this.#inside === 'v') this.#value = (this.#value ?? '') + words;
    else if (this.#inside === 'is') this.#item.text(words);
    else if (words !== '') this.#formula = true;
  };

  /** @param name the sheet's @returns everything that was read */
  sheet(name: string, hidden: boolean): Sheet {
    const cells = this.#ordered ? this.#cells : inOrder(this.#cells);
    const columns = new Set(cells.map(({ col }) => col));
    return {
      name,
      hidden,
      cells,
      merged: this.#merged,
      hiddenRows: [...this.#hiddenRows].sort((a, b) => a - b),
      hiddenColumns: [...columns].filter((column) => this.#isHidden(column)).sort((a, b) => a - b),
      unreadFormulas: this.#unreadFormulas,
    };
  }

  #isHidden(column: number): boolean {
    return this.#columns.findLast(({ from, to }) => from <= column && column <= to)?.hidden === true;
  }

  /** What stands before and after the cells. */
  #openAround(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'mergeCell') {
      const range = rangeOf(attributes.ref ?? '');
      if (range === null) return;
      this.#tell();
      this.#merged.push(range);
    } else if (name === 'col') {
      if (this.#columns.length === mostColumns) return;
      const [from, to] = [Number(attributes.min) - 1, Number(attributes.max) - 1];
      this.#columns.push({ from, to, hidden: isTrue(attributes.hidden) });
    } else if (name === 'sheetView' && /^(?:0|false|off)$/.test(attributes.showZeros ?? '')) this.#showZeros = false;
  }

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const stated = r === undefined ? Number.NaN : Number.parseInt(r, 10) - 1;
    this.#row = stated >= 0 && stated < mostRows ? stated : this.#row + 1;
    this.#rowHidden = isTrue(hidden);
    this.#column = -1;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    if (++this.#count.cells > mostStored) {
      throw new Refusal('too-large', `${this.#facts.path}: over ${mostStored} cells, most of them empty; not read`);
    }
    const stated = r === undefined ? null : placeOf(r);
    this.#column = stated === null || stated.col < 0 ? this.#column + 1 : stated.col;
    this.#at = { row: stated === null || stated.row < 0 ? Math.max(0, this.#row) : stated.row, col: this.#column };
    this.#depth = 1;
    this.#type = t ?? 'n';
    this.#style = s ?? '';
    this.#value = null;
    this.#inline = null;
    this.#formula = false;
  }

  #openInside(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#inside === 'is') this.#item.open(name);
    else if (++this.#depth === 2) {
      if (name === 'v') this.#inside = 'v';
      else if (name === 'f') {
        this.#inside = 'f';
        if (attributes.t === 'shared') this.#formula = true;
      } else if (name === 'is') {
        this.#inside = 'is';
        this.#item.begin();
      }
    } else this.#inside = null;
  }

  #closeInside(name: string): void {
    if (this.#inside === 'is' && name !== 'is') {
      this.#item.close(name);
      return;
    }
    if (this.#inside === 'is') this.#inline = this.#item.words;
    this.#inside = null;
    if (--this.#depth === 0) this.#closeCell();
  }

  #closeCell(): void {
    if (this.#value === null && this.#inline === null && !this.#formula) return;
    const lines = linesOf(
      {
        type: this.#type,
        value: this.#value,
        inline: this.#inline,
        formula: this.#formula,
        format: this.#style === '' ? 'General' : (this.#facts.formats[Number(this.#style)] ?? 'General'),
      },
      this.#facts,
      this.#showZeros,
    );
    if (lines === null) this.#unreadFormulas++;
    if (lines === null || lines.length === 0) return;
    this.#tell();
    const before = this.#cells.at(-1);
    const { row, col } = this.#at;
    if (before !== undefined && (row < before.row || (row === before.row && col <= before.col))) this.#ordered = false;
    this.#cells.push({ row, col, lines });
    if (this.#rowHidden) this.#hiddenRows.add(row);
  }

  #tell(): void {
    if (++this.#count.told > mostCells) throw tooManyCells(this.#facts.path);
  }
}

/** Row by row; of cells of one place the last. */
function inOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.col - b.col);
  return sorted.filter(({ row, col }, index) => {
    const next = sorted[index + 1];
    return next === undefined || next.row !== row || next.col !== col;
  });
}
