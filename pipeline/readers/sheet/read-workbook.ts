/** A workbook (xlsx, xls) → its layout: each sheet a page, its lines and tables as shown. */
import { layOutFlow } from '../../layout/flow/lay-out-flow.ts';
import type { Note } from '../../model/finding.ts';
import type { FlowPart } from '../../model/flow.ts';
import type { Layout, NamedBytes } from '../../model/layout.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Span } from '../../model/span.ts';
import type { Sheet } from './sheet.ts';
import { itemsOfSheet } from './sheet-items.ts';

/**
 * @param note receives hidden sheets, rows and columns (read all the same), and formulas without a stored value
 * @throws Refusal when it is damaged, encrypted, empty or beyond the limits
 */
export async function readWorkbook(source: NamedBytes, format: 'xlsx' | 'xls', note: Note): Promise<Layout> {
  const { parts, facts } = await partsOf(source, format, note);
  if (parts.length === 0) throw new Refusal('empty', `${source.path}: no sheet holds any words`);
  const layout = layOutFlow(parts, format);
  for (const [index, fact] of facts.entries()) {
    const page = layout.pages[index];
    noteSheet(fact, page === undefined ? null : { start: page.start, end: page.end, page: page.number }, note);
  }
  return layout;
}

type SheetFacts = Omit<Sheet, 'cells' | 'merged'>;

/** Its sheets with words, and what is to be told of each; the cells themselves are let go, for they take as much memory again. */
async function partsOf(
  source: NamedBytes,
  format: 'xlsx' | 'xls',
  note: Note,
): Promise<{ readonly parts: readonly FlowPart[]; readonly facts: readonly SheetFacts[] }> {
  const sheets = (await sheetsOf(source, format, note)).filter(
    ({ cells, unreadFormulas }) => cells.length > 0 || unreadFormulas > 0,
  );
  return {
    parts: sheets.map((sheet) => ({ items: itemsOfSheet(sheet) })),
    facts: sheets.map(({ cells: _, merged: __, ...fact }) => fact),
  };
}

async function sheetsOf({ bytes, path }: NamedBytes, format: 'xlsx' | 'xls', note: Note): Promise<readonly Sheet[]> {
  if (format === 'xlsx') {
    const { openXlsx } = await import('./xlsx/open-xlsx.ts');
    const sheets = await openXlsx(bytes, path);
    if (sheets !== null) return sheets;
    // What the library unpacks by itself has first been unpacked within limits.
    const { openZip } = await import('../container/open-zip.ts');
    await openZip(bytes, path, () => true);
  }
  const { openWorkbook } = await import('./open-workbook.ts');
  return openWorkbook(bytes, path, note);
}

function noteSheet(
  { name, hidden, hiddenRows, hiddenColumns, unreadFormulas }: SheetFacts,
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
