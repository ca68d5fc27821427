/** Layout → the section tree: every paragraph in exactly one section, every section with its heading's place and kind. */
import { enumeratorRanks } from '../../normalizers/enumerator.ts';
import { compact, tidy } from '../../normalizers/fold.ts';
import type { Note } from '../model/finding.ts';
import type { Grid, Layout, Paragraph } from '../model/layout.ts';
import type { Outline, Section } from '../model/outline.ts';
import { Sourced } from '../model/sourced.ts';
import { type Contents, findContents } from './contents.ts';
import { findHeadings, type Heading, type HeadingWords } from './headings.ts';
import { type SectionKind, sectionKindOf } from './kinds.ts';

/** A section while its end is not yet known. */
interface Opening {
  readonly parent: number | null;
  readonly level: number;
  readonly ordinal: number;
  readonly rank: number;
  readonly value: number | null;
  readonly label: Sourced<string> | null;
  readonly heading: Sourced<string> | null;
  readonly kind: string;
  /** Index of its first paragraph. */
  readonly from: number;
}

/**
 * @param layout the document
 * @param kinds the shelf of section kinds
 * @param note receives findings: numbers that skip
 */
export function detectSections(layout: Layout, kinds: readonly SectionKind[], note: Note): Outline {
  const paragraphs = layout.blocks.filter((block) => block.kind === 'paragraph');
  const contents = findContents(paragraphs);
  const headings = findHeadings(paragraphs, contents?.to ?? 0);
  const openings = openSections(paragraphs, headings, contents, kinds, note);
  const startOf = (opening: Opening) => paragraphs[opening.from]?.passage.spans[0].start ?? layout.text.length;
  const ends = endsOf(openings, startOf, layout.text.length);
  const blocks = layout.blocks.filter((block) => block.kind !== 'furniture');
  let next = 0;
  const sections = openings.map((opening, index): Section => {
    const { parent, level, ordinal, label, heading, kind, from } = opening;
    const following = openings[index + 1];
    const limit = following === undefined ? Number.POSITIVE_INFINITY : startOf(following);
    const first = next;
    while (next < blocks.length && startOfBlock(blocks[next]) < limit) next++;
    const own = blocks.slice(first, next);
    const page = (parent === null ? layout.pages[0]?.number : paragraphs[from]?.passage.spans[0].page) ?? null;
    const span = { start: parent === null ? 0 : startOf(opening), end: ends[index] ?? layout.text.length, page };
    return { index, parent, level, ordinal, label, heading, kind, span, blocks: own };
  });
  const [root, ...rest] = sections;
  if (root === undefined) throw new RangeError('a document has at least its own section');
  return { sections: [root, ...rest] };
}

function startOfBlock(block: Paragraph | Grid | undefined): number {
  if (block === undefined) return Number.POSITIVE_INFINITY;
  return block.kind === 'paragraph' ? block.passage.spans[0].start : block.span.start;
}

/** A section ends where the next one of its level or above begins. */
function endsOf(openings: readonly Opening[], startOf: (opening: Opening) => number, end: number): readonly number[] {
  const ends: number[] = openings.map(() => end);
  const open: number[] = [];
  for (const [index, opening] of openings.entries()) {
    while (open.length > 0 && (openings[open.at(-1) ?? 0]?.level ?? 0) >= opening.level)
      ends[open.pop() ?? 0] = startOf(opening);
    open.push(index);
  }
  return ends;
}

function openSections(
  paragraphs: readonly Paragraph[],
  headings: readonly Heading[],
  contents: Contents | null,
  kinds: readonly SectionKind[],
  note: Note,
): readonly Opening[] {
  const root: Opening = {
    parent: null,
    level: 0,
    ordinal: 1,
    rank: -1,
    value: null,
    label: null,
    heading: null,
    kind: 'document',
    from: 0,
  };
  const openings: Opening[] = [root];
  const stack: number[] = [0];
  const children = new Map<number, number>();
  const push = (rank: number, value: number | null, rest: Pick<Opening, 'label' | 'heading' | 'kind' | 'from'>) => {
    while (stack.length > 1 && (openings[stack.at(-1) ?? 0]?.rank ?? -1) >= rank) stack.pop();
    const parent = stack.at(-1) ?? 0;
    const ordinal = (children.get(parent) ?? 0) + 1;
    children.set(parent, ordinal);
    stack.push(openings.length);
    openings.push({ parent, level: stack.length - 1, ordinal, rank, value, ...rest });
  };
  if (contents !== null) {
    const heading = paragraphs[contents.from]?.passage;
    const titled =
      heading !== undefined && /^目录$/.test(compact(heading.text))
        ? heading.cut(0, heading.text.length).map(tidy)
        : null;
    push(enumeratorRanks.part, null, { label: null, heading: titled, kind: 'contents', from: contents.from });
    stack.length = 1;
  }
  for (const heading of headings) {
    const paragraph = paragraphs[heading.paragraph];
    if (paragraph === undefined) continue;
    const { enumerator, words, rank } = heading;
    const label = enumerator === null ? null : paragraph.passage.cut(0, enumerator.length).map(() => enumerator.label);
    const title = wordsOf(paragraphs, words);
    const plain = compact(`${title === null ? (enumerator?.label ?? '') : title.value}`);
    noteSkipped(openings, stack, heading, paragraph, note);
    push(rank, enumerator?.value ?? null, {
      label,
      heading: title,
      kind: sectionKindOf(plain, kinds),
      from: heading.paragraph,
    });
  }
  return openings;
}

function wordsOf(paragraphs: readonly Paragraph[], words: readonly HeadingWords[]): Sourced<string> | null {
  const [first, ...rest] = words.flatMap((line) => paragraphs[line.paragraph]?.passage.cut(line.from, line.to) ?? []);
  return first === undefined ? null : Sourced.join([first, ...rest], (lines) => tidy(lines.join('')));
}

/** A number that does not follow its sibling's: the print skips one, or a heading stayed unread. */
function noteSkipped(
  openings: readonly Opening[],
  stack: readonly number[],
  heading: Heading,
  paragraph: Paragraph,
  note: Note,
): void {
  const value = heading.enumerator?.value ?? null;
  const sibling = stack.map((index) => openings[index]).find((opening) => opening?.rank === heading.rank);
  if (value === null || sibling === undefined || sibling.value === null || value <= sibling.value + 1) return;
  const words = paragraph.passage.text.slice(0, 20);
  const message = `“${words}” follows number ${sibling.value}; a heading between them is missing or was not recognized`;
  note({ code: 'section-number-skipped', message, span: paragraph.passage.spans[0] });
}
