/** Tables of numbers that nothing was read from: of no known form. Said, so that nobody takes what is missing for what is not there. */
import type { Figure, TableReading } from '../../pipeline/model/figure.ts';
import type { Note } from '../../pipeline/model/finding.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { Performance } from '../../pipeline/model/performance.ts';

/** Money as tables print it: with two places, or with separators. */
const moneyLike = /^[-−]?(?:\d[\d,]*\.\d{2}|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/;
/** Fewer numbers may stand in a table of anything. */
const fewest = 3;

export interface Readings {
  readonly tables: ReadonlyMap<Grid, TableReading>;
  readonly prose: readonly Figure[];
  readonly performance: Performance;
}

/** @param note receives one finding for each table with numbers from which no figure, project or indicator was read */
export function noteUnreadTables({ sections }: Outline, { tables, prose, performance }: Readings, note: Note): void {
  const places = [...performance.projects, ...performance.indicators].flatMap(({ words }) =>
    words.spans.map(({ start }) => start),
  );
  const grids = new Set(prose.flatMap(({ at }) => (at.kind === 'cell' ? [at.grid] : [])));
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.kind !== 'grid' || tables.has(block) || grids.has(block)) continue;
      const { start, end } = block.span;
      if (places.some((at) => at >= start && at < end)) continue;
      const numbers = block.cells.filter(({ passage }) => moneyLike.test(passage?.folded.trim() ?? '')).length;
      if (numbers < fewest) continue;
      const title = block.caption.title?.value;
      const message = `${title === undefined ? 'a table' : `“${title}”`}: of no known form, ${numbers} numbers not read`;
      note({ code: 'table-unknown', message, span: block.span });
    }
  }
}
