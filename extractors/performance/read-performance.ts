/** An outline → its projects and performance indicators: from ruled tables, flattened tables and prose, each project once. */
import type { Figure, TableReading } from '../../pipeline/model/figure.ts';
import type { Note } from '../../pipeline/model/finding.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { Performance } from '../../pipeline/model/performance.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { readIndicatorTables } from './tables/read-indicator-tables.ts';

/**
 * @param tables what became of the statement tables: 项目支出表 names projects with their money
 * @param prose the figures of the prose, some of them of projects
 * @param note receives tables and rows that could not be read
 */
export function readPerformance(
  outline: Outline,
  facts: DocumentFacts,
  _tables: ReadonlyMap<Grid, TableReading>,
  _prose: readonly Figure[],
  note: Note,
): Performance {
  const forms = readIndicatorTables(outline, facts, note);
  const named = forms.flatMap(({ project }) => project ?? []);
  return {
    projects: named.map((mention) => ({ ...mention, aliases: [] })),
    indicators: forms.flatMap(({ project, indicators }) =>
      indicators.map((indicator) => ({ ...indicator, project: project === null ? null : named.indexOf(project) })),
    ),
  };
}
