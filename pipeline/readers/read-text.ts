/** A source file → its text, by what the bytes are. Later readers (PDF, Word, web pages, spreadsheets) join here. */
import type { Note } from '../model/finding.ts';
import type { ReadText, SourceFile } from '../model/layout.ts';
import { Refusal } from '../model/refusal.ts';
import { decode } from './decode.ts';
import { type FileType, fileType } from './file-type.ts';

const unreadTypes: Readonly<Record<Exclude<FileType, 'text'>, string>> = {
  pdf: 'a PDF',
  zip: 'a Word, Excel or zip file',
  compound: 'an old Word or Excel file',
  html: 'a web page',
  image: 'a picture',
  rtf: 'an RTF file',
};

/**
 * @param source the file
 * @param note receives findings about the encoding
 * @returns the text as given, less a byte-order mark
 * @throws Refusal when the file is no plain text
 */
export function readText(source: SourceFile, note: Note): ReadText {
  const type = fileType(source.bytes);
  if (type !== 'text') {
    const message = `${source.path}: ${unreadTypes[type]}; this version reads plain text only`;
    throw new Refusal('unsupported-format', message);
  }
  const { text, encoding, undecodable } = decode(source.bytes, source.path);
  if (undecodable > 0) {
    const message = `${undecodable} characters could not be read as ${encoding}; they stand as U+FFFD`;
    note({ code: 'bytes-undecodable', message, span: null });
  }
  if (encoding !== 'utf-8') note({ code: 'encoding-guessed', message: `read as ${encoding}`, span: null });
  return { format: 'text', text, encoding };
}
