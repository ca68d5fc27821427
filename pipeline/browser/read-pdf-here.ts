/** A PDF → its layout, by pdf.js in the thread that asks; its CMaps and fonts lie beside the bundle. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// Its parser in the same thread: pdf.js finds it by itself once it is loaded.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { Note } from '../model/finding.ts';
import type { Layout, NamedBytes } from '../model/layout.ts';
import { layOutPdf, pageAsPrinted, type ReadPage } from '../readers/lay-out-pdf.ts';
import { openDocument, pagesOf } from '../readers/pdf/pdf-document.ts';
import { withoutPainting } from '../readers/pdf/without-painting.ts';

/** Why pictures of pages stay unread, for messages. */
const noRecognition = 'in a browser nothing is recognized; the command mingzhang does with --ocr';

const beside = (folder: string) => new URL(`${folder}/`, import.meta.url).href;

/**
 * @param note receives pages that cannot be verified or hold no text
 * @param password for encrypted files
 * @throws Refusal when it is encrypted, damaged or has no pages
 */
export async function readPdfHere(source: NamedBytes, note: Note, password?: string): Promise<Layout> {
  const urls = { cMapUrl: beside('cmaps'), standardFontDataUrl: beside('standard_fonts') };
  const host = { pdfjs, ...urls, useWorkerFetch: true, fonts: withoutPainting() };
  const { document, close } = await openDocument(host, source.bytes, source.path, password);
  try {
    const pages: ReadPage[] = [];
    for await (const page of pagesOf(pdfjs, document)) pages.push(pageAsPrinted(page));
    return layOutPdf(pages, source.path, noRecognition, note);
  } finally {
    await close();
  }
}
