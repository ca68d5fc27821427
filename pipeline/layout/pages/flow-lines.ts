/**
 * Printed lines → lines as the paragraph joiner knows them: a width that says how full a line is, an indent, a gap above. The
 * measure is made the same for all pages, so that a paragraph may go on from a portrait page to the next.
 */
import { columnsOf, isColumned, type Line } from '../lines.ts';
import type { DraftLine } from './draft-page.ts';
import type { PageLayoutSettings } from './settings.ts';

/** A full line's width, in columns; any number would do. */
export const fullWidth = 100;

export interface PlacedLine {
  readonly item: DraftLine;
  readonly start: number;
  readonly end: number;
  readonly pageWidth: number;
  /** A table stands between the line before and this one. */
  readonly afterTable: boolean;
}

const clause = /[，。；、]/;

export function flowLines(lines: readonly PlacedLine[], settings: PageLayoutSettings): readonly Line[] {
  const edges = columnEdges(lines);
  const distance = usualDistance(lines);
  return lines.map(({ item, start, end, pageWidth, afterTable }, index): Line => {
    const { line, page } = item;
    const edge = edges.get(Math.round(pageWidth)) ?? { left: line.x0, right: line.x1 };
    const column = line.size / 2;
    const before = lines[index - 1]?.item;
    const sameTop = before !== undefined && before.page === page;
    const far = sameTop && line.y - before.line.y > distance(line.size) * settings.apart;
    const indent = (one: DraftLine) => (one.line.x0 - edge.left) / (one.line.size / 2);
    const setApart =
      afterTable ||
      line.angle !== (before?.line.angle ?? 0) ||
      indent(item) > settings.indent ||
      (sameTop && indent(before) > settings.indent);
    return {
      start,
      end,
      text: line.text,
      lead: ' '.repeat(Math.max(0, Math.min(200, Math.round((line.x0 - edge.left) / column)))),
      width: Math.round(fullWidth - (edge.right - line.x1) / column),
      columned: isColumned(line.text),
      gap: setApart ? 5 : far ? 1 : 0,
      afterFormFeed: !setApart && before !== undefined && before.page !== page,
    };
  });
}

/** Left and right edge of the prose on pages of each width: where most of its lines begin and end. */
function columnEdges(
  lines: readonly PlacedLine[],
): ReadonlyMap<number, { readonly left: number; readonly right: number }> {
  const byWidth = new Map<number, PlacedLine[]>();
  for (const placed of lines) {
    const key = Math.round(placed.pageWidth);
    const same = byWidth.get(key);
    if (same === undefined) byWidth.set(key, [placed]);
    else same.push(placed);
  }
  return new Map(
    [...byWidth].map(([width, group]) => {
      const long = group.filter(({ item }) => clause.test(item.line.text) && columnsOf(item.line.text) >= 30);
      const prose = long.length >= 3 ? long : group;
      return [
        width,
        {
          left: commonest(prose.map(({ item }) => item.line.x0)),
          right: commonest(prose.map(({ item }) => item.line.x1)),
        },
      ];
    }),
  );
}

/** The value that most lie within 4 points of. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / 4);
    for (const near of [key - 1, key, key + 1]) counts.set(near, (counts.get(near) ?? 0) + (near === key ? 2 : 1));
  }
  const [key] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return key * 4;
}

/** The usual distance between lines of a font size, from the lines that follow each other most closely. */
function usualDistance(lines: readonly PlacedLine[]): (size: number) => number {
  const distances = new Map<number, number[]>();
  for (const [index, { item }] of lines.entries()) {
    const before = lines[index - 1]?.item;
    if (before === undefined || before.page !== item.page) continue;
    const key = Math.round(item.line.size);
    const list = distances.get(key);
    const distance = item.line.y - before.line.y;
    if (list === undefined) distances.set(key, [distance]);
    else list.push(distance);
  }
  const usual = new Map(
    [...distances].map(([key, list]) => [key, list.sort((a, b) => a - b)[list.length >> 1] ?? key * 1.5]),
  );
  return (size) => usual.get(Math.round(size)) ?? size * 1.6;
}
