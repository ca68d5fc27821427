/**
 * A story of WordprocessingML (the body, a cell, a text box, a note) → paragraphs and tables in the order they are read.
 * Hard because one paragraph of the file may be several of the print (line breaks, text boxes) or only a part of one.
 */
import type { FlowItem } from '../../../model/flow.ts';
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';
import type { Numbering } from '../list-numbers.ts';
import { paragraphsOf } from '../printed-lines.ts';
import { readParagraph, type Story } from './paragraph-text.ts';
import { type StyleTraits, valOf } from './styles.ts';
import { readTable } from './table.ts';

export interface Telling extends Story {
  readonly numbering: Numbering;
  /** Notes by `footnote 2`, each told once, where it is first referred to. */
  readonly notes: Map<string, XmlElement>;
}

/** Elements that only wrap what is told. */
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

/** @param story the element whose children are paragraphs and tables */
export function readStory(story: XmlElement, telling: Telling): readonly FlowItem[] {
  const items: FlowItem[] = [];
  /** Words of a paragraph whose end was deleted: the next goes on with them. */
  let begun = '';
  const walk = (element: XmlElement): void => {
    if (element.name === 'p') {
      const { text, boxes, notes } = readParagraph(element, styleOf(element, telling), telling);
      const whole = begun + numberOf(element, telling) + text;
      begun = endsInNext(element) ? whole : '';
      if (begun === '') items.push(...paragraphsOf(whole));
      for (const box of boxes) items.push(...readStory(box, telling));
      for (const note of notes) items.push(...tellNote(note, telling));
    } else if (element.name === 'tbl') items.push(...readTable(element, telling, readStory));
    else if (element.name === 'AlternateContent') {
      const chosen = elementAt(element, 'Choice') ?? elementAt(element, 'Fallback');
      for (const child of chosen === undefined ? [] : elementsIn(chosen)) walk(child);
    } else if (wrappers.has(element.name)) for (const child of elementsIn(element)) walk(child);
  };
  for (const child of elementsIn(story)) walk(child);
  items.push(...paragraphsOf(begun));
  return items;
}

const styleOf = (paragraph: XmlElement, { styles }: Story) =>
  valOf(elementAt(paragraph, 'pPr', 'pStyle')) ?? styles.ordinary;

/** The mark that ends the paragraph was deleted, and nobody refused the change. */
function endsInNext(paragraph: XmlElement): boolean {
  const mark = elementAt(paragraph, 'pPr', 'rPr');
  return (elementAt(mark, 'del') ?? elementAt(mark, 'moveFrom')) !== undefined;
}

function numberOf(paragraph: XmlElement, telling: Telling): string {
  const style = styleOf(paragraph, telling);
  const styled: StyleTraits = telling.styles.traitsOf(style);
  const own = elementAt(paragraph, 'pPr', 'numPr');
  const list = valOf(elementAt(own, 'numId')) ?? styled.numId;
  if (list === null || list === '0') return '';
  const said = valOf(elementAt(own, 'ilvl'));
  const depth = said ?? (style === null ? null : telling.numbering.levelOf(list, style)) ?? styled.level ?? 0;
  return telling.numbering.next(list, Number(depth));
}

function tellNote(name: string, telling: Telling): readonly FlowItem[] {
  const note = telling.notes.get(name);
  if (note === undefined) return [];
  telling.notes.delete(name);
  return readStory(note, telling);
}
