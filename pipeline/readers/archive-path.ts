/** Whether a name leads into a file, as into a folder: what it names may be a member of a zip. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** @param path relative to the working folder */
export function isMember(path: string): boolean {
  for (let above = dirname(resolve(path)); above !== dirname(above); above = dirname(above)) {
    try {
      const stats = statSync(above, { throwIfNoEntry: false });
      if (stats !== undefined) return stats.isFile();
    } catch {
      // A file stands further up.
    }
  }
  return false;
}
