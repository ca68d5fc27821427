/**
 * An xlsx (xlsm, strict or transitional) → its sheets as shown, read tag by tag within bounded memory: what the library makes of a
 * sheet is several times as large, and a string of XML has an end.
 */
import { elementAt, elementsIn } from '../../xml/parse-xml.ts';
import type { Relationship } from '../../xml/relationships.ts';
import type { Sheet } from '../sheet.ts';
import { numberFormats } from './number-formats.ts';
import { openPackage } from './package.ts';
import { sharedStrings } from './shared-strings.ts';
import { SheetReader } from './sheet-xml.ts';

/**
 * @param path the file's name, for messages
 * @returns sheets in the order of their tabs; null for a workbook whose parts are no XML (xlsb)
 * @throws Refusal `damaged`, `too-large`
 */
export async function openXlsx(bytes: Uint8Array, path: string): Promise<readonly Sheet[] | null> {
  const opened = await openPackage(bytes, path);
  const { workbook, relations, beside } = opened;
  if (workbook === null) return null;
  const partOf = (type: string, usual: string) => relations.find((one) => one.type === type)?.target ?? beside(usual);
  const facts = {
    path,
    date1904: /^(?:1|true|on)$/.test(elementAt(workbook, 'workbookPr')?.attributes.get('date1904') ?? ''),
    strings: await sharedStrings(opened, partOf('sharedStrings', 'sharedStrings.xml'), path),
    formats: numberFormats(await opened.tree(partOf('styles', 'styles.xml'))),
  };
  const listed = elementAt(workbook, 'sheets');
  const count = { told: 0, cells: 0 };
  const sheets: Sheet[] = [];
  for (const [index, { attributes }] of (listed === undefined ? [] : elementsIn(listed, 'sheet')).entries()) {
    const relation = relations.find(({ id }) => id === attributes.get('id'));
    if (!isWorksheet(relation)) continue;
    const reader = new SheetReader(facts, count);
    if (!(await opened.stream(relation?.target ?? beside(`worksheets/sheet${index + 1}.xml`), reader))) continue;
    const state = attributes.get('state') ?? 'visible';
    sheets.push(reader.sheet(attributes.get('name') ?? '', state !== 'visible'));
  }
  return sheets;
}

/** Others hold a chart, a dialogue or macros. */
const isWorksheet = (relation: Relationship | undefined) => relation === undefined || relation.type === 'worksheet';
