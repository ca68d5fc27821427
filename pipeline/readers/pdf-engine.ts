/** What stands behind the reading of PDFs: engines that give neutral pages. Nothing that reads them knows which. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PrintedPage } from '../model/printed-page.ts';

/** pdfium (Chrome's engine, compiled to WebAssembly) and pdf.js (Firefox's). */
export const pdfEngines = ['pdfium', 'pdfjs'] as const;
export type PdfEngine = (typeof pdfEngines)[number];
export const defaultEngine: PdfEngine = 'pdfium';
export const otherEngine = (engine: PdfEngine = defaultEngine): PdfEngine => (engine === 'pdfium' ? 'pdfjs' : 'pdfium');

/** A drawn page: red, green, blue, alpha, row by row; opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

export interface OpenPdf {
  readonly pageCount: number;
  /**
   * @yields pages in order; a page that the engine cannot read tells its damage
   * @throws EngineCrash when the engine itself broke: nothing more can be read with it
   */
  readonly pages: () => AsyncGenerator<PrintedPage>;
  /**
   * A page as PNG, with something drawn over it.
   * @param scale pixels a point
   */
  readonly picture: (number: number, scale: number, draw: (context: SKRSContext2D) => void) => Promise<Uint8Array>;
  /** A page as it is drawn, for recognition. */
  readonly pixels: (number: number, scale: number) => Promise<Pixels>;
  readonly close: () => Promise<void>;
}

/** The engine broke on a file, not on its own damage; it has been thrown away, and another may read the file. */
export class EngineCrash extends Error {
  override readonly name = 'EngineCrash';
}

/**
 * @param bytes the file; left as they are
 * @param name for messages
 * @param password for encrypted files
 * @throws Refusal `encrypted`, `damaged` or `too-hungry`; EngineCrash
 */
export async function openPdf(engine: PdfEngine, bytes: Uint8Array, name: string, password?: string): Promise<OpenPdf> {
  if (engine === 'pdfjs') return (await import('./pdf/open-pdf.ts')).openWithPdfJs(bytes, name, password);
  return (await import('./pdfium/open-pdf.ts')).openWithPdfium(bytes, name, password);
}
