/** What is said of pages that were recognized, and of what would read the others. */
import type { Note } from '../../model/finding.ts';
import type { Page } from '../../model/layout.ts';

/** Doubtful words that a message lists. */
const mostListed = 20;

/** What makes scans readable, for messages. */
export const installing =
  'install Tesseract with its Chinese model (Debian: apt install tesseract-ocr tesseract-ocr-chi-sim)';

/** How pages that are pictures may be read, for those that were not. */
export const howToRead = `read it with --ocr; for that ${installing}`;

/** Says nothing of pages that were printed. */
export function noteRecognition({ number, start, end, recognized }: Page, note: Note): void {
  if (recognized === undefined) return;
  const { confidence, uncertain, turned } = recognized;
  const span = { start, end, page: number };
  const trust = `recognized in a picture by Tesseract, confidence ${Math.round(confidence)} of 100`;
  const lay = turned === 0 ? '' : `, turned clockwise by ${turned * 90}° for it`;
  const grade = 'its numbers count as verified only where they add up';
  note({ code: 'page-recognized', message: `page ${number}: its words were ${trust}${lay}; ${grade}`, span });
  if (uncertain.length === 0) return;
  const words = uncertain.slice(0, mostListed).map((word) => `“${word}”`);
  const more = uncertain.length > mostListed ? ` and ${uncertain.length - mostListed} more` : '';
  note({
    code: 'words-uncertain',
    message: `page ${number}: not read with certainty: ${words.join(', ')}${more}`,
    span,
  });
}
