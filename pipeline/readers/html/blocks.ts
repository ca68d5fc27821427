/** The elements of an article → paragraphs and tables in order, as a browser shows them. */
import type { FlowItem } from '../../model/flow.ts';
import { breadcrumbs, namedAsFurniture } from './marks.ts';
import type { PageElement, PageNode } from './page-tree.ts';
import { shownText } from './shown-text.ts';
import { isDataTable, tableOf } from './tables.ts';

/** Elements that a browser sets on lines of their own. */
const blockTags = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'center',
    'dd',
    'details',
    'dir',
    'div',
    'dl',
    'dt',
    'fieldset',
  ],
  ...[
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'html',
    'li',
    'main',
  ],
  ...[
    'menu',
    'nav',
    'ol',
    'p',
    'pre',
    'section',
    'summary',
    'table',
    'caption',
    'tbody',
    'thead',
    'tfoot',
    'tr',
    'td',
    'th',
    'ul',
  ],
]);

/**
 * @param article an element
 * @param path the file's name, for messages
 * @param keepAll read also what is named as furniture
 * @returns paragraphs and data tables; layout tables are opened, cell by cell
 */
export function blocksOf(article: PageElement, path: string, keepAll = false): readonly FlowItem[] {
  const items: FlowItem[] = [];
  let open = '';
  let number = '';
  const close = () => {
    const text = shownText(open);
    if (text !== '' && !breadcrumbs.test(text)) {
      items.push({ kind: 'paragraph', text: `${number}${text}` });
      number = '';
    }
    open = '';
  };
  const visit = (node: PageNode, pre: boolean): void => {
    if (typeof node === 'string') {
      if (!pre) open += node;
      else
        for (const [index, line] of node.split('\n').entries()) {
          if (index > 0) close();
          open += line;
        }
      return;
    }
    if (!keepAll && node !== article && namedAsFurniture(node)) return;
    if (node.tag === 'br') {
      close();
      return;
    }
    const block = blockTags.has(node.tag) && !/^inline/.test(node.style.get('display') ?? '');
    if (block) close();
    if (node.tag === 'table' && isDataTable(node)) items.push(tableOf(node, path, (cell) => linesOf(cell, path)));
    else {
      const keeps = pre || node.tag === 'pre' || /^pre/.test(node.style.get('white-space') ?? '');
      let next = Number.parseInt(node.attributes.get('start') ?? '', 10) || 1;
      for (const child of node.children) {
        const numbered = isItem(child) && hasNumbers(node);
        if (numbered) close();
        if (numbered) number = `${next++}. `;
        visit(child, keeps);
        if (numbered) number = '';
      }
    }
    if (block) close();
  };
  visit(article, false);
  close();
  return items;
}

const isItem = (node: PageNode) => typeof node !== 'string' && node.tag === 'li';

/** Numbers that a browser puts before items. Lists with a class are dressed by the site, which mostly takes the numbers away. */
function hasNumbers({ tag, attributes, style }: PageElement): boolean {
  if (tag !== 'ol') return false;
  const dress = `${style.get('list-style') ?? ''} ${style.get('list-style-type') ?? ''}`;
  if (/decimal/.test(dress)) return true;
  const plain = !attributes.has('class') && !attributes.has('id') && dress.trim() === '';
  return plain && (attributes.get('type') ?? '1') === '1';
}

/** The lines of a cell, none blank. */
function linesOf(cell: PageElement, path: string): readonly string[] {
  return blocksOf(cell, path, true).flatMap((item) => {
    if (item.kind !== 'table') return [item.text];
    return item.cells.flatMap(({ lines }) => lines);
  });
}
