/** What a document calls itself before anything else. */
import { describe, expect, it } from 'vitest';
import { layOutFlow } from '../../../pipeline/layout/flow/lay-out-flow.ts';
import type { FlowCell } from '../../../pipeline/model/flow.ts';
import { understand } from '../../../pipeline/understand.ts';
import { layoutOf } from '../../support/read-string.ts';

/** A document of one table; a row of one text is a cell over the whole width. */
function factsOf(...rows: readonly (readonly string[])[]) {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, at) =>
    row.map(
      (text, col): FlowCell => ({
        ...{ row: at, col, rowSpan: 1, colSpan: row.length === 1 ? columns : 1 },
        lines: [text],
      }),
    ),
  );
  const table = { kind: 'table', rows: rows.length, columns, cells } as const;
  return understand(layOutFlow([{ items: [table] }], 'html'), 'a.html', []).facts;
}

const body = [
  ['项目', '预算数'],
  ['本年收入合计', '3.00'],
] as const;

it('the day a report was signed is not its year', () => {
  const text =
    '河道清淤专项经费绩效自评报告\n\n一、基本情况\n云溪县水务局2023年度支出30万元开展河道清淤。\n\n云溪县水务局\n2024年3月8日\n';
  expect(understand(layoutOf(text), 'a.txt', []).facts.fiscalYear).toBe(2023);
});

describe('a title', () => {
  it('may stand within the table that the document begins with, over its whole width', () => {
    expect(factsOf(['云溪县水务局2024年部门预算'], ['收入总表'], ...body)).toMatchObject({
      ...{ title: '云溪县水务局2024年部门预算', kind: 'budget', agency: '云溪县水务局', fiscalYear: 2024 },
    });
  });

  it('may be the name of the first table, where that says whose it is and of which year', () => {
    const facts = (title: string) => {
      const text = [title, '单位：万元', '事项名\t甲\t乙', '河道管护\t3.00\t2.00', '泵站检修\t1.00\t0.50', ''].join(
        '\n',
      );
      return understand(layoutOf(text), 'a.txt', []).facts;
    };
    expect(facts('云溪县水务局2024年部门预算明细表')).toMatchObject({
      ...{ title: '云溪县水务局2024年部门预算明细表', kind: 'budget', agency: '云溪县水务局' },
    });
    expect(facts('部门预算明细表').kind).toBe('other');
  });

  it('is no row of the table’s body', () => {
    expect(factsOf(...body, ['云溪县水务局2024年部门预算']).title).not.toBe('云溪县水务局2024年部门预算');
  });
});
