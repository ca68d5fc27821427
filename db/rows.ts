/**
 * A document's reading → plain rows, ready to be stored: offsets in code points, places with boxes, nothing but values. Plain,
 * because reading may happen in another thread than storing.
 */
import { decimalText, type Figure, type TableReading } from '../pipeline/model/figure.ts';
import { type Finding, findingKinds } from '../pipeline/model/finding.ts';
import type { Grid } from '../pipeline/model/layout.ts';
import type { Outline } from '../pipeline/model/outline.ts';
import type { Indicator, Project } from '../pipeline/model/performance.ts';
import type { Box } from '../pipeline/model/printed-page.ts';
import type { AmountMention, DocumentFacts, DocumentReading } from '../pipeline/model/reading.ts';
import { coverOf, type Span, type Spans } from '../pipeline/model/span.ts';
import type { Verdict } from '../pipeline/model/verdict.ts';
import { codePointOffsets } from './code-points.ts';

export type Cell = string | number | bigint | null;
/** Values in the order of a table's columns. */
export type Row = readonly Cell[];

/** Columns of `figure`, in the order of a figure's row. */
export const figureColumns = [
  ...['fiscal_year', 'concept', 'concept_label', 'stated_label', 'component', 'function_code', 'function_name'],
  ...['economic_code', 'economic_name', 'government_code', 'project', 'agency', 'basis', 'measure', 'unit'],
  ...['amount_fen', 'value', 'decimals', 'source', 'page', 'start', 'end', 'quote', 'x0', 'y0', 'x1', 'y1'],
  'agreed',
] as const;

export interface TableRows {
  /** Index of its section. */
  readonly section: number;
  /** title, number, unit, agency, note, ruled, template, page, rows, columns, rows_read */
  readonly values: Row;
  /** row, col, row_span, col_span, text, page, start, end, x0, y0, x1, y1 */
  readonly cells: readonly Row[];
  readonly figures: readonly Row[];
}

export interface DocumentRows {
  readonly format: string;
  readonly encoding: string | null;
  readonly facts: DocumentFacts;
  readonly text: string;
  readonly characters: number;
  /** page, start, end, width, height, confidence */
  readonly pages: readonly Row[];
  /** parent's index, then level, ordinal, label, heading, kind, page, start, end */
  readonly sections: readonly { readonly parent: number | null; readonly values: Row }[];
  readonly tables: readonly TableRows[];
  /** section's index, then page, start, end, text, amount_fen, place, approximate, bound, reason, words_before, x0, y0, x1, y1 */
  readonly mentions: readonly { readonly section: number; readonly values: Row }[];
  /** Figures of the prose: index of section and of mention, then the values of a figure's row. */
  readonly prose: readonly { readonly section: number; readonly mention: number | null; readonly values: Row }[];
  /** The values of projectRow. */
  readonly projects: readonly Row[];
  /** Index of its project and of its table, then the values of indicatorRow. */
  readonly indicators: readonly {
    readonly project: number | null;
    readonly table: number | null;
    readonly values: Row;
  }[];
  /** kind, heading, text, page, start, end */
  readonly remarks: readonly { readonly section: number; readonly values: Row }[];
  /** Indices of its figures (tables first, then prose), then the values of `verdictColumns`. */
  readonly verdicts: readonly { readonly figures: readonly number[]; readonly values: Row }[];
  /** stage, severity, code, message, page, start, end */
  readonly findings: readonly Row[];
}

