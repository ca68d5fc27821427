/** A table of numbers of which nothing was understood is told of; one that was read, or holds hardly any, is not. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../../pipeline/understand.ts';
import { layoutOf } from '../../support/read-string.ts';

const told = (title: string, rows: readonly string[]) => {
  const text = ['云溪县水务局2024年部门预算', '', title, '单位：万元', ...rows].join('\n');
  return understand(layoutOf(text), 'a.txt', []).findings.flatMap(({ code, message }) =>
    code === 'table-unknown' ? [message] : [],
  );
};

const tides = ['月份\t高潮\t低潮\t平均', '一月\t1,203.50\t120.10\t661.80', '二月\t1,180.00\t118.25\t649.13'];

describe('a table of no known form', () => {
  it('is told of with its title and how many numbers it holds', () => {
    expect(told('2024年潮汐观测表', tides)).toEqual(['“2024年潮汐观测表”: of no known form, 6 numbers not read']);
  });

  it('is not told of where it holds hardly any', () => {
    expect(told('2024年潮汐观测表', ['月份\t高潮\t备注', '一月\t1,203.50\t无', '二月\t高\t无'])).toEqual([]);
  });

  it('is none where figures or projects were read', () => {
    const items = ['213\t农林水支出\t1,203.50', '21303\t水利\t1,203.50', '2130301\t行政运行\t1,203.50'];
    expect(told('支出预算总表', ['科目编码\t科目名称\t合计', ...items])).toEqual([]);
    const projects = ['水库维修养护\t1,203.50\t保障灌溉', '河道清淤\t802.00\t行洪通畅', '堤防加固\t300.00\t安全度汛'];
    expect(told('项目支出绩效目标表', ['项目名称\t金额\t绩效目标', ...projects])).toEqual([]);
  });
});
