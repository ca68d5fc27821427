/** An outline → the figures of its statement tables, table by table in reading order. */

import { compact } from '../../normalizers/fold.ts';
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
  const named = new Map<string, OpenTable>();
  for (const section of outline.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'grid') {
        continue;
      }
      const table = openTable(block);
      const heading = headingOver(section, outline);
      const titles = titlesOf(table, heading, named);
      const frame = frameOf(table, titles, templates, before, note);
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
  titles: readonly string[],
  templates: readonly StatementTemplate[],
  before: { readonly table: OpenTable; readonly frame: TableFrame } | null,
  note: Note,
): TableFrame | null {
  const { grid, header, columns } = table;
  const headless = header.paths.every((path) => path.length === 0);
  if (headless) return before !== null && before.table.grid.columns === grid.columns ? before.frame : null;
  const choice = chooseTemplate(titles, columns, templates);
  if (choice.kind === 'several') {
    const message = `“${titles[0] ?? ''}” may be ${choice.names.join(' or ')}: not read`;
    note({ code: 'table-ambiguous', message, span: grid.span });
  }
  if (choice.kind !== 'one') return null;
  const labelled = columns.some(({ role }) => role === 'amount' || role === 'unknown');
  return labelled ? { template: choice.template, columns, unit: grid.caption.unit?.value ?? null } : null;
}

/**
 * What may be a table's title: its caption, else the heading it stands under. A heading that names the table before is no title of
 * one with other columns.
 * @param named the first table of each heading that is its title; gets this one where it is the first
 */
function titlesOf(table: OpenTable, heading: string | null, named: Map<string, OpenTable>): readonly string[] {
  const title = table.grid.caption.title?.value;
  const own = title === undefined ? [] : [title];
  if (heading === null) return own;
  const first = named.get(heading);
  if (first === undefined) {
    named.set(heading, table);
    return [...own, heading];
  }
  const caption = compact(first.grid.caption.title?.value ?? '');
  const isTitle = caption !== '' && compact(heading).includes(caption);
  return isTitle && !alike(first, table) ? own : [...own, heading];
}

/** Whether most words over the columns of one table stand over those of the other. */
function alike(one: OpenTable, other: OpenTable): boolean {
  const words = new Set(one.header.paths.flat());
  const others = [...new Set(other.header.paths.flat())];
  return others.filter((text) => words.has(text)).length * 2 > others.length;
}

/** The nearest heading over a table that has words. */
function headingOver(section: Section, { sections }: Outline): string | null {
  for (
    let at: Section | undefined = section;
    at !== undefined;
    at = at.parent === null ? undefined : sections[at.parent]
  ) {
    if (at.heading !== null) return at.heading.value;
  }
  return null;
}
