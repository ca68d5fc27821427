/**
 * pdfium compiled to WebAssembly, as bare functions over numbers and one memory. The wrapper's own classes are left aside: they
 * give a page's text without places. One instance a thread, started when first needed; one that broke is thrown away.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import { EngineCrash } from '../pdf-engine.ts';

/** The functions used here; pointers and handles are numbers. Their meaning is told by the headers of pdfium (public/fpdf*.h). */
const functionNames = [
  'FPDF_CloseDocument',
  'FPDF_ClosePage',
  'FPDF_GetLastError',
  'FPDF_GetPageBoundingBox',
  'FPDF_GetPageCount',
  'FPDF_InitLibrary',
  'FPDF_LoadMemDocument',
  'FPDF_LoadPage',
  'FPDF_RenderPageBitmap',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_Destroy',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_GetPathSegment',
  'FPDFFont_GetGlyphWidth',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetClipPath',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPageObj_GetType',
  'FPDFPageObj_SetMatrix',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPage_GetRotation',
  'FPDFPathSegment_GetClose',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetType',
  'FPDFPath_CountSegments',
  'FPDFPath_GetDrawMode',
  'FPDFPath_GetPathSegment',
  'FPDFTextObj_GetFont',
  'FPDFTextObj_GetFontSize',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFTextObj_SetTextRenderMode',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetMatrix',
  'FPDFText_GetTextObject',
  'FPDFText_GetUnicode',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_IsGenerated',
  'FPDFText_LoadPage',
  'free',
  'malloc',
] as const;

type Call = (...numbers: number[]) => number;
export type Functions = Readonly<Record<(typeof functionNames)[number], Call>>;

/** Bytes that its memory may grow to; a document that needs more is refused. */
const mostMemory = 1024 * 1024 * 1024;
/** Memory is never given back: an instance that grew beyond this is replaced after the document. */
export const keptMemory = 192 * 1024 * 1024;

export class Pdfium {
  readonly call: Functions;
  /** A few bytes for what functions write to, aligned to eight. */
  readonly scratch: number;
  /** Growth was refused: it broke for want of memory. */
  readonly starved: () => boolean;
  readonly #memory: WebAssembly.Memory;
  #floats = new Float32Array(0);
  #doubles = new Float64Array(0);
  #words = new Uint32Array(0);

  constructor(call: Functions, memory: WebAssembly.Memory, starved: () => boolean) {
    this.call = call;
    this.#memory = memory;
    this.starved = starved;
    this.scratch = call.malloc(64);
  }

  /** Views are made anew when the memory has grown: the old ones are then empty. */
  get floats(): Float32Array {
    if (this.#floats.length === 0) this.#floats = new Float32Array(this.#memory.buffer);
    return this.#floats;
  }

  get doubles(): Float64Array {
    if (this.#doubles.length === 0) this.#doubles = new Float64Array(this.#memory.buffer);
    return this.#doubles;
  }

  get words(): Uint32Array {
    if (this.#words.length === 0) this.#words = new Uint32Array(this.#memory.buffer);
    return this.#words;
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, length);
  }

  /** @returns where a copy of the bytes lies; to be freed */
  put(bytes: Uint8Array): number {
    const at = this.call.malloc(Math.max(1, bytes.length));
    if (at === 0) throw new EngineCrash('no memory');
    this.bytes(at, bytes.length).set(bytes);
    return at;
  }

  /** Bytes of its memory. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }
}

let running: Promise<Pdfium> | undefined;

/** @returns the thread's instance */
export function pdfium(): Promise<Pdfium> {
  running ??= start();
  return running;
}

/** The next document gets a new instance. */
export function throwAway(): void {
  running = undefined;
}

async function start(): Promise<Pdfium> {
  const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const wasm = await WebAssembly.compile(await readFile(file));
  let starved = false;
  let exports: WebAssembly.Exports = {};
  await new Promise<unknown>((resolve, reject) => {
    const quiet = () => undefined;
    const options = {
      print: quiet,
      printErr: quiet,
      instantiateWasm: (imports: WebAssembly.Imports, done: (instance: never) => void) => {
        const grow = imports.env?.emscripten_resize_heap;
        if (imports.env !== undefined && typeof grow === 'function') {
          imports.env.emscripten_resize_heap = (bytes: number) => {
            starved ||= bytes >>> 0 > mostMemory;
            return starved ? 0 : grow(bytes);
          };
        }
        WebAssembly.instantiate(wasm, imports).then((instance) => {
          exports = instance.exports;
          // The wrapper's types call the instance a module.
          done(instance as never);
        }, reject);
        return {};
      },
    };
    PDFiumModule(options).then(resolve, reject);
  });
  const call = Object.fromEntries(functionNames.flatMap((name) => entryOf(name, exports[name])));
  const { memory } = exports;
  if (!hasAll(call) || !(memory instanceof WebAssembly.Memory)) throw new Error('pdfium: another build than expected');
  call.FPDF_InitLibrary();
  return new Pdfium(call, memory, () => starved);
}

const isCall = (value: unknown): value is Call => typeof value === 'function';
const entryOf = (name: string, value: unknown): readonly (readonly [string, Call])[] =>
  isCall(value) ? [[name, value]] : [];
const hasAll = (call: Readonly<Record<string, Call>>): call is Functions => functionNames.every((name) => name in call);
