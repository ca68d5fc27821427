/**
 * What makes two figures the same thing: concept (its name where it has none of its own), component, items, basis, year, measure, unit or
 * government, project. Values play no part.
 */
import { itemKey } from '../../normalizers/classification.ts';
import type { Figure, Item } from '../model/figure.ts';

const itemOf = (item: Item | null) => (item === null ? '' : (item.code ?? itemKey(item.name ?? '')));

export function identityOf(figure: Figure): string {
  const { component, basis, measure, fiscalYear, agency, project, governmentCode, stated } = figure;
  const concept = figure.concept === 'other' ? `other ${stated}` : figure.concept;
  return [
    ...[concept, component ?? '', basis, measure, fiscalYear ?? '', agency ?? '', project ?? '', governmentCode ?? ''],
    ...[itemOf(figure.function), itemOf(figure.economic)],
  ].join('|');
}

/** Whether it is a total: of no item, no project. */
export const isTotal = ({ function: item, economic, project }: Figure) =>
  item === null && economic === null && project === null;

/** Where it is printed: a table, or a paragraph. */
export const placeOf = ({ at }: Figure): object => (at.kind === 'cell' ? at.grid : at.passage);

/** Things in groups, in the order of their first members. */
export function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [thing]);
    else same.push(thing);
  }
  return groups;
}
