/**
 * Compressed pieces of a picture → a PDF that shows them as they are, a point a pixel: PDF knows the compressions of JPEG and TIFF
 * (ISO 32000-1, 7.4), and an engine for it is at hand that keeps within its memory and survives what is damaged.
 */

/** Pixels of a page of the PDF: a large picture is shown in bands, each within the engine's memory. */
const mostShown = 16_000_000;

export interface ShownPicture {
  readonly pdf: Uint8Array;
  /** Rows of the picture that each page of the PDF shows, the last one perhaps fewer. */
  readonly rows: number;
}

/** A strip, a tile or the whole: where it stands in the picture, and its bytes. */
export interface Piece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * @param entries what the dictionary of each piece says
 * @param shared an object that they may refer to, as `sharedObject`
 */
export function pdfOfPieces(
  { width, height }: { readonly width: number; readonly height: number },
  pieces: readonly Piece[],
  entries: (piece: Piece) => string,
  shared: Buffer = Buffer.from('null'),
): ShownPicture {
  const rows = Math.max(1, Math.floor(mostShown / width));
  const bands = Math.ceil(height / rows);
  const [firstPiece, firstBand] = [5, 5 + pieces.length];
  const kids = Array.from({ length: bands }, (_, i) => `${firstBand + 2 * i} 0 R`).join(' ');
  const names = pieces.map((_, i) => `/P${i} ${firstPiece + i} 0 R`).join(' ');
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${bands} >>`),
    Buffer.from(`<< /XObject << ${names} >> >>`),
    shared,
    ...pieces.map((piece) => stream(`/Type /XObject /Subtype /Image ${entries(piece)}`, piece.data)),
    ...Array.from({ length: bands }, (_, band) => {
      const [from, to] = [band * rows, Math.min(height, (band + 1) * rows)];
      const drawn = pieces.flatMap((piece, i) =>
        piece.top < to && piece.top + piece.height > from
          ? `q ${piece.width} 0 0 ${piece.height} ${piece.left} ${height - piece.top - piece.height} cm /P${i} Do Q`
          : [],
      );
      const box = `[0 ${height - to} ${width} ${height - from}]`;
      const content = `${firstBand + 2 * band + 1} 0 R`;
      return [
        Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources 3 0 R /Contents ${content} >>`),
        stream('', Buffer.from(drawn.join('\n'))),
      ];
    }).flat(),
  ];
  return { pdf: fileOf(objects), rows };
}

/** How dictionaries name the shared object. */
export const sharedObject = '4 0 R';

export const stream = (entries: string, data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);

function fileOf(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const part = [Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')];
    places.push(at);
    parts.push(...part);
    at += part.reduce((sum, { length }) => sum + length, 0);
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Root 1 0 R /Size ${size} >>\n`));
  parts.push(Buffer.from(`startxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}
