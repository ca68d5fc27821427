/** A report that says that secret items are left out of it: its wholes may be more than what is printed below them. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../../pipeline/understand.ts';
import { layoutOf } from '../../support/read-string.ts';

const said = '根据国家保密法律法规的规定，部分涉密事项在预算公开时予以剔除。';

function checked(parent: string, sentence: string) {
  const rows = [
    `208\t社会保障和就业支出\t${parent}`,
    '20805\t行政事业单位养老支出\t2.00',
    '2080501\t行政单位离退休\t2.00',
  ];
  const text = [
    '2024年部门预算',
    '一般公共预算支出表',
    '单位：万元',
    '科目编码\t科目名称\t预算数',
    ...rows,
    '',
    sentence,
  ];
  const { verdicts } = understand(layoutOf(text.join('\n')), 'a.txt', []);
  return verdicts.filter(({ rule }) => rule === 'hierarchy.function');
}

describe('items that were left out', () => {
  it('make a sum that cannot be checked, with the report’s own words', () => {
    const [short, whole] = checked('5.00', said);
    expect(short).toMatchObject({ status: 'skipped', outcome: 'unread', difference: null });
    expect(short?.message).toContain('部分涉密事项在预算公开时予以剔除');
    expect(whole).toMatchObject({ status: 'pass' });
  });

  it.each([
    ['the items are more than the whole', '1.00', said],
    ['nothing is said', '5.00', '本部门2024年预算公开完毕。'],
    ['only targets are left out', '5.00', '部分涉密项目的绩效目标表不予公开。'],
  ])('excuse nothing where %s', (_, parent, sentence) => {
    expect(checked(parent, sentence).map(({ status }) => status)).toEqual(['fail', 'pass']);
  });
});
