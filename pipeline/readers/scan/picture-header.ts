/**
 * What a picture file says of itself before anything is unpacked: its size, so that none too large is; its resolution; and whether
 * it is all there, because decoders paint black what is missing. Formats: PNG (ISO 15948), JPEG (ITU-T T.81, JFIF), GIF89a, BMP, WebP (RFC 9649).
 */

export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  /** Dots an inch; null where it does not say. */
  readonly density: number | null;
  /** Whether the file goes on to its end. */
  readonly whole: boolean;
}

const inch = 0.0254;

/** @returns null when it is none of these formats, or says no size */
export function headerOf(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (at: number, sign: string) => [...sign].every((one, i) => bytes[at + i] === one.charCodeAt(0));
  try {
    if (starts(1, 'PNG\r\n')) return ofPng(view, starts);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return ofJpeg(view, starts);
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

/** Segments begin with FF and a marker; after a start of scan come bytes in which FF is followed by 0 or a restart. */
function ofJpeg(view: DataView, starts: Starts): PictureHeader | null {
  let size: { readonly width: number; readonly height: number } | null = null;
  let density: number | null = null;
  const found = (whole: boolean) => (size === null ? null : { ...size, density, whole });
  for (let at = 2; at + 1 < view.byteLength; ) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : 0;
    const alone = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (marker === 0xd9) return found(true);
    if (alone) at += marker === 0 ? 1 : marker === 0xff ? 1 : 2;
    else if (at + 4 > view.byteLength) break;
    else {
      const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (frame && at + 9 <= view.byteLength)
        size ??= { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (marker === 0xe0 && starts(at + 4, 'JFIF') && at + 14 <= view.byteLength) {
        const unit = view.getUint8(at + 11);
        if (unit > 0) density = view.getUint16(at + 12) * (unit === 2 ? 2.54 : 1);
      }
      at += 2 + view.getUint16(at + 2);
    }
  }
  return found(false);
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
