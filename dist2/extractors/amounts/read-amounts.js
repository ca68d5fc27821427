import { passagesOf } from '../../pipeline/model/layout.js';
import { findAmounts } from './find-amounts.js';
import { amountVocabulary } from './vocabulary.js';
/** @returns mentions in reading order; each tells its section */
export function readAmounts(outline, note) {
    const vocabulary = amountVocabulary();
    return outline.sections.flatMap((section) => passagesOf(section).flatMap((passage) => findAmounts(passage, vocabulary, note).map((found) => ({ section: section.index, ...found }))));
}
