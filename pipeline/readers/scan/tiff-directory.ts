/** The directories of a TIFF file (TIFF 6.0): one of each page, read without unpacking anything. */

/** Values of fields by their tags. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Dots an inch; null where it does not say. */
  readonly density: number | null;
  /** Which corner the first pixel is, 1 to 8. */
  readonly orientation: number;
  /** Of two bytes, the lesser first. */
  readonly little: boolean;
  /** Whole numbers of a field; none where it is missing. */
  readonly values: (tag: number) => readonly number[];
}

/** Bytes of a value, by its type: byte, text, short, long, rational; others are not needed. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
/** Values of one field: a strip a row of a tall picture. */
const mostValues = 200_000;

export const isTiff = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);

/**
 * @param most pages that are looked for
 * @throws RangeError when a directory lies outside the file
 */
export function pagesOfTiff(bytes: Uint8Array, most: number): readonly TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at > 0 && !seen.has(at) && pages.length < most; ) {
    seen.add(at);
    const count = view.getUint16(at, little);
    const page = pageAt(view, at + 2, count, little);
    // Thumbnails and masks are no pages.
    if (((page.values(254)[0] ?? 0) & 5) === 0) pages.push(page);
    at = view.getUint32(at + 2 + count * 12, little);
  }
  return pages;
}

function pageAt(view: DataView, from: number, count: number, little: boolean): TiffPage {
  const places = new Map<number, number>();
  for (let at = from; at < from + count * 12; at += 12) places.set(view.getUint16(at, little), at);
  // Read when asked for: a directory may hold thousands of fields that all point to the same bytes.
  const values = (tag: number) => {
    const at = places.get(tag);
    return at === undefined ? [] : valuesAt(view, at, little);
  };
  const [over = 0, under = 1] = values(282);
  const unit = values(296)[0] ?? 2;
  const density = over > 0 && under > 0 && unit > 1 ? (over / under) * (unit === 3 ? 2.54 : 1) : null;
  const [width = 0, height = 0] = [values(256)[0], values(257)[0]];
  return { width, height, density, orientation: values(274)[0] ?? 1, little, values };
}

/** A rational gives two numbers. */
function valuesAt(view: DataView, at: number, little: boolean): readonly number[] {
  const type = view.getUint16(at + 2, little);
  const [size, count] = [sizes[type] ?? 0, view.getUint32(at + 4, little)];
  if (size === 0 || count > mostValues) return [];
  const begin = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little);
  const width = size === 8 ? 4 : size;
  return Array.from({ length: (size * count) / width }, (_, i) => {
    const place = begin + i * width;
    return width === 1
      ? view.getUint8(place)
      : width === 2
        ? view.getUint16(place, little)
        : view.getUint32(place, little);
  });
}
