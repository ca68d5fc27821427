/** An old workbook (xls), or one in binary parts (xlsb) → its sheets as shown, by the library as a whole. */
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Note } from '../../model/finding.ts';
import { Refusal } from '../../model/refusal.ts';
import { mostCells, type Sheet, type SheetCell, tooManyCells } from './sheet.ts';
import { shownLines } from './shown-cell.ts';

/**
 * @param bytes of xls or xlsb
 * @param path the file's name, for messages
 * @param note receives what of it is not understood
 * @throws Refusal `encrypted`, `damaged`, `too-large`
 */
export function openWorkbook(bytes: Uint8Array, path: string, note: Note): readonly Sheet[] {
  const book = parse(bytes, path, note);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet === undefined || sheet['!type'] === 'chart' ? [] : [sheetOf(name, hidden, sheet, date1904)];
  });
  if (sheets.reduce((sum, { cells }) => sum + cells.length, 0) > mostCells) {
    throw tooManyCells(path);
  }
  return sheets;
}

function parse(bytes: Uint8Array, path: string, note: Note): WorkBook {
  const complaints: unknown[] = [];
  const { error: loud } = console;
  // The library tells of records it does not know on the terminal alone.
  console.error = (words: unknown) => void complaints.push(words);
  try {
    return read(bytes, { type: 'array', dense: true, cellStyles: true, cellNF: true, cellHTML: false, nodim: true });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(words)) {
      throw new Refusal('encrypted', `${path}: encrypted; save it without its password`);
    }
    // Whatever the library meets in broken bytes, the workbook is what is wrong.
    throw new Refusal('damaged', `${path}: damaged, not readable as a workbook (${words.split('\n')[0]})`);
  } finally {
    console.error = loud;
    if (complaints.length > 0) {
      note({
        code: 'records-unknown',
        message: `${complaints.length} records of the workbook are not known`,
        span: null,
      });
    }
  }
}

function sheetOf(name: string, hidden: boolean, sheet: WorkSheet, date1904: boolean): Sheet {
  const cells: SheetCell[] = [];
  let unreadFormulas = 0;
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  // Both may have holes a million wide, which forEach steps over.
  rows.forEach((line, row) => {
    line?.forEach((cell, col) => {
      if (cell === undefined) return;
      const lines = shownLines(cell, date1904);
      if (lines === null) unreadFormulas++;
      else if (lines.length > 0) cells.push({ row, col, lines });
    });
  });
  const held = (pick: (cell: SheetCell) => number) => [...new Set(cells.map(pick))].sort((a, b) => a - b);
  return {
    name,
    hidden,
    cells,
    merged: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: held(({ row }) => row).filter((row) => sheet['!rows']?.[row]?.hidden === true),
    hiddenColumns: held(({ col }) => col).filter((col) => sheet['!cols']?.[col]?.hidden === true),
    unreadFormulas,
  };
}
