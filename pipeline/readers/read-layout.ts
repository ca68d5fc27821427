/**
 * A source file → its layout, by what its bytes are. A reader of another type joins as a row of the shelf below; its code is
 * loaded when the first file of its type comes.
 */
import type { Note } from '../model/finding.ts';
import type { Layout, NamedBytes } from '../model/layout.ts';
import { zipDirectory } from './file-type.ts';
import type { PdfEngine } from './pdf-engine.ts';
import { type ReaderShelf, readByShelf } from './reader-shelf.ts';

export interface ReadOptions {
  /** For encrypted PDFs. */
  readonly password?: string;
  /** Whether words in pictures of pages are to be recognized. */
  readonly ocr?: boolean;
  /** What reads PDFs. */
  readonly engine?: PdfEngine;
  /** Read PDFs with the other engine too, and tell on which figures both agree. */
  readonly secondOpinion?: boolean;
}

/** The options of a command that are about reading. */
export function readOptionsOf({ password, ocr, engine, secondOpinion }: ReadOptions): ReadOptions {
  return {
    ...(password === undefined ? {} : { password }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(engine === undefined ? {} : { engine }),
    ...(secondOpinion === undefined ? {} : { secondOpinion }),
  };
}

const shelf: ReaderShelf<ReadOptions> = {
  readers: {
    text: async (source, _, note) => {
      const [{ layOut }, { readText }] = await Promise.all([import('../layout/lay-out.ts'), import('./read-text.ts')]);
      return layOut(readText(source, note));
    },
    html: async (source, _, note) => (await import('./read-html.ts')).readHtml(source, note),
    mhtml: async (source, _, note) => {
      const [{ readHtml }, { savedPage }] = await Promise.all([import('./read-html.ts'), import('./html/mhtml.ts')]);
      return readHtml({ ...source, bytes: savedPage(source.bytes, source.path) }, note);
    },
    docx: async (source, _, note) => (await import('./word/read-docx.ts')).readDocx(source, note),
    doc: async (source, _, note) => (await import('./word/read-doc.ts')).readDoc(source, note),
    xlsx: async (source, _, note) => (await import('./sheet/read-workbook.ts')).readWorkbook(source, 'xlsx', note),
    xls: async (source, _, note) => (await import('./sheet/read-workbook.ts')).readWorkbook(source, 'xls', note),
    image: async (source, { ocr = false }, note) => (await import('./read-image.ts')).readImage(source, ocr, note),
    pdf: async (source, options, note) => (await import('./read-pdf.ts')).readPdf(source, note, options),
  },
  zipNames: zipDirectory,
  reach: 'this version reads plain text, PDF, web pages, Word, Excel, pictures of pages',
};

/**
 * @param note receives findings about the file's encoding, fonts and pages
 * @throws Refusal when the file is nothing this version reads; it names what the file seems to be
 */
export const readLayout = (source: NamedBytes, options: ReadOptions, note: Note): Promise<Layout> =>
  readByShelf(shelf, source, options, note);
