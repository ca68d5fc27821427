/** A document of the database by what a person calls it; a name that is nobody's or several documents' is refused. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Connection } from '../../db/open.ts';
import { documentNames, findDocuments } from '../../db/read.ts';
import { nearest } from '../../normalizers/nearest.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * @param name an id, file name, path, or beginning of a sha256
 * @param path the database's, for what is said
 * @returns the document's id
 */
export function storedDocument(db: Connection, name: string, path: string): number {
  const onDisk = statSync(name, { throwIfNoEntry: false })?.isFile() === true;
  const [id, ...others] = findDocuments(db, onDisk ? resolve(name) : name);
  if (id !== undefined && others.length === 0) return id;
  if (id !== undefined) {
    const message = `${name}: several documents in ${path} have this name; give an id: ${[id, ...others].join(', ')}`;
    throw new Refusal('document-unknown', message);
  }
  if (onDisk) throw new Refusal('document-unknown', `${name}: not stored in ${path}; mingzhang ingest reads it`);
  const close = nearest(name, documentNames(db));
  const hint = close === null ? '' : `; did you mean ${close}?`;
  throw new Refusal('document-unknown', `${name}: neither a file nor a document in ${path}${hint}`);
}
