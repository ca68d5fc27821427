/** Every line of money.cases.txt, read as the words of one amount or searched as a paragraph. */
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../extractors/amounts/find-amounts.ts';
import { amountVocabulary } from '../../extractors/amounts/vocabulary.ts';
import { readMoney } from '../../normalizers/money.ts';
import { type Money, yuanText } from '../../pipeline/model/money.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import { type ExpectedAmount, type MoneyCase, moneyCases } from '../support/money-cases.ts';
import { passageOf } from '../support/passage.ts';

const cases = moneyCases();
const named = (section: MoneyCase['section'], empty: boolean) =>
  cases
    .filter((one) => one.section === section && (one.amounts.length === 0) === empty)
    .map((one) => ({ ...one, name: `line ${one.line}: ${one.print}` }));

/** What a case says of an amount; place and words only where it says something of them. */
function told(money: Money, bound: AmountMention['bound'], words: string, expected?: ExpectedAmount): ExpectedAmount {
  return {
    yuan: yuanText(money.fen),
    approximate: money.approximate,
    rounded: !money.exact,
    bound,
    place: expected?.place === null ? null : money.place,
    words: expected?.words === null ? null : words,
  };
}

function read({ print, amounts }: MoneyCase): readonly ExpectedAmount[] {
  const money = readMoney(print);
  return money === null ? [] : [told(money, null, print, amounts[0])];
}

function search({ print, amounts }: MoneyCase): {
  readonly amounts: readonly ExpectedAmount[];
  readonly findings: readonly string[];
} {
  const findings: string[] = [];
  const found = findAmounts(passageOf(print), amountVocabulary(), ({ code }) => void findings.push(code));
  return {
    amounts: found.map(({ money, bound, words }, i) => told(money.value, bound, words.value, amounts[i])),
    findings,
  };
}

describe('the words of one amount', () => {
  it.each(named('print', false))('$name is read', (one) => expect(read(one)).toEqual(one.amounts));
  it.each(named('print', true))('$name is no amount', (one) => expect(readMoney(one.print)).toBeNull());
});

describe('amounts in running text', () => {
  it.each(named('text', false))('$name is found', (one) => {
    expect(search(one)).toEqual({ amounts: one.amounts, findings: one.findings });
  });
  it.each(named('text', true))('$name holds none', (one) => {
    expect(search(one)).toEqual({ amounts: [], findings: one.findings });
  });

  it('keeps the places of the words in the document, across a page break', () => {
    const text = '支出1052.\n- 3 -\n29万元。';
    const [found] = findAmounts(passageOf(text, [0, 7, 1], [14, 19, 2]), amountVocabulary(), () => {});
    expect(found?.words.value).toBe('1052.29万元');
    expect(found?.money.value.fen).toBe(1_052_290_000n);
    expect(found?.money.spans).toEqual([
      { start: 2, end: 7, page: 1 },
      { start: 14, end: 18, page: 2 },
    ]);
  });

  it('has told at least 170 forms, 60 of them no amounts', () => {
    expect(cases.length).toBeGreaterThanOrEqual(170);
    expect(cases.filter(({ amounts }) => amounts.length === 0).length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ section, print }) => `${section} ${print}`)).size).toBe(cases.length);
  });
});
