/** Image files and rendered pages → shades of grey, straightened and enlarged; libvips and its quirks live in this file alone. */
import type { Sharp } from 'sharp';
import { Refusal } from '../../model/refusal.ts';
import type { Raster } from './raster.ts';

/** Pixels an image may have: A3 at 600 dots an inch is 70 million. */
const mostPixels = 100_000_000;
/** Pages of an image file that are looked at. */
const mostPages = 500;
/** Points of an A4 sheet's sides: what a picture is taken for that does not say its size. */
const sheet = { short: 595.3, long: 841.9 };

/** Pages are drawn at 300 dots an inch, larger sheets at fewer. */
const usualScale = 300 / 72;
const mostDrawn = 40_000_000;

/** @returns pixels a point that a page is drawn with */
export const scaleFor = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(usualScale, Math.sqrt(mostDrawn / (width * height)));

const engine = async () => (await import('sharp')).default;

/** @returns how many pictures the file holds */
export async function countPictures(bytes: Uint8Array, name: string): Promise<number> {
  const sharp = await engine();
  try {
    const { pages } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    return Math.min(pages ?? 1, mostPages);
  } catch (error) {
    if (/unsupported image format/.test(wordsOf(error)))
      throw new Refusal(
        'unsupported-format',
        `${name}: a picture in a format that is not read; save it as PNG or TIFF`,
      );
    throw new Refusal('damaged', `${name}: a picture that cannot be opened (${wordsOf(error)})`);
  }
}

/**
 * @param page from 0
 * @param scale pixels a point; null to go by what the picture says, or by an A4 sheet
 * @throws Refusal when it is damaged or larger than any page
 */
export async function openPicture(
  bytes: Uint8Array,
  name: string,
  page: number,
  scale: number | null,
): Promise<Raster> {
  const sharp = await engine();
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, page, failOn: 'error' }).rotate();
    const { density } = await sharp(bytes, { limitInputPixels: mostPixels, page }).metadata();
    const { width, height, grey } = await greyOf(image);
    return { width, height, grey, scale: scale ?? scaleOf(width, height, density) };
  } catch (error) {
    throw new Refusal('damaged', `${name}: a picture that cannot be read (${wordsOf(error)})`);
  }
}

/** @param angle degrees clockwise; the size stays */
export async function turnedBy(raster: Raster, angle: number): Promise<Raster> {
  const sharp = await engine();
  const { width, height, scale } = raster;
  const turned = await sharp(raster.grey, rawOf(raster))
    .rotate(angle, { background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [left, top] = [(turned.info.width - width) >> 1, (turned.info.height - height) >> 1];
  const cut = sharp(turned.data, { raw: turned.info }).extract({ left, top, width, height });
  return { ...(await greyOf(cut)), scale };
}

/** @param factor above 1 enlarges, below shrinks */
export async function resized(raster: Raster, factor: number): Promise<Raster> {
  const sharp = await engine();
  const width = Math.round(raster.width * factor);
  const height = Math.round(raster.height * factor);
  const image = sharp(raster.grey, rawOf(raster)).resize(width, height, { kernel: 'lanczos3', fit: 'fill' });
  return { ...(await greyOf(image)), scale: raster.scale * factor };
}

const rawOf = ({ width, height }: Raster) => ({ raw: { width, height, channels: 1 as const } });

async function greyOf(image: Sharp): Promise<Omit<Raster, 'scale'>> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

/** A density that makes a sheet of paper of the picture is believed; 72 is what programs write that know none. */
function scaleOf(width: number, height: number, density: number | undefined): number {
  const stated = (density ?? 0) / 72;
  const inPoints = Math.max(width, height) / stated;
  if (stated > 1.1 && inPoints > 200 && inPoints < 3000) return stated;
  return Math.max(Math.min(width, height) / sheet.short, Math.max(width, height) / sheet.long);
}

const wordsOf = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
