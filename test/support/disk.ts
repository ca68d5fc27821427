/** Places where writing goes wrong, though tests may run as root: small file systems, mounted until the test file is done. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Folder, folderAt } from './folder.ts';

export interface Disk extends Folder {
  readonly makeReadOnly: () => void;
}

const mounted: string[] = [];
afterAll(() => {
  for (const path of mounted) {
    run('umount', '-l', path);
    rmdirSync(path);
  }
});

/** @returns a file system of so many kilobytes, or null where mounting is not allowed */
export function mountDisk(kilobytes: number): Disk | null {
  const path = mkdtempSync(join(tmpdir(), 'mingzhang-disk-'));
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path)) {
    rmdirSync(path);
    return null;
  }
  mounted.push(path);
  return { ...folderAt(path), makeReadOnly: () => run('mount', '-o', 'remount,ro', path) };
}

function run(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}
