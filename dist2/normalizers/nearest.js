/** String distance, to suggest what a slip of the pen meant; never to make a fact. */
import JaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
/** Words less alike than this are no suggestion. */
const alike = 0.75;
/** @returns the candidate most like the word, or null when none is */
export function nearest(word, candidates) {
    const ranked = candidates.map((candidate) => ({ candidate, likeness: JaroWinkler(word, candidate) }));
    ranked.sort((a, b) => b.likeness - a.likeness);
    const best = ranked[0];
    return best !== undefined && best.likeness >= alike ? best.candidate : null;
}
