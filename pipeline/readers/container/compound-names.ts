/**
 * The names of the streams and storages at the top of a compound file (MS-CFB, the container of old Word and Excel): enough to
 * say what it holds. What is embedded deeper does not count.
 */

/** Directory entries beyond this many are not looked at. */
const enough = 20_000;
const endOfChain = 0xfffffffa;

/**
 * @param bytes a file with the signature of a compound file
 * @returns none where its directory cannot be followed
 */
export function compoundNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return [];
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return [];
  const entries = directoryOf(view, 1 << shift);
  const names: string[] = [];
  const waiting = [entries[0]?.child ?? endOfChain];
  const seen = new Set<number>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (entry === undefined || seen.has(id)) continue;
    seen.add(id);
    names.push(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}

interface Entry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** The directory's sectors in their order, each entry of 128 bytes; ends where the chain leaves the file or runs in a circle. */
function directoryOf(view: DataView, size: number): readonly Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<number>();
  for (let sector = view.getUint32(48, true); !seen.has(sector); sector = nextSector(view, size, sector)) {
    seen.add(sector);
    const start = (sector + 1) * size;
    if (start + size > view.byteLength || entries.length > enough) break;
    for (let at = start; at < start + size; at += 128) entries.push(entryAt(view, at));
  }
  return entries;
}

function entryAt(view: DataView, at: number): Entry {
  const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
  const name = new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
  const id = (offset: number) => view.getUint32(at + offset, true);
  return { name, left: id(68), right: id(72), child: id(76) };
}

/** By the allocation table, whose first 109 sectors the header lists: enough for files of 7 MB, and their directories begin early. */
function nextSector(view: DataView, size: number, sector: number): number {
  const index = Math.floor(sector / (size / 4));
  if (index >= 109) return endOfChain;
  const at = (view.getUint32(76 + index * 4, true) + 1) * size + (sector % (size / 4)) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : endOfChain;
}
