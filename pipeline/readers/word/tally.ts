/** What a Word document has besides its printed words → findings. */
import type { FindingCode, Note } from '../../model/finding.ts';

export interface Tally {
  /** Characters of hidden text, left out. */
  hidden: number;
  /** Insertions and deletions that nobody accepted or refused yet. */
  changes: number;
  pictures: number;
  /** Signs of a font of symbols that no character is known for. */
  unknown: number;
}

export const emptyTally = (): Tally => ({ hidden: 0, changes: 0, pictures: 0, unknown: 0 });

/** @param tally counts over the whole document; a count of nothing says nothing */
export function noteTally({ hidden, changes, pictures, unknown }: Tally, note: Note): void {
  const say = (count: number, code: FindingCode, words: string) => {
    if (count > 0) note({ code, message: `${count} ${words}`, span: null });
  };
  say(hidden, 'text-hidden', 'characters of hidden text, left out');
  say(changes, 'changes-accepted', 'tracked changes, read as if all were accepted');
  say(pictures, 'pictures-not-read', 'pictures or embedded objects, not read');
  say(unknown, 'characters-unknown', 'signs of symbol fonts without a known character');
}
