/** Two intervals that must meet, and the sentence that is said of them. */
import { describe, expect, it } from 'vitest';
import { ofFigure } from '../../../pipeline/verify/interval.ts';
import { judge, skipped } from '../../../pipeline/verify/judge.ts';
import { paragraph } from '../../support/figures.ts';

function verdictOf(stated: string, expected: string) {
  const { figures } = paragraph(`合计${stated}，各项${expected}`, [stated, {}], [expected, {}]);
  const [a, b] = figures.map(ofFigure);
  if (a == null || b == null) throw new RangeError('no numbers');
  return judge({
    ...{ rule: 'sum.test', stated: a, expected: b, figures, unit: '元' },
    names: { stated: '合计', expected: '各项之和' },
    english: { stated: 'the total', expected: 'the sum' },
  });
}

describe('two numbers that must be one', () => {
  it('that are the same to the last digit are exact', () => {
    expect(verdictOf('12.30万元', '123000元')).toMatchObject({
      ...{ status: 'pass', outcome: 'exact', severity: 'info', difference: '0.00' },
      message: '合计123000.00元与各项之和123000.00元相等',
      english: 'the total 123000.00元 agrees with the sum 123000.00元',
    });
  });

  it('that differ less than their prints can tell are rounded', () => {
    expect(verdictOf('12.30万元', '123049.99元')).toMatchObject({
      ...{ status: 'pass', outcome: 'rounded', severity: 'info' },
      ...{ stated: '123000.00', expected: '123049.99', difference: '-49.99' },
      message: '合计123000.00元与各项之和123049.99元在四舍五入范围内相符',
    });
  });

  it('that differ more are off, and by how much', () => {
    expect(verdictOf('12.30万元', '123050.01元')).toMatchObject({
      ...{ status: 'fail', outcome: 'off', severity: 'error' },
      ...{ stated: '123000.00', expected: '123050.01', difference: '-50.01' },
      message: '合计为123000.00元，各项之和为123050.01元，相差50.01元',
      english: 'the total is 123000.00元, the sum is 123050.01元: they differ by 50.01元',
    });
  });
});

describe('a verdict', () => {
  const { figures, mentions } = paragraph('合计5元，各项4元', ['5元', {}], ['4元', {}]);

  it('points at the figure in question and quotes all', () => {
    expect(verdictOf('5元', '7元')).toMatchObject({ span: { start: 2, end: 4 }, quote: '5元 ‖ 7元' });
  });

  it('of numbers that became no figure points at their place', () => {
    const place = { span: { start: 2, end: 10, page: null }, quote: '5元，各项4元' };
    const [a, b] = figures.map(ofFigure);
    const words = { stated: 'a', expected: 'b' };
    expect(mentions.length).toBe(2);
    expect(
      judge({
        ...{ rule: 'sum.test', stated: a ?? { low: 0n, high: 0n }, expected: b ?? { low: 0n, high: 0n }, figures: [] },
        ...{ place, names: words, english: words, unit: '元' },
      }),
    ).toMatchObject({ ...place, figures: [] });
  });

  it('that could not be reached is skipped with its reason, never a pass', () => {
    expect(skipped('sum.test', figures, '有数未读出', 'a number was not read')).toMatchObject({
      ...{ status: 'skipped', outcome: 'unread', severity: 'info', message: '有数未读出' },
      ...{ english: 'a number was not read', stated: null, expected: null, difference: null, quote: '5元' },
    });
    expect(skipped('sum.test', [], '', '')).toMatchObject({ span: null, quote: null });
  });
});
