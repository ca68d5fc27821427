/** The streams of a Word 97 document and what its header says of them (MS-DOC 2.5, the File Information Block). */
import { Refusal } from '../../../model/refusal.ts';
import { openCompound } from '../../container/compound.ts';
import { Stretch } from './stretch.ts';

export interface WordFile {
  readonly main: Stretch;
  /** The stream of tables, whichever of the two is in force. */
  readonly table: Stretch;
  /** What is too long for the others; null where nothing is. */
  readonly data: Stretch | null;
  /** Characters of the body, its notes, its headers, … in the order they follow one another. */
  readonly counts: Readonly<Record<'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'boxes', number>>;
  /** A structure in the stream of tables; empty where the document has none. */
  readonly structure: (name: keyof typeof structures) => Stretch;
}

/** Their numbers in FibRgFcLcb97. */
const structures = { styles: 1, characterPages: 12, paragraphPages: 13, pieces: 33, lists: 73, overrides: 74 } as const;

const firstWord97 = 0x00c1;

/** @throws Refusal `encrypted`, `damaged`, `unsupported-format` for Word 6 and 95 */
export function openDoc(bytes: Uint8Array, path: string): WordFile {
  const streams = openCompound(bytes, path);
  const stream = (name: string) => {
    const content = streams.get(name);
    return content === undefined ? null : new Stretch(content, path);
  };
  const main = stream('WordDocument');
  if (main === null) throw new Refusal('damaged', `${path}: a Word document without its text`);
  const flags = main.u16(10);
  if ((flags & 0x0100) !== 0) throw new Refusal('encrypted', `${path}: encrypted; save it without its password`);
  if (main.u16(2) < firstWord97) {
    throw new Refusal('unsupported-format', `${path}: a document of Word 95 or older; save it as docx`);
  }
  const table = stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (table === null) throw new Refusal('damaged', `${path}: a Word document without its tables of contents`);
  const count = (index: number) => main.u32(76 + 4 * index);
  return {
    main,
    table,
    data: stream('Data'),
    counts: {
      ...{
        body: count(0),
        footnotes: count(1),
        headers: count(2),
        comments: count(4),
        endnotes: count(5),
        boxes: count(6),
      },
    },
    structure: (name) => {
      const at = 154 + 8 * structures[name];
      return table.cut(main.u32(at + 4) === 0 ? 0 : main.u32(at), main.u32(at + 4));
    },
  };
}
