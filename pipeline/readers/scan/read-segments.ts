/** Stretches of print → their words: each by itself as one line, and the numbers in them once more by a model of digits. */
import { type LinePart, partsOf } from './line-words.ts';
import { looksNumeric, readNumbers } from './numbers.ts';
import type { PixelBox, Raster } from './raster.ts';
import { resized } from './resample.ts';
import { type RecognizedWord, recognize } from './tesseract.ts';
import type { GreyPicture } from './tiff.ts';

/** A stretch of print and what was read of it. */
export interface ReadSegment {
  readonly box: PixelBox;
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  /** Numbers in it that no two readings agreed on. */
  readonly doubtful: readonly string[];
  /** Numbers in it that the two models told differently, by place. */
  readonly disputed: readonly DisputedInk[];
}

export interface DisputedInk {
  readonly ink: PixelBox;
  readonly others: readonly string[];
}

/** White around a cut-out, in font sizes. */
const margin = 0.7;
/** Pixels a line is high when the Chinese model reads it. */
const chineseSize = 30;
/** How much larger a number is read the second time. */
const secondLook = 1.5;
/** Two readings that agree on a number are believed so much, and two that do not. */
const agreeing = 95;
const differing = 40;

/** A number of a segment: the whole of it, or one of its parts. */
interface Place {
  readonly segment: number;
  readonly part: number | null;
  readonly ink: PixelBox;
  readonly picture: GreyPicture;
  readonly first: string;
}

/**
 * @param boxes each fits the ink of one line or a part of one
 * @param size height of the print in pixels
 * @throws Unrecognized when the recognizer fails
 */
export async function readSegments(
  raster: Raster,
  boxes: readonly PixelBox[],
  size: number,
): Promise<readonly ReadSegment[]> {
  const around = Math.round(size * margin);
  const pictures = boxes.map((box) => cutOut(raster, box, around));
  const words = await readChinese(pictures, boxes, size);
  const parts = words.map(partsOf);
  const places = parts.flatMap((own, segment): readonly Place[] => {
    const [box, picture] = [boxes[segment], pictures[segment]];
    if (box === undefined || picture === undefined) return [];
    const first = textOf(own);
    if (looksNumeric(first)) return [{ segment, part: null, ink: box, picture, first }];
    return own.flatMap(({ text, ink }, part) => {
      if (ink === null) return [];
      const there = onPage(ink, box, around);
      return [{ segment, part, ink: there, picture: cutOut(raster, there, around), first: text }];
    });
  });
  const numbers = await readNumbers(
    places.map(({ picture }) => picture),
    places.map(({ first }) => first),
    (picture) => resized({ ...picture, scale: 1 }, secondLook),
  );
  const told = new Map(places.map(({ segment, part }, i) => [`${segment}.${part}`, numbers[i]]));
  const disputes = places.map(({ segment, ink }, i) => ({ segment, ink, others: numbers[i]?.others ?? [] }));
  return boxes.map((box, segment) => {
    const disputed = disputes.filter((one) => one.segment === segment && one.others.length > 0);
    const own = parts[segment] ?? [];
    const whole = told.get(`${segment}.null`);
    if (whole !== undefined) {
      const { text, agreed } = whole;
      return { box, text, confidence: agreed ? agreeing : differing, doubtful: agreed ? [] : [text], disputed };
    }
    const doubtful: string[] = [];
    const text = textOf(
      own.map((part, i) => {
        const number = told.get(`${segment}.${i}`);
        if (number === undefined) return part;
        if (number.agreed && alike(number.text, part.text)) return { ...part, text: number.text };
        doubtful.push(part.text);
        return part;
      }),
    );
    return { box, text, doubtful, disputed, confidence: meanOf(words[segment] ?? []) };
  });
}

/** The Chinese model knows smaller print best: of larger it takes 支 for 文, 6 for 0. */
async function readChinese(
  pictures: readonly GreyPicture[],
  boxes: readonly PixelBox[],
  size: number,
): Promise<readonly (readonly RecognizedWord[])[]> {
  const factors = boxes.map(({ y0, y1 }) => Math.min(1, chineseSize / Math.max(size, y1 - y0)));
  const smaller = pictures.map((picture, i) => {
    const factor = factors[i] ?? 1;
    return factor > 0.9 ? picture : resized({ ...picture, scale: 1 }, factor);
  });
  const read = await recognize(smaller, { language: 'chi_sim', segmentation: 7, dpi: 300 });
  return read.map((words, i) => {
    const factor = (smaller[i]?.width ?? 1) / (pictures[i]?.width ?? 1);
    return words.map((word) => ({
      ...word,
      ...{ x0: word.x0 / factor, x1: word.x1 / factor, y0: word.y0 / factor, y1: word.y1 / factor },
    }));
  });
}

/** Two readings of one number: of another length, or unlike in most digits, one of them holds a piece of a neighbour. */
function alike(one: string, other: string): boolean {
  const unlike = [...one].filter((sign, i) => sign !== other[i]).length;
  return one.length === other.length && unlike <= Math.ceil(one.length / 4);
}

function onPage(ink: PixelBox, box: PixelBox, around: number): PixelBox {
  const x = (value: number) => Math.max(box.x0, Math.min(box.x1, Math.round(value) + box.x0 - around));
  return { ...box, x0: Math.min(x(ink.x0 - 2), box.x1 - 1), x1: Math.max(x(ink.x1 + 2), box.x0 + 1) };
}

function cutOut({ width, grey }: Raster, { x0, y0, x1, y1 }: PixelBox, around: number): GreyPicture {
  const size = { width: x1 - x0 + 2 * around, height: y1 - y0 + 2 * around };
  const cut = new Uint8Array(size.width * size.height).fill(255);
  for (let y = y0; y < y1; y++)
    cut.set(grey.subarray(y * width + x0, y * width + x1), (y - y0 + around) * size.width + around);
  return { ...size, grey: cut };
}

const textOf = (parts: readonly LinePart[]) => parts.map(({ text }) => text).join('');

const meanOf = (words: readonly RecognizedWord[]) =>
  words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
