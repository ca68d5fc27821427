/**
 * numbering.xml → the automatic number before each paragraph, as Word prints it (ECMA-376 part 1, 17.9). Hard because lists that
 * share a definition share their counters, unless a list begins anew, and because the definition may stand in a style.
 */
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';
import { formatNumber } from './number-format.ts';
import { isOn, valOf } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** 第%1部分 */
  readonly pattern: string;
  /** Begins anew after a level with this number (1 is the first) has counted; null for after any above it. */
  readonly restart: number | null;
  /** All numbers in it in Arabic digits. */
  readonly legal: boolean;
  readonly spaced: boolean;
  readonly style: string | null;
}

interface List {
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

/**
 * @param numbering the root of numbering.xml, or undefined where there is none
 * @param listOfStyle the list that a list style stands for
 */
export function readNumbering(
  numbering: XmlElement | undefined,
  listOfStyle: (style: string) => string | null,
): Numbering {
  const lists = numbering === undefined ? new Map<string, List>() : listsOf(numbering, listOfStyle);
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

function listsOf(numbering: XmlElement, listOfStyle: (style: string) => string | null): ReadonlyMap<string, List> {
  const definitions = new Map(
    elementsIn(numbering, 'abstractNum').map((definition) => [
      definition.attributes.get('abstractNumId') ?? '',
      definition,
    ]),
  );
  const nums = elementsIn(numbering, 'num');
  const definitionOf = (num: XmlElement | undefined): readonly [string, XmlElement | undefined] => {
    const id = valOf(elementAt(num, 'abstractNumId')) ?? '';
    return [id, definitions.get(id)];
  };
  return new Map(
    nums.map((num) => {
      const [id, definition] = definitionOf(num);
      const linked = valOf(elementAt(definition, 'numStyleLink'));
      const styled = linked === null ? null : listOfStyle(linked);
      const [, target] =
        styled === null ? [id, definition] : definitionOf(nums.find((other) => numIdOf(other) === styled));
      return [numIdOf(num), listOf(id, num, target ?? definition)];
    }),
  );
}

const numIdOf = (num: XmlElement) => num.attributes.get('numId') ?? '';

function listOf(definition: string, num: XmlElement, source: XmlElement | undefined): List {
  const levels = new Map(
    source === undefined ? [] : elementsIn(source, 'lvl').map((level) => [depthOf(level), levelOf(level)]),
  );
  const restarts = new Map<number, number>();
  for (const change of elementsIn(num, 'lvlOverride')) {
    const depth = depthOf(change);
    const own = elementAt(change, 'lvl');
    if (own !== undefined) levels.set(depth, levelOf(own));
    const start = valOf(elementAt(change, 'startOverride'));
    if (start !== null) restarts.set(depth, wholeOf(start, 1));
  }
  return { definition, levels, restarts };
}

const depthOf = (level: XmlElement) => wholeOf(level.attributes.get('ilvl') ?? '0', 0);

function levelOf(level: XmlElement): Level {
  const restart = valOf(elementAt(level, 'lvlRestart'));
  return {
    start: wholeOf(valOf(elementAt(level, 'start')), 0),
    format: formatOf(level),
    pattern: valOf(elementAt(level, 'lvlText')) ?? '',
    restart: restart === null ? null : wholeOf(restart, 0),
    legal: isOn(elementAt(level, 'isLgl')) ?? false,
    spaced: valOf(elementAt(level, 'suff')) !== 'nothing',
    style: valOf(elementAt(level, 'pStyle')),
  };
}

/** Later kinds of numbers stand in a choice beside one that older programs know. */
function formatOf(level: XmlElement): string {
  const chosen = elementAt(level, 'AlternateContent', 'Fallback', 'numFmt') ?? elementAt(level, 'numFmt');
  return valOf(chosen) ?? 'decimal';
}

/** @returns the whole number said, within what counters hold; the default where none is */
function wholeOf(said: string | null, otherwise: number): number {
  const value = said === null ? Number.NaN : Number.parseInt(said, 10);
  return Number.isFinite(value) ? Math.max(0, Math.min(value, 30_000)) : otherwise;
}