export function rowsOf(reading: DocumentReading): DocumentRows {
  const {
    layout,
    outline,
    facts,
    mentions,
    tables: readings,
    prose,
    performance,
    remarks,
    verdicts,
    unresolved,
    findings,
  } = reading;
  const at = codePointOffsets(layout.text);
  const gridOrder = new Map(
    outline.sections
      .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'grid'))
      .map((grid, index) => [grid, index]),
  );
  const figureOrder = new Map([...tableFigures(outline, readings), ...prose].map((figure, index) => [figure, index]));
  const order = new Map(mentions.map((mention, index) => [mention, index]));
  const place = ({ page, start, end }: Span): Row => [page, at(start), at(end)];
  const box = (spans: Spans): Row => boxRow(layout.boxOf(spans[0]));
  const agreement = (figure: Figure) => (reading.agreed === null ? null : reading.agreed.has(figure) ? 1 : 0);
  const figureValues = (figure: Figure): Row => [...figureRow(figure, place, box), agreement(figure)];
  const sections = outline.sections.map(({ parent, level, ordinal, label, heading, kind, span }) => ({
    parent,
    values: [level, ordinal, label?.value ?? null, heading?.value ?? null, kind, ...place(span)],
  }));
  const tables = outline.sections.flatMap(({ index, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'grid' ? [tableRows(index, block, readings.get(block), place, figureValues)] : [],
    ),
  );
  return {
    format: layout.format,
    encoding: layout.encoding,
    facts,
    text: layout.text,
    characters: at(layout.text.length),
    pages: layout.pages.map(({ number, start, end, width, height, recognized }) => [
      ...[number, at(start), at(end), width, height, recognized?.confidence ?? null],
    ]),
    sections,
    tables,
    projects: performance.projects.map((project) => projectRow(project, place)),
    indicators: performance.indicators.map((indicator) => ({
      project: indicator.project,
      table: indicator.grid === null ? null : (gridOrder.get(indicator.grid) ?? null),
      values: indicatorRow(indicator, place),
    })),
    remarks: remarks.map(({ kind, heading, text, section, span }) => ({
      section,
      values: [kind, heading, text, ...place(span)],
    })),
    prose: prose.map((figure) => ({
      section: figure.section,
      mention: figure.mention === null ? null : (order.get(figure.mention) ?? null),
      values: figureValues(figure),
    })),
    mentions: mentions.map((mention) => {
      const { section, words, money, bound } = mention;
      const { fen, place: power, approximate } = money.value;
      const values = [
        ...place(coverOf(words.spans)),
        words.value,
        fen,
        power,
        approximate ? 1 : 0,
        bound,
        ...reasonRow(mention, unresolved.get(mention)),
        ...box(words.spans),
      ];
      return { section, values };
    }),
    verdicts: verdicts.map((verdict) => verdictRow(verdict, figureOrder)),
    findings: findings.map((finding) => findingRow(finding, place)),
  };
}

/** Characters shown before an amount that became no figure. */
const wordsShown = 20;

function reasonRow({ passage, from }: AmountMention, reason: string | undefined): Row {
  if (reason === undefined) return [null, null];
  return [reason, [...passage.text.slice(0, from)].slice(-wordsShown).join('').replace(/\s+/g, ' ').trim()];
}

const boxRow = (box: Box | null): Row => (box === null ? [null, null, null, null] : [box.x0, box.y0, box.x1, box.y1]);

function tableRows(
  section: number,
  grid: Grid,
  reading: TableReading | undefined,
  place: (span: Span) => Row,
  figureValues: (figure: Figure) => Row,
): TableRows {
  const { title, number, unit, agency, note } = grid.caption;
  const cells = grid.cells.map((cell): Row => {
    const { row, col, rowSpan, colSpan, page, passage } = cell;
    const spot = passage === null ? [page, null, null] : place(coverOf(passage.spans));
    return [row, col, rowSpan, colSpan, passage?.text ?? '', ...spot, ...boxRow(cell.box)];
  });
  const words = [title, number, unit, agency, note].map((part) => part?.value ?? null);
  const shape = [grid.span.page, grid.rows, grid.columns, reading?.rowsRead ?? 0];
  const figures = (reading?.figures ?? []).map(figureValues);
  return { section, values: [...words, grid.ruled ? 1 : 0, reading?.template ?? null, ...shape], cells, figures };
}

