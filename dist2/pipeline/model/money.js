/** @param fen a whole number of fen */
export function toFen(fen) {
    return fen;
}
/**
 * Fen as yuan in decimal digits, for people.
 * @returns `12345n` → `"123.45"`
 */
export function yuanText(fen) {
    const sign = fen < 0n ? '-' : '';
    const size = fen < 0n ? -fen : fen;
    return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}
