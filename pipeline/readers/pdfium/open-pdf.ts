/**
 * Bytes of a PDF → its pages by pdfium, one after another, each let go before the next is read. A trap of the engine (it has no
 * other way to say that it is lost) throws the instance away and ends the reading of the document, nothing else.
 */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PrintedPage } from '../../model/printed-page.ts';
import { Refusal } from '../../model/refusal.ts';
import { EngineCrash, type OpenPdf } from '../pdf-engine.ts';
import type { Matrix } from '../print/matrix.ts';
import { damagedPage, readUpright } from '../print/upright.ts';
import { keptMemory, type Pdfium, pdfium, throwAway } from './engine.ts';
import { type DrawnObject, objectsOf } from './objects.ts';
import { type PageText, textOfPage } from './page-text.ts';
import { readPage } from './read-page.ts';
import { renderPage } from './render-page.ts';

/** FPDF_ERR_PASSWORD */
const passwordError = 4;

/**
 * @param bytes the file; copied into the engine's memory
 * @param name for messages
 * @param password for encrypted files
 * @throws Refusal `encrypted`, `damaged` or `too-hungry`; EngineCrash
 */
export async function openWithPdfium(bytes: Uint8Array, name: string, password?: string): Promise<OpenPdf> {
  const engine = await pdfium();
  const { call } = engine;
  const file = { at: 0, document: 0 };
  guarded(engine, name, () => {
    file.at = engine.put(bytes);
    const secret = password === undefined ? 0 : engine.put(new TextEncoder().encode(`${password}\0`));
    file.document = call.FPDF_LoadMemDocument(file.at, bytes.length, secret);
    if (secret !== 0) call.free(secret);
  });
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    guarded(engine, name, () => {
      if (file.document !== 0) call.FPDF_CloseDocument(file.document);
      call.free(file.at);
    });
    if (engine.size > keptMemory) throwAway();
  };
  if (file.document === 0) {
    const encrypted = call.FPDF_GetLastError() === passwordError;
    close();
    if (encrypted) throw new Refusal('encrypted', `${name}: encrypted; give its password with --password`);
    throw new Refusal('damaged', `${name}: damaged, not readable as a PDF; fetch it again`);
  }
  const pageCount = call.FPDF_GetPageCount(file.document);
  const work = <T>(number: number, read: (page: Page) => T) =>
    guarded(engine, name, () => onPage(engine, file.document, number, read));
  const render = (number: number, scale: number) => {
    const rendered = work(number, (page) => renderPage(engine, page, upright(engine, page), scale));
    if (rendered === null) throw new Refusal('damaged', `${name}: page ${number} is damaged, it cannot be drawn`);
    return rendered;
  };
  return {
    pageCount,
    async *pages() {
      for (let number = 1; number <= pageCount; number++) {
        yield work(number, (page) => upright(engine, page).page) ?? damagedPage(number, 'not loaded');
      }
    },
    pixels: async (number: number, scale: number) => render(number, scale),
    picture: async (number: number, scale: number, draw: (context: SKRSContext2D) => void) => {
      const rendered = render(number, scale);
      const { createCanvas, ImageData } = await import('@napi-rs/canvas');
      const canvas = createCanvas(rendered.width, rendered.height);
      const context = canvas.getContext('2d');
      context.putImageData(new ImageData(rendered.pixels, rendered.width, rendered.height), 0, 0);
      draw(context);
      // Not by another thread: nothing would keep the canvas from being freed under it.
      return canvas.encodeSync('png');
    },
    close: async () => close(),
  };
}

/** A page that is loaded, with what stands on it. */
interface Page {
  readonly number: number;
  readonly handle: number;
  readonly objects: readonly DrawnObject[];
  readonly text: PageText;
}

/** @returns null when the page cannot be loaded */
function onPage<T>(engine: Pdfium, document: number, number: number, read: (page: Page) => T): T | null {
  const { call } = engine;
  const handle = call.FPDF_LoadPage(document, number - 1);
  if (handle === 0) return null;
  const objects = objectsOf(engine, handle);
  const text = textOfPage(engine, handle, objects);
  const result = text === null ? null : read({ number, handle, objects, text });
  if (text !== null) call.FPDFText_ClosePage(text.handle);
  call.FPDF_ClosePage(handle);
  return result;
}

/** Traps and aborts of the engine leave it in no state to go on. */
function guarded<T>(engine: Pdfium, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof EngineCrash || error instanceof RangeError))
      throw error;
    throwAway();
    if (engine.starved()) throw new Refusal('too-hungry', `${name}: not read within the memory an engine may use`);
    throw new EngineCrash(error.message.split('\n')[0] ?? '');
  }
}

function upright(
  engine: Pdfium,
  { number, handle, objects, text }: Page,
): { readonly page: PrintedPage; readonly rotation: number } {
  const { call, scratch } = engine;
  call.FPDF_GetPageBoundingBox(handle, scratch);
  const [left = 0, top = 0, right = 0, bottom = 0] = engine.floats.slice(scratch >> 2, (scratch >> 2) + 4);
  return readUpright(call.FPDFPage_GetRotation(handle) * 90, (rotation) => {
    const [width, height] = rotation % 180 === 0 ? [right - left, top - bottom] : [top - bottom, right - left];
    const base = baseOf(rotation, left, bottom, right, top);
    return readPage(engine, objects, text, number, { width, height }, base);
  });
}

/** From PDF user space to the page held at a rotation, y downwards. */
function baseOf(rotation: number, left: number, bottom: number, right: number, top: number): Matrix {
  if (rotation === 90) return [0, 1, 1, 0, -bottom, -left];
  if (rotation === 180) return [-1, 0, 0, 1, right, -bottom];
  if (rotation === 270) return [0, -1, -1, 0, top, right];
  return [1, 0, 0, -1, -left, top];
}
