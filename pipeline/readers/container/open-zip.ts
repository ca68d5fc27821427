/** The members of a zip that are wanted, unpacked within limits, which are checked against the directory before anything is unpacked. */
import { Refusal } from '../../model/refusal.ts';
import { type ZipMember, zipMembers } from './zip.ts';

export interface ZipLimits {
  /** Members the archive may list. */
  readonly members: number;
  /** Bytes that all members wanted may unpack to. */
  readonly bytes: number;
  /** Times its packed size that a large member may unpack to; Word's and Excel's own XML stays under 60. */
  readonly ratio: number;
}

export const zipLimits: ZipLimits = { members: 10_000, bytes: 192 * 1024 * 1024, ratio: 300 };
/** A member of fewer bytes harms nobody, whatever its ratio. */
const harmless = 4 * 1024 * 1024;

/**
 * @param bytes the archive
 * @param path its name, for messages
 * @param wanted which members to unpack, by name
 * @returns members by name
 * @throws Refusal `damaged` where the archive or a member is broken, `too-large` beyond the limits
 */
export async function openZip(
  bytes: Uint8Array,
  path: string,
  wanted: (name: string) => boolean,
  limits: ZipLimits = zipLimits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const unpacked = new Map<string, Uint8Array>();
  const members = await membersWithin(bytes, path, wanted, limits);
  for (const member of members) unpacked.set(member.name, await whole(member, path));
  return unpacked;
}

/**
 * @param wanted which members are looked for, by name
 * @returns them within the limits, nothing unpacked yet
 * @throws Refusal as `openZip` does
 */
export async function membersWithin(
  bytes: Uint8Array,
  path: string,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<readonly ZipMember[]> {
  try {
    return await chosen(bytes, path, wanted, limits);
  } catch (error) {
    throw damagedBy(error, path);
  }
}

/** @throws Refusal `damaged` */
export async function whole(member: ZipMember, path: string): Promise<Uint8Array> {
  try {
    return await member.unpack();
  } catch (error) {
    throw damagedBy(error, path);
  }
}

/** A member too large to be held. @throws Refusal `damaged`, also after its last piece */
export async function* pieces(member: ZipMember, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* member.pieces();
  } catch (error) {
    throw damagedBy(error, path);
  }
}

/** Whatever the library meets in broken bytes, the archive is what is wrong. */
function damagedBy(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new Refusal('damaged', `${path}: damaged (${words}); fetch it again`);
}

async function chosen(bytes: Uint8Array, path: string, wanted: (name: string) => boolean, limits: ZipLimits) {
  const members: ZipMember[] = [];
  let listed = 0;
  let total = 0;
  const tooLarge = (words: string) => new Refusal('too-large', `${path}: ${words}; not read`);
  for await (const member of zipMembers(bytes)) {
    if (++listed > limits.members) throw tooLarge(`an archive of more than ${limits.members} members`);
    if (!wanted(member.name)) continue;
    total += member.size;
    if (total > limits.bytes) throw tooLarge(`unpacks to more than ${Math.round(limits.bytes / 1024 / 1024)} MB`);
    if (member.size > harmless && member.size > member.packed * limits.ratio) {
      throw tooLarge(`“${member.name}” in it unpacks to more than ${limits.ratio} times its size`);
    }
    members.push(member);
  }
  return members;
}
