/** The parts of a Word package: which member is what is told by relationships, not by names (ECMA-376 part 2). */
import { posix } from 'node:path';
import { Refusal } from '../../../model/refusal.ts';
import { openZip } from '../../container/open-zip.ts';
import { parseXml, type XmlElement } from '../../xml/parse-xml.ts';
import { type Relationship, relationshipsIn, relationsPart } from '../../xml/relationships.ts';

export interface WordPackage {
  /** The root of the main part. */
  readonly document: XmlElement;
  /** The roots of parts that the main one names, by the last word of the relationship's type, in order. */
  readonly parts: (type: string) => readonly XmlElement[];
}

const isTold = (name: string) =>
  /\.(?:xml|rels)$/i.test(name) &&
  !/(?:theme|customXml|docProps|embeddings|charts|diagrams|glossary)[/\\]|(?:webSettings|fontTable)\.xml$/i.test(name);

/** @throws Refusal `damaged`, `too-large` */
export async function openPackage(bytes: Uint8Array, path: string): Promise<WordPackage> {
  const zipped = await openZip(bytes, path, isTold);
  const members = new Map([...zipped].map(([name, content]) => [name.replaceAll('\\', '/').toLowerCase(), content]));
  const partAt = (name: string): XmlElement | undefined => {
    const content = members.get(name.toLowerCase());
    return content === undefined ? undefined : parseXml(content, path);
  };
  const relationsOf = (name: string): readonly Relationship[] => {
    const relations = partAt(relationsPart(name));
    return relations === undefined ? [] : relationshipsIn(relations, posix.dirname(name));
  };
  const main = relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const document = partAt(main);
  if (document === undefined) throw new Refusal('damaged', `${path}: a Word document without its main part`);
  const relations = relationsOf(main);
  return {
    document,
    parts: (type) => relations.flatMap((relation) => (relation.type === type ? (partAt(relation.target) ?? []) : [])),
  };
}
