/** What is listed after 其中 adds up, unless it says that it is not all. */
import { describe, expect, it } from 'vitest';
import { checkLists } from '../../../pipeline/verify/prose-lists.ts';
import { type Meaning, namedBy, paragraph, saidBy, type Told } from '../../support/figures.ts';

function lists(text: string, ...told: readonly Told[]) {
  const { figures, unread } = paragraph(text, ...told);
  return checkLists(figures, unread);
}
const whole: Meaning = { concept: 'general_public_budget.expenditure', stated: '一般公共预算支出' };
const of = (code: string): Meaning => ({ ...whole, function: code, stated: code });
const spent = (text: string, second = '66.00万元') =>
  lists(text, ['100.00万元', whole], ['34.00万元', of('208')], [second, of('210')]);

describe('a list after 其中', () => {
  it('that adds up passes', () =>
    expect(saidBy(spent('支出100.00万元，其中：社会保障34.00万元，卫生健康66.00万元。'))).toEqual([
      'sum.list exact: 1000000.00 / 1000000.00',
    ]));

  it('that does not fails, the whole named first', () => {
    const verdicts = spent('支出100.00万元，其中：社会保障34.00万元，卫生健康65.00万元。', '65.00万元');
    expect(saidBy(verdicts)).toEqual(['sum.list off: 1000000.00 / 990000.00']);
    expect(namedBy(verdicts)).toEqual([['100.00万元', '34.00万元', '65.00万元']]);
    expect(verdicts[0]?.message).toBe('一般公共预算支出为1000000.00元，其中各项之和为990000.00元，相差10000.00元');
  });

  it('of extents, kinds and sources is one too', () => {
    const total: Meaning = { concept: 'expenditure.current_year', stated: '支出' };
    const text = '支出9.00万元，其中：基本支出5.00万元，项目支出3.00万元。';
    const parts: readonly Told[] = [
      ['5.00万元', { ...total, concept: 'expenditure.basic' }],
      ['3.00万元', { ...total, concept: 'expenditure.project' }],
    ];
    expect(saidBy(lists(text, ['9.00万元', total], ...parts))).toEqual(['sum.list off: 90000.00 / 80000.00']);
  });

  it('of people and things counts them', () => {
    const staff: Meaning = { concept: 'staff.establishment', measure: 'count', stated: '编制' };
    const text = (sum: string) => `核定编制${sum}，其中行政编制14名，事业编制34名。`;
    const counted = (sum: string) => lists(text(sum), [sum, staff], ['14名', staff], ['34名', staff]);
    expect(saidBy(counted('48名'))).toEqual(['sum.list exact: 48.00 / 48.00']);
    expect(saidBy(counted('84名'))).toEqual(['sum.list off: 84.00 / 48.00']);
    expect(counted('84名')[0]?.message).toBe('编制为84，其中各项之和为48，相差36');
  });

  it('with a list of people within it is not held to add up', () => {
    const staff: Meaning = { concept: 'staff.actual', measure: 'count', stated: '实有人数' };
    const told = ['76人', '48人', '22人', '26人'].map((words) => [words, staff] as const);
    expect(saidBy(lists('实有人数76人，其中在职48人，包括行政22人，事业26人；退休28人。', ...told))).toEqual([]);
  });

  it('ends at the next 其中, and what that one is of is no member', () => {
    const posts: Meaning = { concept: 'staff.establishment', measure: 'count', stated: '编制' };
    const people: Meaning = { ...posts, concept: 'staff.actual', stated: '实有' };
    const told = (second: string): readonly Told[] => [
      ...([
        ['60名', posts],
        ['42名', posts],
        [second, posts],
      ] as const),
      ...([
        ['56人', people],
        ['39人', people],
        ['17人', people],
      ] as const),
    ];
    const text = (second: string) => `编制60名，其中行政42名、事业${second}；实有56人，其中行政39人、事业17人。`;
    expect(saidBy(lists(text('18名'), ...told('18名')))).toEqual([
      'sum.list exact: 60.00 / 60.00',
      'sum.list exact: 56.00 / 56.00',
    ]);
    expect(saidBy(lists(text('81名'), ...told('81名')))[0]).toBe('sum.list off: 60.00 / 123.00');
  });

  it('may be over at a semicolon, and a total after it is no member', () => {
    const posts: Meaning = { concept: 'staff.establishment', measure: 'count', stated: '编制' };
    const told = ['10个', '9个', '1个', '6个', '16个'].map((words) => [words, posts] as const);
    expect(saidBy(lists('局编制10个：其中行政9个，工勤1个；大队6个，总计16个。', ...told))).toEqual([
      'sum.list exact: 10.00 / 10.00',
    ]);
  });
});

