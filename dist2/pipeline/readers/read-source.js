/** A path → the bytes of a report, or one clear line why not. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode, Refusal } from '../model/refusal.js';
/**
 * @param path where the file is
 * @param maxBytes refuse larger files
 * @throws Refusal `missing`, `unreadable`, `empty` or `too-large`
 */
export async function readSource(path, maxBytes) {
    const bytes = await readBytes(path, maxBytes);
    if (bytes.length === 0)
        throw new Refusal('empty', `${path}: the file is empty`);
    return { path, file: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
async function readBytes(path, maxBytes) {
    try {
        const stats = await stat(path);
        const { size } = stats;
        if (!stats.isFile() && !stats.isDirectory())
            throw new Refusal('unreadable', `${path}: a device or a pipe, not a file`);
        if (size > maxBytes) {
            throw new Refusal('too-large', `${path}: ${size} bytes, over the limit of ${maxBytes}; raise it with --max-bytes`);
        }
        return await readFile(path);
    }
    catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT')
            throw new Refusal('missing', `${path}: no such file`);
        if (code === 'EISDIR')
            throw new Refusal('unreadable', `${path}: a folder, not a file`);
        if (code === 'EACCES' || code === 'EPERM')
            throw new Refusal('unreadable', `${path}: no permission to read it`);
        if (error instanceof Refusal || code === undefined)
            throw error;
        throw new Refusal('unreadable', `${path}: reading it failed (${code})`);
    }
}
