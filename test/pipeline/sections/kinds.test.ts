import { describe, expect, it } from 'vitest';
import { compact } from '../../../normalizers/fold.ts';
import { sectionKindOf, sectionKinds } from '../../../pipeline/sections/kinds.ts';

describe('the shelf of section kinds', () => {
  it('has unique ids and at least one example of each', () => {
    const ids = sectionKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(sectionKinds.filter(({ examples }) => examples.length === 0)).toEqual([]);
  });

  for (const { id, examples } of sectionKinds) {
    it.each(examples)(`${id}: %s`, (example) => {
      expect(sectionKindOf(compact(example))).toBe(id);
    });
  }

  it.each(['安全生产工作', '项目立项', '坚持高位推动'])('%s is of no kind', (heading) => {
    expect(sectionKindOf(heading)).toBe('other');
  });
});
