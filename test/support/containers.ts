/** Small zip and compound files, made in code; nothing in them is packed unless asked. */
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * @param members names and contents, in order
 * @param pack deflate the contents
 */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>, pack = false): Uint8Array {
  return zipOfBytes(
    Object.entries(members).map(([name, content]) => [Buffer.from(name), Buffer.from(content)]),
    pack,
  );
}

/** The same with names in any bytes, twice the same name too. */
export function zipOfBytes(members: readonly (readonly [Buffer, Buffer])[], pack = false): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of members) {
    const data = pack ? deflateRawSync(content) : content;
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(pack ? 8 : 0, 4);
    header.writeUInt32LE(crc32(content), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, name, data]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), header, place, name]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

/**
 * A compound file of one directory sector: empty streams, and a storage that holds others.
 * @param names streams at the top, at most two when there is a storage
 * @param inside streams of a storage at the top
 */
export function compoundOf(names: readonly string[], inside: readonly string[] = []): Uint8Array {
  const none = 0xffffffff;
  const header = Buffer.alloc(512, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  const storage = inside.length === 0 ? [] : ['ObjectPool'];
  const top = [...names, ...storage];
  const all = [...top, ...inside];
  const sector = Buffer.alloc(Math.ceil((all.length + 1) / 4) * 512);
  const entry = (id: number, name: string, right: number, child: number) => {
    const words = Buffer.from(`${name}\0`, 'utf16le');
    words.copy(sector, id * 128);
    sector.writeUInt16LE(words.length, id * 128 + 64);
    sector.writeUInt32LE(none, id * 128 + 68);
    sector.writeUInt32LE(right, id * 128 + 72);
    sector.writeUInt32LE(child, id * 128 + 76);
  };
  entry(0, 'Root Entry', none, 1);
  all.forEach((name, i) => {
    const last = i === top.length - 1 || i === all.length - 1;
    entry(i + 1, name, last ? none : i + 2, name === 'ObjectPool' ? top.length + 1 : none);
  });
  for (let i = 2; i <= sector.length / 512; i++) {
    table.writeUInt32LE(i, (i - 1) * 4);
    table.writeUInt32LE(0xfffffffe, i * 4);
  }
  return Buffer.concat([header, table, sector]);
}
