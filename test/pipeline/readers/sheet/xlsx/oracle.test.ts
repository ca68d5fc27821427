/** What is read of an xlsx tag by tag is what the library reads of it as a whole: cell by cell, on workbooks of many kinds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { random } from '../../../../../bench/random.ts';
import { openWorkbook } from '../../../../../pipeline/readers/sheet/open-workbook.ts';
import { openXlsx } from '../../../../../pipeline/readers/sheet/xlsx/open-xlsx.ts';
import { samplesFolder } from '../../../../support/samples.ts';

const formats = [
  ...['General', '0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%', '0.00E+00', '# ?/?', '# ??/??', 'm/d/yy', 'd-mmm-yy'],
  ...['h:mm AM/PM', 'h:mm:ss', 'm/d/yy h:mm', '#,##0 ;(#,##0)', '#,##0.00;[Red](#,##0.00)', 'mm:ss', '[h]:mm:ss', '@'],
  ...[
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"',
    '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '#,##0.00"万元"',
  ],
  ...[
    '[DBNum1][$-804]General',
    '0.00_);[Red]\\(0.00\\)',
    ';;;',
    '"共"0"项"',
    '@"元"',
    '000000',
    '#,##0,',
    'yyyy-mm-dd',
  ],
  ...['[>100]"大";[<=100]"小"', '[$¥-804]#,##0.00', '#,##0.00_ ;[Red]\\-#,##0.00\\ ', '0.0;;'],
];
const numbers = [0, 1, -1, 0.5, -0.5, 1234.565, -1234567.891, 45000.75, 1e15, 1e-7, 123456789012345, 30000];
const words = ['一、财政拨款', ' 两 边 ', '一行\n两行', '一行\r\n两行', '<&>"', '_x0041_', '𠮷'];

function bookOf(
  sheets: readonly WorkSheet[],
  date1904: boolean,
  hidden: readonly number[],
  bookSST: boolean,
): Uint8Array {
  const book = utils.book_new();
  for (const [index, sheet] of sheets.entries()) utils.book_append_sheet(book, sheet, `表${index + 1}`);
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: sheets.map((_, index) => ({ Hidden: hidden.includes(index) ? 1 : 0 })),
  };
  const written: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST });
  if (!(written instanceof Uint8Array)) throw new TypeError('the workbook was not written as bytes');
  return written;
}

/** Each format with each value. */
function formatted(): WorkSheet {
  const cells = formats.map((z) => [
    ...numbers.map((v): CellObject => ({ t: 'n', v, z })),
    ...words.map((v): CellObject => ({ t: 's', v, z })),
    { t: 'b', v: true, z } satisfies CellObject,
  ]);
  return utils.aoa_to_sheet(cells);
}

/** Cells strewn by a seeded hand, some merged, hidden, calculated. */
function strewn(seed: number): WorkSheet {
  const next = random(seed);
  const at = (length: number) => Math.floor(next() * length);
  const kinds: readonly (() => CellObject)[] = [
    () => ({ t: 'n', v: numbers[at(numbers.length)] ?? 0, z: formats[at(formats.length)] ?? 'General' }),
    () => ({ t: 's', v: words[at(words.length)] ?? '' }),
    () => ({ t: 'n', v: at(100), f: 'SUM(A1:B2)' }),
    () => ({ t: 's', v: '算出', f: '"算"&"出"' }),
    () => ({ t: 'e', v: 7, w: '#DIV/0!' }),
    () => ({ t: 'b', v: at(2) === 1 }),
  ];
  const rows = Array.from({ length: 30 }, () =>
    Array.from({ length: 9 }, () => (at(3) === 0 ? null : (kinds[at(kinds.length)]?.() ?? null))),
  );
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = ['A1:C2', 'D4:D9', 'F12:I12'].map((range) => utils.decode_range(range));
  sheet['!rows'] = rows.map(() => (at(5) === 0 ? { hidden: true } : {}));
  sheet['!cols'] = Array.from({ length: 9 }, () => (at(4) === 0 ? { hidden: true } : {}));
  return sheet;
}

const books: readonly (readonly [string, Uint8Array])[] = [
  ['every format, from 1900', bookOf([formatted()], false, [], true)],
  ['every format, from 1904', bookOf([formatted()], true, [], false)],
  ...Array.from({ length: 12 }, (_, seed): readonly [string, Uint8Array] => [
    `seed ${seed}`,
    bookOf([strewn(seed), strewn(seed + 100), formatted()], seed % 3 === 0, [seed % 3], seed % 2 === 0),
  ]),
  ['the sample', readFileSync(join(samplesFolder, 'formats/hetang-archive-2024-budget.xlsx'))],
];

describe('an xlsx', () => {
  it.each(books)('is read as the library reads it: %s', async (_, bytes) => {
    const sheets = await openXlsx(bytes, 'a.xlsx');
    const expected = openWorkbook(bytes, 'a.xlsx', () => undefined);
    expect(sheets?.map(({ cells }) => cells.length)).toEqual(expected.map(({ cells }) => cells.length));
    expect(sheets).toEqual(expected);
    expect(expected.flatMap(({ cells }) => cells).length).toBeGreaterThan(50);
  });
});
