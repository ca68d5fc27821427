/**
 * What a picture file says of itself before anything is unpacked: its size, so that none too large is; its resolution; and whether
 * it is all there, because decoders paint black what is missing. Formats: PNG (ISO 15948), JPEG (ITU-T T.81, JFIF), GIF89a, BMP, WebP (RFC 9649).
 */
import { pagesOfTiff } from './tiff-directory.ts';

export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  /** Dots an inch; null where it does not say. */
  readonly density: number | null;
  /** Whether the file goes on to its end. */
  readonly whole: boolean;
}

export interface JpegHeader extends PictureHeader {
  /** Of each pixel: 1, 3 or 4. */
  readonly colours: number;
  /** Whether it says, as Adobe's programs do, how its colours are kept; those of four are then turned around. */
  readonly adobe: boolean;
  /** Which corner the first pixel is, 1 to 8, as the camera says. */
  readonly orientation: number;
}

const inch = 0.0254;

/** @returns null when it is none of these formats, or says no size */
export function headerOf(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = startsIn(bytes);
  try {
    if (starts(1, 'PNG\r\n')) return ofPng(view, starts);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegHeaderOf(bytes);
    if (starts(0, 'GIF8')) return ofGif(view);
    if (starts(0, 'BM')) return ofBitmap(view);
    if (starts(0, 'RIFF') && starts(8, 'WEBP')) return ofWebp(view, starts);
  } catch (error) {
    // Read beyond the end.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

type Starts = (at: number, sign: string) => boolean;

const startsIn =
  (bytes: Uint8Array): Starts =>
  (at, sign) =>
    [...sign].every((one, i) => bytes[at + i] === one.charCodeAt(0));

/** Chunks: length, name, data, check sum. */
function ofPng(view: DataView, starts: Starts): PictureHeader {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  let density: number | null = null;
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (starts(at + 4, 'IEND')) return { width, height, density, whole: true };
    if (starts(at + 4, 'pHYs') && view.getUint8(at + 16) === 1) density = view.getUint32(at + 8) * inch;
  }
  return { width, height, density, whole: false };
}

/**
 * Segments begin with FF and a marker; after a start of scan come bytes in which FF is followed by 0 or a restart.
 * @returns null when it is no JPEG, or says no size
 */
export function jpegHeaderOf(bytes: Uint8Array): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = startsIn(bytes);
  let size: Pick<JpegHeader, 'width' | 'height' | 'colours'> | null = null;
  let told: Pick<JpegHeader, 'density' | 'adobe' | 'orientation'> = { density: null, adobe: false, orientation: 1 };
  const found = (whole: boolean) => (size === null ? null : { ...size, ...told, whole });
  for (let at = 2; at + 1 < view.byteLength; ) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : 0;
    if (marker === 0xd9) return found(true);
    if (marker === 0 || marker === 0xff) at += 1;
    else if (marker >= 0xd0 && marker <= 0xd7) at += 2;
    else if (at + 4 > view.byteLength) break;
    else {
      const end = at + 2 + view.getUint16(at + 2);
      const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (frame && at + 10 <= view.byteLength)
        size ??= { height: view.getUint16(at + 5), width: view.getUint16(at + 7), colours: view.getUint8(at + 9) };
      if (marker === 0xe0 && starts(at + 4, 'JFIF') && at + 14 <= view.byteLength) {
        const unit = view.getUint8(at + 11);
        if (unit > 0) told = { ...told, density: view.getUint16(at + 12) * (unit === 2 ? 2.54 : 1) };
      }
      if (marker === 0xee && starts(at + 4, 'Adobe')) told = { ...told, adobe: true };
      if (marker === 0xe1 && starts(at + 4, 'Exif'))
        told = { ...told, orientation: orientationIn(bytes.subarray(at + 10, end)) };
      at = end;
    }
  }
  return found(false);
}

/** What a camera tells stands in a TIFF directory without a picture. */
function orientationIn(exif: Uint8Array): number {
  try {
    return pagesOfTiff(exif, 1)[0]?.orientation ?? 1;
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

/** Blocks: 2C an image, 21 an extension, each with pieces of up to 255 bytes that end with an empty one. */
function ofGif(view: DataView): PictureHeader {
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  const colours = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const found = (whole: boolean) => ({ width, height, density: null, whole });
  let at = 13 + colours(view.getUint8(10));
  while (at + 10 < view.byteLength) {
    const image = view.getUint8(at) === 0x2c;
    at += image ? 11 + colours(view.getUint8(at + 9)) : 2;
    while (at < view.byteLength && view.getUint8(at) > 0) at += 1 + view.getUint8(at);
    if (image) return found(at < view.byteLength);
    at++;
  }
  return found(false);
}

/** Rows of the uncompressed kind fill multiples of four bytes. */
function ofBitmap(view: DataView): PictureHeader | null {
  const [begin, kind] = [view.getUint32(10, true), view.getUint32(14, true)];
  if (kind < 40) return null;
  const [width, height] = [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
  const bytes = Math.ceil((width * view.getUint16(28, true)) / 32) * 4 * height;
  const density = view.getInt32(38, true) > 0 ? view.getInt32(38, true) * inch : null;
  return { width, height, density, whole: view.getUint32(30, true) !== 0 || begin + bytes <= view.byteLength };
}

function ofWebp(view: DataView, starts: Starts): PictureHeader | null {
  const rest = { density: null, whole: 8 + view.getUint32(4, true) <= view.byteLength };
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (starts(12, 'VP8X')) return { width: three(24) + 1, height: three(27) + 1, ...rest };
  if (starts(12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, ...rest };
  }
  if (starts(12, 'VP8 '))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, ...rest };
  return null;
}
