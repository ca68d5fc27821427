/** Every section's paragraphs and tables → every money expression of the document, in reading order. */
import type { Note } from '../../pipeline/model/finding.ts';
import { passagesOf } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import { findAmounts } from './find-amounts.ts';
import { amountVocabulary } from './vocabulary.ts';

/** @returns mentions in reading order; each tells its section */
export function readAmounts(outline: Outline, note: Note): readonly AmountMention[] {
  const vocabulary = amountVocabulary();
  return outline.sections.flatMap((section) =>
    passagesOf(section).flatMap((passage) =>
      findAmounts(passage, vocabulary, note).map((found) => ({ section: section.index, ...found })),
    ),
  );
}
