/** Tables over the end of a page: heads that it breaks, captions that it parts; doubled rules that look like columns. */
import { describe, expect, it } from 'vitest';
import { gridSettings } from '../../../pipeline/layout/grid/settings.ts';
import { draftPage } from '../../../pipeline/layout/pages/draft-page.ts';
import { layOutPages } from '../../../pipeline/layout/pages/lay-out-pages.ts';
import type { PrintedPage } from '../../../pipeline/model/printed-page.ts';
import { printedPage } from '../../support/printed-pages.ts';

function tablesOf(...pages: readonly PrintedPage[]) {
  const { blocks } = layOutPages(
    pages.map((page) => draftPage(page, gridSettings)),
    'pdf',
  );
  return blocks.flatMap((block) =>
    block.kind !== 'grid'
      ? []
      : [
          {
            title: block.caption.title?.value ?? null,
            cells: block.cells.map(({ row, col, rowSpan, colSpan, passage }) =>
              [row, col, `${rowSpan}×${colSpan}`, passage?.text ?? ''].join(' '),
            ),
          },
        ],
  );
}

const words = (y: number, text: string) => ({ x: 50, y, text });

describe('a head that the page’s end breaks', () => {
  const head = { xs: [50, 130, 190, 231, 400], top: 740, rows: [['科目', null, '一般公', '事业收入']] };
  const rest = {
    xs: [50, 130, 190, 231, 320, 400],
    top: 40,
    rows: [
      ['科目编码', '科目名称', '共预算', '金额', '教育收费'],
      ['213', '农林水', '8.00', '1.00', ''],
    ],
  };

  it('is one head, with the words that go on made whole', () => {
    const first = printedPage(1, [words(720, '部门收入总表')], [head]);
    const [table, ...more] = tablesOf(first, printedPage(2, [], [rest]));
    expect(more).toEqual([]);
    expect(table).toEqual({
      title: '部门收入总表',
      cells: [
        '0 0 1×2 科目',
        '0 2 2×1 一般公共预算',
        '0 3 1×2 事业收入',
        '1 0 1×1 科目编码',
        '1 1 1×1 科目名称',
        '1 3 1×1 金额',
        '1 4 1×1 教育收费',
        '2 0 1×1 213',
        '2 1 1×1 农林水',
        '2 2 1×1 8.00',
        '2 3 1×1 1.00',
        '2 4 1×1 ',
      ],
    });
  });

  it('is none where numbers stand above', () => {
    const filled = { ...head, rows: [['213', null, '8.00', '1.00']] };
    expect(tablesOf(printedPage(1, [], [filled]), printedPage(2, [], [rest]))).toHaveLength(2);
  });
});

describe('a caption that the page’s end parts', () => {
  const table = {
    xs: [50, 250, 400],
    top: 80,
    rows: [
      ['项目', '预算数'],
      ['合计', '8.00'],
    ],
  };

  it('is whole', () => {
    const first = printedPage(1, [words(300, '本部门管理全县水利。'), words(770, '项目支出情况表')]);
    const [found] = tablesOf(first, printedPage(2, [words(60, '单位：万元')], [table]));
    expect(found?.title).toBe('项目支出情况表');
  });

  it('takes nothing from above the table before', () => {
    const before = { ...table, top: 740 };
    const first = printedPage(1, [words(720, '收支总表')], [{ ...before, rows: [['项目', '决算数']] }]);
    const [, found] = tablesOf(first, printedPage(2, [words(60, '单位：万元')], [table]));
    expect(found?.title).toBeNull();
  });
});

describe('doubled rules', () => {
  it.each([
    ['within the reach of one rule', 2.5],
    ['farther apart', 5],
  ])('are one border of columns: %s', (_, gap) => {
    const extra = [{ direction: 'vertical', at: 250 + gap, from: 80, to: 120 } as const];
    const page = printedPage(
      1,
      [],
      [
        {
          xs: [50, 250, 400],
          top: 80,
          rows: [
            ['项目', ' 预算数'],
            ['合计', ' 8.00'],
          ],
          extra,
        },
      ],
    );
    const [table] = tablesOf(page);
    expect(table?.cells).toEqual(['0 0 1×1 项目', '0 1 1×1 预算数', '1 0 1×1 合计', '1 1 1×1 8.00']);
  });

  it('do not split where three stand close together', () => {
    const rules = [247.5, 249, 250.7].map((at) => ({ direction: 'vertical', at, from: 80, to: 120 }) as const);
    const page = printedPage(
      1,
      [],
      [
        {
          xs: [50, 250, 400],
          top: 80,
          rows: [
            ['项目', ' 预算数'],
            ['合计', ' 8.00'],
          ],
          extra: rules,
        },
      ],
    );
    expect(tablesOf(page)[0]?.cells).toHaveLength(4);
  });
});

describe('a table that goes on overleaf with fewer borders', () => {
  const table = {
    xs: [50, 130, 210, 290, 400],
    top: 700,
    rows: [
      ['类', '款', '名称', '合计'],
      ['213', '03', '水利', '8.00'],
    ],
  };

  it('is one where its rows of amounts go on', () => {
    const rest = { xs: [50, 210, 290, 400], top: 40, rows: [['合计', '', '9.00']] };
    const [found, ...more] = tablesOf(printedPage(1, [], [table]), printedPage(2, [], [rest]));
    expect(more).toEqual([]);
    expect(found?.cells.slice(-3)).toEqual(['2 0 1×2 合计', '2 2 1×1 ', '2 3 1×1 9.00']);
  });

  it('is another where it begins with heads, or is not as wide', () => {
    const headed = {
      xs: [50, 210, 290, 400],
      top: 40,
      rows: [
        ['单位', '人数', '金额'],
        ['本级', '3', '9.00'],
      ],
    };
    expect(tablesOf(printedPage(1, [], [table]), printedPage(2, [], [headed]))).toHaveLength(2);
    const narrow = { xs: [50, 210, 290], top: 40, rows: [['213', '9.00']] };
    expect(tablesOf(printedPage(1, [], [table]), printedPage(2, [], [narrow]))).toHaveLength(2);
  });
});
