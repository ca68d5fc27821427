/** What a document calls itself before anything else. */
import { describe, expect, it } from 'vitest';
import { layOutFlow } from '../../../pipeline/layout/flow/lay-out-flow.ts';
import type { FlowCell } from '../../../pipeline/model/flow.ts';
import { understand } from '../../../pipeline/run.ts';

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

describe('a title', () => {
  it('may stand within the table that the document begins with, over its whole width', () => {
    expect(factsOf(['云溪县水务局2024年部门预算'], ['收入总表'], ...body)).toMatchObject({
      ...{ title: '云溪县水务局2024年部门预算', kind: 'budget', agency: '云溪县水务局', fiscalYear: 2024 },
    });
  });

  it('is no row of the table’s body', () => {
    expect(factsOf(...body, ['云溪县水务局2024年部门预算']).title).not.toBe('云溪县水务局2024年部门预算');
  });
});
