import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../pipeline/model/finding.ts';
import { readWorkbook } from '../../../../pipeline/readers/sheet/read-workbook.ts';
import { readDocument } from '../../../../pipeline/run.ts';
import { told } from '../../../support/word.ts';
import { sheetXml, type TestSheet, workbookOf } from '../../../support/workbook.ts';

async function read(bytes: Uint8Array, format: 'xlsx' | 'xls' = 'xlsx') {
  const findings: Finding[] = [];
  const source = { path: `a.${format}`, file: `a.${format}`, sha256: '', bytes };
  return told(await readWorkbook(source, format, (finding) => findings.push(finding)), findings);
}

const statement: TestSheet = {
  name: 'Sheet1',
  rows: [
    ['2024年收支总表'],
    ['部门：栖云县水务局', null, null, '单位：万元'],
    ['收入', null, '支出'],
    ['项目', '预算数', '项目', '预算数'],
    ['一、财政拨款收入', [1234.5, '#,##0.00'], '一、基本支出', [1000, '#,##0.00']],
    ['本年收入合计', [1234.5, '#,##0.00'], '本年支出合计', [1000, '#,##0.00']],
    ['注：本表不含年初结转。'],
  ],
  merged: ['A1:D1', 'A3:B3', 'C3:D3'],
};

describe.each([
  ['xlsx', 'xlsx'],
  ['xls', 'biff8'],
] as const)('a sheet of an %s', (format, bookType) => {
  it('has its title and unit above its table, and its note below', async () => {
    const { layout, paragraphs, tables } = await read(workbookOf([statement], bookType), format);
    expect(paragraphs).toEqual(['2024年收支总表', '部门：栖云县水务局', '单位：万元', '注：本表不含年初结转。']);
    expect(tables[0]?.slice(0, 8)).toEqual([
      ...['0,0 1×2 收入', '0,2 1×2 支出', '1,0 项目', '1,1 预算数', '1,2 项目', '1,3 预算数'],
      ...['2,0 一、财政拨款收入', '2,1 1,234.50'],
    ]);
    const grid = layout.blocks.find((block) => block.kind === 'grid');
    const caption = grid?.kind === 'grid' ? grid.caption : null;
    expect([caption?.title?.value, caption?.unit?.value, caption?.note?.value]).toEqual([
      ...['2024年收支总表', '万元', '注：本表不含年初结转。'],
    ]);
  });

  it('shows numbers as their formats print them', async () => {
    const numbers: readonly (readonly [number, string])[] = [
      [1234.565, '0.00'],
      [0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
      [-1234.5, '#,##0.00_ ;[Red]\\-#,##0.00\\ '],
      [-5, '#,##0.00;[Red]#,##0.00'],
      [12.5, '#,##0.00"万元"'],
      [0.1234, '0.00%'],
      [45000, 'yyyy"年"m"月"'],
      [123, '[$-804]General'],
      [0.30000000000000004, 'General'],
      [1234567890123, 'General'],
    ];
    const { tables } = await read(
      workbookOf([{ name: 'S', rows: numbers.map((number, i) => [`第${i}`, number]) }], bookType),
      format,
    );
    const shown = tables[0]?.filter((cell) => /^\d+,1 /.test(cell)).map((cell) => cell.replace(/^\d+,1 /, ''));
    expect(shown).toEqual([
      ...['1234.57', '-', '-1,234.50', '-5.00', '12.50万元', '12.34%', '2023年3月', '123', '0.3', '1234567890123'],
    ]);
  });

  it('that is hidden, in whole or in part, is read and marked', async () => {
    const rows = [
      ['项目', '数'],
      ['甲', 1],
      ['乙', 2],
    ];
    const sheets = [
      // The library writes no hidden rows into xls.
      { name: '表一', rows, hiddenRows: [1], hiddenColumns: [1] },
      { name: '表二', rows, hidden: true },
    ];
    const { tables, findings, layout } = await read(workbookOf(sheets, bookType), format);
    expect(tables[0]).toEqual(['0,0 项目', '0,1 数', '1,0 甲', '1,1 1', '2,0 乙', '2,1 2']);
    expect(findings.map(({ code, message, span }) => [code, message, span?.page])).toEqual([
      ['cells-hidden', `sheet “表一”: ${format === 'xlsx' ? 'rows 2, ' : ''}columns B hidden, read all the same`, 1],
      ['cells-hidden', 'sheet “表二”: the whole sheet hidden, read all the same', 2],
    ]);
    expect(layout.pages.length).toBe(2);
  });
});

describe('a sheet', () => {
  it('of words only is paragraphs; lines of one cell are lines', async () => {
    const { paragraphs, tables } = await read(
      workbookOf([{ name: '说明', rows: [['一、收支情况'], ['收入12万元。\n支出12万元。']] }]),
    );
    expect(paragraphs).toEqual(['一、收支情况', '收入12万元。', '支出12万元。']);
    expect(tables).toEqual([]);
  });

  it('may hold several tables one below the other; rows of a lone label stay in theirs', async () => {
    const rows = [['表一'], ['项目', '数'], ['一、甲'], ['（一）乙', 1], [], ['表二'], ['项目', '数'], ['丙', 2]];
    const { paragraphs, tables } = await read(workbookOf([{ name: 'S', rows }]));
    expect(paragraphs).toEqual(['表一', '表二']);
    expect(tables).toEqual([
      ['0,0 项目', '0,1 数', '1,0 一、甲', '1,1', '2,0 （一）乙', '2,1 1'],
      ['0,0 项目', '0,1 数', '1,0 丙', '1,1 2'],
    ]);
  });

  it('without a title of its own is told by its name', async () => {
    const rows = [
      ['项目', '数'],
      ['甲', 1],
    ];
    const { paragraphs } = await read(
      workbookOf([
        { name: '收支总表', rows },
        { name: 'Sheet2', rows },
      ]),
    );
    expect(paragraphs).toEqual(['收支总表']);
  });

  it('gives the stored values of formulas, and says where there are none', async () => {
    const formula = { t: 'n', f: 'B1+1' } as const;
    const { tables, findings } = await read(
      workbookOf([
        {
          name: 'S',
          rows: [
            ['甲', 1],
            ['乙', { ...formula, v: 2 }],
            ['丙', formula],
          ],
        },
      ]),
    );
    expect(tables[0]).toEqual(['0,0 甲', '0,1 1', '1,0 乙', '1,1 2']);
    expect(findings.map(({ code }) => code)).toEqual(['formula-unread']);
  });

  it('that says it is a million rows long takes no more than what is on it', async () => {
    const far = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>',
    );
    const { tables } = await read(far);
    expect(tables[0]).toEqual(['0,0 1', '0,1 2', '0,2', '1,0 3', '1,1', '1,2 4']);
  });
});

