/**
 * Grey pictures → one TIFF of many pages (TIFF 6.0, uncompressed), because that is how many pictures go through one pipe to one
 * process: each process of the recognizer loads its language anew.
 */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 is black. */
  readonly grey: Uint8Array;
}

const [short, long, rational] = [3, 4, 5] as const;
const entries = 12;
const directorySize = 2 + entries * 12 + 4;

/** @param dpi what the pictures say of their resolution */
export function tiffOf(pictures: readonly GreyPicture[], dpi: number): Uint8Array {
  const size = pictures.reduce((sum, { grey }) => sum + directorySize + 8 + even(grey.length), 8);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  let at = 8;
  view.setUint32(4, at, true);
  pictures.forEach(({ width, height, grey }, index) => {
    const resolution = at + directorySize;
    const strip = resolution + 8;
    const next = strip + even(grey.length);
    const fields: readonly (readonly [number, number, number])[] = [
      [256, long, width],
      [257, long, height],
      [258, short, 8],
      [259, short, 1],
      [262, short, 1],
      [273, long, strip],
      [277, short, 1],
      [278, long, height],
      [279, long, grey.length],
      [282, rational, resolution],
      [283, rational, resolution],
      [296, short, 2],
    ];
    view.setUint16(at, fields.length, true);
    fields.forEach(([tag, type, value], i) => {
      const field = at + 2 + i * 12;
      view.setUint16(field, tag, true);
      view.setUint16(field + 2, type, true);
      view.setUint32(field + 4, 1, true);
      if (type === short) view.setUint16(field + 8, value, true);
      else view.setUint32(field + 8, value, true);
    });
    view.setUint32(at + directorySize - 4, index === pictures.length - 1 ? 0 : next, true);
    view.setUint32(resolution, dpi, true);
    view.setUint32(resolution + 4, 1, true);
    bytes.set(grey, strip);
    at = next;
  });
  return bytes;
}

/** Directories begin at even offsets. */
const even = (length: number) => length + (length % 2);
