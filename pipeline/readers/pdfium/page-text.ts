/**
 * A page's characters, by the text object that draws each. pdfium sorts them by line and puts blanks between; here they go back
 * to the object that drew them, and what it put between is left out.
 */
import type { Pdfium } from './engine.ts';
import { type DrawnObject, objectType } from './objects.ts';

/** An object whose ink is no wider than this, in points, is left out of pdfium's text. */
const widthless = 0.01;
/** Text rendering mode: the outlines are drawn. */
const stroked = 1;

export interface PageText {
  /** Of the text page, for the functions that ask about characters. */
  readonly handle: number;
  /** The characters that an object draws, by their index. */
  readonly byObject: ReadonlyMap<number, readonly number[]>;
  /** Rendering modes of objects where the engine would now tell another. */
  readonly modes: ReadonlyMap<number, number>;
}

/**
 * @param page handle of the page
 * @param objects everything on it
 * @returns its text, to be closed with FPDFText_ClosePage; null when there is none to be had
 */
export function textOfPage(engine: Pdfium, page: number, objects: readonly DrawnObject[]): PageText | null {
  const { call } = engine;
  const modes = inkOfInkless(engine, objects);
  const handle = call.FPDFText_LoadPage(page);
  if (handle === 0) return null;
  const { FPDFText_GetTextObject: objectOf, FPDFText_IsGenerated: isGenerated } = call;
  const count = call.FPDFText_CountChars(handle);
  const byObject = new Map<number, number[]>();
  let [last, list]: [number, number[]] = [0, []];
  for (let index = 0; index < count; index++) {
    if (isGenerated(handle, index) === 1) continue;
    const object = objectOf(handle, index);
    if (object === 0) continue;
    if (object !== last) {
      last = object;
      list = byObject.get(object) ?? [];
      byObject.set(object, list);
    }
    list.push(index);
  }
  return { handle, byObject, modes };
}

/**
 * A character of a font that the file does not hold, and that the engine has no likeness of, has no ink, and standing alone in
 * its object it would be lost with it. With an outline it has the width of the line.
 */
function inkOfInkless(engine: Pdfium, objects: readonly DrawnObject[]): ReadonlyMap<number, number> {
  const { call, scratch } = engine;
  const modes = new Map<number, number>();
  const at = scratch >> 2;
  for (const { type, object } of objects) {
    if (type !== objectType.text) continue;
    call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    if ((engine.floats[at + 2] ?? 0) - (engine.floats[at] ?? 0) >= widthless) continue;
    modes.set(object, call.FPDFTextObj_GetTextRenderMode(object));
    call.FPDFTextObj_SetTextRenderMode(object, stroked);
    call.FPDFPageObj_GetMatrix(object, scratch);
    call.FPDFPageObj_SetMatrix(object, scratch);
  }
  return modes;
}
