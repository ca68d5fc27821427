/**
 * A web page's source → the tree that a browser would make of it, in plain terms, less what is never shown. Nothing is executed
 * and nothing is fetched. Only this file knows parse5.
 */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { Refusal } from '../../model/refusal.ts';
import { styleOf } from './style.ts';

export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own style, as written on the element. */
  readonly style: ReadonlyMap<string, string>;
  readonly children: readonly PageNode[];
}
export type PageNode = PageElement | string;

/** Browsers stop nesting at 512; a page nested deeper was made to be. */
const deepest = 512;
const mostElements = 1_500_000;

/** Never shown as words of the page. */
const unshown = new Set([
  ...['script', 'style', 'template', 'noscript', 'link', 'base', 'object', 'embed', 'applet', 'iframe', 'frame'],
  ...['svg', 'math', 'canvas', 'audio', 'video', 'map', 'select', 'datalist', 'textarea', 'input', 'button', 'dialog'],
]);

/**
 * @param source the page's characters
 * @param path its name, for the message
 * @returns the root: `html`, with `head` (title and meta only matter) and `body`
 * @throws Refusal `damaged` when it is nested deeper than any browser goes, `too-large` when it has too many elements
 */
export function pageTree(source: string, path: string): PageElement {
  let depth = 0;
  let elements = 0;
  const document = parse(source, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...given: Parameters<typeof defaultTreeAdapter.createElement>) {
        if (++elements > mostElements)
          throw new Refusal('too-large', `${path}: a web page of more than ${mostElements} elements; nothing was read`);
        return defaultTreeAdapter.createElement(...given);
      },
      onItemPush() {
        if (++depth > deepest)
          throw new Refusal('damaged', `${path}: a web page nested deeper than ${deepest} elements; nothing was read`);
      },
      onItemPop() {
        depth--;
      },
    },
  });
  const root = document.childNodes.find((node) => node.nodeName === 'html');
  if (root === undefined || !defaultTreeAdapter.isElementNode(root)) throw new RangeError('a page has a root');
  return elementOf(root);
}

function elementOf(node: DefaultTreeAdapterMap['element']): PageElement {
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const children: PageNode[] = [];
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isTextNode(child)) children.push(child.value);
    else if (defaultTreeAdapter.isElementNode(child) && !unshown.has(child.tagName)) {
      const element = elementOf(child);
      if (!isHidden(element)) children.push(element);
    }
  }
  return { tag: node.tagName, attributes, style: styleOf(attributes.get('style') ?? ''), children };
}

function isHidden({ attributes, style }: PageElement): boolean {
  return attributes.has('hidden') || style.get('display') === 'none' || style.get('visibility') === 'hidden';
}

/** The words of an element one after another, white space as in the source. */
export function wordsOf(node: PageNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('');
}

/** The element and those inside it, in the order of the source. */
export function* elementsOf(element: PageElement): Generator<PageElement> {
  const waiting: PageElement[] = [element];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    yield one;
    for (const child of [...one.children].reverse()) if (typeof child !== 'string') waiting.push(child);
  }
}
