/**
 * Loading pdf.js in Node: its build for Node puts slower functions in place of some that all of the thread uses.
 */
import type { PdfJs } from './pdf-document.ts';

let engine: Promise<PdfJs> | undefined;

/** @returns pdf.js, loaded once a thread */
export function pdfJs(): Promise<PdfJs> {
  engine ??= load();
  return engine;
}

/**
 * On damaged files the engine rejects promises that nobody waits for, some long after the file is closed. They say nothing that
 * the awaited ones do not; without a listener Node would end the process for them.
 */
async function load(): Promise<PdfJs> {
  process.on('unhandledRejection', () => undefined);
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Otherwise it loads this when the first document is opened.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // Its own are written in JavaScript, for the sake of arrays beyond 2^32 and of words that are no Unicode.
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  Object.assign(JSON, { parse, stringify });
  return pdfjs;
}
