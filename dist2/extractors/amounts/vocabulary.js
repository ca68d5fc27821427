/** The words that tell money from other counts, from normalizers/vocab/measure-words.csv and money-cues.csv. */
import { z } from 'zod';
import { readVocabulary } from '../../normalizers/vocab/read.js';
let vocabulary;
export function amountVocabulary() {
    vocabulary ??= load();
    return vocabulary;
}
function load() {
    const measures = readVocabulary('measure-words.csv', z.object({ word: z.string().min(1) }));
    const cues = readVocabulary('money-cues.csv', z.object({ word: z.string().min(1), side: z.enum(['after', 'before']) }));
    const side = (wanted) => cues.flatMap((cue) => (cue.side === wanted ? [cue.word] : []));
    return { measures: measures.map((row) => row.word), moneyAfter: side('after'), moneyBefore: side('before') };
}
