/** What tells, without opening a file, that it was not written to: its size and its times. */
import { stat } from 'node:fs/promises';

/** A file written to this short a time ago may be written to again without its times telling, in milliseconds. */
const settling = 2000;

export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** Null while the file is too fresh to be told from a later state of it. */
  readonly stamp: string | null;
}

/**
 * @param now the present time, in milliseconds
 * @returns null when the file cannot be looked at
 */
export async function fileStamp(path: string, now: number): Promise<FileStamp | null> {
  try {
    const { size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    // The time of its last change of state cannot be set back, as the time of writing can (`touch`, `cp -p`).
    const fresh = now - Number(ctimeNs / 1_000_000n) < settling || now - Number(mtimeNs / 1_000_000n) < settling;
    return { size: Number(size), stamp: fresh ? null : `${size} ${mtimeNs} ${ctimeNs}` };
  } catch {
    return null;
  }
}
