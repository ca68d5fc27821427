/**
 * A picture of a page → a printed page: its lines become rulings, the words of every cell are read by themselves so that nothing
 * runs over a border, the rest is read as one column, and numbers are read again by a model of digits.
 */
import { findFrames } from '../../layout/grid/frames.ts';
import { gridSettings } from '../../layout/grid/settings.ts';
import type { Box, Glyph, PrintedPage, Recognition } from '../../model/printed-page.ts';
import { blockSize } from './blocks.ts';
import { glyphsOf } from './glyphs.ts';
import { inkThreshold, type PixelBox, paperShade, type Raster } from './raster.ts';
import { readSegments } from './read-segments.ts';
import { quarterTurned, resized, turnedBy } from './resample.ts';
import { findRulings, rulingSettings } from './rulings.ts';
import { bandsIn, type Inked, segmentsIn } from './segments.ts';
import { skewOf } from './skew.ts';
import { quartersToTurn } from './tesseract.ts';

/** Pixels a line of print should be high, and the most a picture is enlarged for it. */
const goodSize = 28;
const mostEnlarged = 2;
/** Ink is taken for ink up to this shade at least; a line may be nearly as light as the paper. */
const lightestInk = 170;
const lineShare = 0.9;
/** Points: what is higher is a picture or a seal. */
const highest = 48;
/** Points between a border and what is read of a cell. */
const inset = 0.5;
/** What lies on a side or on its head is recognized with less confidence than this, upright print with more. */
const upright = 55;
/** A word that the recognizer itself trusts less is uncertain. */
const trusted = 60;

/** A printed page whose words were recognized. */
type RecognizedPage = PrintedPage & { readonly recognized: Recognition };

/**
 * A page that is hardly read is turned upright, where the recognizer tells how it lies, and read again.
 * @param picture of the whole page
 * @param number of the page in its file
 * @throws Unrecognized when the recognizer fails
 */
export async function recognizePage(picture: Raster, number: number): Promise<RecognizedPage> {
  const page = await recognizeUpright(picture, number);
  if (page.glyphs.length === 0 || page.recognized.confidence >= upright) return page;
  const turns = await quartersToTurn(picture, Math.round(picture.scale * 72));
  if (turns === 0) return page;
  const other = await recognizeUpright(quarterTurned(picture, turns), number);
  const better = other.recognized.confidence > page.recognized.confidence;
  return better ? { ...other, recognized: { ...other.recognized, turned: turns } } : page;
}

async function recognizeUpright(picture: Raster, number: number): Promise<RecognizedPage> {
  const level = straightened(picture);
  const { rest, rulings, threshold } = cleaned(level);
  const inked: Inked = { raster: rest, threshold };
  const frames = findFrames(rulings, gridSettings);
  const regions = frames.flatMap(({ cells }) => cells.map(({ box }) => pixelsOf(box, rest)));
  const size = sizeOfPrint(inked, regions);
  const around = frames.reduce((raster, { box }) => blanked(raster, box), rest);
  const whole = { x0: 0, y0: 0, x1: rest.width, y1: rest.height };
  const boxes = [
    ...regions.flatMap((region) => segmentsIn(inked, region, size)),
    ...segmentsIn({ ...inked, raster: around }, whole, size),
  ].filter(({ y0, y1 }) => y1 - y0 < highest * rest.scale);
  const read = (await readSegments(rest, boxes, size)).filter(({ text }) => text !== '');
  return {
    ...{ number, width: rest.width / rest.scale, height: rest.height / rest.scale, rulings },
    glyphs: read.flatMap(({ text, box }): readonly Glyph[] => glyphsOf(text, box, rest.scale)),
    ...{ images: [], unmapped: 0, hidden: 0, underPicture: false, damage: null },
    recognized: {
      turned: 0,
      confidence: read.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, read.length),
      uncertain: read.flatMap(({ text, confidence, doubtful }) => (confidence < trusted ? [text] : doubtful)),
      disputed: read.flatMap(({ disputed }) =>
        disputed.map(({ ink, others }) => ({ box: inPoints(ink, rest.scale), others })),
      ),
    },
  };
}

function straightened(coarse: Raster): Raster {
  const block = blockSize(coarse);
  const picture = block === 1 ? coarse : resized(resized(coarse, 1 / block), block);
  const angle = skewOf(picture, inkThreshold(picture));
  return angle === 0 ? picture : turnedBy(picture, -angle);
}

/** The picture without its lines, large enough to read. */
function cleaned(picture: Raster) {
  const look = (raster: Raster) => {
    const paper = paperShade(raster);
    const threshold = Math.min(Math.max(inkThreshold(raster), lightestInk), paper * lineShare);
    return { ...findRulings(raster, paper * lineShare, rulingSettings), threshold };
  };
  const first = look(picture);
  const whole = { x0: 0, y0: 0, x1: picture.width, y1: picture.height };
  const regions = findFrames(first.rulings, gridSettings).flatMap(({ cells }) =>
    cells.map(({ box }) => pixelsOf(box, picture)),
  );
  const inked = { raster: first.rest, threshold: first.threshold };
  const size = sizeOfPrint(inked, regions.length > 0 ? regions : [whole]);
  const factor = Math.min(mostEnlarged, goodSize / size);
  return factor > 1.15 ? look(resized(picture, factor)) : first;
}

/** Three of four bands of ink are no higher: of single lines, because cells mostly hold one. */
function sizeOfPrint(inked: Inked, regions: readonly PixelBox[]): number {
  const { scale } = inked.raster;
  const heights = regions
    .flatMap((region) => bandsIn(inked, region).map(({ from, to }) => to - from))
    .filter((height) => height > scale * 3 && height < scale * 30)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.75)] ?? scale * 10;
}

function pixelsOf({ x0, y0, x1, y1 }: Box, { width, height, scale }: Raster): PixelBox {
  const at = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)));
  return {
    ...{ x0: at(x0 + inset, width), y0: at(y0 + inset, height) },
    ...{ x1: at(x1 - inset, width), y1: at(y1 - inset, height) },
  };
}

const inPoints = ({ x0, y0, x1, y1 }: PixelBox, scale: number): Box => ({
  ...{ x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale },
});

function blanked(raster: Raster, box: Box): Raster {
  const { x0, y0, x1, y1 } = pixelsOf({ x0: box.x0 - 2, y0: box.y0 - 2, x1: box.x1 + 2, y1: box.y1 + 2 }, raster);
  const grey = Uint8Array.from(raster.grey);
  for (let y = y0; y < y1; y++) grey.fill(255, y * raster.width + x0, y * raster.width + x1);
  return { ...raster, grey };
}
