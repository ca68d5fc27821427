/** The names in a zip's directory, without unpacking anything. */
import { zipMembers } from './zip.ts';

/** Names beyond this many are not looked at. */
const enough = 2000;

/**
 * @param bytes a file that begins as a zip
 * @returns names as the archive gives them; of an archive without its directory, what its first members are called
 */
export async function zipNames(bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of zipMembers(bytes)) {
      names.push(name);
      if (names.length === enough) break;
    }
  } catch {
    return [...names, ...firstNames(bytes)];
  }
  return names;
}

/** A cut-off file keeps the headers of its first members: enough to say what it was. */
function firstNames(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.subarray(0, 65536));
  const names: string[] = [];
  for (let at = head.indexOf('PK\x03\x04'); at >= 0 && at + 30 < head.length; at = head.indexOf('PK\x03\x04', at + 4)) {
    names.push(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)));
  }
  return names;
}
