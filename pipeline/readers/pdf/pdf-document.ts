/**
 * pdf.js and its quirks, wherever it runs: warnings are kept quiet, errors become refusals, pages are read one after another, each
 * let go before the next is read.
 */
import type { PrintedPage } from '../../model/printed-page.ts';
import { Refusal } from '../../model/refusal.ts';
import { toMatrix } from '../print/matrix.ts';
import { damagedPage, readUpright } from '../print/upright.ts';
import { readContent } from './content.ts';
import type { FontFacts } from './graphics.ts';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<PdfDocument['getPage']>>;
type OperatorList = Awaited<ReturnType<Page['getOperatorList']>>;

/** Where pdf.js runs. */
export interface PdfJsHost {
  readonly pdfjs: PdfJs;
  /** Folders with the CMaps and the standard fonts of its package: paths in Node, addresses in a browser; with a slash at the end. */
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  /** Whether its parser fetches them itself; in Node it is given them. */
  readonly useWorkerFetch: boolean;
  /** Options of what it makes of fonts. */
  readonly fonts: object;
}

export interface OpenDocument {
  readonly document: PdfDocument;
  readonly close: () => Promise<void>;
}

/**
 * Images are decoded by its own code everywhere, so that it tells the same in a browser as in Node.
 * @param bytes the file; copied, because the engine takes what it is given
 * @param name for messages
 * @param password for encrypted files
 * @throws Refusal `encrypted` or `damaged`
 */
export async function openDocument(
  { pdfjs, fonts, ...host }: PdfJsHost,
  bytes: Uint8Array,
  name: string,
  password?: string,
): Promise<OpenDocument> {
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...host,
    ...fonts,
    cMapPacked: true,
    useSystemFonts: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...(password === undefined ? {} : { password }),
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw refusalOf(error, name);
  }
}

/** @yields pages in order; a damaged one tells its damage */
export async function* pagesOf(pdfjs: PdfJs, document: PdfDocument): AsyncGenerator<PrintedPage> {
  for (let number = 1; number <= document.numPages; number++) {
    const page = await engineWork(() => document.getPage(number));
    const list = page instanceof Damage ? page : await engineWork(() => operatorsOf(pdfjs, page));
    if (page instanceof Damage || list instanceof Damage) {
      const { message } = page instanceof Damage ? page : (list as Damage);
      yield damagedPage(number, message);
      continue;
    }
    yield readPage(pdfjs, page, list).page;
    page.cleanup();
  }
}

/** @returns the page, and by how much it was turned to stand upright */
export function readPage(pdfjs: PdfJs, page: Page, list: OperatorList) {
  const content = { functions: list.fnArray, arguments: list.argsArray };
  return readUpright(page.rotate, (rotation) => {
    const { width, height, transform } = page.getViewport({ scale: 1, rotation });
    return readContent(page.pageNumber, { width, height }, toMatrix(transform), content, pdfjs.OPS, fontsOf(page));
  });
}

/** What the page draws, without annotations. */
export const operatorsOf = (pdfjs: PdfJs, page: Page) =>
  page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });

/** What the engine makes of a damaged page. */
class Damage {
  readonly message: string;

  constructor(error: unknown) {
    this.message = error instanceof Error ? error.message.split('\n')[0] || error.name : String(error);
  }
}

async function engineWork<T>(work: () => Promise<T>): Promise<T | Damage> {
  try {
    return await work();
  } catch (error) {
    return new Damage(error);
  }
}

function fontsOf(page: Page): (name: string) => FontFacts | null {
  const fonts = new Map<string, FontFacts | null>();
  return (name) => {
    const known = fonts.get(name);
    if (known !== undefined) return known;
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    const font = objects.has(name) ? objects.get(name) : null;
    const facts = font === null ? null : { fontMatrix: font.fontMatrix ?? [0.001], vertical: font.vertical === true };
    fonts.set(name, facts);
    return facts;
  };
}

/** Whatever keeps the engine from opening the file is the file's fault. */
function refusalOf(error: unknown, name: string): Refusal {
  if (error instanceof Error && error.name === 'PasswordException') {
    return new Refusal('encrypted', `${name}: encrypted; give its password with --password`);
  }
  return new Refusal('damaged', `${name}: damaged, not readable as a PDF; fetch it again`);
}
