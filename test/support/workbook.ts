/** Workbooks written out in a test, as xlsx and as xls. */
import { type CellObject, utils, write } from '@e965/xlsx';
import { zipOf } from './containers.ts';

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

export function workbookOf(
  sheets: readonly TestSheet[],
  bookType: 'xlsx' | 'xlsm' | 'xlsb' | 'biff8' = 'xlsx',
): Uint8Array {
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

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package2006 = 'http://schemas.openxmlformats.org/package/2006';
const sheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface XmlParts {
  /** Before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
  /** What stands inside `sst`. */
  readonly strings?: string;
  /** What stands inside `styleSheet`. */
  readonly styles?: string;
  /** What stands in `workbook` before its sheets. */
  readonly book?: string;
  /** Parts that replace others, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** An xlsx of one sheet, its XML as given. @param rows what stands in its `sheetData` */
export function sheetXml(rows: string, { before, after, strings, styles, book, parts }: XmlParts = {}): Uint8Array {
  const root = (name: string, inside: string) =>
    `<${name} xmlns="${sheetNamespace}" xmlns:r="${office}">${inside}</${name}>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inside: string) => `<Relationships xmlns="${package2006}/relationships">${inside}</Relationships>`;
  return zipOf(
    {
      '[Content_Types].xml': `<Types xmlns="${package2006}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/></Types>`,
      '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': root('workbook', `${book ?? ''}<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>`),
      'xl/_rels/workbook.xml.rels': relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'sharedStrings', 'sharedStrings.xml') +
          relation('r3', 'styles', 'styles.xml'),
      ),
      ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': root('sst', strings) }),
      ...(styles === undefined ? {} : { 'xl/styles.xml': root('styleSheet', styles) }),
      'xl/worksheets/sheet1.xml': root(
        'worksheet',
        `<dimension ref="A1:XFD1048576"/>${before ?? ''}<sheetData>${rows}</sheetData>${after ?? ''}`,
      ),
      ...parts,
    },
    true,
  );
}
