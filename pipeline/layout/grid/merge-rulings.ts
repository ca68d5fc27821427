import type { Ruling } from '../../model/printed-page.ts';
import type { GridSettings } from './settings.ts';

/** Pieces of rulings → whole ones: those nearly on one line are put on it, those that touch or nearly touch are joined. */
export function mergeRulings(rulings: readonly Ruling[], settings: GridSettings): readonly Ruling[] {
  return [
    ...mergeDirection(
      rulings.filter(({ direction }) => direction === 'horizontal'),
      settings,
    ),
    ...mergeDirection(
      rulings.filter(({ direction }) => direction === 'vertical'),
      settings,
    ),
  ];
}

function mergeDirection(rulings: readonly Ruling[], settings: GridSettings): readonly Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const merged: Ruling[] = [];
  let cluster: Ruling[] = [];
  const close = () => {
    if (cluster.length > 0) merged.push(...joinCluster(cluster, settings));
    cluster = [];
  };
  for (const ruling of sorted) {
    const [first, last] = [cluster[0], cluster.at(-1)];
    if (first !== undefined && last !== undefined) {
      // Rules a hair apart are one even where the first of them stands further off, but no rows run together.
      if (ruling.at - last.at > settings.snap || ruling.at - first.at > settings.snap * 2) close();
    }
    cluster.push(ruling);
  }
  close();
  return merged;
}

/** The line they are put on is the one that carries most length. */
function joinCluster(cluster: readonly Ruling[], settings: GridSettings): readonly Ruling[] {
  const lengths = new Map<number, number>();
  for (const { at, from, to } of cluster) lengths.set(at, (lengths.get(at) ?? 0) + to - from);
  const [at] = [...lengths].reduce((best, one) => (one[1] > best[1] ? one : best));
  const joined: Ruling[] = [];
  for (const ruling of [...cluster].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && ruling.from <= last.to + settings.join)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, ruling.to) };
    else joined.push({ ...ruling, at });
  }
  return joined;
}
