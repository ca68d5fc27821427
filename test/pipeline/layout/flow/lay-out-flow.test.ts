/** Paragraphs and tables in order → a layout: one text, every word in one block, captions from the lines around a table. */
import { describe, expect, it } from 'vitest';
import { layOutFlow } from '../../../../pipeline/layout/flow/lay-out-flow.ts';
import type { FlowCell, FlowItem, FlowTable } from '../../../../pipeline/model/flow.ts';
import type { Grid, Layout } from '../../../../pipeline/model/layout.ts';

const paragraph = (text: string): FlowItem => ({ kind: 'paragraph', text });

function table(...rows: readonly (readonly string[])[]): FlowTable {
  const cells = rows.flatMap((row, r) =>
    row.map(
      (text, col): FlowCell => ({ row: r, col, rowSpan: 1, colSpan: 1, lines: text === '' ? [] : text.split('\n') }),
    ),
  );
  return { kind: 'table', rows: rows.length, columns: rows[0]?.length ?? 0, cells };
}

const gridsOf = ({ blocks }: Layout): readonly Grid[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));

describe('a document without printed pages', () => {
  const items = [
    paragraph('云溪县水务局2023年度部门决算'),
    paragraph('收入决算表'),
    paragraph('公开02表'),
    paragraph('单位：万元'),
    table(['项目', '预算数'], ['基本\n支出', '1.50'], ['项目支出', '']),
    paragraph('注：本表反映本年收入。'),
    { kind: 'furniture', role: 'page-number', text: '1' } as const,
  ];
  const layout = layOutFlow([{ items }], 'docx');

  it('is one text with a line a paragraph and row, a tab between cells', () => {
    expect(layout.text).toBe(
      '云溪县水务局2023年度部门决算\n收入决算表\n公开02表\n单位：万元\n项目\t预算数\n基本\n支出\t1.50\n项目支出\t\n注：本表反映本年收入。\n1\n',
    );
    expect(layout.pages).toEqual([]);
  });

  it('has every word in exactly one block, at its place', () => {
    const places = layout.blocks.flatMap((block) => {
      if (block.kind === 'furniture') return [block.span];
      if (block.kind === 'paragraph') return block.passage.spans;
      return block.cells.flatMap(({ passage }) => passage?.spans ?? []);
    });
    expect(places.map(({ start, end }) => layout.text.slice(start, end)).join('|')).toBe(
      '云溪县水务局2023年度部门决算|收入决算表|公开02表|单位：万元|项目|预算数|基本|支出|1.50|项目支出|注：本表反映本年收入。|1',
    );
    const printed = layout.text.replace(/\s/g, '').length;
    expect(places.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(printed);
    expect(layout.boxOf({ start: 0, end: 1, page: null })).toBeNull();
  });

  it('has captions from the lines above and below a table', () => {
    const caption = gridsOf(layout)[0]?.caption;
    expect([caption?.title?.value, caption?.number?.value, caption?.unit?.value, caption?.note?.value]).toEqual([
      '收入决算表',
      '公开02表',
      '万元',
      expect.stringContaining('本表反映本年收入'),
    ]);
  });

  it('reads a unit in a cell above the header, and takes no caption from beyond the table before', () => {
    const second: FlowTable = {
      ...table(['', '单位：元'], ['项目', '金额'], ['合计', '3']),
    };
    const [, grid] = gridsOf(layOutFlow([{ items: [...items, second] }], 'html'));
    expect(grid?.caption.unit?.value).toBe('元');
    expect(grid?.caption.title).toBeNull();
  });

  it('has a page for each of several parts', () => {
    const two = layOutFlow([{ items: [paragraph('收入表')] }, { items: [table(['甲', '1'], ['乙', '2'])] }], 'xlsx');
    expect(two.pages).toEqual([
      { number: 1, start: 0, end: 4, width: null, height: null },
      { number: 2, start: 4, end: 12, width: null, height: null },
    ]);
    expect(gridsOf(two)[0]?.cells.map(({ page }) => page)).toEqual([2, 2, 2, 2]);
    expect(gridsOf(two)[0]?.caption.title).toBeNull();
  });
});
