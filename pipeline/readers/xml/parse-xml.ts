/** XML → a tree of local names, within limits of depth and size. */
import { Refusal } from '../../model/refusal.ts';
import { local, xmlReader } from './xml-events.ts';

export interface XmlElement {
  /** Without prefix: the same in Word's transitional and strict namespaces. */
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Elements beyond this many need more memory than a document may take. */
const most = 4_000_000;

/**
 * @param bytes UTF-8 or UTF-16 with a mark, as the Office formats demand
 * @param path the file's name, for messages
 * @throws Refusal `damaged` where it is not well-formed, `too-large` where it is too deep or too long
 */
export function parseXml(bytes: Uint8Array, path: string): XmlElement {
  const root: Growing = { name: '', attributes: new Map(), children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  const addText = (text: string) => void open.at(-1)?.children.push(text);
  const reader = xmlReader(path, {
    open: (name, attributes) => {
      if (++elements > most) throw new Refusal('too-large', `${path}: over ${most} XML elements; not read`);
      const element: Growing = {
        name,
        attributes: new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])),
        children: [],
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: addText,
  });
  reader.write(bytes);
  reader.end();
  const [top] = elementsIn(root);
  if (top === undefined) throw new Refusal('damaged', `${path}: damaged, an XML part without content`);
  return top;
}

/** The elements directly inside, all or those of one name. */
export function elementsIn({ children }: XmlElement, name?: string): readonly XmlElement[] {
  return children.flatMap((child) => (typeof child !== 'string' && (name ?? child.name) === child.name ? [child] : []));
}

/** The first element directly inside of a name, and so on down a path of names. */
export function elementAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (at, name) => at?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name),
    element,
  );
}

/** All text inside. */
export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
