/** Elements of the page, made of words alone: nothing read from a file is ever taken for markup. */
import type { Words } from './words.ts';

type Child = Node | string;

/** @param style its class, or none */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  style: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (style !== '') made.className = style;
  made.append(...children);
  return made;
}

/** The same in both languages; the page shows one. */
export function both([chinese, english]: Words): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [lang, words] of [
    ['zh-CN', chinese],
    ['en', english],
  ] as const) {
    const span = element('span', '', words);
    span.lang = lang;
    fragment.append(span);
  }
  return fragment;
}
