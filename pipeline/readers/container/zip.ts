/** A zip's directory and its members, one at a time, nothing larger than it says or than it may be. Only this file knows yauzl. */
import { buffer } from 'node:stream/consumers';
import zlib from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export interface ZipMember {
  /** As the archive gives it, folders included; not to be used as a path. */
  readonly name: string;
  /** Bytes when unpacked, as the directory says; unpacking stops with an error when it is not so. */
  readonly size: number;
  /** Bytes in the archive. */
  readonly packed: number;
  readonly encrypted: boolean;
  /** Throws when the member is damaged, encrypted, or packed by a method that is not known. */
  readonly unpack: () => Promise<Uint8Array>;
  /** The same piece by piece; throws at the end where its check sum is wrong. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/**
 * @param bytes the archive
 * @yields its members in the order of its directory, nothing unpacked yet
 * @throws Error when the directory is damaged, of members before the damage none is lost
 */
export async function* zipMembers(bytes: Uint8Array): AsyncGenerator<ZipMember> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(archive, { decodeStrings: false });
  for await (const entry of zip.eachEntry()) {
    yield {
      name: nameOf(entry),
      size: entry.uncompressedSize,
      packed: entry.compressedSize,
      encrypted: entry.isEncrypted(),
      unpack: async () => whole(entry, await buffer(await zip.openReadStreamPromise(entry))),
      pieces: () => piecesOf(zip, entry),
    };
  }
}

/** The library compares sizes alone; a changed digit has the same size. Node before 20.15 knows no such sums. */
function whole({ crc32 }: Entry, content: Buffer): Buffer {
  if (typeof zlib.crc32 === 'function' && zlib.crc32(content) !== crc32) throw new Error('its check sum is wrong');
  return content;
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('a stream of a zip gives bytes');
    if (typeof zlib.crc32 === 'function') sum = zlib.crc32(piece, sum);
    yield piece;
  }
  if (typeof zlib.crc32 === 'function' && sum !== entry.crc32) throw new Error('its check sum is wrong');
}

/** UTF-8 where the member says so or it can be nothing else; archives made on Chinese Windows say nothing and mean GBK. */
function nameOf({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw);
  }
}
