/** The names in a zip's directory, without unpacking anything. */
import { firstZipNames } from './first-zip-names.ts';
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
    return [...names, ...firstZipNames(bytes)];
  }
  return names;
}
