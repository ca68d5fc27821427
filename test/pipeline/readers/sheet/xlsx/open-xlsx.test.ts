import { describe, expect, it } from 'vitest';
import { openXlsx } from '../../../../../pipeline/readers/sheet/xlsx/open-xlsx.ts';
import { sheetXml, type XmlParts } from '../../../../support/workbook.ts';

async function read(rows: string, parts: XmlParts = {}) {
  const [sheet] = (await openXlsx(sheetXml(rows, parts), 'a.xlsx')) ?? [];
  if (sheet === undefined) throw new Error('no sheet was read');
  return { ...sheet, told: sheet.cells.map(({ row, col, lines }) => `${row},${col} ${lines.join('|')}`) };
}

const styled = (...codes: readonly (string | number)[]) =>
  `<numFmts>${codes.map((code, i) => (typeof code === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>` : '')).join('')}</numFmts>
  <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
  <cellXfs>${codes.map((code, i) => `<xf numFmtId="${typeof code === 'string' ? 200 + i : code}"/>`).join('')}</cellXfs>`;

describe('cells', () => {
  it('stand where they say, else right of the one before, rows below the one before', async () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="E4"><v>4</v></c></row><row r="9"/><row><c t="str"><v>末</v></c></row>';
    expect((await read(rows)).told).toEqual(['2,1 1', '2,2 2', '3,0 3', '3,4 4', '9,0 末']);
  });

  it('told of out of order are put in order; of two at one place the last counts', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>';
    expect((await read(rows)).told).toEqual(['0,0 4', '1,0 2', '1,1 1']);
  });

  it('hold shared words, rich ones with all their runs and without readings', async () => {
    const strings =
      '<si><t xml:space="preserve">甲 </t></si><si><r><rPr><b/></rPr><t>收入</t></r><r><t>合计</t></r><rPh sb="0" eb="1"><t>shou</t></rPh><phoneticPr fontId="1"/></si><si><t>上_x000D_下_x005F_x</t></si><si/>';
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>';
    expect((await read(rows, { strings })).told).toEqual(['0,0 甲', '0,1 收入合计', '0,2 上|下_x']);
  });

  it('hold words of their own, results of formulas, errors, truths, dates', async () => {
    const rows = `<row><c t="inlineStr"><is><r><t>里</t></r><r><t>面</t></r><rPh><t>x</t></rPh></is></c><c t="str"><f>A1</f><v>算出</v></c>
      <c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="d" s="1"><v>2024-03-15</v></c><c t="d" s="2"><v>2024-03-15T08:05:00</v></c><c t="d" s="2"><v>08:05:00</v></c></row>`;
    expect((await read(rows, { styles: styled('0', 'yyyy-mm-dd', 'hh:mm') })).told).toEqual([
      ...['0,0 里面', '0,1 算出', '0,2 #N/A', '0,3 TRUE', '0,4 2024-03-15', '0,5 08:05', '0,6 08:05'],
    ]);
  });

  it('with a formula whose value is not stored are counted', async () => {
    const rows =
      '<row><c><f>B1</f></c><c><f t="shared" si="0"/></c><c><f>1</f><v></v></c><c><f>1</f><v>0</v></c><c s="3"/><c t="str"><f>""</f></c></row>';
    const { told, unreadFormulas } = await read(rows);
    expect([told, unreadFormulas]).toEqual([['0,3 0'], 3]);
  });

  it('show numbers by formats that the file writes out and by those every program knows', async () => {
    const numbers = [3, 1234.5, -1234.5, 0.125, 45000, 45000, 45000, 7].map((v, s) => `<c s="${s}"><v>${v}</v></c>`);
    const styles = styled('&quot;共&quot;0&quot;项&quot;', 4, 40, 10, 14, 31, 57, 999);
    expect((await read(`<row>${numbers.join('')}</row>`, { styles })).told).toEqual([
      ...['0,0 共3项', '0,1 1,234.50', '0,2 (1,234.50)', '0,3 12.50%', '0,4 2023/3/15', '0,5 2023年3月15日'],
      ...['0,6 2023年3月', '0,7 7'],
    ]);
  });

  it('count days from 1904 where the workbook does', async () => {
    const rows = '<row><c s="0"><v>43538</v></c></row>';
    const parts = { styles: styled('yyyy-mm-dd'), book: '<workbookPr date1904="1"/>' };
    expect((await read(rows, parts)).told).toEqual(['0,0 2023-03-15']);
  });

  it('of zero are blank where the sheet shows no zeros', async () => {
    const rows = '<row><c><v>0</v></c><c><v>0.5</v></c><c t="str"><v>0</v></c></row>';
    const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    expect((await read(rows, { before })).told).toEqual(['0,1 0.5', '0,2 0']);
  });
});

describe('a sheet', () => {
  it('has hidden rows and columns, of those that hold words', async () => {
    const before = '<cols><col min="2" max="16384" hidden="1"/><col min="3" max="3" hidden="0"/></cols>';
    const rows =
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3"><c r="C3"><v>1</v></c></row>';
    const { hiddenRows, hiddenColumns } = await read(rows, { before });
    expect([hiddenRows, hiddenColumns]).toEqual([[0], [1]]);
  });

  it('has merged ranges, whole columns and rows too', async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="E:E"/><mergeCell ref="7:7"/><mergeCell ref="?"/></mergeCells>';
    expect((await read('<row><c><v>1</v></c></row>', { after })).merged).toEqual([
      { top: 0, left: 0, bottom: 1, right: 2 },
      { top: 0, left: 4, bottom: 1_048_575, right: 4 },
      { top: 6, left: 0, bottom: 6, right: 16_383 },
    ]);
  });

  it('is told apart from what extensions say in the same words', async () => {
    const before =
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x"><row r="9"><c r="A9"><v>9</v></c></row></mc:Choice></mc:AlternateContent>';
    const after =
      '<extLst><ext><x14:sparkline xmlns:x14="x"><xm:f>S!A1</xm:f><c><v>8</v></c></x14:sparkline></ext></extLst>';
    const rows = '<row><c><v>1</v><extLst><ext><v>7</v></ext></extLst></c></row>';
    expect((await read(rows, { before, after })).told).toEqual(['0,0 1']);
  });

  it('is read in the strict namespace, with prefixes, in UTF-16', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const sheet = `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>严格</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const parts = {
      'xl/workbook.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="S" sheetId="1" r:id="r1" state="veryHidden"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${strict}/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    };
    for (const part of [sheet, Buffer.from(`\ufeff${sheet}`, 'utf16le')]) {
      const { told, hidden } = await read('', { parts: { ...parts, 'xl/worksheets/sheet1.xml': part } });
      expect([told, hidden]).toEqual([['0,0 严格'], true]);
    }
  });
});
