/** numbering.xml → its lists; the definition of one may stand in a style, and each may change levels of its definition. */
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';
import { countLists, type Level, type List, type Numbering } from '../list-numbers.ts';
import { isOn, valOf } from './styles.ts';

/**
 * @param numbering the root of numbering.xml, or undefined where there is none
 * @param listOfStyle the list that a list style stands for
 */
export function readNumbering(
  numbering: XmlElement | undefined,
  listOfStyle: (style: string) => string | null,
): Numbering {
  return countLists(numbering === undefined ? new Map<string, List>() : listsOf(numbering, listOfStyle));
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
