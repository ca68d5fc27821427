import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../support/read-string.ts';
import { told } from '../../support/word.ts';

const read = (...lines: readonly string[]) => told(layoutOf(lines.join('\n')), []);

describe('rows of a text whose cells are parted by tabs', () => {
  it('are a table, with the lines above as its caption and not in it', () => {
    const { layout, tables, paragraphs } = read(
      ...['收支总表\t\t\t', '部门：栖云县水务局\t\t\t单位：万元', '收入\t\t支出\t', '项目\t预算数\t项目\t预算数'],
      ...['财政拨款\t12.50\t基本支出\t"1,200.00 "', '合计\t12.50\t\t', '注：不含结转。\t\t\t', '后文。'],
    );
    expect(tables).toEqual([
      [
        ...['0,0 1×2 收入', '0,2 1×2 支出', '1,0 项目', '1,1 预算数', '1,2 项目', '1,3 预算数'],
        ...['2,0 财政拨款', '2,1 12.50', '2,2 基本支出', '2,3 1,200.00', '3,0 合计', '3,1 12.50', '3,2', '3,3'],
      ],
    ]);
    expect(paragraphs.map((words) => words.replace(/\t+/g, ' '))).toEqual([
      ...['收支总表', '部门：栖云县水务局 单位：万元', '注：不含结转。', '后文。'],
    ]);
    const grid = layout.blocks.find((block) => block.kind === 'grid');
    const caption = grid?.kind === 'grid' ? grid.caption : null;
    expect([caption?.title?.value, caption?.unit?.value, caption?.note?.value]).toEqual([
      '收支总表',
      '万元',
      '注：不含结转。',
    ]);
  });

  it('may begin with empty cells, and end where the tabs are others', () => {
    const { tables } = read('科目\t名称\t数', '201\t甲\t1.00', '\t合计\t1.00', '一\t二', '三\t四');
    expect(tables).toEqual([
      ['0,0 科目', '0,1 名称', '0,2 数', '1,0 201', '1,1 甲', '1,2 1.00', '2,0', '2,1 合计', '2,2 1.00'],
    ]);
  });

  it('are a table of names with an amount each, no list of chapters with their pages', () => {
    const { tables } = read(
      '“三公”经费表',
      '项目\t预算数',
      '合计\t12.00',
      '公务接待费\t4.00',
      '会议费\t8.00',
      '后文。',
    );
    expect(tables.map((cells) => cells.length)).toEqual([8]);
    expect(read('目录', '第一部分\t1', '第二部分\t3', '第三部分\t12', '第四部分\t15').tables).toEqual([]);
    expect(read('单价\t12.00', '数量\t3.00', '后文。').tables).toEqual([]);
  });

  it('have heads over two and three rows, which end where others begin', () => {
    const { tables } = read(
      ...[
        '项目\t\t本年收入合计\t预算数\t\t\t',
        '编码\t名称\t\t合计\t公务用车\t\t公务接待费',
        '\t\t\t\t购置费\t运行费\t',
      ],
      ...['201\t甲\t1.00\t2.00\t3.00\t4.00\t5.00', '202\t乙\t1.00\t2.00\t3.00\t4.00\t5.00'],
    );
    expect(tables[0]?.filter((cell) => /\d×/.test(cell))).toEqual([
      '0,0 1×2 项目',
      '0,3 1×4 预算数',
      '1,4 1×2 公务用车',
    ]);
  });

  it.each([
    ['a table of contents', ['第一部分\t概况\t1']],
    ['entries of contents', ['第一部分 概况\t1', '第二部分 报表\t3', '第三部分 说明\t9']],
    ['indented lines', ['\t\t甲', '\t\t乙', '\t\t丙']],
  ])('are none: %s', (_, lines) => {
    expect(read(...lines).tables).toEqual([]);
  });
});
