import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { economicItems, functionItems, itemKey } from '../../normalizers/classification.ts';
import { readVocabulary } from '../../normalizers/vocab/read.ts';

describe('an item’s names', () => {
  it.each([
    ['2130301', '行政运行'],
    ['21303', '水利'],
    ['213', '农林水支出'],
    ['2080505', '机关事业单位基本养老保险缴费支出'],
    ['2210201', '住房公积金'],
    ['2240106', '安全监管'],
  ])('%s is %s', (code, name) => expect(functionItems().namesOf(code, 2024)[0]).toBe(name));

  it.each([
    ['30101', '基本工资'],
    ['30231', '公务用车运行维护费'],
    ['310', '资本性支出'],
    ['50101', '工资奖金津补贴'],
  ])('%s is %s, an economic item', (code, name) => expect(economicItems().namesOf(code, 2024)[0]).toBe(name));

  it('are those of the year: classes and items were renamed in 2019', () => {
    expect(functionItems().namesOf('210', 2024)).toEqual(['卫生健康支出']);
    expect(functionItems().namesOf('210', 2018)).toContain('医疗卫生与计划生育支出');
    expect(economicItems().namesOf('310', 2024)).toContain('资本性支出');
    expect(functionItems().namesOf('224', 2018)).toEqual([]);
    expect(functionItems().namesOf('224', 2019)).toEqual(['灾害防治及应急管理支出']);
  });

  it('are all there ever were where the year is unknown', () => {
    expect(functionItems().namesOf('210', null)).toEqual(
      expect.arrayContaining(['卫生健康支出', '医疗卫生', '医疗卫生与计划生育支出']),
    );
  });

  it('are none for a code that is no item’s', () => {
    for (const code of ['', '2', '999', '2139999999', '30101']) expect(functionItems().namesOf(code, 2024)).toEqual([]);
    expect(economicItems().namesOf('2130301', 2024)).toEqual([]);
  });
});

describe('the codes that bear a name', () => {
  it('are all of them, shortest first', () => {
    expect(functionItems().codesOf('其他支出', 2024)).toEqual(['229', '22999', '2020799', '2299999']);
    const running = functionItems().codesOf('行政运行', 2024);
    expect(running).toContain('2130301');
    expect(running.length).toBeGreaterThan(50);
  });

  it('are those of the year', () => {
    expect(functionItems().codesOf('医疗卫生与计划生育支出', 2016)).toEqual(['210']);
    expect(functionItems().codesOf('医疗卫生与计划生育支出', 2024)).toEqual([]);
    expect(functionItems().codesOf('卫生监督机构', 2024)).toEqual(['2100402']);
    expect(functionItems().codesOf('信访事务', 2023)).not.toContain('20140');
    expect(functionItems().codesOf('信访事务', 2024)).toContain('20140');
  });

  it('are of departments and of the government, in one list', () => {
    expect(economicItems().codesOf('工资福利支出', 2024)).toEqual(['301', '50501']);
    expect(economicItems().codesOf('住房公积金', 2024)).toEqual(['30113', '50103']);
  });

  it('are found however layout and habit print it', () => {
    for (const name of ['维修（护）费', '维修(护)费', ' 维 修（护）费', '维修(护)费（款）'])
      expect(economicItems().codesOf(name, 2024), name).toContain('30213');
    for (const name of ['社会保障和就业支出（类）', '社会保障和\n就业支出'])
      expect(functionItems().codesOf(name, 2024), name).toEqual(['208']);
    expect(functionItems().codesOf('两庭建设', null)).toEqual(functionItems().codesOf('“两庭”建设', null));
    expect(functionItems().codesOf('两庭建设', null)).not.toEqual([]);
  });

  it('are none for words that are no item’s', () => {
    for (const name of ['', '火星探测', '卫生', '合计']) expect(functionItems().codesOf(name, 2024), name).toEqual([]);
  });

  it('give the name back', () => {
    for (const items of [functionItems(), economicItems()]) {
      for (const name of ['水利', '办公费', '基本工资', '住房公积金']) {
        for (const code of items.codesOf(name, 2024)) expect(items.namesOf(code, 2024).map(itemKey)).toContain(name);
      }
    }
  });
});

describe('the lists', () => {
  const optional = z.string().transform((digits) => (digits === '' ? null : Number(digits)));
  const row = z.object({ code: z.string(), name: z.string(), since: optional, until: optional });
  const lists = ['function-codes.csv', 'economic-codes.csv'].map((file) => ({ file, rows: readVocabulary(file, row) }));
  /** Nothing at hand printed the names of these: their items stand in no list of their own. */
  const nameless = ['20131', '20707', '20826', '218', '228', '305', '306', '308'];

  it.each(lists)('$file: codes of 3, 5 or 7 digits, each inside one that is listed', ({ rows }) => {
    const codes = new Set(rows.map(({ code }) => code));
    expect(rows.filter(({ code }) => !/^[235]\d\d(?:\d\d){0,2}$/.test(code))).toEqual([]);
    const orphans = [...codes].filter((code) => code.length > 3 && !codes.has(code.slice(0, -2)));
    expect(orphans.filter((code) => !nameless.includes(code.slice(0, -2)))).toEqual([]);
  });

  it.each(lists)('$file: a code has a name once, and begins before it ends', ({ rows }) => {
    const names = rows.map(({ code, name }) => `${code} ${itemKey(name)}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(rows.filter(({ since, until }) => since !== null && until !== null && since > until)).toEqual([]);
  });
});
