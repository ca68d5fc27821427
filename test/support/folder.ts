/** A folder for one test; all are removed when the test file is done. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

export interface Folder {
  readonly path: string;
  /** The absolute path of a name in it. */
  readonly at: (name: string) => string;
  /** Writes a file, with the folders on its way, and returns its absolute path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
}

const all = mkdtempSync(join(tmpdir(), 'mingzhang-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));

export function temporaryFolder(): Folder {
  return folderAt(mkdtempSync(join(all, 'test-')));
}

export function folderAt(path: string): Folder {
  const at = (name: string) => join(path, name);
  return {
    path,
    at,
    write: (name, content) => {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}
