/** The lists of a Word 97 document (MS-DOC 2.9.131, 2.9.148, 2.9.150) → what counts them. */
import { countLists, type Level, type List, type Numbering } from '../list-numbers.ts';
import type { WordFile } from './open-doc.ts';
import type { Stretch } from './stretch.ts';

/** Names of ST_NumberFormat by MSONFC; those left out count in Arabic digits. */
const formats: Readonly<Record<number, string>> = {
  ...{
    1: 'upperRoman',
    2: 'lowerRoman',
    3: 'upperLetter',
    4: 'lowerLetter',
    10: 'ideographDigital',
    11: 'japaneseCounting',
  },
  ...{
    14: 'decimalFullWidth',
    16: 'ideographLegalTraditional',
    17: 'japaneseDigitalTenThousand',
    18: 'decimalEnclosedCircle',
  },
  ...{
    19: 'decimalFullWidth2',
    22: 'decimalZero',
    23: 'bullet',
    26: 'decimalEnclosedFullstop',
    27: 'decimalEnclosedParen',
  },
  ...{
    28: 'decimalEnclosedCircleChinese',
    29: 'ideographEnclosedCircle',
    30: 'ideographTraditional',
    31: 'ideographZodiac',
  },
  ...{
    33: 'taiwaneseCounting',
    34: 'ideographLegalTraditional',
    35: 'taiwaneseCountingThousand',
    36: 'taiwaneseDigital',
  },
  ...{ 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none' },
};

/** More lists than this no document has. */
const most = 20_000;

/** Lists by the number that paragraphs call them by, from 1. */
export function readLists(file: WordFile): Numbering {
  const definitions = definitionsOf(file);
  const overrides = file.structure('overrides');
  if (overrides.length < 4) return countLists(new Map());
  const count = Math.min(overrides.u32(0), most);
  let at = 4 + 16 * count;
  const lists = Array.from({ length: count }, (_, i): readonly [string, List] => {
    const definition = overrides.u32(4 + 16 * i);
    const changed = overrides.u8(4 + 16 * i + 12);
    const levels = new Map(definitions.get(definition));
    const restarts = new Map<number, number>();
    at += 4;
    for (let change = 0; change < changed && at + 8 <= overrides.length; change++) {
      const flags = overrides.u32(at + 4);
      const depth = flags & 0xf;
      if ((flags & 0x10) !== 0) restarts.set(depth, overrides.u16(at));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const { level, length } = levelAt(overrides, at);
      levels.set(depth, level);
      at += length;
    }
    return [String(i + 1), { definition: String(definition), levels, restarts }];
  });
  return countLists(new Map(lists));
}

/** The levels of each definition stand one after another behind the list of definitions, outside its own length. */
function definitionsOf({ table, main, structure }: WordFile): ReadonlyMap<number, ReadonlyMap<number, Level>> {
  const list = structure('lists');
  if (list.length < 2) return new Map();
  const count = Math.min(list.u16(0), Math.floor((list.length - 2) / 28));
  let at = main.u32(154 + 8 * 73) + list.length;
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const simple = (list.u8(2 + 28 * i + 26) & 1) !== 0;
      const levels = Array.from({ length: simple ? 1 : 9 }, (_, depth): readonly [number, Level] => {
        const { level, length } = levelAt(table, at);
        at += length;
        return [depth, level];
      });
      return [list.u32(2 + 28 * i), new Map(levels)];
    }),
  );
}

/** A level of 28 bytes, its properties, and its words, in which a low character stands for the number of a level. */
function levelAt(from: Stretch, at: number): { readonly level: Level; readonly length: number } {
  const format = formats[from.u8(at + 4)] ?? 'decimal';
  const flags = from.u8(at + 5);
  const words = at + 28 + from.u8(at + 24) + from.u8(at + 25);
  const characters = from.u16(words);
  const pattern = new TextDecoder('utf-16le').decode(from.bytes(words + 2, 2 * characters));
  const level: Level = {
    start: from.u32(at) & 0x7fff,
    format,
    pattern: [...pattern].map((sign) => (sign < '\t' ? `%${sign.charCodeAt(0) + 1}` : sign)).join(''),
    restart: (flags & 0x8) === 0 ? null : from.u8(at + 26),
    legal: (flags & 0x4) !== 0,
    spaced: from.u8(at + 15) !== 2,
    style: null,
  };
  return { level, length: words + 2 + 2 * characters - at };
}
