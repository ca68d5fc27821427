import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, readArabic, readHan } from '../../normalizers/numerals.ts';
import { hanOf } from '../support/money-print.ts';

const decimal = (digits: bigint, exponent: number, place: number): Decimal => ({ digits, exponent, place });

describe('Arabic numbers', () => {
  it.each<[string, Decimal]>([
    ['0', decimal(0n, 0, 0)],
    ['12', decimal(12n, 0, 0)],
    ['007', decimal(7n, 0, 0)],
    ['0.10', decimal(10n, -2, -2)],
    ['1,234', decimal(1234n, 0, 0)],
    ['1,234.50', decimal(123450n, -2, -2)],
    ['12,345,678.9', decimal(123456789n, -1, -1)],
  ])('%s keeps every printed digit', (words, expected) => expect(readArabic(words)).toEqual(expected));

  it.each([
    '',
    ' 1',
    '1 234',
    '1,23',
    '1234,567',
    '1.2.3',
    '.5',
    '5.',
    '-5',
    '１２',
    '1e5',
    '一',
  ])('%j is no Arabic number', (words) => expect(readArabic(words)).toBeNull());
});

describe('Chinese numerals', () => {
  it.each<[string, bigint, number]>([
    ['零', 0n, 0],
    ['〇', 0n, 0],
    ['十', 10n, 1],
    ['十二', 12n, 0],
    ['二十', 20n, 1],
    ['二十一', 21n, 0],
    ['一百', 100n, 2],
    ['一百零一', 101n, 0],
    ['一百一十', 110n, 1],
    ['一千零一十', 1010n, 1],
    ['三千零五十', 3050n, 1],
    ['两千', 2000n, 3],
    ['两万两千', 22_000n, 3],
    ['三万五千', 35_000n, 3],
    ['一万零五百', 10_500n, 2],
    ['十万', 100_000n, 5],
    ['一百二十万', 1_200_000n, 5],
    ['三百万', 3_000_000n, 6],
    ['一百万零三', 1_000_003n, 0],
    ['一亿', 100_000_000n, 8],
    ['一亿零五百万', 105_000_000n, 6],
    ['三万二千亿', 3_200_000_000_000n, 11],
    ['一万亿', 1_000_000_000_000n, 12],
    ['贰拾', 20n, 1],
    ['叁万伍仟', 35_000n, 3],
    ['壹佰贰拾叁萬肆仟伍佰陆拾柒', 1_234_567n, 0],
  ])('%s is %d, its last written place 10^%d', (words, digits, place) => {
    expect(readHan(words)).toEqual(decimal(digits, 0, place));
  });

  it.each<[string, bigint]>([
    ['二〇二三', 2023n],
    ['二零二三', 2023n],
    ['一二', 12n],
  ])('%s is digits alone: %d', (words, digits) => expect(readHan(words)).toEqual(decimal(digits, 0, 0)));

  it.each<[string, bigint, number]>([
    ['三点五', 35n, -1],
    ['零点五', 5n, -1],
    ['三点五万', 35n, 3],
    ['一百二十点零五亿', 12_005n, 6],
    ['一点二万亿', 12n, 11],
  ])('%s has a point', (words, digits, exponent) => {
    expect(readHan(words)).toEqual(decimal(digits, exponent, exponent));
  });

  it.each([
    '',
    '百',
    '千',
    '万',
    '亿',
    '三百五',
    '三万五',
    '一百一',
    '二百二',
    '一亿一',
    '五十六万七',
  ])('%j leaves its amount open', (words) => expect(readHan(words)).toBeNull());

  it.each([
    '十百',
    '千一',
    '亿万',
    '点五',
    '三点',
    '三点五点五',
    '三点十',
    '三万点五万',
    '十几',
    '12',
    '廿',
    '元',
  ])('%j is no Chinese numeral', (words) => expect(readHan(words)).toBeNull());

  it('reads back every whole number', () => {
    const numbers = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }), fc.bigInt({ min: 0n, max: 99_999n }));
    fc.assert(fc.property(numbers, (number) => readHan(hanOf(number))?.digits === number));
  });
});
