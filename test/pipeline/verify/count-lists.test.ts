/** Counts whose parts bear the whole's name add up; lists that only name some are left alone. */
import { describe, expect, it } from 'vitest';
import { checkCountLists } from '../../../pipeline/verify/count-lists.ts';
import { outlineOf } from '../../support/read-string.ts';

const told = (text: string) =>
  checkCountLists(outlineOf(text).outline).map(({ rule, status, stated, expected }) => [
    rule,
    status,
    stated,
    expected,
  ]);

describe('a list of counts', () => {
  it('of things of one name adds up', () => {
    expect(told('全年编制各类应急预案 62 个，其中专项应急预案 19 个，部门应急预案14个，乡镇应急预案29个。')).toEqual([
      ['sum.list', 'pass', '62.00', '62.00'],
    ]);
  });

  it('that does not is contradicted', () => {
    expect(told('全年编制各类应急预案62个，其中：专项应急预案19个、部门应急预案14个、乡镇应急预案28个。')).toEqual([
      ['sum.list', 'fail', '62.00', '61.00'],
    ]);
  });

  it.each([
    '年末实有人员30人，其中女性12人，党员20人。',
    '应急预案62个，其中专项应急预案19个。',
    '应急预案62个，其中专项应急预案19个，部门应急预案14个等。',
    '应急预案62个，其中专项应急预案19个，演练14次。',
  ])('%s need not add up', (text) => expect(told(text)).toEqual([]));
});