describe('silence', () => {
  it.each([
    ['主要', '支出100.00万元，其中主要：社会保障34.00万元，卫生健康60.00万元。'],
    ['主要 before it', '支出100.00万元，主要其中：社会保障34.00万元，卫生健康60.00万元。'],
    ['等', '支出100.00万元，其中：社会保障34.00万元，卫生健康60.00万元等。'],
    ['等方面', '支出100.00万元，其中：社会保障34.00万元，卫生健康60.00万元等方面支出。'],
    ['部分', '支出100.00万元，其中部分为：社会保障34.00万元，卫生健康60.00万元。'],
    ['another sentence', '支出100.00万元。有项目若干。其中：社会保障34.00万元，卫生健康60.00万元。'],
    ['a numbered list', '支出100.00万元，其中：1.社会保障34.00万元，卫生健康60.00万元。'],
  ])('of a list with %s', (_, text) => expect(spent(text, '60.00万元')).toEqual([]));

  it('of one member', () =>
    expect(lists('支出100.00万元，其中：社会保障34.00万元。', ['100.00万元', whole], ['34.00万元', of('208')])).toEqual(
      [],
    ));

  it('of members of two kinds, or that cannot make the whole', () => {
    const text = '支出100.00万元，其中：社会保障34.00万元，基本支出60.00万元。';
    const basic: Meaning = { concept: 'general_public_budget.basic' };
    expect(lists(text, ['100.00万元', whole], ['34.00万元', of('208')], ['60.00万元', basic])).toEqual([]);
    const income: Meaning = { concept: 'revenue.current_year' };
    expect(lists(text, ['100.00万元', income], ['34.00万元', of('208')], ['60.00万元', of('210')])).toEqual([]);
  });

  it('of levels that do not lie below the whole', () => {
    const text = '社会保障100.00万元，其中：34.00万元，60.00万元。';
    const told = (a: string, b: string): readonly Told[] => [
      ['100.00万元', of('208')],
      ['34.00万元', of(a)],
      ['60.00万元', of(b)],
    ];
    expect(lists(text, ...told('21001', '21002'))).toEqual([]);
    expect(saidBy(lists(text, ...told('20801', '20805')))).toEqual(['sum.list off: 1000000.00 / 940000.00']);
  });

  it('of years and bases that are not the whole’s', () => {
    const text = '支出100.00万元，其中：社会保障34.00万元，卫生健康60.00万元。';
    for (const other of [{ fiscalYear: 2022 }, { basis: 'budget' as const }, { measure: 'change' as const }]) {
      const told = (['208', '210'] as const).map((code) => ({ ...of(code), ...other }));
      const [a = {}, b = {}] = told;
      expect(lists(text, ['100.00万元', whole], ['34.00万元', a], ['60.00万元', b])).toEqual([]);
    }
  });
});

describe('a list with a number that was not read', () => {
  it('is skipped, not failed', () => {
    const text = '支出100.00万元，其中：社会保障34.00万元，卫生健康60.00万元，其他6.00万元。';
    const parts: readonly Told[] = [['34.00万元', of('208')], ['60.00万元', of('210')], ['6.00万元']];
    expect(lists(text, ['100.00万元', whole], ...parts)).toMatchObject([
      { rule: 'sum.list', status: 'skipped', outcome: 'unread', message: '其中所列有未读出的数，无法核对合计' },
    ]);
  });
});
