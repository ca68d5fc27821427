/**
 * Lists → the automatic number before each paragraph, as Word prints it (ECMA-376 part 1, 17.9). Hard because lists that share a
 * definition share their counters, unless a list begins anew.
 */
import { formatNumber } from './number-format.ts';

export interface Level {
  readonly start: number;
  readonly format: string;
  /** 第%1部分 */
  readonly pattern: string;
  /** Begins anew after a level with this number (1 is the first) has counted; null for after any above it. */
  readonly restart: number | null;
  /** All numbers in it in Arabic digits. */
  readonly legal: boolean;
  readonly spaced: boolean;
  /** Whose paragraphs it counts. */
  readonly style: string | null;
}

export interface List {
  /** The definition, whose counters all its lists share. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this list begins anew. */
  readonly restarts: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** The level at which a style's list counts the paragraphs of that style. */
  readonly levelOf: (list: string, style: string) => number | null;
  /** Counts on, and gives the words before the paragraph with the blank that parts them from it; '' where none are printed. */
  readonly next: (list: string, level: number) => string;
}

const highest = 8;
/** What parts a number from the words by itself. */
const closed = /[、，。．：；）】」》]$/;

/** @param lists by the name that paragraphs call them by */
export function countLists(lists: ReadonlyMap<string, List>): Numbering {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    levelOf: (id, style) => {
      const found = [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style);
      return found === undefined ? null : found[0];
    },
    next: (id, depth) => {
      const list = lists.get(id);
      const level = list?.levels.get(depth);
      if (list === undefined || level === undefined) return '';
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      count(counts, list, depth, begun, id);
      return labelOf(list, level, counts);
    },
  };
}

function count(counts: (number | undefined)[], list: List, depth: number, begun: Set<string>, id: string): void {
  const anew = list.restarts.get(depth);
  const first = !begun.has(`${id} ${depth}`);
  begun.add(`${id} ${depth}`);
  const start = list.levels.get(depth)?.start ?? 1;
  counts[depth] = first && anew !== undefined ? anew : (counts[depth] ?? start - 1) + 1;
  for (let above = 0; above < depth; above++) counts[above] ??= list.levels.get(above)?.start ?? 1;
  for (let below = depth + 1; below <= highest; below++) {
    const restart = list.levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && depth < restart)) counts[below] = undefined;
  }
}

function labelOf({ levels }: List, level: Level, counts: readonly (number | undefined)[]): string {
  const label = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = level.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    return formatNumber(counts[at] ?? levels.get(at)?.start ?? 1, format === 'bullet' ? 'none' : format);
  });
  if (level.format === 'bullet' || label === '') return '';
  return level.spaced && !closed.test(label) ? `${label} ` : label;
}
