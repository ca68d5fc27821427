import { describe, expect, it } from 'vitest';
import { columnsOf, splitLines } from '../../../pipeline/layout/lines.ts';
import { furnitureOf, layoutOf, paragraphsOf, prose } from '../../support/read-string.ts';

describe('lines', () => {
  it('end with LF, CR LF, CR and form feeds alike', () => {
    expect(splitLines('一\r\n二\r三\n四\f五').map(({ text }) => text)).toEqual(['一', '二', '三', '四', '五']);
  });

  it('count the empty lines before them', () => {
    expect(splitLines('一\n\n\n二').map(({ gap }) => gap)).toEqual([0, 2]);
  });

  it('take two columns for a Chinese character', () => {
    expect(columnsOf('共12万元')).toBe(8);
  });

  it('that are parted into columns say so', () => {
    expect(splitLines('一、收入      12.00\n目录……………3\n普通一行').map(({ columned }) => columned)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('paragraphs', () => {
  const body = prose(26, 12);

  it('are joined where only the measure broke them: in words, numbers and 万元', () => {
    const text = `${body}\n${'支'.repeat(20)}出总计为一千\n零五十二点二九万元，${'其'.repeat(10)}他资金合计3.2\n万元。`;
    expect(paragraphsOf(text).at(-1)).toMatch(/出总计为一千零五十二点二九万元，其+他资金合计3\.2万元。$/);
  });

  it('are joined the same when every line is followed by an empty one', () => {
    const doubled = body.replaceAll('\n', '\n\n');
    expect(paragraphsOf(doubled)).toEqual(paragraphsOf(body));
  });

  it('stay one a line in texts that were never broken at a measure', () => {
    const text = ['第一段比较长，'.repeat(20), '一、标题', '第二段。'.repeat(30), '15', '18.7万元'].join('\n');
    expect(paragraphsOf(text)).toEqual(text.split('\n'));
  });

  it('never join the cells of a column: 15 above 18.7万元 is not 1518.7万元', () => {
    expect(paragraphsOf(`${body}\n15\n18.7万元\n40`).slice(-3)).toEqual(['15', '18.7万元', '40']);
  });

  it('do not swallow the heading below a full line', () => {
    const full = `${'收'.repeat(25)}。`;
    expect(paragraphsOf(`${body}\n${full}\n二、支出情况\n${body}`)).toContain('二、支出情况');
  });

  it('join 1304.01万 and 元 wherever the line broke', () => {
    expect(paragraphsOf('行政运行支出 1,304.01 万\n元，与上年持平。')).toEqual([
      '行政运行支出 1,304.01 万元，与上年持平。',
    ]);
  });
});

describe('pages', () => {
  const full = '单价五十万元以上的通用设备和单价一百万元以上的设备共计';

  it('begin at form feeds; numbers at their edges are furniture', () => {
    const text = `${prose(30, 8)}\n- 1 -\f${prose(30, 8)}\n- 2 -`;
    expect(layoutOf(text).pages.length).toBe(2);
    expect(furnitureOf(text)).toEqual(['- 1 -', '- 2 -']);
  });

  it('repeat a running head, which is furniture from the second page on', () => {
    const page = (n: number) => `某某局2024年部门预算\n${prose(30, 8)}\n${n}`;
    expect(furnitureOf([1, 2, 3].map(page).join('\f')).filter((words) => words.includes('某某局')).length).toBe(2);
  });

  it('begin where a lone blank stands before the line, in texts that keep no form feeds', () => {
    const page = prose(26, 20);
    const text = ` ${page}\n ${page}\n ${page}`;
    expect(layoutOf(text).pages.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('leave no number in the middle of a sentence: 设备 / 20 / 0台 is no 200台', () => {
    const text = `${prose(26, 10)}\n${full}\n20\n0台，其他车辆0辆。`;
    expect(paragraphsOf(text).at(-1)).toBe(`${full}0台，其他车辆0辆。`);
    expect(furnitureOf(text)).toEqual(['20']);
  });

  it('are not told by numbers in a column of cells', () => {
    expect(furnitureOf(`${prose(26, 10)}\n指标\n20\n30\n40`)).toEqual([]);
  });

  it('are unknown where nothing marks them', () => {
    expect(layoutOf('一段文字。').pages).toEqual([]);
  });
});
