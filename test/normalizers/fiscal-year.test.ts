import { describe, expect, it } from 'vitest';
import { yearsIn } from '../../normalizers/fiscal-year.ts';

describe('years in a text', () => {
  it.each<[string, ...(readonly [number, number])[]]>([
    ['2023年', [2023, 0]],
    ['2023 年度部门决算', [2023, 0]],
    ['２０２３年', [2023, 0]],
    ['2023\n年度', [2023, 0]],
    ['某县二〇二三年决算', [2023, 2]],
    ['二○二三年', [2023, 0]],
    ['二零二三年', [2023, 0]],
    ['一九九九年', [1999, 0]],
    ['2021-2023年', [2021, 0], [2023, 5]],
    ['2021—2023年', [2021, 0], [2023, 5]],
    ['2023年和2024年预算', [2023, 0], [2024, 6]],
    ['1.2023年部门收支', [2023, 2]],
    ['（1）2023年', [2023, 3]],
  ])('%j names them in order', (text, ...years) => {
    expect(yearsIn(text).map(({ year, at }) => [year, at])).toEqual(years);
  });

  it.each([
    '',
    '2023',
    '12023年',
    '20235年',
    '3.5.2023年',
    '1979年',
    '2050年',
    '二〇二年',
    '一九年',
    '财预〔2023〕14号',
    '2023元',
  ])('%j names none', (text) => expect(yearsIn(text)).toEqual([]));
});
