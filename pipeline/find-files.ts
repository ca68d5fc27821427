/** What the user named (files, folders, patterns) → the report files to read, each once, in a stable order. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { errorCode, Refusal } from './model/refusal.ts';

/** Endings that are taken from a folder; a file that is named itself is read whatever its ending. */
export const reportEndings: readonly string[] = [
  '.txt',
  '.pdf',
  '.html',
  '.htm',
  '.shtml',
  '.mht',
  '.mhtml',
  '.zip',
  '.docx',
  '.doc',
  '.wps',
  '.xlsx',
  '.xls',
  '.et',
];

export interface FoundFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** What was named and holds nothing to read. */
  readonly refusals: readonly Refusal[];
  /** Files in named folders that were left out, counted by ending. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/**
 * @param named paths or patterns (`*`, `**`, `?`, `{a,b}`), relative to the working folder
 * @returns files in the order named, those of a folder or pattern sorted by path
 */
export async function findFiles(named: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const refusals: Refusal[] = [];
  const leftOut = new Map<string, number>();
  for (const name of named) {
    const type = typeOf(name);
    if (type instanceof Refusal) refusals.push(type);
    else if (type === 'file') files.add(resolve(name));
    else if (type === 'folder') {
      const inside = await globbed('**/*', name);
      const reports = inside.filter((path) => reportEndings.includes(extname(path).toLowerCase()));
      for (const path of reports) files.add(path);
      for (const path of inside) if (!reports.includes(path)) countEnding(leftOut, path);
      if (reports.length === 0) {
        refusals.push(
          new Refusal('no-reports', `${name}: no reports in this folder (looked for ${reportEndings.join(', ')})`),
        );
      }
    } else if (isDynamicPattern(name)) {
      const matching = await globbed(name, '.');
      for (const path of matching) files.add(path);
      if (matching.length === 0) refusals.push(new Refusal('no-reports', `${name}: no file matches this pattern`));
    } else refusals.push(new Refusal('missing', `${name}: no such file or folder`));
  }
  return { files: [...files], refusals, leftOut };
}

function typeOf(name: string): 'file' | 'folder' | Refusal | null {
  try {
    const stats = statSync(name, { throwIfNoEntry: false });
    return stats === undefined ? null : stats.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOTDIR') return null;
    if (code === undefined) throw error;
    return new Refusal('unreadable', `${name}: cannot be reached (${code})`);
  }
}

async function globbed(pattern: string, folder: string): Promise<readonly string[]> {
  const found = await glob(pattern, { cwd: folder, absolute: true, onlyFiles: true, expandDirectories: false });
  return found.map((path) => resolve(path)).sort((a, b) => (relative(folder, a) < relative(folder, b) ? -1 : 1));
}

function countEnding(counts: Map<string, number>, path: string): void {
  const ending = extname(path).toLowerCase() || '(none)';
  counts.set(ending, (counts.get(ending) ?? 0) + 1);
}

/**
 * @param found what the user named
 * @param maxBytes larger archives are left to their reader, which refuses them
 * @returns the same with the members of zips of several files in place of the zips; one that cannot be opened stays, to be
 *   refused where it is read
 */
export async function withMembers(found: FoundFiles, maxBytes: number): Promise<FoundFiles> {
  const files: string[] = [];
  for (const path of found.files) {
    try {
      const members = beginsAsZip(path, maxBytes) ? await membersIn(path, maxBytes) : null;
      files.push(...(members ?? [path]));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      files.push(path);
    }
  }
  return { ...found, files };
}

async function membersIn(path: string, maxBytes: number): Promise<readonly string[] | null> {
  const { membersOf } = await import('./readers/archive.ts');
  return membersOf(path, readFileSync(path), maxBytes);
}

/** Word and Excel documents do too; whatever cannot be opened is told of where it is read. */
function beginsAsZip(path: string, maxBytes: number): boolean {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > maxBytes) return false;
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(4);
      readSync(file, head, 0, 4, 0);
      return head.toString('latin1').startsWith('PK');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
