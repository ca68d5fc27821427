/** A shelf of readers, one for each type of file, and how the right one is taken off it. */
import type { Note } from '../model/finding.ts';
import type { Layout, NamedBytes } from '../model/layout.ts';
import { Refusal } from '../model/refusal.ts';
import { type FileType, fileTypes, typeOfBytes, type ZipNames } from './type-of-bytes.ts';

/** Throws a Refusal when the file is damaged, encrypted, or holds nothing to read. */
export type LayoutReader<Options> = (source: NamedBytes, options: Options, note: Note) => Promise<Layout>;

export interface ReaderShelf<Options> {
  readonly readers: Readonly<Partial<Record<FileType, LayoutReader<Options>>>>;
  /** How far it is looked into zips to tell what they are. */
  readonly zipNames: ZipNames;
  /** What is read, said of a file that is not. */
  readonly reach: string;
}

/** What can be done with a file that no reader takes. */
const advice: Readonly<Partial<Record<FileType, string>>> = {
  archive: 'unpack it and name its files',
  locked: 'save it without its password',
  'office-xml': 'save it as docx or xlsx',
};

/**
 * @param note receives findings about the file's encoding, fonts and pages
 * @throws Refusal when no reader of the shelf takes the file; it names what the file seems to be
 */
export async function readByShelf<Options>(
  { readers, zipNames, reach }: ReaderShelf<Options>,
  source: NamedBytes,
  options: Options,
  note: Note,
): Promise<Layout> {
  const type = await typeOfBytes(source.bytes, zipNames);
  const read = readers[type];
  if (read !== undefined) return read(source, options, note);
  throw new Refusal('unsupported-format', `${source.path}: ${fileTypes[type]}; ${advice[type] ?? reach}`);
}
