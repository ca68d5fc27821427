/**
 * The library for browsers: the same pipe as everywhere, with pdf.js as the reader of PDFs. Nothing is fetched but what lies beside
 * the bundle; nothing is sent.
 */
import { z } from 'zod';
import { layOut } from '../layout/lay-out.ts';
import { defaultMaxBytes } from '../limits.ts';
import type { Finding } from '../model/finding.ts';
import { Refusal } from '../model/refusal.ts';
import { firstZipNames } from '../readers/container/first-zip-names.ts';
import { readHtml } from '../readers/read-html.ts';
import { readText } from '../readers/read-text.ts';
import { type ReaderShelf, readByShelf } from '../readers/reader-shelf.ts';
import { understand } from '../understand.ts';
import { readPdfHere } from './read-pdf-here.ts';
import { type Report, reportOf } from './report.ts';

export interface ReportOptions {
  /** For encrypted PDFs. */
  readonly password?: string;
}

// Compiled checks need eval, which a page's policy may forbid.
z.config({ jitless: true });

const shelf: ReaderShelf<ReportOptions> = {
  readers: {
    text: async (source, _, note) => layOut(readText(source, note)),
    html: async (source, _, note) => readHtml(source, note),
    pdf: (source, { password }, note) => readPdfHere(source, note, password),
  },
  zipNames: firstZipNames,
  reach: 'in a browser PDF, plain text and web pages are read; the command mingzhang reads more',
};

/**
 * Best called in a worker: a report of a hundred pages keeps a thread busy for some seconds.
 * @param bytes the whole file: PDF, text or web page
 * @param file its name, a hint and for messages
 * @returns plain values, which may be sent to another thread or written as JSON
 * @throws Refusal when the file is encrypted, damaged, too large, or nothing that is read here
 */
export async function readReport(bytes: Uint8Array, file: string, options: ReportOptions = {}): Promise<Report> {
  if (bytes.length > defaultMaxBytes)
    throw new Refusal('too-large', `${file}: ${bytes.length} bytes, over the limit of ${defaultMaxBytes}`);
  const findings: Finding[] = [];
  const source = { path: file, file, bytes };
  const layout = await readByShelf(shelf, source, options, (finding) => void findings.push(finding));
  return reportOf(file, understand(layout, file, findings));
}
