/**
 * What a file is by its content, whatever its name ends in. Containers are told apart by the names of what they hold, and
 * nothing of them is unpacked.
 */
import { compoundNames } from './container/compound-names.ts';

/** Each type, and what a refusal calls it. */
export const fileTypes = {
  text: 'a text',
  pdf: 'a PDF',
  html: 'a web page',
  mhtml: 'a web page saved with its pictures (MHTML)',
  docx: 'a Word document (docx)',
  doc: 'an old Word document (doc, wps)',
  xlsx: 'an Excel workbook (xlsx)',
  xls: 'an old Excel workbook (xls, et)',
  pptx: 'a presentation',
  ofd: 'an OFD document',
  odf: 'an OpenDocument file',
  'office-xml': 'an Office file in a single XML',
  xml: 'an XML file',
  locked: 'an encrypted Office file',
  zip: 'a zip of several files',
  archive: 'an archive (rar, 7z or gzip)',
  compound: 'an old Office container, neither Word nor Excel',
  works: 'a Microsoft Works document (wps)',
  image: 'a picture',
  rtf: 'an RTF file',
} as const satisfies Record<string, string>;

export type FileType = keyof typeof fileTypes;

const starts: readonly (readonly [FileType | 'in zip' | 'in compound', readonly number[], number?])[] = [
  ['in zip', [0x50, 0x4b, 0x03, 0x04]],
  ['in zip', [0x50, 0x4b, 0x05, 0x06]],
  ['in compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x42, 0x4d]],
  ['image', [0x57, 0x45, 0x42, 0x50], 8],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b, 0x08]],
];

/** What stands before the first tag of many pages: declarations, comments (“saved from url …”), blanks. */
const beforeTags = /\s+|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->/y;
const firstTag =
  /<(?:!doctype html|html|head|meta|title|link|base|body|table|div|center|script|style|p|h[1-6]|span|font|article|section|main|iframe)\b/iy;
/** An instruction of Office, or the namespaces of its files in a single XML (Excel and Word 2003, flat OPC). */
const officeXml =
  /<\?mso-application\s|urn:schemas-microsoft-com:office:spreadsheet|schemas\.microsoft\.com\/office\/(?:word\/2003\/wordml|2006\/xmlPackage)/;
const savedPage = /^(?:from|subject|date|mime-version|content-type|snapshot-content-location):/i;

/** Gives the names in a zip. */
export type ZipNames = (bytes: Uint8Array) => readonly string[] | Promise<readonly string[]>;

/**
 * @param bytes the whole file: containers are told apart by their directories, which may stand at the end
 * @returns `pdf` also where junk stands before the header (ISO 32000 lets it stand within the first 1024 bytes);
 *   `text` for whatever has no signature: its reader refuses what is no text
 */
export async function typeOfBytes(bytes: Uint8Array, zipNames: ZipNames): Promise<FileType> {
  const begins = starts.find(([, signature, at = 0]) => signature.every((byte, i) => bytes[at + i] === byte))?.[0];
  const head = headOf(bytes);
  if (begins === 'in zip') return zipType(await zipNames(bytes));
  if (begins === 'in compound') return compoundType(bytes);
  if (begins !== undefined && !(begins === 'image' && bytes[0] === 0x42 && !isBitmap(bytes))) return begins;
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (savedPage.test(head) && /^content-type:\s*multipart\/related/im.test(head)) return 'mhtml';
  if (beginsAsPage(head)) return 'html';
  if (officeXml.test(head)) return 'office-xml';
  return /^\s*<\?xml\s/.test(head) ? 'xml' : 'text';
}

/** The first few thousand characters, of UTF-16 too; other encodings need not be known, tags are ASCII. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 8192);
  const [first, second] = head;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'latin1';
  return new TextDecoder(encoding).decode(head).replace(/^(?:\ufeff|ï»¿)/, '');
}

function beginsAsPage(head: string): boolean {
  for (beforeTags.lastIndex = 0; ; ) {
    const at = beforeTags.lastIndex;
    if (beforeTags.test(head)) continue;
    firstTag.lastIndex = at;
    return firstTag.test(head);
  }
}

/** “BM” begins words too; a bitmap says its own length and four zeros. */
function isBitmap(bytes: Uint8Array): boolean {
  return bytes.length > 14 && bytes.subarray(6, 10).every((byte) => byte === 0);
}

function zipType(names: readonly string[]): FileType {
  const holds = (start: string) => names.some((name) => name.startsWith(start));
  if (holds('[Content_Types].xml')) {
    if (holds('word/')) return 'docx';
    if (holds('xl/')) return 'xlsx';
    if (holds('ppt/')) return 'pptx';
  }
  if (holds('OFD.xml')) return 'ofd';
  return names.includes('mimetype') && names.includes('content.xml') ? 'odf' : 'zip';
}

function compoundType(bytes: Uint8Array): FileType {
  const names = compoundNames(bytes);
  if (names.includes('EncryptedPackage')) return 'locked';
  if (names.includes('WordDocument')) return 'doc';
  if (names.includes('Workbook') || names.includes('Book')) return 'xls';
  return names.includes('MatOST') || names.includes('MM') ? 'works' : 'compound';
}
