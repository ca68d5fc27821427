/** Bytes of a PDF → its pages, by pdf.js in Node: its resources are served from its package, and it paints on a canvas of its own. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { OpenPdf } from '../pdf-engine.ts';
import { pdfJs } from './load-engine.ts';
import { openDocument, operatorsOf, type PdfDocument, type PdfJs, pagesOf, readPage } from './pdf-document.ts';
import { withoutPainting } from './without-painting.ts';

const resources = () => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * @param bytes the file; copied, because the engine takes what it is given
 * @param name for messages
 * @param password for encrypted files
 * @throws Refusal `encrypted` or `damaged`
 */
export async function openWithPdfJs(bytes: Uint8Array, name: string, password?: string): Promise<OpenPdf> {
  const pdfjs = await pdfJs();
  const folder = (kind: string) => `${join(resources(), kind)}/`;
  const urls = { cMapUrl: folder('cmaps'), standardFontDataUrl: folder('standard_fonts') };
  const open = (fonts: object) => openDocument({ pdfjs, ...urls, useWorkerFetch: false, fonts }, bytes, name, password);
  const { document, close } = await open(withoutPainting());
  let painting: ReturnType<typeof open> | undefined;
  const paint = async (number: number, scale: number, draw: (context: SKRSContext2D) => void) => {
    painting ??= open({ disableFontFace: true });
    return drawn(pdfjs, (await painting).document, number, scale, draw);
  };
  return {
    pageCount: document.numPages,
    pages: () => pagesOf(pdfjs, document),
    // Not by another thread: nothing would keep the canvas from being freed under it.
    picture: async (number, scale, draw) => (await paint(number, scale, draw)).canvas.encodeSync('png'),
    pixels: async (number, scale) => {
      const { canvas } = await paint(number, scale, () => undefined);
      const { width, height } = canvas;
      return { width, height, pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data };
    },
    close: async () => {
      // Had it failed, whoever asked for a picture was told.
      await (await painting?.catch(() => undefined))?.close();
      await close();
    },
  };
}

interface CanvasFactory {
  readonly create: (width: number, height: number) => { readonly canvas: Canvas; readonly context: SKRSContext2D };
}

async function drawn(
  pdfjs: PdfJs,
  document: PdfDocument,
  number: number,
  scale: number,
  draw: (context: SKRSContext2D) => void,
) {
  const page = await document.getPage(number);
  const { rotation } = readPage(pdfjs, page, await operatorsOf(pdfjs, page));
  const viewport = page.getViewport({ scale, rotation });
  // The engine brings a canvas of its own, perhaps of another version, and paints on no other; it is typed as any object.
  const { canvas, context } = (document.canvasFactory as CanvasFactory).create(
    Math.ceil(viewport.width),
    Math.ceil(viewport.height),
  );
  // The engine is typed for browsers; this canvas has the same methods.
  const target = { canvasContext: context, canvas, viewport } as unknown as Parameters<typeof page.render>[0];
  await page.render(target).promise;
  draw(context);
  page.cleanup();
  return { canvas };
}
