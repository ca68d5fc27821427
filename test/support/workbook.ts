/** Workbooks written out in a test, as xlsx and as xls. */
import { type CellObject, utils, write } from '@e965/xlsx';

export interface TestSheet {
  readonly name: string;
  /** Words, numbers, numbers with their format, cells as stored; null for none. */
  readonly rows: readonly (readonly (string | number | readonly [number, string] | CellObject | null)[])[];
  /** `A1:C1` */
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export function workbookOf(sheets: readonly TestSheet[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merged = [], hiddenRows = [], hiddenColumns = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)));
    sheet['!merges'] = merged.map((range) => utils.decode_range(range));
    sheet['!rows'] = listOf(hiddenRows);
    sheet['!cols'] = listOf(hiddenColumns);
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden === true ? 1 : 0 })) };
  const written: unknown = write(book, { type: 'buffer', bookType, compression: true });
  if (!(written instanceof Uint8Array)) throw new TypeError('the workbook was not written as bytes');
  return written;
}

type TestCell = TestSheet['rows'][number][number];

function cellOf(cell: TestCell): CellObject | string | number | null {
  return isFormatted(cell) ? { t: 'n', v: cell[0], z: cell[1] } : cell;
}

const isFormatted = (cell: TestCell): cell is readonly [number, string] => Array.isArray(cell);

function listOf(places: readonly number[]): { hidden: boolean }[] {
  const list: { hidden: boolean }[] = [];
  for (const place of places) list[place] = { hidden: true };
  return list;
}
