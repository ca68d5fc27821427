/** Image files and rendered pages → shades of grey; the decoders and their quirks live in this file alone. */
import { Refusal } from '../../model/refusal.ts';
import { EngineCrash, type OpenPdf, openPdf } from '../pdf-engine.ts';
import { headerOf, type JpegHeader, jpegHeaderOf, type PictureHeader } from './picture-header.ts';
import { pdfOfPieces, type ShownPicture } from './picture-pdf.ts';
import { greyOf, type Raster } from './raster.ts';
import { mirrored, quarterTurned } from './resample.ts';
import { isTiff, pagesOfTiff, type TiffPage } from './tiff-directory.ts';
import { pdfOfTiff, UnknownTiff } from './tiff-pdf.ts';

/** Pixels an image may have: A3 at 600 dots an inch is 70 million. */
const mostPixels = 75_000_000;
/** Pages of an image file that are looked at. */
const mostPages = 500;
/** Rows that are taken off the canvas at once: colours take four times the memory of shades. */
const bandRows = 512;
/** Points of an A4 sheet's sides: what a picture is taken for that does not say its size. */
const sheet = { short: 595.3, long: 841.9 };

/** Pages are drawn at 300 dots an inch, larger sheets at fewer. */
const usualScale = 300 / 72;
const mostDrawn = 40_000_000;

/** @returns pixels a point that a page is drawn with */
export const scaleFor = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(usualScale, Math.sqrt(mostDrawn / (width * height)));

/**
 * @returns how many pictures the file holds
 * @throws Refusal when it is damaged or in a format that is not read
 */
export function countPictures(bytes: Uint8Array, name: string): number {
  if (isTiff(bytes)) return tiffPages(bytes, name).length;
  headed(bytes, name);
  return 1;
}

/**
 * @param page from 0
 * @returns it as large as it says it is, or as an A4 sheet
 * @throws Refusal when it is damaged or larger than any page
 */
export async function openPicture(bytes: Uint8Array, name: string, page: number): Promise<Raster> {
  const tiff = isTiff(bytes) ? tiffPages(bytes, name)[page] : undefined;
  const header = tiff ?? headed(bytes, name);
  const { width, height, density } = header;
  if (!(width > 0 && height > 0)) throw damaged(name, 'it says no size');
  if (width * height > mostPixels) {
    const size = `${width} by ${height} pixels, more than a page at 600 dots an inch`;
    throw new Refusal('too-large', `${name}: a picture of ${size}; scan it at 300`);
  }
  return { ...(await shadesOf(bytes, tiff, name)), scale: scaleOf(width, height, density) };
}

/**
 * @param number of the page, from 1
 * @param scale pixels a point
 */
export async function drawPage(pdf: OpenPdf, number: number, scale: number): Promise<Raster> {
  const { width, height, pixels } = await pdf.pixels(number, scale);
  return { width, height, grey: greyOf(pixels), scale };
}

type Shades = Omit<Raster, 'scale'>;

/** The canvas takes PNG, GIF, WebP and BMP; of a damaged JPEG it dies, and TIFF it does not know. */
function shadesOf(bytes: Uint8Array, tiff: TiffPage | undefined, name: string): Promise<Shades> {
  if (tiff !== undefined) {
    const pdf = triedOn(name, () => pdfOfTiff(bytes, tiff));
    return shown(pdf, tiff, name);
  }
  const jpeg = jpegHeaderOf(bytes);
  return jpeg === null ? ofCanvas(bytes, name) : shown(pdfOfJpeg(bytes, jpeg), jpeg, name);
}

function headed(bytes: Uint8Array, name: string): PictureHeader {
  const header = headerOf(bytes);
  if (header === null) {
    const hint = 'cut off, or of a kind that is not read; fetch it again, or save it as PNG';
    throw new Refusal('damaged', `${name}: a picture that cannot be opened (${hint})`);
  }
  if (!header.whole) throw damaged(name, 'it is cut off');
  return header;
}

