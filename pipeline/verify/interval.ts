/**
 * A printed number as the interval of half its last place, in whole billionths: what adds up within the print adds up, and nothing
 * else (XBRL Calculations 1.1). No floating point.
 */
import type { Figure, PlainNumber } from '../model/figure.ts';
import type { Money } from '../model/money.ts';

export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** Billionths of a yuan or of a unit. */
const scale = 9;
const powers = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));
const power = (exponent: number) => powers[exponent] ?? 10n ** BigInt(exponent);

/** @returns digits × 10^exponent with half of 10^exponent to either side */
function around(digits: bigint, exponent: number, place: number): Interval {
  const middle = digits * power(Math.max(0, scale + exponent));
  const half = power(Math.max(0, scale + place)) / 2n;
  return { low: middle - half, high: middle + half };
}

export const ofMoney = ({ fen, place, exact }: Money): Interval => around(fen, -2, exact ? place : Math.max(place, -2));
export const ofNumber = ({ digits, exponent }: PlainNumber): Interval => around(digits, exponent, exponent);

/** @returns null for numbers printed as about so much */
export function ofFigure({ value, measure }: Figure): Interval | null {
  // People and things are whole; only 1.2万人 is rounded.
  if (value.kind === 'number' && measure === 'count' && value.number.exponent === 0)
    return exactly(value.number.digits);
  if (value.kind === 'number') return ofNumber(value.number);
  return value.money.approximate ? null : ofMoney(value.money);
}

/** A count of whole things. */
export const exactly = (count: bigint): Interval => ({ low: count * power(scale), high: count * power(scale) });

export const sum = (parts: readonly Interval[]): Interval =>
  parts.reduce((all, { low, high }) => ({ low: all.low + low, high: all.high + high }), { low: 0n, high: 0n });

export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });

/** a ÷ b × 100, for b that cannot be zero; null else. */
export function percentOf(a: Interval, b: Interval): Interval | null {
  if (b.low <= 0n && b.high >= 0n) return null;
  const hundred = 100n * power(scale);
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => (x * hundred) / y));
  const low = ends.reduce((least, end) => (end < least ? end : least));
  const high = ends.reduce((most, end) => (end > most ? end : most));
  return { low: low - 1n, high: high + 1n };
}

/** So many per cent of an amount, for what is not negative. */
export function portion(amount: Interval, percent: Interval): Interval {
  const hundred = 100n * power(scale);
  return { low: (amount.low * percent.low) / hundred - 1n, high: (amount.high * percent.high) / hundred + 1n };
}

export const meet = (a: Interval, b: Interval) => a.low <= b.high && b.low <= a.high;
export const middle = ({ low, high }: Interval) => (low + high) / 2n;
export const absolute = (value: bigint) => (value < 0n ? -value : value);

/** @returns the middle in decimal digits, rounded to so many places */
export function decimal(value: bigint, places = 2): string {
  const unit = power(scale - places);
  const size = (absolute(value) + unit / 2n) / unit;
  const text = String(size).padStart(places + 1, '0');
  const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return value < 0n && size !== 0n ? `-${whole}` : whole;
}
