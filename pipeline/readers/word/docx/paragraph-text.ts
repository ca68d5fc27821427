/**
 * A paragraph of WordprocessingML → its words as printed with all changes accepted: results of fields without their codes, no
 * hidden text, breaks as line ends. What stands elsewhere on the page (text boxes, notes) is handed over by itself.
 */
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';
import { type Field, turnField } from '../fields.ts';
import { symbolSign } from '../symbols.ts';
import type { Tally } from '../tally.ts';
import { isOn, type Styles, valOf } from './styles.ts';

/** What is carried from one paragraph of a story to the next. */
export interface Story {
  readonly styles: Styles;
  readonly tally: Tally;
  readonly fields: Field[];
}

export interface ParagraphText {
  readonly text: string;
  /** Contents of text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
  /** Notes that it refers to: `footnote 2`. */
  readonly notes: readonly string[];
}

/** Told of the paragraph, or not printed. */
const silent = new Set([
  'pPr',
  'rPr',
  'instrText',
  'delText',
  'delInstrText',
  'rt',
  'sdtPr',
  'sdtEndPr',
  'tcPr',
  'trPr',
]);
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }),
);
const noteMarks = new Set(['footnoteReference', 'endnoteReference']);
const deletions = new Set(['del', 'moveFrom']);
const insertions = new Set(['ins', 'moveTo']);
const pictures = new Set(['pic', 'imagedata', 'OLEObject', 'chart']);
/**
 * @param paragraph a `w:p`
 * @param style of the paragraph, where it names one
 */
export function readParagraph(paragraph: XmlElement, style: string | null, story: Story): ParagraphText {
  const words: string[] = [];
  const boxes: XmlElement[] = [];
  const notes: string[] = [];
  const hides = (run: XmlElement): boolean =>
    isOn(elementAt(run, 'rPr', 'vanish')) ??
    story.styles.traitsOf(valOf(elementAt(run, 'rPr', 'rStyle'))).vanish ??
    story.styles.traitsOf(style).vanish ??
    false;
  const put = (text: string, hidden: boolean) => {
    if (story.fields.includes('code')) return;
    if (hidden) story.tally.hidden += text.trim().length;
    else words.push(text);
  };
  const walk = (element: XmlElement, hidden: boolean): void => {
    const { name, attributes } = element;
    if (silent.has(name)) return;
    if (deletions.has(name) || insertions.has(name)) story.tally.changes++;
    if (deletions.has(name)) return;
    if (pictures.has(name)) story.tally.pictures++;
    const sign = signs.get(name);
    if (sign !== undefined) put(sign, hidden);
    else if (name === 't') put(element.children.filter((child) => typeof child === 'string').join(''), hidden);
    else if (name === 'sym') put(symbolOf(element, story.tally), hidden);
    else if (name === 'fldChar') turnField(story.fields, attributes.get('fldCharType'));
    else if (name === 'txbxContent') boxes.push(element);
    else if (noteMarks.has(name)) notes.push(`${name.replace('Reference', '')} ${attributes.get('id')}`);
    else {
      const chosen = elementAt(element, 'Choice') ?? elementAt(element, 'Fallback');
      const inner = name !== 'AlternateContent' ? elementsIn(element) : chosen === undefined ? [] : [chosen];
      for (const child of inner) walk(child, name === 'r' ? hides(element) : hidden);
    }
  };
  for (const child of elementsIn(paragraph)) walk(child, false);
  return { text: words.join(''), boxes, notes };
}

function symbolOf({ attributes }: XmlElement, tally: Tally): string {
  const sign = symbolSign(Number.parseInt(attributes.get('char') ?? '', 16), attributes.get('font') ?? '');
  if (sign === null) tally.unknown++;
  return sign ?? '\ufffd';
}
