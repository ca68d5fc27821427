/** Old Word documents (Word 97) written out in a test: one page of paragraph formats, one of character formats. */
import { CFB } from '@e965/xlsx';

export interface TestRun {
  readonly text: string;
  /** Single properties: code, then the bytes of the value. */
  readonly sprms?: readonly (readonly [number, ...number[]])[];
}

export interface TestParagraph {
  readonly runs: readonly TestRun[];
  readonly mark?: '\r' | '\x07';
  readonly sprms?: readonly (readonly [number, ...number[]])[];
}

export interface TestLists {
  /** Of each list: its levels' format (MSONFC), words with low characters for numbers. */
  readonly levels: readonly (readonly [number, string])[];
}

const inTable = [0x2416, 1] as const;
const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

export const para = (text: string, ...sprms: readonly (readonly [number, ...number[]])[]): TestParagraph => ({
  runs: [{ text }],
  sprms,
});

/**
 * A row of a table.
 * @param edges in twips, one more than cells
 * @param merges of each cell, bits of TCGRF
 */
export function docRow(
  cells: readonly string[],
  edges: readonly number[],
  merges: readonly number[] = [],
): readonly TestParagraph[] {
  const tcs = cells.flatMap((_, i) => [...u16(merges[i] ?? 0), ...Array<number>(18).fill(0)]);
  const value = [cells.length, ...edges.flatMap(u16), ...tcs];
  const definition: readonly [number, ...number[]] = [0xd608, ...u16(value.length + 1), ...value];
  return [
    ...cells.map((text): TestParagraph => ({ runs: [{ text }], mark: '\x07', sprms: [inTable] })),
    { runs: [], mark: '\x07', sprms: [inTable, [0x2417, 1], definition] },
  ];
}

export function docOf(paragraphs: readonly TestParagraph[], lists?: TestLists): Uint8Array {
  const textAt = 0x800;
  let text = '';
  const runs: { readonly to: number; readonly grpprl: readonly number[] }[] = [];
  const marks: { readonly to: number; readonly grpprl: readonly number[] }[] = [];
  const place = () => textAt + 2 * text.length;
  for (const { runs: own, mark = '\r', sprms = [] } of paragraphs) {
    for (const run of own) {
      text += run.text;
      runs.push({ to: place(), grpprl: bytesOf(run.sprms ?? []) });
    }
    text += mark;
    runs.push({ to: place(), grpprl: [] });
    marks.push({ to: place(), grpprl: bytesOf(sprms) });
  }
  const pagesAt = Math.ceil(place() / 512) * 512;
  const runPage = pageOf(textAt, runs, 1, (grpprl) => (grpprl.length === 0 ? [] : [grpprl.length, ...grpprl]));
  const markPages = marks.map(({ to, grpprl }, i) =>
    pageOf(marks[i - 1]?.to ?? textAt, [{ to, grpprl }], 13, (own) => {
      const all = [0, 0, ...own];
      return all.length % 2 === 1 ? [(all.length + 1) / 2, ...all] : [0, all.length / 2, ...all];
    }),
  );
  const main = Buffer.concat([Buffer.alloc(pagesAt), runPage, ...markPages]);
  Buffer.from(text, 'utf16le').copy(main, textAt);
  const structures = new Map<number, Buffer>([
    [12, Buffer.from([...u32(textAt), ...u32(place()), ...u32(pagesAt / 512)])],
    [
      13,
      Buffer.from([textAt, ...marks.map(({ to }) => to), ...marks.map((_, i) => pagesAt / 512 + 1 + i)].flatMap(u32)),
    ],
    [33, Buffer.from([2, ...u32(16), ...u32(0), ...u32(text.length), ...u16(0), ...u32(textAt), ...u16(0)])],
  ]);
  const table: Buffer[] = [];
  let at = 0;
  const point = (index: number, length: number, content: Buffer) => {
    main.writeUInt32LE(at, 154 + 8 * index);
    main.writeUInt32LE(length, 158 + 8 * index);
    table.push(content);
    at += content.length;
  };
  for (const [index, content] of structures) point(index, content.length, content);
  if (lists !== undefined) {
    const head = [...u16(1), ...u32(7), ...Array<number>(22).fill(0), 0, 0];
    const levels = Array.from({ length: 9 }, (_, i) => levelOf(...(lists.levels[i] ?? [0, ''])));
    point(73, head.length, Buffer.from([...head, ...levels.flat()]));
    const override = [...u32(1), ...u32(7), ...Array<number>(12).fill(0), ...u32(0xffffffff)];
    point(74, override.length, Buffer.from(override));
  }
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt32LE(text.length, 76);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', main);
  CFB.utils.cfb_add(container, '/0Table', Buffer.concat(table));
  const written: unknown = CFB.write(container, { type: 'buffer' });
  if (!(written instanceof Uint8Array)) throw new TypeError('the document was not written as bytes');
  return written;
}

const bytesOf = (sprms: readonly (readonly [number, ...number[]])[]) =>
  sprms.flatMap(([code, ...value]) => [...u16(code), ...value]);

/** Places first, then what points to properties, which stand at the page's end. */
function pageOf(
  from: number,
  entries: readonly { readonly to: number; readonly grpprl: readonly number[] }[],
  size: number,
  pack: (grpprl: readonly number[]) => readonly number[],
): Buffer {
  const page = Buffer.alloc(512);
  page.writeUInt32LE(from, 0);
  page.writeUInt8(entries.length, 511);
  let end = 510;
  for (const [i, { to, grpprl }] of entries.entries()) {
    page.writeUInt32LE(to, 4 * (i + 1));
    const packed = pack(grpprl);
    if (packed.length === 0) continue;
    end = 2 * Math.floor((end - packed.length) / 2);
    Buffer.from(packed).copy(page, end);
    page.writeUInt8(end / 2, 4 * (entries.length + 1) + size * i);
  }
  return page;
}

function levelOf(format: number, words: string): readonly number[] {
  const head = [...u32(1), format, 0, ...Array<number>(9).fill(0), 2, ...Array<number>(12).fill(0)];
  return [...head, ...u16(words.length), ...Buffer.from(words, 'utf16le')];
}
