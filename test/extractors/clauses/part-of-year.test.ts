/** What is told of a part of a year gives no figure of the year. */
import { describe, expect, it } from 'vitest';
import { opensWithPartOfYear } from '../../../extractors/clauses/part-of-year.ts';
import { accounts2023, toldIn, unresolvedIn } from '../../support/prose.ts';

const words = '全县一般公共预算收入完成140万元，为预算的56%，同比增长6.3%。';
const titled = (title: string) => ({ title, sections: [['一般公共预算收支情况', words] as const] });

describe('a report by its title', () => {
  it.each([
    '云溪县2023年上半年财政预算执行情况',
    '云溪县2023年1-5月财政收支情况',
    '2023年前三季度云溪县财政预算执行情况',
  ])('%s: its numbers are no figures, and say why', (title) => {
    expect(toldIn(titled(title))).toEqual([]);
    expect(unresolvedIn(titled(title))).toEqual([['not-explained-here', '140万元']]);
  });

  it.each([
    '云溪县2023年1-12月财政预算执行情况',
    '关于云溪县2023年财政决算和2024年上半年预算执行情况的报告',
  ])('%s: holds figures of a year', (title) => expect(toldIn(titled(title))).toHaveLength(3));
});

describe('a paragraph of a report on a year', () => {
  it.each([
    '1-5月，',
    '（一）2023年上半年，',
    '截至2023年8月底，',
    '二、今年前三季度，',
  ])('that begins with %s', (start) => {
    expect(opensWithPartOfYear(start)).toBe(true);
    const report = { title: '云溪县2023年财政决算', sections: [['收支情况', `${start}${words}`, words] as const] };
    expect(toldIn(report)).toHaveLength(3);
  });

  it.each(['截至2023年12月底，', '2023年，', '1-12月，'])('that begins with %s is of the year', (start) => {
    expect(opensWithPartOfYear(start)).toBe(false);
  });

  it('in a department’s report tells of its own year', () => {
    expect(toldIn(accounts2023(['支出情况', '截至2023年8月底，公务接待费支出5万元。']))).toHaveLength(1);
  });
});