function tiffPages(bytes: Uint8Array, name: string): readonly TiffPage[] {
  const pages = triedOn(name, () => pagesOfTiff(bytes, mostPages));
  if (pages.length === 0) throw damaged(name, 'it holds none');
  return pages;
}

async function ofCanvas(bytes: Uint8Array, name: string): Promise<Shades> {
  const { createCanvas, Image } = await import('@napi-rs/canvas');
  const image = new Image();
  try {
    image.src = bytes;
    await image.decode();
  } catch (error) {
    throw damaged(name, wordsOf(error));
  }
  const { width, height } = image;
  if (!(width > 0 && height > 0)) throw damaged(name, 'nothing in it');
  const grey = new Uint8Array(width * height);
  const band = createCanvas(width, Math.min(bandRows, height)).getContext('2d');
  band.fillStyle = '#fff';
  for (let from = 0; from < height; from += bandRows) {
    const rows = Math.min(bandRows, height - from);
    band.fillRect(0, 0, width, rows);
    band.drawImage(image, 0, -from);
    grey.set(greyOf(band.getImageData(0, 0, width, rows).data), from * width);
  }
  return { width, height, grey };
}

/** A JPEG stands in a PDF as it is. */
function pdfOfJpeg(bytes: Uint8Array, { width, height, colours, adobe }: JpegHeader): ShownPicture {
  const space = colours === 1 ? 'Gray' : colours === 3 ? 'RGB' : 'CMYK';
  const decode = colours === 4 && adobe ? '/Decode [1 0 1 0 1 0 1 0]' : '';
  const entries = `/Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /Device${space} /Filter /DCTDecode ${decode}`;
  return pdfOfPieces({ width, height }, [{ left: 0, top: 0, width, height, data: bytes }], () => entries);
}

type Laid = Pick<TiffPage, 'width' | 'height' | 'orientation'>;

async function shown({ pdf, rows }: ShownPicture, { width, height, orientation }: Laid, name: string): Promise<Shades> {
  const grey = new Uint8Array(width * height);
  const document = await openPdf('pdfium', pdf, name);
  try {
    for (let band = 0; band < document.pageCount; band++)
      grey.set((await drawPage(document, band + 1, 1)).grey, band * rows * width);
  } catch (error) {
    if (error instanceof EngineCrash) throw damaged(name, error.message);
    throw error;
  } finally {
    await document.close();
  }
  return upright({ width, height, grey, scale: 1 }, orientation);
}

/** Orientations of TIFF and of cameras: 1 as it is, 3 on its head, 6 and 8 on a side, the others mirrored. */
function upright(raster: Raster, orientation: number): Raster {
  const straight = [2, 4, 5, 7].includes(orientation) ? mirrored(raster) : raster;
  if (orientation === 3 || orientation === 4) return quarterTurned(straight, 2);
  if (orientation === 6 || orientation === 7) return quarterTurned(straight, 1);
  return orientation === 5 || orientation === 8 ? quarterTurned(straight, 3) : straight;
}

/** A density that makes a sheet of paper of the picture is believed; 72 is what programs write that know none. */
function scaleOf(width: number, height: number, density: number | null): number {
  const stated = (density ?? 0) / 72;
  const inPoints = Math.max(width, height) / stated;
  if (stated > 1.1 && inPoints > 200 && inPoints < 3000) return stated;
  return Math.max(Math.min(width, height) / sheet.short, Math.max(width, height) / sheet.long);
}

function triedOn<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged(name, 'its directory leads out of the file');
    if (error instanceof UnknownTiff)
      throw new Refusal(
        'unsupported-format',
        `${name}: a TIFF of a kind that is not read (${error.message}); save it as PNG`,
      );
    throw error;
  }
}

const damaged = (name: string, reason: string) =>
  new Refusal('damaged', `${name}: a picture that cannot be read (${reason}); fetch it again`);

const wordsOf = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
