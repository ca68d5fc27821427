/** String distance: to suggest what a slip of the pen meant, and to know names that differ in a sign; never to make a fact. */
import JaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';

/** Words less alike than this are no suggestion. */
const alike = 0.75;

/** @returns how alike two words are, between 0 and 1; 1 for equal ones */
export const likeness = (one: string, other: string): number => JaroWinkler(one, other);

/** @returns the candidate most like the word, or null when none is */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates.map((candidate) => ({ candidate, likeness: likeness(word, candidate) }));
  ranked.sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0];
  return best !== undefined && best.likeness >= alike ? best.candidate : null;
}
