/** A printed number is the interval of half its last place; what adds up within the print adds up, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney } from '../../../normalizers/money.ts';
import {
  absolute,
  decimal,
  type Interval,
  meet,
  middle,
  minus,
  ofFigure,
  ofMoney,
  ofNumber,
  percentOf,
  sum,
} from '../../../pipeline/verify/interval.ts';
import { paragraph } from '../../support/figures.ts';

const money = (words: string) => {
  const read = readMoney(words);
  if (read === null) throw new RangeError(words);
  return ofMoney(read);
};
const number = (digits: number, exponent = 0) => ofNumber({ digits: BigInt(digits), exponent });
const ends = ({ low, high }: Interval) => [decimal(low, 4), decimal(high, 4)];

describe('a printed number', () => {
  it.each([
    ['12.34元', '12.3350', '12.3450'],
    ['12元', '11.5000', '12.5000'],
    ['12.34万元', '123350.0000', '123450.0000'],
    ['12.3400万元', '123399.5000', '123400.5000'],
    ['800万元', '7995000.0000', '8005000.0000'],
    ['1.2亿元', '115000000.0000', '125000000.0000'],
    ['-3.5万元', '-35500.0000', '-34500.0000'],
    ['0元', '-0.5000', '0.5000'],
  ])('%s may be anything from %s to %s', (words, low, high) => expect(ends(money(words))).toEqual([low, high]));

  it('finer than a fen is as wide as the fen it was rounded to', () =>
    expect(ends(money('0.125元'))).toEqual(ends(money('0.13元'))));

  it('that is a percentage or a count has a place as well', () => {
    expect(ends(number(4816, -2))).toEqual(['48.1550', '48.1650']);
    expect(ends(number(23))).toEqual(['22.5000', '23.5000']);
  });

  it('that is about so much is no number to check', () => {
    const { figures } = paragraph('900余万元', ['900余万元', {}]);
    expect(figures.map(ofFigure)).toEqual([null]);
  });
});

describe('two prints', () => {
  const agree = (a: string, b: string) => meet(money(a), money(b));

  it('of one number agree whatever their precision', () => {
    expect(agree('12345678.90元', '1234.57万元')).toBe(true);
    expect(agree('1234.57万元', '0.12亿元')).toBe(true);
    expect(agree('12345678.90元', '1234.58万元')).toBe(false);
  });

  it('that touch in one point agree', () => {
    expect(agree('2553.52万元', '2553.51万元')).toBe(true);
    expect(agree('2553.52万元', '2553.50万元')).toBe(false);
  });
});

describe('the sum of n numbers', () => {
  const cents = (digits: number) => number(digits, -2);

  it('may miss by (n + 1) / 2 of the last place, and by nothing more', () => {
    const digits = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(digits, fc.integer({ min: -40, max: 40 }), (parts, miss) => {
        const printed = cents(parts.reduce((all, part) => all + part, 0) + miss);
        expect(meet(printed, sum(parts.map(cents)))).toBe(2 * Math.abs(miss) <= parts.length + 1);
      }),
      { numRuns: 3000 },
    );
  });

  it('always holds for what was rounded after it was added', () => {
    const exact = fc.array(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(exact, fc.constantFrom(0, 2, 4), (parts, place) => {
        const rounded = (fen: bigint) => roundedTo(fen, place);
        const total = rounded(parts.reduce((all, part) => all + part, 0n));
        expect(meet(total, sum(parts.map(rounded)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('of no numbers is nothing', () => expect(ends(sum([]))).toEqual(['0.0000', '0.0000']));
});

/** Fen as printed to 10^place yuan, half away from zero. */
function roundedTo(fen: bigint, place: number): Interval {
  const unit = 10n ** BigInt(place + 2);
  const half = fen < 0n ? -unit / 2n : unit / 2n;
  const digits = (fen + half) / unit;
  return ofNumber({ digits, exponent: place });
}

describe('a percentage', () => {
  it('follows from two printed numbers', () => {
    const share = percentOf(money('299.77万元'), money('1000.00万元'));
    expect(share === null ? null : decimal(middle(share), 3)).toBe('29.977');
  });

  it('of what may be zero has no value', () => {
    expect(percentOf(money('5万元'), money('0万元'))).toBeNull();
    expect(percentOf(money('5元'), money('0.4元'))).not.toBeNull();
  });

  it('rounded from the true numbers always meets what the printed ones give', () => {
    const fen = fc.bigInt({ min: 1_000_000n, max: 10n ** 13n });
    fc.assert(
      fc.property(fen, fen, fc.constantFrom(-2, 0, 2, 4), (part, whole, place) => {
        // In hundredths of a per cent, half up.
        const digits = (part * 20_000n + whole) / (2n * whole);
        const computed = percentOf(roundedTo(part, place), roundedTo(whole, place));
        expect(computed === null || meet(ofNumber({ digits, exponent: -2 }), computed)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is turned round by a negative whole', () => {
    const share = percentOf(money('5.00元'), money('-10.00元'));
    expect(share === null ? null : [share.low < share.high, decimal(middle(share))]).toEqual([true, '-50.00']);
  });
});

describe('the interval of a difference', () => {
  it('is as wide as both together, and comes back by adding', () => {
    const interval = fc
      .tuple(fc.integer(), fc.integer({ min: -4, max: 4 }))
      .map(([digits, exponent]) => number(digits, exponent));
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const difference = minus(a, b);
        expect(difference.high - difference.low).toBe(a.high - a.low + (b.high - b.low));
        expect(meet(sum([difference, b]), a)).toBe(true);
        expect(middle(sum([difference, b]))).toBe(middle(a));
      }),
    );
  });
});

describe('a number in words', () => {
  it.each([
    [12_345_000_000n, 2, '12.35'],
    [-12_345_000_000n, 2, '-12.35'],
    [-1_000_000n, 2, '0.00'],
    [1_500_000_000n, 0, '2'],
    [5_000_000n, 3, '0.005'],
  ])('%s billionths to %s places is %s', (value, places, text) => expect(decimal(value, places)).toBe(text));

  it('has a size', () => expect([absolute(-3n), absolute(3n)]).toEqual([3n, 3n]));
});
