/** The streams of a compound file (MS-CFB), the container of old Word. */
import { CFB } from '@e965/xlsx';
import { z } from 'zod';
import { Refusal } from '../../model/refusal.ts';

/** The library tells no types of its own. */
const container = z.object({
  FullPaths: z.array(z.string()),
  FileIndex: z.array(z.object({ content: z.custom<ArrayLike<number>>().optional() })),
});

/**
 * @param path the file's name, for messages
 * @returns the streams at the top, by name
 * @throws Refusal `damaged`
 */
export function openCompound(bytes: Uint8Array, path: string): ReadonlyMap<string, Uint8Array> {
  const { FullPaths, FileIndex } = container.parse(parse(bytes, path));
  return new Map(
    FullPaths.flatMap((full, index): readonly (readonly [string, Uint8Array])[] => {
      const content = FileIndex[index]?.content;
      const [, name, deeper] = full.split('/');
      return content === undefined || name === undefined || deeper !== undefined
        ? []
        : [[name, Uint8Array.from(content)]];
    }),
  );
}

function parse(bytes: Uint8Array, path: string): unknown {
  try {
    return CFB.read(Buffer.from(bytes), { type: 'buffer' });
  } catch (error) {
    // Whatever the library meets in broken bytes, the container is what is wrong.
    const words = error instanceof Error ? error.message : String(error);
    throw new Refusal('damaged', `${path}: damaged (${words}); fetch it again`);
  }
}
