/** A Word document (docx) → its layout: words as printed with all changes accepted, tables cell by cell, automatic numbers. */
import { layOutFlow } from '../../layout/flow/lay-out-flow.ts';
import type { Note } from '../../model/finding.ts';
import type { FlowItem } from '../../model/flow.ts';
import type { Layout, NamedBytes } from '../../model/layout.ts';
import { Refusal } from '../../model/refusal.ts';
import { elementAt, elementsIn, type XmlElement } from '../xml/parse-xml.ts';
import { readNumbering } from './docx/numbering.ts';
import { openPackage, type WordPackage } from './docx/package.ts';
import { readStory, type Telling } from './docx/story.ts';
import { readStyles } from './docx/styles.ts';
import { furnitureOf } from './furniture.ts';
import { emptyTally, noteTally, type Tally } from './tally.ts';

/**
 * @param source the file
 * @param note receives hidden text, open changes, pictures
 * @throws Refusal when it is damaged, empty or beyond the limits
 */
export async function readDocx(source: NamedBytes, note: Note): Promise<Layout> {
  const word = await openPackage(source.bytes, source.path);
  const tally = emptyTally();
  const telling = tellingOf(word, tally);
  const body = elementAt(word.document, 'body');
  const items = body === undefined ? [] : readStory(body, telling);
  if (items.length === 0 && tally.pictures === 0)
    throw new Refusal('empty', `${source.path}: the document holds no text`);
  noteTally(tally, note);
  return layOutFlow(
    [{ items: [...furniture(word, 'header', telling), ...items, ...furniture(word, 'footer', telling)] }],
    'docx',
  );
}

function tellingOf(word: WordPackage, tally: Tally): Telling {
  const styles = readStyles(word.parts('styles')[0]);
  const numbering = readNumbering(word.parts('numbering')[0], (style) => styles.traitsOf(style).numId);
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) =>
    word
      .parts(`${kind}s`)
      .flatMap((part) => elementsIn(part, kind))
      .map((element): readonly [string, XmlElement] => [`${kind} ${element.attributes.get('id')}`, element]),
  );
  return { styles, numbering, tally, fields: [], notes: new Map(notes) };
}

/** What stands on every page: each wording once. */
function furniture(word: WordPackage, kind: 'header' | 'footer', telling: Telling): readonly FlowItem[] {
  const words = word.parts(kind).flatMap((part) => {
    const told = readStory(part, { ...telling, fields: [], tally: emptyTally() });
    return told.flatMap((item) => {
      if (item.kind === 'table') return item.cells.flatMap(({ lines }) => lines);
      return [item.text];
    });
  });
  return furnitureOf(words);
}
