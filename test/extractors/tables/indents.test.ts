/** Lists of items without codes: the blanks before a name tell its level, and so whose part it is. */
import { describe, expect, it } from 'vitest';
import { layOutFlow } from '../../../pipeline/layout/flow/lay-out-flow.ts';
import { understand } from '../../../pipeline/understand.ts';

const rows = [
  ['科目名称', '2024年预算数'],
  ['一般公共服务支出', '143'],
  ['　人大事务', '100'],
  ['　　行政运行', '80'],
  ['　　本地自设事项', '20'],
  ['　政协事务', '43'],
  ['　　行政运行', '43'],
];

const reading = understand(
  layOutFlow(
    [
      {
        items: [
          { kind: 'paragraph', text: '云溪县2024年一般公共预算支出预算表' },
          { kind: 'paragraph', text: '单位：万元' },
          {
            kind: 'table',
            rows: rows.length,
            columns: 2,
            cells: rows.flatMap((cells, row) =>
              cells.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, lines: [text] })),
            ),
          },
        ],
      },
    ],
    'docx',
  ),
  'budget.docx',
  [],
);

describe('a list of items without codes', () => {
  const figures = [...reading.tables.values()].flatMap((table) => table.figures);

  it('gives each item its code by name and level, and none to a name that is not known', () => {
    expect(figures.map(({ function: item }) => [item?.code, item?.name])).toEqual([
      ['201', '一般公共服务支出'],
      ['20101', '人大事务'],
      ['2010101', '行政运行'],
      [null, '本地自设事项'],
      ['20102', '政协事务'],
      ['2010201', '行政运行'],
    ]);
  });

  it('does not check a sum one of whose items has no code', () => {
    const sums = reading.verdicts.filter(({ rule }) => rule === 'hierarchy.function');
    expect(sums.map(({ status, stated }) => [status, stated])).toEqual([
      ['skipped', null],
      ['skipped', null],
      ['pass', '430000.00'],
    ]);
  });
});
