/** A page as pixels. */
import type { PrintedPage } from '../../model/printed-page.ts';
import { EngineCrash } from '../pdf-engine.ts';
import type { Pdfium } from './engine.ts';

/** FPDFBitmap_BGRA, FPDF_REVERSE_BYTE_ORDER: bytes in the order red, green, blue, alpha. */
const withAlpha = 4;
const redFirst = 0x10;
const white = 0xffffffff;

/**
 * @param upright the page as it was read, and the rotation it was held at
 * @param scale pixels a point
 */
export function renderPage(
  engine: Pdfium,
  { handle }: { readonly handle: number },
  { page, rotation }: { readonly page: PrintedPage; readonly rotation: number },
  scale: number,
): { readonly width: number; readonly height: number; readonly pixels: Uint8ClampedArray<ArrayBuffer> } {
  const { call } = engine;
  const width = Math.ceil(page.width * scale);
  const height = Math.ceil(page.height * scale);
  const bitmap = call.FPDFBitmap_CreateEx(width, height, withAlpha, 0, 0);
  if (bitmap === 0) throw new EngineCrash('no memory for a picture');
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  const turn = (rotation / 90 - call.FPDFPage_GetRotation(handle) + 4) % 4;
  call.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, turn, redFirst);
  const pixels = new Uint8ClampedArray(engine.bytes(call.FPDFBitmap_GetBuffer(bitmap), width * height * 4));
  call.FPDFBitmap_Destroy(bitmap);
  return { width, height, pixels };
}
