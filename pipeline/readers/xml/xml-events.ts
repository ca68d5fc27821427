/**
 * XML, piece by piece → its tags and words as they come, nothing kept. Nothing outside the bytes is ever fetched, and entities that a
 * document declares itself are refused, not expanded; depth, and the length of what stands between two tags, have ends.
 */
import { SaxesParser } from 'saxes';
import { Refusal } from '../../model/refusal.ts';

export interface XmlEvents {
  /** @param name without prefix: the same in Office's transitional and strict namespaces; attributes bear theirs */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (words: string) => void;
}

export interface XmlReader {
  /** @param bytes UTF-8 or UTF-16 with a mark, as the Office formats demand; may end within a character */
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

/** Word itself nests some twenty deep, tables in tables forty. */
const deepest = 300;
/** Characters without a tag among them: a cell holds 32 767, a picture written into a document some millions. */
const longest = 48 * 1024 * 1024;

/** The name without its prefix. */
export const local = (name: string) => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * @param path the file's name, for messages
 * @returns what takes the bytes; it throws Refusal `damaged` where they are not well-formed, `too-large` where they are too deep or
 *   go on without tags
 */
export function xmlReader(path: string, { open, close, text }: XmlEvents): XmlReader {
  let depth = 0;
  let silent = 0;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new Refusal('damaged', `${path}: damaged, its XML breaks off or is not well-formed (${error.message})`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    if (++depth > deepest) throw new Refusal('too-large', `${path}: XML nested over ${deepest} deep; not read`);
    open(local(name), attributes);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    silent = 0;
    depth--;
    close(local(name));
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const take = (words: string) => {
    silent += words.length;
    if (silent > longest)
      throw new Refusal('too-large', `${path}: over ${longest} characters of XML without a tag; not read`);
    parser.write(words);
  };
  return {
    write: (bytes) => {
      if (bytes.length === 0) return;
      decoder ??= new TextDecoder(encodingOf(bytes));
      take(decoder.decode(bytes, { stream: true }));
    },
    end: () => {
      take(decoder?.decode() ?? '');
      parser.close();
    },
  };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
