/** A page saved with its pictures (MHTML, RFC 2557) → the bytes of the page itself; the pictures are left where they are. */
import { Refusal } from '../../model/refusal.ts';

/** Parts beyond this many are not looked at; the page is the first or among the first. */
const enough = 50;

/**
 * @param bytes the file
 * @param path its name, for the message
 * @throws Refusal `damaged` when it holds no page
 */
export function savedPage(bytes: Uint8Array, path: string): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const boundary = /^content-type:\s*multipart\/related;(?:[^\n]*\n[ \t])*[^\n]*?boundary="?([^"\s;]{1,200})/im.exec(
    text.slice(0, 8192),
  )?.[1];
  const parts = boundary === undefined ? [] : text.split(`--${boundary}`, enough).slice(1);
  for (const part of parts) {
    const blank = /\r?\n\r?\n/.exec(part.slice(0, 8192).replace(/^\s+/, (blanks) => '-'.repeat(blanks.length)));
    if (blank === null) continue;
    const head = part.slice(0, blank.index);
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    return decoded(part.slice(blank.index + blank[0].length), head);
  }
  throw new Refusal('damaged', `${path}: a saved web page (MHTML) without the page; fetch it again`);
}

function decoded(body: string, head: string): Uint8Array {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  const plain = joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
