/** A cell's words → the number they print, exactly. Blank, “-”, “—” and “/” are no number. */
import { readArabic } from '../../normalizers/numerals.ts';
import type { PlainNumber } from '../../pipeline/model/figure.ts';
import { type Money, toFen } from '../../pipeline/model/money.ts';

export interface CellNumber extends PlainNumber {
  /** Printed with a % sign. */
  readonly percent: boolean;
  /** The unit of money printed in the cell itself, which goes before its column's and its table's. */
  readonly unit: string | null;
}

/** Words a cell may hold instead of a number. */
export const dashes = /^[-—–－/\\*]+$/;
const shape = /^(-|\(-?)?([\d,]+(?:\.\d+)?|\.\d+)\)?(%|元|万元)?$/;

/** @param text the cell's words without blanks, folded; @returns null when they are no number */
export function readCellNumber(text: string): CellNumber | null {
  const match = shape.exec(text.replaceAll('，', ','));
  if (match === null) return null;
  const plain = match[2]?.startsWith('.') ? `0${match[2]}` : (match[2] ?? '');
  const number = readArabic(plain);
  if (number === null) return null;
  const digits = match[1] === undefined ? number.digits : -number.digits;
  const [, , , sign] = match;
  const unit = sign === undefined || sign === '%' ? null : sign;
  return { digits, exponent: number.exponent, percent: sign === '%', unit };
}

const unitPowers: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

/** @returns power of ten that a table's unit multiplies by, or null when it is no unit of money */
export function moneyPower(unit: string | null): number | null {
  return unit === null ? null : (unitPowers[unit] ?? null);
}

const largestFen = 2n ** 63n - 1n;

/** @returns exact fen, rounded half up where the print is finer; null beyond what a database can hold */
export function moneyOf({ digits, exponent }: PlainNumber, power: number): Money | null {
  const place = exponent + power;
  const shift = place + 2;
  const size = digits < 0n ? -digits : digits;
  const unit = 10n ** BigInt(Math.abs(shift));
  const fen = shift >= 0 ? size * unit : (size + unit / 2n) / unit;
  if (fen > largestFen) return null;
  const exact = shift >= 0 || size % unit === 0n;
  return { fen: toFen(digits < 0n ? -fen : fen), place, approximate: false, exact };
}
