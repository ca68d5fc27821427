/** Which part of an Office package is what: told by relationships, not by names (ECMA-376 part 2). */
import { posix } from 'node:path';
import { elementsIn, type XmlElement } from './parse-xml.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, the same in the transitional and the strict namespaces. */
  readonly type: string;
  /** The name of the part. */
  readonly target: string;
}

/** @param name of a part, empty for the package itself @returns the name of the part that lists its relationships */
export const relationsPart = (name: string): string =>
  posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);

/** @param folder of the part whose relationships they are @returns those to parts of the package */
export function relationshipsIn(relations: XmlElement, folder: string): readonly Relationship[] {
  return elementsIn(relations, 'Relationship').flatMap(({ attributes }) => {
    if (attributes.get('TargetMode') === 'External') return [];
    const target = attributes.get('Target') ?? '';
    const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
    const id = attributes.get('Id') ?? '';
    return [{ id, type, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) }];
  });
}