describe('a workbook', () => {
  it.each(['xlsm', 'xlsb'] as const)('saved as %s is read like an xlsx', async (bookType) => {
    const [other, xlsx] = [await read(workbookOf([statement], bookType)), await read(workbookOf([statement]))];
    expect([other.paragraphs, other.tables]).toEqual([xlsx.paragraphs, xlsx.tables]);
  });

  it('of a very long list is read to its end', async () => {
    const rows = Array.from({ length: 70_000 }, (_, i) => `<row><c><v>${i}</v></c><c><v>${i}.5</v></c></row>`);
    const bytes = sheetXml(rows.join(''));
    const { tables, outline } = await readDocument({ path: 'a.xlsx', file: 'a.xlsx', sha256: '', bytes });
    const [grid] = outline.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'grid'));
    expect([tables.size, grid?.kind === 'grid' ? grid.rows : 0]).toEqual([0, 70_000]);
  }, 60_000);
});

describe('a workbook that is none', () => {
  it('of ten million rows: one clear line', async () => {
    const bytes = sheetXml('<row><c><v>1</v></c></row>'.repeat(10_000_000));
    await expect(read(bytes)).rejects.toMatchObject({ name: 'Refusal', code: 'too-large' });
  });

  it.each([
    ['cut off', workbookOf([statement]).subarray(0, 2000), 'xlsx', 'damaged'],
    ['cut off, old', workbookOf([statement], 'biff8').subarray(0, 600), 'xls', 'damaged'],
    ['without words', workbookOf([{ name: 'S', rows: [] }]), 'xlsx', 'empty'],
  ] as const)('%s: one clear line', async (_, bytes, format, code) => {
    await expect(read(bytes, format)).rejects.toMatchObject({
      name: 'Refusal',
      code,
      message: expect.stringMatching(/^a\.xlsx?: [^\n]+$/),
    });
  });
});
