/** A path → the bytes of a report, or one clear line why not. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceFile } from '../model/layout.ts';
import { errorCode, Refusal } from '../model/refusal.ts';

/**
 * @param path where the file is; a member of a zip has the zip's path before its own
 * @param maxBytes refuse larger files
 * @throws Refusal `missing`, `unreadable`, `empty` or `too-large`
 */
export async function readSource(path: string, maxBytes: number): Promise<SourceFile> {
  const bytes = await readBytes(path, maxBytes);
  if (bytes === null) {
    const { readMember } = await import('./archive.ts');
    const member = await readMember(path, maxBytes);
    if (member === null) throw new Refusal('missing', `${path}: no such file`);
    return member;
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) await refuseArchive(path, bytes, maxBytes);
  if (bytes.length === 0) throw new Refusal('empty', `${path}: the file is empty`);
  return { path, file: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A zip of several files is none of them; what is wrong with a damaged one is told. */
async function refuseArchive(path: string, bytes: Uint8Array, maxBytes: number): Promise<void> {
  const { membersOf } = await import('./archive.ts');
  const members = await membersOf(path, bytes, maxBytes);
  if (members !== null) {
    const words = `a zip of ${members.length === 1 ? '1 file' : `${members.length} files`}; name one of them, as ${members[0]}`;
    throw new Refusal('unsupported-format', `${path}: ${words}`);
  }
}

/** @returns null where a file stands on the way: it may be an archive */
async function readBytes(path: string, maxBytes: number): Promise<Uint8Array | null> {
  try {
    const stats = await stat(path);
    const { size } = stats;
    if (!stats.isFile() && !stats.isDirectory())
      throw new Refusal('unreadable', `${path}: a device or a pipe, not a file`);
    if (size > maxBytes) {
      throw new Refusal(
        'too-large',
        `${path}: ${size} bytes, over the limit of ${maxBytes}; raise it with --max-bytes`,
      );
    }
    return await readFile(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOTDIR') return null;
    if (code === 'ENOENT') throw new Refusal('missing', `${path}: no such file`);
    if (code === 'EISDIR') throw new Refusal('unreadable', `${path}: a folder, not a file`);
    if (code === 'EACCES' || code === 'EPERM') throw new Refusal('unreadable', `${path}: no permission to read it`);
    if (error instanceof Refusal || code === undefined) throw error;
    throw new Refusal('unreadable', `${path}: reading it failed (${code})`);
  }
}
