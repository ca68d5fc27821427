/** Economic items: lists of bare names after 主要包括, with numbers; some of the names are matters of their own elsewhere. */
import { describe, expect, it } from 'vitest';
import { accounts2023, saidIn, toldIn } from '../../support/prose.ts';

const report = (...paragraphs: readonly string[]) =>
  accounts2023(['一般公共预算财政拨款基本支出决算情况说明', ...paragraphs]);
const told = (...paragraphs: readonly string[]) => toldIn(report(...paragraphs));
const items = (...codes: readonly (readonly [string, string])[]) =>
  codes.map(([code, yuan]) => `expenditure.by_economic ${code} 2023 actual ${yuan}`);

describe('items after 主要包括', () => {
  const personnel = items(
    ['30101', '5000000.00'],
    ['30102', '4000000.00'],
    ['30103', '3500000.00'],
    ['30113', '1500000.00'],
  );
  const list = '基本工资500万元、津贴补贴400万元、奖金350万元、住房公积金150万元。';

  it('are told by name, after the sum of them', () => {
    expect(told(`一般公共预算财政拨款基本支出1,850万元，其中：人员经费1,650万元，主要包括：${list}`)).toEqual([
      'general_public_budget.basic 2023 actual 18500000.00',
      'general_public_budget.personnel 2023 actual 16500000.00',
      ...personnel,
    ]);
  });

  it('are told by name where no sum is', () => {
    expect(told(`人员经费主要包括：${list}`)).toEqual(personnel);
  });

  it('may be parted by commas or semicolons', () => {
    for (const stop of ['，', '；'])
      expect(told(`人员经费主要包括：${list.replaceAll('、', stop)}`)).toEqual(personnel);
  });

  it('may have names that are matters of their own elsewhere, and short or bracketed ones', () => {
    const words =
      '公用经费200万元，主要包括：办公费30万元、水费1万元、维修（护）费8万元、会议费2万元、培训费3万元、公务接待费5万元、工会经费12万元。';
    expect(told(words)).toEqual([
      'general_public_budget.operating 2023 actual 2000000.00',
      ...items(
        ['30201', '300000.00'],
        ['30205', '10000.00'],
        ['30213', '80000.00'],
        ['30215', '20000.00'],
        ['30216', '30000.00'],
        ['30217', '50000.00'],
        ['30228', '120000.00'],
      ),
    ]);
  });

  it('give no figures where they have no numbers', () => {
    expect(told('公用经费200万元，主要包括：办公费、印刷费、差旅费。')).toEqual([
      'general_public_budget.operating 2023 actual 2000000.00',
    ]);
  });
});

describe('classes of them', () => {
  it('are told like other matters', () => {
    expect(told('工资福利支出1,649万元，占89%；商品和服务支出116万元，比上年减少4万元。')).toEqual([
      'expenditure.by_economic 301 2023 actual 16490000.00',
      'expenditure.by_economic 301 2023 actual share 89%',
      'expenditure.by_economic 302 2023 actual 1160000.00',
      'expenditure.by_economic 302 2023 actual change -40000.00',
    ]);
  });

  it('may have codes', () => {
    expect(told('办公费（30201）30万元。')).toEqual(items(['30201', '300000.00']));
  });
});

describe('a number without its unit', () => {
  const words = '公用经费200万元，主要包括：会议费5.25万元，培训费3.60，公务接待费2.40。';

  it('takes the unit of its list', () => {
    expect(told(words)).toEqual([
      'general_public_budget.operating 2023 actual 2000000.00',
      ...items(['30215', '52500.00'], ['30216', '36000.00'], ['30217', '24000.00']),
    ]);
  });

  it('is a finding', () => {
    const said = saidIn(report(words)).filter(([code]) => code === 'unit-inherited');
    expect(said).toEqual([
      ['unit-inherited', '“培训费3.60” prints no unit; taken from its list'],
      ['unit-inherited', '“公务接待费2.40” prints no unit; taken from its list'],
    ]);
  });

  it('is none where it may count or number something, or no amount was told', () => {
    expect(told('公用经费200万元，会议费3，培训费第2.1项。')).toEqual([
      'general_public_budget.operating 2023 actual 2000000.00',
    ]);
    expect(told('会议费5.25，培训费3.60。')).toEqual([]);
  });
});
