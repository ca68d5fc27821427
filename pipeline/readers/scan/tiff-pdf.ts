/**
 * A page of a TIFF file → a PDF that shows it: its strips or tiles stand there as they are, for PDF knows the same compressions: fax
 * of groups 3 and 4, LZW, Deflate, PackBits, JPEG.
 */
import { type Piece, pdfOfPieces, type ShownPicture, sharedObject, stream } from './picture-pdf.ts';
import type { TiffPage } from './tiff-directory.ts';

/** Pieces of a picture: a strip a row of a tall one. */
const mostPieces = 50_000;
/** Bytes of JPEG tables in all pieces together. */
const mostTables = 50_000_000;

/** Its compression or its colours are not among those that PDF knows; the message says which. */
export class UnknownTiff extends Error {
  override readonly name = 'UnknownTiff';
}

/**
 * @throws UnknownTiff
 * @throws RangeError when a part of it lies outside the file
 */
export const pdfOfTiff = (bytes: Uint8Array, page: TiffPage): ShownPicture =>
  pdfOfPieces(page, piecesOf(bytes, page), entriesOf(page), tint(page));

function piecesOf(bytes: Uint8Array, { width, height, values }: TiffPage): readonly Piece[] {
  const tiled = values(322).length > 0;
  const [wide, high] = tiled ? [values(322)[0] ?? 0, values(323)[0] ?? 0] : [width, values(278)[0] ?? height];
  const [offsets, lengths] = tiled ? [values(324), values(325)] : [values(273), values(279)];
  const across = Math.ceil(width / wide);
  const reversed = values(266)[0] === 2;
  const count = across * Math.ceil(height / high);
  if (!(count > 0 && count <= mostPieces)) throw new RangeError('its parts make no picture');
  const tables = values(259)[0] === 7 ? values(347) : [];
  // Parts that overlap, or tables for each of many, would make much of little.
  const sum = lengths.slice(0, count).reduce((all, length) => all + length, 0);
  if (sum > bytes.length || tables.length * count > mostTables) throw new RangeError('its parts are too large');
  return Array.from({ length: count }, (_, i) => {
    const [from = bytes.length, length = 0] = [offsets[i], lengths[i]];
    if (from + length > bytes.length || length === 0) throw new RangeError('a part of it is missing');
    const data = bytes.subarray(from, from + length);
    const [left, top] = [(i % across) * wide, Math.floor(i / across) * high];
    const rows = tiled ? high : Math.min(high, height - top);
    const piece = { left, top, width: wide, height: rows, data: reversed ? data.map(bitsReversed) : data };
    return tables.length > 4 ? { ...piece, data: withTables(piece.data, tables) } : piece;
  });
}

/** Tables of JPEG pieces stand once for all, as a JPEG of no picture. */
const withTables = (data: Uint8Array, tables: readonly number[]): Uint8Array =>
  Buffer.concat([Uint8Array.from(tables.slice(0, -2)), data.subarray(2)]);

function bitsReversed(byte: number): number {
  let result = 0;
  for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) result |= 0x80 >> bit;
  return result;
}

/** What the dictionary of each piece says. */
function entriesOf(page: TiffPage): (piece: Piece) => string {
  const { values, little } = page;
  const [compression = 1, photometric = 0] = [values(259)[0], values(262)[0]];
  const [bits = 1, samples = 1] = [values(258)[0], values(277)[0]];
  const fax = compression === 2 || compression === 3 || compression === 4;
  const jpeg = compression === 7;
  if (values(258).some((one) => one !== bits) || ![1, 2, 4, 8, 16].includes(bits) || (bits === 16 && little && !jpeg))
    throw new UnknownTiff(`${bits} bits a sample`);
  if (samples > 1 && values(284)[0] === 2) throw new UnknownTiff('colours apart from each other');
  const colours = coloursOf(page, samples, bits);
  // Fax codes say what is white by themselves: 1 in PDF.
  const inverted = samples === 1 && (fax ? photometric === 1 : photometric === 0);
  const predictor = values(317)[0] === 2 ? `/Predictor 2 /Colors ${samples} /BitsPerComponent ${bits}` : '';
  return ({ width, height }) => {
    const filter = filterOf(compression, values(292)[0] ?? 0, photometric, predictor);
    const size = `/Width ${width} /Height ${height} /BitsPerComponent ${jpeg ? 8 : bits}`;
    const rows = fax ? ` /Rows ${height}` : '';
    const parameters =
      filter.parameters === '' ? '' : `/DecodeParms << ${filter.parameters} /Columns ${width}${rows} >>`;
    return `${size} /ColorSpace ${colours} ${inverted ? '/Decode [1 0]' : ''} ${filter.name} ${parameters}`;
  };
}

function filterOf(compression: number, fax: number, photometric: number, predictor: string) {
  const of = (name: string, parameters = '') => ({ name: `/Filter /${name}`, parameters });
  if (compression === 1) return { name: '', parameters: '' };
  if (compression === 2) return of('CCITTFaxDecode', '/K 0 /EncodedByteAlign true');
  if (compression === 3) return of('CCITTFaxDecode', `/K ${fax & 1} /EndOfLine true`);
  if (compression === 4) return of('CCITTFaxDecode', '/K -1');
  if (compression === 5) return of('LZWDecode', predictor);
  if (compression === 8 || compression === 32946) return of('FlateDecode', predictor);
  if (compression === 32773) return of('RunLengthDecode');
  if (compression === 7) return of('DCTDecode', `/ColorTransform ${photometric === 6 ? 1 : 0}`);
  throw new UnknownTiff(`compression ${compression}`);
}

/** Samples beyond the colours, mostly how opaque they are, are passed over. */
function coloursOf({ values }: TiffPage, samples: number, bits: number): string {
  const photometric = values(262)[0] ?? 0;
  if (photometric === 3 && samples === 1) {
    const map = values(320);
    const each = map.length / 3;
    const shade = (i: number) => ((map[(i % 3) * each + Math.floor(i / 3)] ?? 0) >> 8).toString(16).padStart(2, '0');
    return `[/Indexed /DeviceRGB ${2 ** bits - 1} <${Array.from({ length: 3 * 2 ** bits }, (_, i) => shade(i)).join('')}>]`;
  }
  const jpeg = values(259)[0] === 7;
  const known = colourCount(photometric);
  if (known === 0 || samples < known || samples > known + 4 || (photometric === 6 && !jpeg))
    throw new UnknownTiff(`colours of kind ${photometric}`);
  const space = known === 1 ? '/DeviceGray' : known === 3 ? '/DeviceRGB' : '/DeviceCMYK';
  if (samples === known) return space;
  const names = Array.from({ length: samples }, (_, i) => `/S${i}`).join(' ');
  return `[/DeviceN [${names}] ${space} ${sharedObject}]`;
}

/** White is zero or black is; red, green, blue; CMYK; YCbCr. */
const colourCount = (photometric: number) => [1, 1, 3, 0, 0, 4, 3][photometric] ?? 0;

/** The function that leaves away what is beyond the colours. */
function tint({ values }: TiffPage): Buffer {
  const [samples, known] = [values(277)[0] ?? 1, colourCount(values(262)[0] ?? 0)];
  const range = (count: number) => `[${'0 1 '.repeat(count)}]`;
  const code = `{${' pop'.repeat(Math.max(0, samples - known))} }`;
  return stream(`/FunctionType 4 /Domain ${range(samples)} /Range ${range(known)} `, Buffer.from(code));
}
