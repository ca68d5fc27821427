/**
 * Numbers are read more than once, because the Chinese model takes a 6 for a 0 and says so with confidence: by it, and by a model
 * that may only answer with digits, at two sizes. What two readings say is taken; nothing is computed, nothing mended.
 */

import { type RecognizedWord, recognize } from './tesseract.ts';
import type { GreyPicture } from './tiff.ts';

export interface ReadNumber {
  readonly text: string;
  /** Whether two readings told it. */
  readonly agreed: boolean;
  /** What other readings told; an empty one where the other model saw no number. Empty when both models agree. */
  readonly others: readonly string[];
}

/** What a cell shows that the Chinese model has read a number in, whatever it took single digits for. */
const numberLike =
  /^[-−—–+]?[\dOoUQDIl|\]()（）.,，。·:：;'’‘"“”\s]{0,40}\d[\dOoUQDIlSsBZ|\]工()（）.,，。·:：;'’‘"“”\s]{0,40}[%％]?$|^[Il|\]!工丨]$/;
const wellFormed = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;
const digits = '0123456789.,-%';

/** Whether the words of a whole cell are to be read again as a number. */
export const looksNumeric = (text: string): boolean => numberLike.test(text);

/**
 * @param pictures each of one number
 * @param first what the Chinese model made of them
 * @param enlarge makes the other size
 */
export async function readNumbers(
  pictures: readonly GreyPicture[],
  first: readonly string[],
  enlarge: (picture: GreyPicture) => GreyPicture,
): Promise<readonly ReadNumber[]> {
  const second = await asDigits(pictures);
  const doubtful = pictures.flatMap((picture, i) =>
    agreement([second[i], first[i]]) === null ? [{ picture, i }] : [],
  );
  const third = await asDigits(doubtful.map(({ picture }) => enlarge(picture)));
  const thirdAt = new Map(doubtful.map(({ i }, at) => [i, third[at] ?? '']));
  return pictures.map((_, i) => {
    const chinese = plain(first[i] ?? '');
    const readings = [second[i], thirdAt.get(i), chinese].flatMap((text) => (text === undefined ? [] : plain(text)));
    const agreed = agreement(readings);
    const text = agreed ?? readings.find((reading) => wellFormed.test(reading)) ?? first[i] ?? '';
    const told = [...new Set(readings)].filter((reading) => reading !== text && wellFormed.test(reading));
    const others = text === chinese || told.includes(chinese) ? told : [...told, ''];
    return { text, agreed: agreed !== null, others };
  });
}

/** The well-formed reading that two tell. */
function agreement(readings: readonly (string | undefined)[]): string | null {
  const clear = readings
    .flatMap((text) => (text === undefined ? [] : plain(text)))
    .filter((text) => wellFormed.test(text));
  return clear.find((text, i) => clear.indexOf(text) < i) ?? null;
}

/** Signs that differ in nothing but their width. */
const plain = (text: string) =>
  text.replace(/\s/g, '').replace(/[−—–]/g, '-').replace(/，/g, ',').replace(/。/g, '.').replace(/％/g, '%');

async function asDigits(pictures: readonly GreyPicture[]): Promise<readonly string[]> {
  if (pictures.length === 0) return [];
  const words = await recognize(pictures, { language: 'eng', segmentation: 7, dpi: 300, characters: digits });
  return words.map(joined);
}

const joined = (words: readonly RecognizedWord[]) => words.map(({ text }) => text).join('');