/** The columns of `figure` that a figure's own words fill, in the order of `figureColumns`; `agreed` follows them. */
function figureRow(figure: Figure, place: (span: Span) => Row, box: (spans: Spans) => Row): Row {
  const { concept, component, basis, measure, fiscalYear, economic, project, agency, stated, source, value } = figure;
  const money = value.kind === 'money' ? value.money : null;
  const number = value.kind === 'number' ? value.number : null;
  return [
    ...[fiscalYear, concept, figure.label, stated, component],
    ...[figure.function?.code ?? null, figure.function?.name ?? null],
    ...[economic?.code ?? null, economic?.name ?? null, figure.governmentCode, project, agency],
    ...[basis, measure, value.kind === 'money' ? '元' : value.unit],
    ...[money?.fen ?? null, number === null ? null : decimalText(number), money?.place ?? number?.exponent ?? null],
    ...[source, ...place(coverOf(figure.words.spans)), figure.quote, ...box(figure.words.spans)],
  ];
}

/** Columns of `project` and of `indicator`, in the order of their rows. */
export const projectColumns = [
  ...['fiscal_year', 'project', 'aliases', 'initial_budget_fen', 'budget_fen', 'actual_fen', 'execution_rate', 'score'],
  ...['page', 'start', 'end', 'quote'],
] as const;
export const indicatorColumns = [
  ...['fiscal_year', 'level1', 'level2', 'level1_stated', 'level2_stated', 'indicator', 'target', 'actual'],
  ...['target_operator', 'target_value', 'target_unit', 'actual_value', 'actual_unit', 'weight', 'score', 'deviation'],
  ...['page', 'start', 'end', 'quote'],
] as const;

function projectRow(project: Project, place: (span: Span) => Row): Row {
  const { name, aliases, fiscalYear, initialBudget, budget, actual, executionRate, score, words, quote } = project;
  const money = [initialBudget, budget, actual].map((one) => one?.fen ?? null);
  const others = aliases.length === 0 ? null : aliases.join('\n');
  return [fiscalYear, name, others, ...money, executionRate, score, ...place(coverOf(words.spans)), quote];
}

function indicatorRow(indicator: Indicator, place: (span: Span) => Row): Row {
  const { targetParsed, actualParsed } = indicator;
  return [
    ...[indicator.fiscalYear, indicator.level1, indicator.level2, indicator.level1Stated, indicator.level2Stated],
    ...[indicator.indicator, indicator.target, indicator.actual],
    ...[targetParsed.operator, targetParsed.value, targetParsed.unit, actualParsed.value, actualParsed.unit],
    ...[indicator.weight, indicator.score, indicator.deviation],
    ...place(coverOf(indicator.words.spans)),
    indicator.quote,
  ];
}

/** The figures of the tables in the order they are stored. */
function tableFigures({ sections }: Outline, readings: ReadonlyMap<Grid, TableReading>): readonly Figure[] {
  const grids = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'grid'));
  return grids.flatMap((grid) => readings.get(grid)?.figures ?? []);
}

export const verdictColumns = [
  ...['rule', 'status', 'outcome', 'severity', 'message', 'english'],
  ...['stated', 'expected', 'difference', 'page', 'quote', 'doubt', 'confirms'],
] as const;

function verdictRow(verdict: Verdict, order: ReadonlyMap<Figure, number>) {
  const { rule, status, outcome, severity, message, english, stated, expected, difference, span, quote, doubt } =
    verdict;
  const figures = [...new Set(verdict.figures.flatMap((figure) => order.get(figure) ?? []))];
  return {
    figures,
    values: [
      ...[rule, status, outcome, severity, message, english],
      ...[stated, expected, difference, span?.page ?? null, quote, doubt ?? null, verdict.confirms === false ? 0 : 1],
    ],
  };
}

function findingRow({ code, message, span }: Finding, place: (span: Span) => Row): Row {
  const { stage, severity } = findingKinds[code];
  return [stage, severity, code, message, ...(span === null ? [null, null, null] : place(span))];
}
