/** Reports as a scanner makes them: every page a picture and nothing else. */
import { deflateSync } from 'node:zlib';
import { openPdf } from '../pipeline/readers/pdf-engine.ts';
import { drawPage } from '../pipeline/readers/scan/pictures.ts';

/** A page's picture: shades of grey, row by row, and its size in points. */
export interface ScannedPage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  readonly points: readonly [number, number];
  /** A content stream of words in Helvetica (F1) laid over the picture. */
  readonly words?: string;
}

/**
 * @param bytes of a PDF
 * @param dpi dots an inch of the scan
 * @param wanted pages, from 1; all when left out
 */
export async function scanned(
  bytes: Uint8Array,
  dpi: number,
  wanted?: readonly number[],
): Promise<readonly ScannedPage[]> {
  const pdf = await openPdf('pdfium', bytes, 'report.pdf');
  try {
    const numbers = wanted ?? Array.from({ length: pdf.pageCount }, (_, i) => i + 1);
    const pages: ScannedPage[] = [];
    for (const number of numbers) {
      const { width, height, grey } = await drawPage(pdf, number, dpi / 72);
      pages.push({ width, height, grey, points: [(width * 72) / dpi, (height * 72) / dpi] });
    }
    return pages;
  } finally {
    await pdf.close();
  }
}

/** A PDF of pictures; a page of no pixels has its words alone. */
export function pdfOfScans(pages: readonly ScannedPage[]): Uint8Array {
  const kids = pages.map((_, i) => `${4 + i * 3} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ];
  for (const [i, { width, height, grey, points, words = '' }] of pages.entries()) {
    const [w, h] = points;
    const content = `${width === 0 ? '' : `q ${w} 0 0 ${h} 0 0 cm /Im Do Q\n`}${words}`;
    const resources = `<< /Font << /F1 3 0 R >> /XObject << /Im ${6 + i * 3} 0 R >> >>`;
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${5 + i * 3} 0 R /Resources ${resources} >>`,
      ),
      stream('', Buffer.from(content)),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
        deflateSync(grey, { level: 1 }),
      ),
    );
  }
  const body = objects.map((object, i) =>
    Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  );
  const trailer = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...body, Buffer.from(trailer)]);
}

const stream = (entries: string, data: Uint8Array) =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
