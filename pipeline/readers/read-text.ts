/** A text file → its text, whatever its encoding. */
import type { Note } from '../model/finding.ts';
import type { NamedBytes, ReadText } from '../model/layout.ts';
import { decode } from './decode.ts';

/**
 * @param source the file
 * @param note receives findings about the encoding
 * @returns the text as given, less a byte-order mark
 * @throws Refusal when the bytes are no text
 */
export function readText(source: NamedBytes, note: Note): ReadText {
  const { text, encoding, undecodable } = decode(source.bytes, source.path);
  if (undecodable > 0) {
    const message = `${undecodable} characters could not be read as ${encoding}; they stand as U+FFFD`;
    note({ code: 'bytes-undecodable', message, span: null });
  }
  if (encoding !== 'utf-8') note({ code: 'encoding-guessed', message: `read as ${encoding}`, span: null });
  return { format: 'text', text, encoding };
}
