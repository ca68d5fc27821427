/** styles.xml → what a paragraph or run has from its style: automatic numbers, and whether it is hidden. */
import { elementAt, elementsIn, type XmlElement } from '../../xml/parse-xml.ts';

export interface StyleTraits {
  readonly numId: string | null;
  readonly level: string | null;
  readonly vanish: boolean | null;
}

export interface Styles {
  /** The paragraph style of paragraphs that name none. */
  readonly ordinary: string | null;
  /** A style's own traits and, where it says nothing, those of the styles it is based on. */
  readonly traitsOf: (style: string | null) => StyleTraits;
}

const nothing: StyleTraits = { numId: null, level: null, vanish: null };
/** Styles are based on one another a few deep; a circle ends here. */
const deepest = 30;

/** @param value of a switch as `w:vanish`: present means on, unless it says otherwise; null where it is absent */
export function isOn(element: XmlElement | undefined): boolean | null {
  if (element === undefined) return null;
  return !['0', 'false', 'off'].includes(element.attributes.get('val') ?? '1');
}

export const valOf = (element: XmlElement | undefined): string | null => element?.attributes.get('val') ?? null;

/** @param styles the root of styles.xml, or undefined where there is none */
export function readStyles(styles: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>();
  let ordinary: string | null = null;
  for (const style of styles === undefined ? [] : elementsIn(styles, 'style')) {
    const id = style.attributes.get('styleId');
    if (id === undefined) continue;
    byId.set(id, style);
    if (
      style.attributes.get('type') === 'paragraph' &&
      ['1', 'true', 'on'].includes(style.attributes.get('default') ?? '')
    )
      ordinary = id;
  }
  const traitsOf = (id: string | null, depth = 0): StyleTraits => {
    const style = id === null ? undefined : byId.get(id);
    if (style === undefined || depth > deepest) return nothing;
    const base = traitsOf(valOf(elementAt(style, 'basedOn')), depth + 1);
    const numbered = elementAt(style, 'pPr', 'numPr');
    return {
      numId: valOf(elementAt(numbered, 'numId')) ?? base.numId,
      level: valOf(elementAt(numbered, 'ilvl')) ?? base.level,
      vanish: isOn(elementAt(style, 'rPr', 'vanish')) ?? base.vanish,
    };
  };
  const known = new Map<string, StyleTraits>();
  return {
    ordinary,
    traitsOf: (id) => {
      if (id === null) return nothing;
      const traits = known.get(id) ?? traitsOf(id);
      known.set(id, traits);
      return traits;
    },
  };
}
