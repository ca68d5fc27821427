/**
 * Where in the file which properties hold: pages of 512 bytes, each with the places its runs or paragraphs begin (MS-DOC 2.9.33,
 * 2.9.175). Places are bytes of the main stream.
 */

import type { WordFile } from './open-doc.ts';
import { type Sprm, sprmsIn } from './sprms.ts';
import type { Stretch } from './stretch.ts';

export interface Formatted {
  readonly from: number;
  readonly to: number;
  /** Of paragraphs. */
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

const pageSize = 512;

/** @returns in the order of their places */
export function paragraphFormats(file: WordFile): readonly Formatted[] {
  return pagesOf(file, 'paragraphPages').flatMap((page) =>
    entriesOf(page, 13).flatMap(({ from, to, offset }): readonly Formatted[] => {
      if (offset === 0) return [{ from, to, style: 0, sprms: [] }];
      const half = page.u8(offset);
      const at = half === 0 ? offset + 2 : offset + 1;
      const length = half === 0 ? 2 * page.u8(offset + 1) : 2 * half - 1;
      if (length < 2 || at + length > pageSize) return [{ from, to, style: 0, sprms: [] }];
      const sprms = sprmsIn(page.cut(at + 2, length - 2));
      return [{ from, to, style: page.u16(at), sprms: [...sprms, ...farSprms(file, sprms)] }];
    }),
  );
}

/** @returns in the order of their places */
export function runFormats(file: WordFile): readonly Formatted[] {
  return pagesOf(file, 'characterPages').flatMap((page) =>
    entriesOf(page, 1).map(({ from, to, offset }): Formatted => {
      const length = offset === 0 ? 0 : page.u8(offset);
      const whole = offset + 1 + length <= pageSize;
      return { from, to, style: 0, sprms: length === 0 || !whole ? [] : sprmsIn(page.cut(offset + 1, length)) };
    }),
  );
}

/** @returns the format that holds at a place, searched by halves */
export function formatAt(formats: readonly Formatted[], place: number): Formatted | undefined {
  let low = 0;
  let high = formats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((formats[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const found = formats[low];
  return found !== undefined && found.from <= place ? found : undefined;
}

/** Properties too long for a page stand in the stream of data: sprmPHugePapx, sprmPTableProps. */
function farSprms({ data }: WordFile, sprms: readonly Sprm[]): readonly Sprm[] {
  return sprms.flatMap(({ code, value }) => {
    if ((code !== 0x6646 && code !== 0x646b) || data === null || value.u32(0) + 2 > data.length) return [];
    const at = value.u32(0);
    return sprmsIn(data.cut(at + 2, Math.min(data.u16(at), data.length - at - 2)));
  });
}

function pagesOf({ main, structure }: WordFile, name: 'characterPages' | 'paragraphPages'): readonly Stretch[] {
  const list = structure(name);
  const count = Math.max(0, Math.floor((list.length - 4) / 8));
  return Array.from({ length: count }, (_, i) => {
    const number = list.u32(4 * (count + 1) + 4 * i) & 0x3fffff;
    return main.cut(number * pageSize, pageSize);
  });
}

/** @param size of what is told of each after the places; its first byte is half the offset of the properties */
function entriesOf(page: Stretch, size: number) {
  const count = Math.min(page.u8(pageSize - 1), Math.floor((pageSize - 5) / (4 + size)));
  return Array.from({ length: count }, (_, i) => ({
    from: page.u32(4 * i),
    to: page.u32(4 * i + 4),
    offset: 2 * page.u8(4 * (count + 1) + size * i),
  }));
}
