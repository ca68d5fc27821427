/**
 * An old Word document (doc, wps) → its layout. Libraries give its text with cells and tabs alike, so that merged cells are lost:
 * here only the container is a library's, and the structures of MS-DOC that say what is a cell are read themselves.
 */
import { layOutFlow } from '../../layout/flow/lay-out-flow.ts';
import type { Note } from '../../model/finding.ts';
import type { FlowItem } from '../../model/flow.ts';
import type { Layout, NamedBytes } from '../../model/layout.ts';
import { Refusal } from '../../model/refusal.ts';
import { tellStory } from './doc/doc-story.ts';
import { readLists } from './doc/lists.ts';
import { openDoc } from './doc/open-doc.ts';
import { readParagraphs } from './doc/paragraphs.ts';
import { piecesOf } from './doc/pieces.ts';
import { readStyleSheet } from './doc/style-sheet.ts';
import { furnitureOf } from './furniture.ts';
import { emptyTally, noteTally } from './tally.ts';

/**
 * @param source the file
 * @param note receives hidden text, open changes, pictures
 * @throws Refusal when it is damaged, encrypted, empty or older than Word 97
 */
export function readDoc(source: NamedBytes, note: Note): Layout {
  const file = openDoc(source.bytes, source.path);
  const pieces = piecesOf(file, source.path);
  const telling = { numbering: readLists(file), styles: readStyleSheet(file) };
  const tally = emptyTally();
  const told = readParagraphs(file, pieces, tally);
  const aside = readParagraphs(file, pieces, emptyTally());
  const { body, footnotes, headers, comments, endnotes, boxes } = file.counts;
  const notesEnd = body + footnotes;
  const asideEnd = notesEnd + headers + comments;
  const items: readonly FlowItem[] = [
    ...tellStory(told(0, body), telling),
    ...tellStory(told(body, notesEnd), telling),
    ...tellStory(told(asideEnd, asideEnd + endnotes + boxes), telling),
  ];
  if (items.length === 0 && tally.pictures === 0)
    throw new Refusal('empty', `${source.path}: the document holds no text`);
  noteTally(tally, note);
  const furniture = furnitureOf(aside(notesEnd, notesEnd + headers).map(({ text }) => text));
  return layOutFlow([{ items: [...furniture, ...items] }], 'doc');
}
