/** Contradictions that may be our own misreading are told apart from the publisher's. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../pipeline/model/figure.ts';
import type { Finding, FindingCode } from '../../../pipeline/model/finding.ts';
import { coverOf } from '../../../pipeline/model/span.ts';
import { withDoubts } from '../../../pipeline/verify/doubts.ts';
import { exactly } from '../../../pipeline/verify/interval.ts';
import { judge } from '../../../pipeline/verify/judge.ts';
import { table } from '../../support/figures.ts';
import { verdictsOf } from '../../support/verdicts.ts';

const figures = table(
  ['30.00', { function: '208', stated: '社会保障支出' }],
  ['70.00', { function: '213', stated: '农林水支出' }],
);

function told(figure: Figure | undefined, stated: bigint, ...findings: readonly Finding[]) {
  const claim = {
    names: { stated: '合计', expected: '各项之和' },
    english: { stated: 'the total', expected: 'the sum' },
  };
  const operands = figure === undefined ? [] : [figure];
  const verdict = judge({
    ...{ rule: 'sum.total', stated: exactly(stated), expected: exactly(100n), figures: operands, unit: '元', ...claim },
  });
  return withDoubts([verdict], findings)[0];
}

const at = (figure: Figure | undefined, code: FindingCode, message = ''): Finding => ({
  ...{ code, message },
  span: figure === undefined ? null : coverOf(figure.words.spans),
});

describe('a contradiction', () => {
  const [first, second] = figures;

  it('of operands that were read without a doubt is the publisher’s', () => {
    const verdict = told(first, 99n, at(second, 'unit-inherited'), at(undefined, 'unit-unknown'));
    expect(verdict).toMatchObject({ status: 'fail', severity: 'error' });
    expect(verdict?.doubt).toBeUndefined();
    expect(verdict?.message).not.toContain('存疑');
  });

  it.each([
    ['unit-inherited', 'unit', '单位未直接印出'],
    ['template-left', 'unit', '单位未直接印出'],
    ['amount-malformed', 'text', '文字经识别或有无法辨认的字'],
    ['text-recognized', 'text', '文字经识别或有无法辨认的字'],
    ['column-unknown', 'columns', '所在表格没有框线或表头有别的读法'],
  ] as const)('of an operand with %s says that its %s is doubtful', (code, doubt, why) => {
    expect(told(first, 99n, at(first, code))).toMatchObject({
      ...{ status: 'fail', severity: 'warn', doubt },
      message: `合计为99.00元，各项之和为100.00元，相差1.00元（读法存疑：${why}，请先核对原文）`,
    });
  });

  it('of a row whose item is doubtful says so, but not of another row', () => {
    const doubtful = at(first, 'item-doubtful', '支出表: “社会保障支出” may be 208, 221');
    expect(told(first, 99n, doubtful)?.doubt).toBe('item');
    expect(
      told(second, 99n, { ...doubtful, span: coverOf(second?.words.spans ?? [{ start: 0, end: 1, page: 1 }]) })?.doubt,
    ).toBeUndefined();
  });

  it('in a table without rules says that its columns are doubtful', () => {
    const unruled = figures.map(
      (one): Figure =>
        one.at.kind === 'cell' ? { ...one, at: { ...one.at, grid: { ...one.at.grid, ruled: false } } } : one,
    );
    expect(told(unruled[0], 99n)?.doubt).toBe('columns');
  });

  it('of which other numbers could be meant says so', async () => {
    const report = [
      ...[
        '云溪县水务局',
        '2023年度部门决算',
        '第二部分 2023年度部门决算情况说明',
        '五、一般公共预算财政拨款支出决算情况说明',
      ],
      '一般公共预算财政拨款支出年初预算为100.00万元，调整预算为200.00万元，支出决算为50.00万元，完成预算的80.00%。',
      '',
    ].join('\n');
    const verdicts = (await verdictsOf(report)).filter(({ rule }) => rule === 'completion.from_amounts');
    expect(verdicts.map(({ status, doubt }) => [status, doubt])).toEqual([['fail', 'operand']]);
  });

  it('only: what agrees has no doubt', () => {
    expect(told(first, 100n, at(first, 'unit-inherited'))).toMatchObject({ status: 'pass', severity: 'info' });
    expect(told(first, 100n, at(first, 'unit-inherited'))?.doubt).toBeUndefined();
  });
});
