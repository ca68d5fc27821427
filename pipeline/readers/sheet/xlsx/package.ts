/**
 * The parts of a workbook's package that are wanted, found by relationships (ECMA-376 part 2). Small ones are held as trees; sheets
 * and strings, which may be larger than memory, are only opened.
 */
import { posix } from 'node:path';
import { Refusal } from '../../../model/refusal.ts';
import { membersWithin, pieces, whole, type ZipLimits, zipLimits } from '../../container/open-zip.ts';
import type { ZipMember } from '../../container/zip.ts';
import { parseXml, type XmlElement } from '../../xml/parse-xml.ts';
import { type Relationship, relationshipsIn, relationsPart } from '../../xml/relationships.ts';
import { type XmlEvents, xmlReader } from '../../xml/xml-events.ts';

export interface WorkbookPackage {
  /** The root of the main part; null where it is no XML (xlsb). */
  readonly workbook: XmlElement | null;
  /** Of the main part. */
  readonly relations: readonly Relationship[];
  /** The name of a part beside the main one. */
  readonly beside: (name: string) => string;
  readonly tree: (name: string) => Promise<XmlElement | undefined>;
  /** @returns false where there is no such part */
  readonly stream: (name: string, events: XmlEvents) => Promise<boolean>;
}

/** What is read piece by piece takes no memory, only time. */
const limits: ZipLimits = { ...zipLimits, bytes: 1024 * 1024 * 1024 };

const isTold = (name: string) =>
  /\.(?:xml|rels|bin)$/i.test(name) &&
  !/(?:theme|customXml|docProps|embeddings|charts|drawings|media|printerSettings|pivotCache|pivotTables|externalLinks)[/\\]/i.test(
    name,
  );

/** @throws Refusal `damaged`, `too-large` */
export async function openPackage(bytes: Uint8Array, path: string): Promise<WorkbookPackage> {
  const members = new Map<string, ZipMember>();
  for (const member of await membersWithin(bytes, path, isTold, limits)) members.set(keyOf(member.name), member);
  const tree = async (name: string): Promise<XmlElement | undefined> => {
    const member = members.get(keyOf(name));
    if (member === undefined) return undefined;
    if (member.size > zipLimits.bytes)
      throw new Refusal('too-large', `${path}: “${name}” in it is too large; not read`);
    return parseXml(await whole(member, path), path);
  };
  const relationsOf = async (name: string): Promise<readonly Relationship[]> => {
    const relations = await tree(relationsPart(name));
    return relations === undefined ? [] : relationshipsIn(relations, posix.dirname(name));
  };
  const stated = (await relationsOf('')).find(({ type }) => type === 'officeDocument')?.target;
  const main = stated ?? (members.has('xl/workbook.bin') ? 'xl/workbook.bin' : 'xl/workbook.xml');
  const workbook = main.endsWith('.bin') ? null : await tree(main);
  if (workbook === undefined) throw new Refusal('damaged', `${path}: a workbook without its main part`);
  return {
    workbook,
    relations: workbook === null ? [] : await relationsOf(main),
    beside: (name) => posix.join(posix.dirname(main), name),
    tree,
    stream: async (name, events) => {
      const member = members.get(keyOf(name));
      if (member === undefined) return false;
      const reader = xmlReader(path, events);
      for await (const piece of pieces(member, path)) reader.write(piece);
      reader.end();
      return true;
    },
  };
}

/** Parts are named without regard to case; some programs write backslashes. */
const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
