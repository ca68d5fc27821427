/** Weights and scores are counted in hundredths of a point. */

/** @returns null where no number is printed */
export function hundredths(text: string | null): bigint | null {
  const match = /^(\d+)(?:\.(\d{1,2})\d*)?$/.exec(text ?? '');
  return match === null ? null : BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** As people write it: 92.50, 90. */
export const shown = (value: bigint) =>
  `${value / 100n}${value % 100n === 0n ? '' : `.${String(value % 100n).padStart(2, '0')}`}`;
