/** A target printed in three columns (指标性质, 指标值, 度量单位) → its words as one. */

/** Signs and words that say how a number is meant; 正向, 反向 and 定性 are about the indicator, not part of its target. */
const comparing = /^(?:[≥≧≤≦><=＝＞＜≈]{1,2}|大于等于|小于等于|大于|小于|等于|不低于|不高于|不超过|不少于)$/;
const qualitative = /定性/;

/** ≥ | 95 | % → ≥95%; 定性 | 优 → 优; each null where its column is missing or empty. */
export function targetText(operator: string | null, value: string | null, unit: string | null): string | null {
  if (value === null) return null;
  if (operator !== null && qualitative.test(operator)) return value;
  const sign = operator !== null && comparing.test(operator) && !value.startsWith(operator) ? operator : '';
  const counted = unit !== null && /\d$/.test(value) && !/^[-—/]+$|^无$/.test(unit) ? unit : '';
  return `${sign}${value}${counted}`;
}
