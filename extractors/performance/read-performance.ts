/** An outline → its projects and performance indicators: from ruled tables, flattened tables and prose, each project once. */
import type { Figure, TableReading } from '../../pipeline/model/figure.ts';
import type { Note } from '../../pipeline/model/finding.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { Passage } from '../../pipeline/model/passage.ts';
import type { Performance } from '../../pipeline/model/performance.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { Sourced } from '../../pipeline/model/sourced.ts';
import { coverOf } from '../../pipeline/model/span.ts';
import { formFigures } from './figures.ts';
import type { Form } from './form.ts';
import { fundsInProse } from './lists/funds.ts';
import { readLists } from './lists/read-lists.ts';
import { gatherProjects, type ToldProject, type Witness } from './projects.ts';
import { readStreams } from './streams/read-streams.ts';
import { readIndicatorTables } from './tables/read-indicator-tables.ts';
import { projectsInProse, projectsInTables } from './told-in-figures.ts';

export interface PerformanceReading extends Performance {
  /** Numbers of projects and departments in forms, lists and prose; `withProjectFigures` joins them to the figures of the prose. */
  readonly figures: readonly Figure[];
}

/**
 * @param tables what became of the statement tables: 项目支出表 names projects with their money
 * @param prose the figures of the prose, some of them of projects
 * @param note receives tables and rows that could not be read
 */
export function readPerformance(
  outline: Outline,
  facts: DocumentFacts,
  tables: ReadonlyMap<Grid, TableReading>,
  prose: readonly Figure[],
  note: Note,
): PerformanceReading {
  const forms: readonly (readonly [Witness, Form])[] = [
    ...readIndicatorTables(outline, facts, note).map((form) => ['form', form] as const),
    ...readStreams(outline, facts, note).map((form) => ['form', form] as const),
    ...readLists(outline, facts).map((form) => ['list', form] as const),
  ];
  const taken = forms.flatMap(([, { indicators }]) => indicators.map(({ words }) => words));
  const named: readonly ToldProject[] = [
    ...projectsInTables(tables).map((mention) => ({ mention, witness: 'table' as const })),
    ...forms.flatMap(([witness, { project }]) => (project === null ? [] : [{ mention: project, witness }])),
  ];
  const known = named.map(({ mention }) => mention);
  const spoken = outside(prose, taken);
  const heard = projectsInProse(spoken, outline, facts, known);
  const spokenFunds = fundsInProse(outline, facts, [...known, ...heard], overlapping(taken));
  const funds = spokenFunds.told.map(({ mention }) => mention);
  const others = projectsInProse(spoken, outline, facts, [...known, ...funds]);
  const all: readonly ToldProject[] = [
    ...named,
    ...funds.map((mention) => ({ mention, witness: 'funds' as const })),
    ...others.map((mention) => ({ mention, witness: 'prose' as const })),
  ];
  const inOrder = [...all].sort((a, b) => coverOf(a.mention.words.spans).start - coverOf(b.mention.words.spans).start);
  const { projects, projectOf } = gatherProjects(inOrder);
  const indicators = forms.flatMap(([, { project, indicators: own }]) =>
    own.map((one) => ({ ...one, project: project === null ? null : (projectOf.get(project) ?? null) })),
  );
  const names = new Map(inOrder.map(({ mention }) => [mention.name, projects[projectOf.get(mention) ?? -1]?.name]));
  const statements = [
    ...forms.flatMap(([, form]) => form.statements ?? []),
    ...spokenFunds.told.flatMap((one) => one.statements),
    ...spokenFunds.statements,
  ];
  const figures = formFigures(statements, facts.fiscalYear, (name) => names.get(name) ?? name);
  return { projects, figures, indicators: [...indicators].sort((a, b) => startOf(a.words) - startOf(b.words)) };
}

const startOf = ({ spans }: Sourced<string>) => coverOf(spans).start;

/** Whether a paragraph holds one of these words. */
function overlapping(words: readonly Sourced<string>[]): (passage: Passage) => boolean {
  const starts = words.map(startOf);
  return ({ spans }) => {
    const { start, end } = coverOf(spans);
    return starts.some((at) => start <= at && at < end);
  };
}

/** Figures that stand in none of these words. */
function outside(figures: readonly Figure[], words: readonly Sourced<string>[]): readonly Figure[] {
  const covers = words.map(({ spans }) => coverOf(spans));
  return figures.filter(({ words: { spans } }) => {
    const { start } = coverOf(spans);
    return !covers.some((cover) => cover.start <= start && start < cover.end);
  });
}
