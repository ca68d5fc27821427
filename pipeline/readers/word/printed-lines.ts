/** The words of a stored paragraph → the paragraphs of the print: each line that a break ends is one. */
import type { FlowParagraph } from '../../model/flow.ts';

export const paragraphsOf = (text: string): readonly FlowParagraph[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
