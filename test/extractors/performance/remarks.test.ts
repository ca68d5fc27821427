/** Problems and improvements that the composed evaluations tell of, with their place. */
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../../pipeline/package-file.ts';
import { readSource } from '../../../pipeline/readers/read-source.ts';
import { readDocument } from '../../../pipeline/run.ts';

const read = async (name: string) =>
  readDocument(await readSource(packageFile(`samples/${name}`), Number.POSITIVE_INFINITY));

describe('remarks of an evaluation', () => {
  it('are told once for each innermost section, without its heading, paragraph by paragraph', async () => {
    const { remarks, outline } = await read('qiyun-forestry-2023-self-evaluation.txt');
    expect(remarks.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['problem', '偏离绩效目标的原因'],
      ['improvement', '改进措施'],
    ]);
    for (const { text, heading, section, span } of remarks) {
      expect(text).toMatch(/^1\./);
      expect(text).not.toContain(heading);
      expect(outline.sections[section]?.span).toEqual(span);
    }
  });

  it('are none where a budget tells of no evaluation', async () => {
    expect((await read('lanchuan-urban-2024-budget.txt')).remarks).toEqual([]);
  });
});
