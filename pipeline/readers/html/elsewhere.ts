/** What a page only points to: attached files, and pictures. Both are told of and never fetched. */
import type { Note } from '../../model/finding.ts';
import { elementsOf, type PageElement, wordsOf } from './page-tree.ts';
import { shownText } from './shown-text.ts';
import { points } from './style.ts';

const fileName = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|rtf|zip|rar|7z|csv|txt)$/i;
const mostNotes = 50;
/** Pictures smaller than this, in points, are icons. */
const smallest = 40;

/** @param article where the report should stand */
export function noteElsewhere(article: PageElement, note: Note): void {
  const attachments = new Map<string, string>();
  let pictures = 0;
  const visit = (element: PageElement, beside: boolean) => {
    const target = (element.attributes.get('href') ?? '').replace(/[?#].*$/s, '');
    const name = shownText(wordsOf(element)) || shownText(element.attributes.get('title') ?? '');
    const attached = element.tag === 'a' && target !== '' && (fileName.test(target) || fileName.test(name));
    if (attached) attachments.set(target, name);
    if (element.tag === 'img' && !beside && isPicture(element)) pictures++;
    const holdsFile =
      beside || element.tag === 'a' || (element.tag === 'p' && [...elementsOf(element)].some(({ tag }) => tag === 'a'));
    for (const child of element.children) if (typeof child !== 'string') visit(child, holdsFile);
  };
  visit(article, false);
  for (const [target, name] of [...attachments].slice(0, mostNotes)) {
    const shown = name === '' ? target : name;
    note({
      code: 'attachment-not-read',
      message: `attached, not read: ${shown} (${target.slice(0, 300)})`,
      span: null,
    });
  }
  if (pictures > 0)
    note({ code: 'pictures-not-read', message: `${pictures} pictures in the page, not read`, span: null });
}

function isPicture({ attributes, style }: PageElement): boolean {
  const sizes = ['width', 'height'].map((side) => points(style.get(side)) ?? points(`${attributes.get(side) ?? ''}px`));
  return sizes.every((size) => size === null || size >= smallest) && (attributes.get('src') ?? '') !== '';
}
