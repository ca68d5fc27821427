/**
 * Zips of several files: their members are documents of their own, under the archive's path as if it were a folder:
 * `reports.zip/2023/决算.pdf`. Nothing is ever written to disk, so no name in an archive leads anywhere.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { SourceFile } from '../model/layout.ts';
import { errorCode, Refusal } from '../model/refusal.ts';
import { type ZipMember, zipMembers } from './container/zip.ts';
import { fileType } from './file-type.ts';

const mostMembers = 1000;
/** Packed tighter than reports ever are, from this size on. */
const tightest = 250;
const harmless = 1_000_000;

interface NamedMember {
  /** The archive's path and the member's name, without what leads elsewhere. */
  readonly path: string;
  readonly member: ZipMember;
}

/**
 * @param path a file
 * @param bytes what it holds
 * @param maxBytes an archive that unpacks to more is refused
 * @returns paths of its members, each once; null when it is no zip of several files
 * @throws Refusal `damaged`, `too-large` or `empty`
 */
export async function membersOf(path: string, bytes: Uint8Array, maxBytes: number): Promise<readonly string[] | null> {
  if ((await fileType(bytes)) !== 'zip') return null;
  const members = await listed(path, bytes);
  if (members.length === 0) throw new Refusal('empty', `${path}: a zip without files`);
  const size = members.reduce((sum, { member }) => sum + member.size, 0);
  if (size > maxBytes) {
    const words = `a zip that unpacks to ${size} bytes, over the limit of ${maxBytes}; raise it with --max-bytes`;
    throw new Refusal('too-large', `${path}: ${words}`);
  }
  if (size > harmless && size > bytes.length * tightest)
    throw new Refusal('too-large', `${path}: a zip that unpacks to ${size} bytes from ${bytes.length}; not opened`);
  return members.map((one) => one.path);
}

/**
 * @param path of a member, as `membersOf` gives it
 * @returns null when no file on its way is a zip, or it holds no such member
 * @throws Refusal when the member is encrypted, damaged, larger than may be, or a zip itself
 */
export async function readMember(path: string, maxBytes: number): Promise<SourceFile | null> {
  for (let archive = dirname(path); archive !== dirname(archive); archive = dirname(archive)) {
    const bytes = await contentOf(archive, maxBytes);
    if (bytes === null) continue;
    if ((await fileType(bytes)) !== 'zip') return null;
    const named = (await listed(archive, bytes)).find((one) => one.path === path);
    return named === undefined ? null : sourceOf(named, maxBytes);
  }
  return null;
}

async function sourceOf({ path, member }: NamedMember, maxBytes: number): Promise<SourceFile> {
  if (member.encrypted) throw new Refusal('encrypted', `${path}: encrypted in its zip; unpack it and name the file`);
  if (member.size > maxBytes)
    throw new Refusal(
      'too-large',
      `${path}: ${member.size} bytes, over the limit of ${maxBytes}; raise it with --max-bytes`,
    );
  const bytes = await unpacked(path, member);
  if (bytes.length === 0) throw new Refusal('empty', `${path}: the file is empty`);
  if ((await fileType(bytes)) === 'zip')
    throw new Refusal('unsupported-format', `${path}: a zip within a zip is not opened; unpack it and name its files`);
  return { path, file: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function unpacked(path: string, member: ZipMember): Promise<Uint8Array> {
  try {
    return await member.unpack();
  } catch (error) {
    throw new Refusal('damaged', `${path}: damaged in its zip (${error instanceof Error ? error.message : error})`);
  }
}

async function listed(archive: string, bytes: Uint8Array): Promise<readonly NamedMember[]> {
  const members: NamedMember[] = [];
  const taken = new Set<string>();
  try {
    for await (const member of zipMembers(bytes)) {
      const name = harmlessName(member.name);
      if (name === null) continue;
      if (members.length === mostMembers)
        throw new Refusal('too-large', `${archive}: a zip of more than ${mostMembers} files; unpack it`);
      let path = `${archive}/${name}`;
      for (let again = 2; taken.has(path); again++) path = `${archive}/${again}/${name}`;
      taken.add(path);
      members.push({ path, member });
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new Refusal('damaged', `${archive}: a damaged zip (${words.split('\n')[0]}); fetch it again`);
  }
  return members;
}

/** Without `..`, drives and control characters; null for folders and what systems put in archives for themselves. */
function harmlessName(name: string): string | null {
  if (/[/\\]$/.test(name) || /(?:^|[/\\])(?:__MACOSX[/\\]|\.DS_Store$|Thumbs\.db$|\._)/.test(name)) return null;
  const parts = name
    .replace(/\p{Cc}/gu, '')
    .split(/[/\\]+/)
    .filter((part) => !/^(?:\.{0,2}|[A-Za-z]:)$/.test(part));
  return parts.length === 0 ? null : parts.join('/');
}

async function contentOf(path: string, maxBytes: number): Promise<Uint8Array | null> {
  try {
    const stats = await stat(path);
    return stats.isFile() && stats.size <= maxBytes ? await readFile(path) : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}
