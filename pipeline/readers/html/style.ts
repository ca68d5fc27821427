/** The few words of CSS that say where something stands. */

const longestStyle = 5000;

/** @param style the attribute's words; @returns lower-case properties and values, the last one of a name */
export function styleOf(style: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const part of style.slice(0, longestStyle).split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) {
      const name = part.slice(0, colon).trim().toLowerCase();
      properties.set(
        name,
        part
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim()
          .toLowerCase(),
      );
    }
  }
  return properties;
}

const inPoints: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12 };

/** @returns a length in points; null for what is none, or depends on something else (%, em) */
export function points(length: string | undefined): number | null {
  const match = /^(-?\d{0,7}(?:\.\d{1,20})?)(pt|px|in|cm|mm|pc)?$/.exec(length ?? '');
  const number = match?.[1] === undefined || match[1] === '' ? Number.NaN : Number(match[1]);
  const factor = match?.[2] === undefined ? (number === 0 ? 1 : Number.NaN) : (inPoints[match[2]] ?? Number.NaN);
  const size = number * factor;
  return Number.isFinite(size) ? size : null;
}
