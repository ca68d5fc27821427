/** Money as the database keeps it: integer fen (分). 万元 and 亿元 exist only at the door and in print. */
declare const fenBrand: unique symbol;
export type Fen = bigint & { readonly [fenBrand]: true };

export interface Money {
  readonly fen: Fen;
  /** The last printed digit stands for 10^place yuan: 1052.29万元 → 2, 800万元 → 4, 0.75元 → -2. */
  readonly place: number;
  /** Printed as about this much (50余万元, 180多万元). */
  readonly approximate: boolean;
  /** False where the print is finer than a fen and had to be rounded to one (0.125元). */
  readonly exact: boolean;
}

/** @param fen a whole number of fen */
export function toFen(fen: bigint): Fen {
  return fen as Fen;
}

/**
 * Fen as yuan in decimal digits, for people.
 * @returns `12345n` → `"123.45"`
 */
export function yuanText(fen: bigint): string {
  const sign = fen < 0n ? '-' : '';
  const size = fen < 0n ? -fen : fen;
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}
