/** Money in the cells of an indicator table: the number, and the unit from the cell, the heads over and before it, the caption. */
import { compact } from '../../../normalizers/fold.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import { moneyOf, moneyPower, readCellNumber } from '../../tables/numbers.ts';

const bracketed = /[(（,，:：、]\s*(?:单位[:：]?)?\s*(亿元|百万元|万元|千元|元)\s*[)）]/;
const told = /(亿元|百万元|万元|千元|元)/;

/** @returns the unit that words name in brackets: 项目资金（万元） */
export const unitIn = (words: string | null | undefined): string | null =>
  words === null || words === undefined ? null : (bracketed.exec(words)?.[1] ?? null);

/** @returns the unit of a line such as 单位：万元 */
export const unitOfCaption = (words: string | null | undefined): string | null =>
  words === null || words === undefined ? null : (told.exec(words)?.[1] ?? null);

export const isNumber = (words: string): boolean => readCellNumber(compact(words)) !== null;

/** @param units the unit in the nearest place first; null where that place names none */
export function moneyIn(words: string | null, units: readonly (string | null)[]): Money | null {
  const number = words === null ? null : readCellNumber(compact(words));
  if (number === null || number.percent) return null;
  const power = moneyPower(number.unit ?? units.find((unit) => unit !== null) ?? null);
  return power === null ? null : moneyOf(number, power);
}
