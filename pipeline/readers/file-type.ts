/** What a file is, a zip by its directory; what reads directories is loaded when the first zip comes. */
import { type FileType, typeOfBytes, type ZipNames } from './type-of-bytes.ts';

/** The names in a zip's directory. */
export const zipDirectory: ZipNames = async (bytes) => (await import('./container/zip-names.ts')).zipNames(bytes);

/** @param bytes the whole file */
export const fileType = (bytes: Uint8Array): Promise<FileType> => typeOfBytes(bytes, zipDirectory);
