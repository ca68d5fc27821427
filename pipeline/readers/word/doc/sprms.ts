/** A list of single properties (MS-DOC 2.2.5): each a code that says how long its value is. */
import type { Stretch } from './stretch.ts';

export interface Sprm {
  readonly code: number;
  readonly value: Stretch;
}

/** sprmTDefTable tells its length in two bytes, one too many. */
export const defineTable = 0xd608;
const changeTabs = 0xc615;
const lengths: readonly (number | null)[] = [1, 1, 2, 4, 2, 2, null, 3];

/** @returns the properties in order; what a damaged list breaks off in is left out */
export function sprmsIn(list: Stretch): readonly Sprm[] {
  const found: Sprm[] = [];
  for (let at = 0; at + 3 <= list.length; ) {
    const code = list.u16(at);
    const fixed = lengths[code >> 13] ?? null;
    const head = fixed !== null ? 0 : code === defineTable ? 2 : 1;
    if (at + 2 + head > list.length) break;
    const length = fixed ?? (code === defineTable ? list.u16(at + 2) - 1 : list.u8(at + 2));
    const from = at + 2 + head;
    if (length < 0 || (code === changeTabs && length === 255) || from + length > list.length) break;
    found.push({ code, value: list.cut(from, length) });
    at = from + length;
  }
  return found;
}
