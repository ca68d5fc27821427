/** What pdf.js alone takes for a PDF: its text and its operators, page by page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** @returns how many pages the file has */
export async function barePdfJs(path: string): Promise<number> {
  const engine = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = engine.getDocument({
    data: new Uint8Array(readFileSync(path)),
    cMapUrl: `${join(resources, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(resources, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: engine.VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = document.numPages;
  await task.destroy();
  return pages;
}
