/** A workbook (xlsx, xls) → its layout: each sheet a page, its lines and tables as shown. */
import { layOutFlow } from '../../layout/flow/lay-out-flow.ts';
import type { Note } from '../../model/finding.ts';
import type { Layout, NamedBytes } from '../../model/layout.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Span } from '../../model/span.ts';
import { openZip } from '../container/open-zip.ts';
import { openWorkbook, type Sheet } from './open-workbook.ts';
import { itemsOfSheet } from './sheet-items.ts';

/**
 * @param note receives hidden sheets, rows and columns (read all the same), and formulas without a stored value
 * @throws Refusal when it is damaged, encrypted, empty or beyond the limits
 */
export async function readWorkbook(source: NamedBytes, format: 'xlsx' | 'xls', note: Note): Promise<Layout> {
  // What the library unpacks by itself has first been unpacked within limits.
  if (format === 'xlsx') await openZip(source.bytes, source.path, () => true);
  const sheets = openWorkbook(source.bytes, source.path, note).filter(
    ({ cells, unreadFormulas }) => cells.length > 0 || unreadFormulas > 0,
  );
  if (sheets.length === 0) throw new Refusal('empty', `${source.path}: no sheet holds any words`);
  const layout = layOutFlow(
    sheets.map((sheet) => ({ items: itemsOfSheet(sheet) })),
    format,
  );
  for (const [index, sheet] of sheets.entries()) {
    const page = layout.pages[index];
    noteSheet(sheet, page === undefined ? null : { start: page.start, end: page.end, page: page.number }, note);
  }
  return layout;
}

function noteSheet(
  { name, hidden, hiddenRows, hiddenColumns, unreadFormulas }: Sheet,
  span: Span | null,
  note: Note,
): void {
  const parts = [
    ...(hidden ? ['the whole sheet'] : []),
    ...(hiddenRows.length > 0 ? [`rows ${listed(hiddenRows, (row) => String(row + 1))}`] : []),
    ...(hiddenColumns.length > 0 ? [`columns ${listed(hiddenColumns, columnName)}`] : []),
  ];
  const say = (words: string) => `sheet “${name}”: ${words}`;
  if (parts.length > 0)
    note({ code: 'cells-hidden', message: say(`${parts.join(', ')} hidden, read all the same`), span });
  if (unreadFormulas > 0) {
    const message = say(
      `${unreadFormulas} formulas without a stored value, not read; open and save it in a spreadsheet program`,
    );
    note({ code: 'formula-unread', message, span });
  }
}

/** The first few, and how many more there are. */
function listed(places: readonly number[], nameOf: (place: number) => string): string {
  const few = places.slice(0, 10).map(nameOf).join(', ');
  return places.length > 10 ? `${few} and ${places.length - 10} more` : few;
}

/** 0 → A, 27 → AB */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
