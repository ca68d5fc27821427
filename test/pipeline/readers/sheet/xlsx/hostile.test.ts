/** Workbooks made to hang or to fill memory: each is refused in one line or read with no more than is on it. */
import { describe, expect, it } from 'vitest';
import { random } from '../../../../../bench/random.ts';
import { readWorkbook } from '../../../../../pipeline/readers/sheet/read-workbook.ts';
import { sheetXml, type XmlParts } from '../../../../support/workbook.ts';

const read = (rows: string, parts: XmlParts = {}) =>
  readWorkbook({ path: 'a.xlsx', file: 'a.xlsx', bytes: sheetXml(rows, parts) }, 'xlsx', () => undefined);

const cell = '<row><c><v>1</v></c></row>';
const xml = (inside: string) => ({ parts: { 'xl/worksheets/sheet1.xml': inside } });
const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const sheet = (value: string, doctype: string) =>
  `<?xml version="1.0"?>${doctype}<worksheet><sheetData><row><c t="str"><v>${value}</v></c></row></sheetData></worksheet>`;

describe('a workbook is refused in one line', () => {
  it.each([
    ['entities that multiply', cell, xml(sheet('&l9;', `<!DOCTYPE w [<!ENTITY l0 "lol">${lol}]>`)), 'damaged'],
    [
      'a file outside it',
      cell,
      xml(sheet('&x;', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')),
      'damaged',
    ],
    ['XML that breaks off', cell, xml('<worksheet><sheetData><row><c><v>1'), 'damaged'],
    ['tags without end', cell, xml('<a>'.repeat(100_000)), 'too-large'],
    ['words that are not there', '<row><c t="s"><v>7</v></c></row>', {}, 'damaged'],
    ['no main part', cell, { parts: { 'xl/workbook.xml': '' } }, 'damaged'],
  ] as const)('for %s', async (_, rows, parts, code) => {
    await expect(read(rows, parts)).rejects.toMatchObject({
      name: 'Refusal',
      code,
      message: expect.stringMatching(/^a\.xlsx: [^\n]{5,300}$/),
    });
  });

  it('for too many cells, as soon as they are too many', async () => {
    const next = random(1);
    // Numbers that do not repeat, so that nothing but the cells themselves tells.
    const block = Array.from({ length: 5000 }, () => `<row><c><v>${next()}</v></c></row>`).join('');
    await expect(read(block.repeat(520))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('cells'),
    });
  }, 60_000);
});

describe('a sheet', () => {
  it('merged over all its places takes no more than what is on it', async () => {
    const merges = Array.from({ length: 20_000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`);
    const layout = await read(`${cell}<row><c><v>1</v></c><c><v>2</v></c></row>${cell}`, {
      after: `<mergeCells><mergeCell ref="A1:XFD1048576"/>${merges.join('')}</mergeCells>`,
    });
    expect(layout.text.length).toBeLessThan(20);
  });

  it('of words strewn over it is no table of all the places between', async () => {
    const name = (column: number): string =>
      (column < 26 ? '' : name(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
    const rows = Array.from(
      { length: 8000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="${name(9000 - i)}${i + 1}"><v>1</v></c><c r="${name(9001 - i)}${i + 1}"><v>2</v></c></row>`,
    );
    const after = `<mergeCells>${rows.map((_, i) => `<mergeCell ref="${name(9000 - i)}${i + 1}:XFD9000"/>`).join('')}</mergeCells>`;
    const layout = await read(rows.join(''), { after });
    expect(layout.blocks.length).toBe(16_001);
  });
});
