/**
 * Loading pdf.js, and telling it what it need not do: its build for Node puts slower functions in place of some that all of the
 * thread uses, and it prepares fonts for painting although only words are asked for.
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

/**
 * A document opened so takes fonts for loaded as soon as it has read them, instead of turning every glyph into a path for a canvas.
 * It can be read, not painted.
 */
export function withoutPainting() {
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: LoadedFont });
  return {
    disableFontFace: false,
    ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } },
  };
}

/** Of the browser's FontFace all that pdf.js asks for. */
class LoadedFont {
  readonly family: string;
  readonly loaded = Promise.resolve();

  constructor(family: string) {
    this.family = family;
  }
}
