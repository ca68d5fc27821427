/**
 * A web page's bytes → characters. What the page says of its encoding is often wrong: bytes that are UTF-8 throughout are UTF-8;
 * only where the bytes do not tell is the page believed.
 */
import { Refusal } from '../../model/refusal.ts';
import { type Decoded, decode } from '../decode.ts';

export interface DecodedPage {
  readonly text: string;
  readonly encoding: string;
  readonly undecodable: number;
  /** What the page says, where it says something else. */
  readonly stated: string | null;
}

/** A reading with more than this share of unreadable characters is not believed. */
const toleratedDamage = 0.002;

/** @throws Refusal `empty`, `binary` or `unknown-encoding` */
export function decodePage(bytes: Uint8Array, path: string): DecodedPage {
  const stated = statedEncoding(bytes);
  const decoded = byContent(bytes, path);
  if (decoded instanceof Refusal) {
    const believed = stated === null ? null : read(bytes, stated);
    if (believed === null) throw decoded;
    return { ...believed, stated: null };
  }
  return { ...decoded, stated: stated === null || sameEncoding(stated, decoded.encoding) ? null : stated };
}

function byContent(bytes: Uint8Array, path: string): Decoded | Refusal {
  try {
    return decode(bytes, path);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unknown-encoding') return error;
    throw error;
  }
}

/** The name a browser knows it by. */
function statedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const name = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,40})/i.exec(head)?.[1];
  try {
    return name === undefined ? null : new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

const sameEncoding = (stated: string, found: string) => stated === found || (stated === 'gbk' && found === 'gb18030');

function read(bytes: Uint8Array, encoding: string): Omit<DecodedPage, 'stated'> | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const undecodable = text.match(/\ufffd/g)?.length ?? 0;
  return undecodable <= text.length * toleratedDamage ? { text, encoding, undecodable } : null;
}
