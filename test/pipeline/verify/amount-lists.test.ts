/** Lists of amounts whose meaning nothing tells: names with an amount each, and nothing else. */
import { describe, expect, it } from 'vitest';
import { checkAmountLists } from '../../../pipeline/verify/amount-lists.ts';
import { paragraph, saidBy } from '../../support/figures.ts';

/** Every amount of the text became no figure. */
function lists(text: string) {
  const amounts = (text.match(/\d[\d.]*余?万元/g) ?? []).map((words) => [words] as const);
  const { mentions, unread } = paragraph(text, ...amounts);
  return checkAmountLists(mentions, unread);
}

describe('a list of names with an amount each', () => {
  it.each([
    '上级专项资金353.32万元均已足额到账，其中：中央资金244.72万元，省级资金93.6万元，市级资金15万元。',
    '资金251.4万元，其中县级财政资金213.4万元，市级福利彩票公益金38万元；',
    '债务限额61.5万元（其中：一般债务18.9万元、专项债务42.6万元）。',
  ])('adds up: %s', (text) => expect(lists(text).map(({ status }) => status)).toEqual(['pass']));

  it('that does not add up fails at its place, though it has no figures', () => {
    const text = '专项资金353.32万元，其中：中央资金244.72万元，省级资金96.3万元，市级资金15万元。';
    const verdicts = lists(text);
    expect(saidBy(verdicts)).toEqual(['sum.list off: 3533200.00 / 3560200.00']);
    expect(verdicts[0]).toMatchObject({ figures: [], span: { start: 4, end: text.length - 1 } });
    expect(verdicts[0]?.quote).toBe(text.slice(4, -1));
  });
});

describe('any other words', () => {
  it.each([
    ['主要', '资金10万元，其中：主要工程5万元，设备4万元。'],
    ['等', '资金10万元，其中：工程5万元，设备4万元等。'],
    ['a comparison', '资金10万元，其中：工程5万元，比上年增加4万元。'],
    ['money spent', '资金10万元，其中：工程5万元，已支付4万元。'],
    ['money left over', '资金10万元，其中：工程5万元，结转4万元。'],
    ['a total', '资金10万元，其中：工程5万元，合计4万元。'],
    ['a price', '资金10万元，其中：工程5万元，每套4万元。'],
    ['brackets', '资金10万元，其中：市本级6万元（一般债务2万元，专项债务4万元）。'],
    ['words after the last amount', '资金10万元，其中：工程5万元，设备4万元用于安装。'],
    ['a number that is about so much', '资金10万元，其中：工程5余万元，设备4万元。'],
    ['one member', '资金10万元，其中：工程5万元。'],
    ['words between the whole and 其中', '资金10万元，用于改善农村人居环境整治提升，其中：工程5万元，设备4万元。'],
  ])('%s: nothing is said', (_, text) => expect(lists(text)).toEqual([]));

  it('a whole that became a figure is looked at elsewhere', () => {
    const { mentions, unread } = paragraph(
      '资金10万元，其中：工程5万元，设备4万元。',
      ['10万元', {}],
      ...['5万元', '4万元'].map((words) => [words] as const),
    );
    expect(checkAmountLists(mentions, unread)).toEqual([]);
  });
});
