/** What is printed comes back to the fen, alone and in a sentence; and nothing that may be in a file stops the reading. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../extractors/amounts/find-amounts.ts';
import { amountVocabulary } from '../../extractors/amounts/vocabulary.ts';
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import { fold } from '../../normalizers/fold.ts';
import { readMoney } from '../../normalizers/money.ts';
import { readArabic, readHan } from '../../normalizers/numerals.ts';
import { layOut } from '../../pipeline/layout/lay-out.ts';
import { splitLines } from '../../pipeline/layout/lines.ts';
import { detectSections } from '../../pipeline/sections/detect-sections.ts';
import { sectionKinds } from '../../pipeline/sections/kinds.ts';
import { arabicMoney, chineseWords, hanMoney } from '../support/money-print.ts';
import { passageOf } from '../support/passage.ts';

const amountsIn = (text: string) =>
  findAmounts(passageOf(text), amountVocabulary(), () => {}).map(({ words, money, bound }) => ({
    words: words.value,
    fen: money.value.fen,
    bound,
  }));
const layOutText = (text: string) => layOut({ format: 'text', text, encoding: 'utf-8' });
const sectionsOf = (text: string) => detectSections(layOutText(text), sectionKinds, () => {});

describe('an amount of any size in any form', () => {
  const printed = fc.oneof({ weight: 3, arbitrary: arabicMoney }, { weight: 1, arbitrary: hanMoney });

  it('is read back to the fen', () => {
    fc.assert(
      fc.property(printed, fc.constantFrom('', '-', '－', '负'), ({ fen, print }, sign) => {
        const money = readMoney(sign + print);
        expect(money?.fen).toBe(sign === '' ? fen : -fen);
        expect(money).toMatchObject({ approximate: false, exact: true });
      }),
      { numRuns: 2000 },
    );
  });

  it('is found in a sentence, alone and whole', () => {
    fc.assert(
      fc.property(chineseWords, printed, chineseWords, (before, { fen, print }, after) => {
        const text = `${before}共计${print}，${after}`;
        expect(amountsIn(text)).toEqual([{ words: print, fen, bound: null }]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found with its minus', () => {
    fc.assert(
      fc.property(
        chineseWords,
        arabicMoney,
        fc.constantFrom('为-', '：－', '（-', '减少负'),
        (before, { fen, print }, lead) => {
          const found = amountsIn(`${before}${lead}${print}。`);
          expect(found.map((one) => one.fen)).toEqual([-fen]);
        },
      ),
    );
  });

  it('is found when several stand side by side', () => {
    fc.assert(
      fc.property(fc.array(printed, { minLength: 1, maxLength: 6 }), (all) => {
        const found = amountsIn(all.map(({ print }) => print).join('、'));
        expect(found.map(({ fen }) => fen)).toEqual(all.map(({ fen }) => fen));
      }),
      { numRuns: 300 },
    );
  });
});

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['readMoney', readMoney],
  ['findAmounts', (text) => (text === '' ? [] : amountsIn(text))],
  ['enumeratorOf', enumeratorOf],
  ['readHan', readHan],
  ['readArabic', readArabic],
  ['fold', fold],
  ['splitLines', splitLines],
  ['layOut', layOutText],
  ['detectSections', sectionsOf],
];

describe.each(readers)('%s', (_, read) => {
  const moneySigns = [
    ...'0159０，,.．一十百千万亿元角分整余多点至-—~负（）() \u3000\u00a0\n\r\t\f第部附件、目录年项人…',
  ];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...moneySigns), maxLength: 300 }),
  );

  it('reads any text without complaint', () => {
    fc.assert(fc.property(anyText, (text) => void read(text)));
  });

  const longest = 200_000;
  const units = [
    ...['1', '0', ',', '，', '.', '万', '亿', '元', '一', '点', '余', '整', '(', '-', '—', '…', '\n', '\f'],
    ...[
      '1,',
      '1,234',
      '１，２３４',
      '1万',
      '5万4千',
      '1万元',
      '一元',
      '元元x',
      '三点',
      '一二',
      '十百',
      '1元5角',
      '5至',
      '3万元-',
    ],
    ...[
      '3元 ',
      '万元 ',
      '12\n',
      '1\f',
      '一、a\n',
      '1.a。\n',
      '第一部分\n',
      '附件1\n',
      '目录\n',
      '报告\n',
      'a....1\n',
      '2021年',
    ],
  ];
  const blankUnits = [' ', '\u3000', '\t', '\u00a0', 'a   b', '元 '];
  const framed = (unit: string, length: number) =>
    ['', '5', '元'].map(
      (before) => `${before}${unit.repeat(Math.ceil(length / unit.length))}${before === '' ? '' : '1x'}`,
    );

  it.each(units)('reads a long run of %j without complaint', (unit) => {
    for (const text of framed(unit, longest)) read(text);
  });
  it.each(blankUnits)('reads a long run of blanks, %j, without complaint', (unit) => {
    for (const text of framed(unit, longest)) read(text);
  });
});
