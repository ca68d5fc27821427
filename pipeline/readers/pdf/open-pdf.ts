/**
 * Bytes of a PDF → its pages, one after another, each let go before the next is read. pdf.js and its quirks live in this file
 * alone: CMaps and standard fonts are served from its package, warnings are kept quiet, errors become refusals.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { PrintedPage } from '../../model/printed-page.ts';
import { Refusal } from '../../model/refusal.ts';
import type { OpenPdf } from '../pdf-engine.ts';
import { toMatrix } from '../print/matrix.ts';
import { damagedPage, readUpright } from '../print/upright.ts';
import { readContent } from './content.ts';
import type { FontFacts } from './graphics.ts';
import { type PdfJs, pdfJs, withoutPainting } from './load-engine.ts';

type Document = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type OperatorList = Awaited<ReturnType<Page['getOperatorList']>>;

const resources = () => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * @param bytes the file; copied, because the engine takes what it is given
 * @param name for messages
 * @param password for encrypted files
 * @throws Refusal `encrypted` or `damaged`
 */
export async function openWithPdfJs(bytes: Uint8Array, name: string, password?: string): Promise<OpenPdf> {
  const pdfjs = await pdfJs();
  const open = (options: object) =>
    pdfjs.getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${join(resources(), 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(resources(), 'standard_fonts')}/`,
      useSystemFonts: false,
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
      ...(password === undefined ? {} : { password }),
      ...options,
    });
  const task = open(withoutPainting());
  let painting: ReturnType<typeof open> | undefined;
  const paint = async (number: number, scale: number, draw: (context: SKRSContext2D) => void) => {
    painting ??= open({ disableFontFace: true });
    return drawn(pdfjs, await painting.promise, number, scale, draw);
  };
  try {
    const document = await task.promise;
    return {
      pageCount: document.numPages,
      pages: () => pagesOf(pdfjs, document),
      // Not by another thread: nothing would keep the canvas from being freed under it.
      picture: async (number, scale, draw) => (await paint(number, scale, draw)).canvas.encodeSync('png'),
      pixels: async (number, scale) => {
        const { canvas } = await paint(number, scale, () => undefined);
        const { width, height } = canvas;
        return { width, height, pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data };
      },
      close: async () => {
        await painting?.destroy();
        await task.destroy();
      },
    };
  } catch (error) {
    await task.destroy();
    throw refusalOf(error, name);
  }
}

async function* pagesOf(pdfjs: PdfJs, document: Document): AsyncGenerator<PrintedPage> {
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

function readPage(pdfjs: PdfJs, page: Page, list: OperatorList) {
  const content = { functions: list.fnArray, arguments: list.argsArray };
  return readUpright(page.rotate, (rotation) => {
    const { width, height, transform } = page.getViewport({ scale: 1, rotation });
    return readContent(page.pageNumber, { width, height }, toMatrix(transform), content, pdfjs.OPS, fontsOf(page));
  });
}

const operatorsOf = (pdfjs: PdfJs, page: Page) =>
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

interface CanvasFactory {
  readonly create: (width: number, height: number) => { readonly canvas: Canvas; readonly context: SKRSContext2D };
}

async function drawn(
  pdfjs: PdfJs,
  document: Document,
  number: number,
  scale: number,
  draw: (context: SKRSContext2D) => void,
) {
  const page = await document.getPage(number);
  const { rotation } = readPage(pdfjs, page, await operatorsOf(pdfjs, page));
  const viewport = page.getViewport({ scale, rotation });
  // The engine brings a canvas of its own, perhaps of another version, and paints on no other; it is typed as any object.
  const { canvas, context } = (document.canvasFactory as CanvasFactory).create(
    Math.ceil(viewport.width),
    Math.ceil(viewport.height),
  );
  // The engine is typed for browsers; this canvas has the same methods.
  const target = { canvasContext: context, canvas, viewport } as unknown as Parameters<typeof page.render>[0];
  await page.render(target).promise;
  draw(context);
  page.cleanup();
  return { canvas };
}

/** Whatever keeps the engine from opening the file is the file's fault. */
function refusalOf(error: unknown, name: string): Refusal {
  if (error instanceof Error && error.name === 'PasswordException') {
    return new Refusal('encrypted', `${name}: encrypted; give its password with --password`);
  }
  return new Refusal('damaged', `${name}: damaged, not readable as a PDF; fetch it again`);
}
