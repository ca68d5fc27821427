/** An outline → the figures of its statement tables, table by table in reading order. */

import type { TableReading } from '../../pipeline/model/figure.ts';
import type { Note } from '../../pipeline/model/finding.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { Outline, Section } from '../../pipeline/model/outline.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { chooseTemplate } from './choose-template.ts';
import { type OpenTable, openTable, readTable, type TableFrame } from './read-table.ts';
import type { StatementTemplate } from './template.ts';

/**
 * @param templates the shelf
 * @param note receives tables, columns, rows and cells that could not be read
 * @returns what became of each grid
 */
export function readStatements(
  outline: Outline,
  facts: DocumentFacts,
  templates: readonly StatementTemplate[],
  note: Note,
): ReadonlyMap<Grid, TableReading> {
  const readings = new Map<Grid, TableReading>();
  let before: { readonly table: OpenTable; readonly frame: TableFrame } | null = null;
  for (const section of outline.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'grid') {
        continue;
      }
      const table = openTable(block);
      const frame = frameOf(table, section, outline, templates, before, note);
      if (frame === null) {
        before = null;
        continue;
      }
      const { figures, rowsRead } = readTable(table, frame, facts, section.index, note);
      readings.set(block, { template: frame.template.name, rowsRead: rowsRead + table.header.bodyFrom, figures });
      before = { table, frame };
    }
  }
  return readings;
}

function frameOf(
  table: OpenTable,
  section: Section,
  outline: Outline,
  templates: readonly StatementTemplate[],
  before: { readonly table: OpenTable; readonly frame: TableFrame } | null,
  note: Note,
): TableFrame | null {
  const { grid, header, columns } = table;
  const headless = header.paths.every((path) => path.length === 0);
  if (headless) return before !== null && before.table.grid.columns === grid.columns ? before.frame : null;
  const title = grid.caption.title?.value;
  const titles = [...(title === undefined ? [] : [title]), ...headingsOver(section, outline)];
  const choice = chooseTemplate(titles, columns, templates);
  if (choice.kind === 'several') {
    const message = `“${titles[0] ?? ''}” may be ${choice.names.join(' or ')}: not read`;
    note({ code: 'table-ambiguous', message, span: grid.span });
  }
  if (choice.kind !== 'one') return null;
  const labelled = columns.some(({ role }) => role === 'amount' || role === 'unknown');
  return labelled ? { template: choice.template, columns, unit: grid.caption.unit?.value ?? null } : null;
}

/** The headings that a table stands under, nearest first; the nearest one that has words. */
function headingsOver(section: Section, { sections }: Outline): readonly string[] {
  for (
    let at: Section | undefined = section;
    at !== undefined;
    at = at.parent === null ? undefined : sections[at.parent]
  ) {
    if (at.heading !== null) return [at.heading.value];
  }
  return [];
}
