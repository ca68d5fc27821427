/** Which statement table a grid is: by its title, else by the heading it stands under, else by what its header names. */
import { compact } from '../../normalizers/fold.ts';
import type { Column } from './columns.ts';
import type { StatementTemplate } from './template.ts';

export type Choice =
  | { readonly kind: 'one'; readonly template: StatementTemplate }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly names: readonly string[] };

/**
 * @param titles what may be the table's title, the surest first
 * @param templates the shelf
 */
export function chooseTemplate(
  titles: readonly string[],
  columns: readonly Column[],
  templates: readonly StatementTemplate[],
): Choice {
  for (const title of titles) {
    const choice = byTitle(compact(title), templates);
    if (choice.kind !== 'none') return choice;
  }
  const items = new Set(columns.flatMap(({ meaning }) => meaning.item ?? []));
  const named = templates.filter(({ header }) => header?.every((key) => items.has(key)));
  const [template] = named;
  return template === undefined ? { kind: 'none' } : { kind: 'one', template };
}

/** The template with the most words in the title; two that fit equally well are a question, not an answer. */
function byTitle(title: string, templates: readonly StatementTemplate[]): Choice {
  const fitting = templates.filter(
    (template) => template.title.every((word) => word.test(title)) && !template.not?.some((word) => word.test(title)),
  );
  const most = Math.max(0, ...fitting.map((template) => template.title.length));
  const best = fitting.filter((template) => template.title.length === most);
  const [template] = best;
  if (template === undefined) return { kind: 'none' };
  return best.length === 1 ? { kind: 'one', template } : { kind: 'several', names: best.map(({ name }) => name) };
}
