/** What pdfium tells of a page object: its matrix, colours, clip and path. */
import type { Box } from '../../model/printed-page.ts';
import { boxOf, everywhere, intersect, nothing, widen } from '../print/boxes.ts';
import { identity, type Matrix, multiply, transform } from '../print/matrix.ts';
import type { Point } from '../print/rulings.ts';
import type { Pdfium } from './engine.ts';

/** FPDF_PAGEOBJ_… */
export const objectType = { text: 1, path: 2, image: 3, form: 5 } as const;
/** Forms drawn within forms deeper than this are not entered. */
const deepest = 24;

export interface DrawnObject {
  readonly object: number;
  readonly type: number;
  /** From the space of the form that holds it to that of the page. */
  readonly holder: Matrix;
  /** The forms it stands in, the inner after the outer, each with its own holder. */
  readonly within: DrawnObject | null;
}

/** Everything on a page in the order it is drawn; forms stand before what they hold. */
export function objectsOf(engine: Pdfium, page: number): readonly DrawnObject[] {
  const { call } = engine;
  const objects: DrawnObject[] = [];
  const enter = (object: number, holder: Matrix, within: DrawnObject | null, depth: number) => {
    const type = call.FPDFPageObj_GetType(object);
    const drawn = { object, type, holder, within };
    objects.push(drawn);
    if (type !== objectType.form || depth >= deepest) return;
    const inner = multiply(holder, matrixOf(engine, object));
    const count = call.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count; i++) enter(call.FPDFFormObj_GetObject(object, i), inner, drawn, depth + 1);
  };
  const count = call.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) enter(call.FPDFPage_GetObject(page, i), identity, null, 0);
  return objects;
}

/** FPDF_SEGMENT_… */
const segmentType = { bezier: 1, move: 2 } as const;

/** @returns the matrix of six floats that a function wrote */
function writtenMatrix({ floats, scratch }: Pdfium): Matrix {
  const at = scratch >> 2;
  return [
    floats[at] ?? 1,
    floats[at + 1] ?? 0,
    floats[at + 2] ?? 0,
    floats[at + 3] ?? 1,
    floats[at + 4] ?? 0,
    floats[at + 5] ?? 0,
  ];
}

/** From the object's own space to that of the page or form that holds it. */
export function matrixOf(engine: Pdfium, object: number): Matrix {
  return engine.call.FPDFPageObj_GetMatrix(object, engine.scratch) === 0 ? identity : writtenMatrix(engine);
}

/** From the space of a character's font, of size 1, to that of the page. */
export function characterMatrix(engine: Pdfium, text: number, index: number): Matrix {
  return engine.call.FPDFText_GetMatrix(text, index, engine.scratch) === 0 ? identity : writtenMatrix(engine);
}

export const isFilledWhite = (engine: Pdfium, object: number) =>
  isWhite(engine, engine.call.FPDFPageObj_GetFillColor, object);
export const isStrokedWhite = (engine: Pdfium, object: number) =>
  isWhite(engine, engine.call.FPDFPageObj_GetStrokeColor, object);

function isWhite({ scratch, words }: Pdfium, color: (...numbers: number[]) => number, object: number): boolean {
  if (color(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false;
  const at = scratch >> 2;
  return (words[at] ?? 0) >= 252 && (words[at + 1] ?? 0) >= 252 && (words[at + 2] ?? 0) >= 252;
}

/**
 * @param base from PDF user space to the upright page
 * @returns the box that clips leave of an object; one object for equal boxes, so that neighbours know each other
 */
export function clipsOf(engine: Pdfium, base: Matrix): (drawn: DrawnObject) => Box {
  const known = new Map<string, Box>();
  const forms = new Map<DrawnObject, Box>();
  const clip = (drawn: DrawnObject): Box => {
    const box = clipOf(engine, drawn, base, drawn.within === null ? everywhere : formClip(drawn.within));
    const key = `${box.x0} ${box.y0} ${box.x1} ${box.y1}`;
    const same = known.get(key);
    if (same === undefined) known.set(key, box);
    return same ?? box;
  };
  const formClip = (form: DrawnObject): Box => {
    const box = forms.get(form) ?? clip(form);
    forms.set(form, box);
    return box;
  };
  return clip;
}

function clipOf(engine: Pdfium, { object, holder }: DrawnObject, base: Matrix, outer: Box): Box {
  const { call, scratch } = engine;
  const clip = call.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : call.FPDFClipPath_CountPaths(clip);
  const matrix = multiply(base, holder);
  let box = outer;
  for (let path = 0; path < paths; path++) {
    const count = call.FPDFClipPath_CountPathSegments(clip, path);
    const extent = { ...nothing };
    for (let i = 0; i < count; i++) {
      call.FPDFPathSegment_GetPoint(call.FPDFClipPath_GetPathSegment(clip, path, i), scratch, scratch + 4);
      widen(extent, engine.floats[scratch >> 2] ?? 0, engine.floats[(scratch >> 2) + 1] ?? 0);
    }
    const { x0, y0, x1, y1 } = extent;
    if (x0 <= x1) box = intersect(box, boxOf(matrix, x0, y0, x1, y1));
  }
  return box;
}

/** @returns a path's subpaths by their corners on the page; curves are left out, only their ends kept */
export function subpathsOf(engine: Pdfium, object: number, matrix: Matrix): readonly (readonly Point[])[] {
  const { call, scratch } = engine;
  const count = call.FPDFPath_CountSegments(object);
  const subpaths: Point[][] = [];
  let open: Point[] = [];
  let controls = 0;
  for (let i = 0; i < count; i++) {
    const segment = call.FPDFPath_GetPathSegment(object, i);
    const type = call.FPDFPathSegment_GetType(segment);
    if (type === segmentType.bezier && controls < 2) {
      controls++;
      continue;
    }
    controls = 0;
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const point = transform(matrix, engine.floats[scratch >> 2] ?? 0, engine.floats[(scratch >> 2) + 1] ?? 0);
    if (type === segmentType.move) {
      open = [];
      subpaths.push(open);
    }
    open.push(point);
    const first = open[0];
    if (first !== undefined && call.FPDFPathSegment_GetClose(segment) === 1) open.push(first);
  }
  return subpaths;
}
