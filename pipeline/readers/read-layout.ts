/** A source file → its layout, by what its bytes are. Further readers (Word, web pages, spreadsheets) join here. */
import { layOut } from '../layout/lay-out.ts';
import type { Note } from '../model/finding.ts';
import type { Layout, SourceFile } from '../model/layout.ts';
import { Refusal } from '../model/refusal.ts';
import { type FileType, fileType } from './file-type.ts';
import { readText } from './read-text.ts';

const unread: Readonly<Record<Exclude<FileType, 'text' | 'pdf'>, string>> = {
  zip: 'a Word, Excel or zip file',
  compound: 'an old Word or Excel file',
  html: 'a web page',
  image: 'a picture',
  rtf: 'an RTF file',
};

export interface ReadOptions {
  /** For encrypted PDFs. */
  readonly password?: string;
}

/**
 * @param note receives findings about the file's encoding, fonts and pages
 * @throws Refusal when the file is nothing this version reads
 */
export async function readLayout(source: SourceFile, options: ReadOptions, note: Note): Promise<Layout> {
  const type = fileType(source.bytes);
  if (type === 'text') return layOut(readText(source, note));
  if (type === 'pdf') {
    const { readPdf } = await import('./read-pdf.ts');
    return readPdf(source, note, options.password);
  }
  throw new Refusal('unsupported-format', `${source.path}: ${unread[type]}; this version reads plain text and PDF`);
}
