import { describe, expect, it } from 'vitest';
import { isUnit, parseActual, parseTarget, withUnitOf } from '../../normalizers/target-value.ts';

const read = (printed: string) => {
  const { operator, value, unit } = parseTarget(printed);
  return [operator, value, unit];
};

describe('a target', () => {
  it.each([
    ['≥95%', ['≥', '95', '%']],
    ['≧4次', ['≥', '4', '次']],
    ['>=100百分比', ['≥', '100', '百分比']],
    ['＞150.00(家)', ['>', '150.00', '家']],
    ['＝4份', ['=', '4', '份']],
    ['≤560元/人/天', ['≤', '560', '元/人/天']],
    ['≤2，134.87万元', ['≤', '2134.87', '万元']],
    ['≥1.8 万人次', ['≥', '1.8', '万人次']],
    ['≥330台（套）', ['≥', '330', '台（套）']],
    ['≤12月', ['≤', '12', '月']],
  ])('with a sign compares: %s', (printed, expected) => expect(read(printed)).toEqual(expected));

  it.each([
    ['不低于24次', ['≥', '24', '次']],
    ['不少于100人', ['≥', '100', '人']],
    ['60分以上', ['≥', '60', '分']],
    ['90%及以上', ['≥', '90', '%']],
    ['不超过5天', ['≤', '5', '天']],
    ['2小时以内', ['≤', '2', '小时']],
    ['控制在5%以内', ['≤', '5', '%']],
    ['30人左右', ['≈', '30', '人']],
    ['95±2%', ['≈', '95', '%']],
  ])('with words compares: %s', (printed, expected) => expect(read(printed)).toEqual(expected));

  it.each([
    ['100%', ['=', '100', '%']],
    ['19.75', ['=', '19.75', null]],
    ['2940.68', ['=', '2940.68', null]],
    ['0', ['=', '0', null]],
    ['720000册', ['=', '720000', '册']],
    ['5*4=20万元', ['=', '20', '万元']],
  ])('that is a number alone is equal to it: %s', (printed, expected) => expect(read(printed)).toEqual(expected));

  it.each([
    '有效提升',
    '12月底前',
    '5月31日前',
    '2025年12月31日',
    '2025.12.31',
    '每年≥20场',
    '实际支出≤2711880元',
    '至少1次矫正人员的集中活动',
    '文件排版1元/页、印刷0.3元/页',
    '一级事件≤1小时；二级事件≤2小时',
    '12、18、25',
    '达标',
    '高于去年',
    '上限LPR+50BPs',
  ])('in words keeps its print: %s', (printed) => expect(read(printed)).toEqual(['定性', null, null]));

  it('that is missing, or a dash, says nothing', () => {
    expect(parseTarget(null).operator).toBeNull();
    expect(read('—')).toEqual([null, null, null]);
  });

  it('without a unit takes the one that its indicator’s name ends with', () => {
    expect(withUnitOf('考试机位单价(元/小时)', parseTarget('≤19.75')).unit).toBe('元/小时');
    expect(withUnitOf('参会率（%）', parseTarget('100')).unit).toBe('%');
    expect(withUnitOf('业务支撑（大模型平台）', parseTarget('≥5')).unit).toBeNull();
    expect(withUnitOf('参会率（%）', parseTarget('100人')).unit).toBe('人');
  });

  it('is read at once, whatever it is', () => {
    for (const sign of ['1', '(', '=', '1*', '≥', '以上', '，']) expect(parseTarget(sign.repeat(50_000))).toBeDefined();
  });
});

describe('an actual value', () => {
  it('is equal to its number', () =>
    expect(parseActual('98.84%')).toEqual({ operator: '=', value: '98.84', unit: '%' }));
});

describe('a unit', () => {
  it.each(['个', '人次', '万元/年', '元/人天', '平方米', '%'])('is %s', (words) => expect(isUnit(words)).toBe(true));
  it.each(['大模型', '二期', '', '含税'])('is not %s', (words) => expect(isUnit(words)).toBe(false));
});
