/** An outline → what its indicator tables say: of each project, or of the whole department, the money and the indicators. */

import { yearsIn } from '../../../normalizers/fiscal-year.ts';
import { compact } from '../../../normalizers/fold.ts';
import { isTotalLabel } from '../../../normalizers/indicator-terms.ts';
import type { Note } from '../../../pipeline/model/finding.ts';
import type { GridCell } from '../../../pipeline/model/layout.ts';
import type { Outline } from '../../../pipeline/model/outline.ts';
import type { Indicator } from '../../../pipeline/model/performance.ts';
import type { DocumentFacts } from '../../../pipeline/model/reading.ts';
import { coverOf } from '../../../pipeline/model/span.ts';
import { readCellNumber } from '../../tables/numbers.ts';
import type { Form, ProjectMention } from '../form.ts';
import { cellsUnder, type Words, wordsOf } from './cells.ts';
import { type IndicatorFrame, indicatorOf, indicatorOfEntry } from './compose.ts';
import type { FormFields } from './form-fields.ts';
import { formFunds, listFunds, scoreStatement } from './form-funds.ts';
import { isGoalList, isRunningText } from './header.ts';
import { type IndicatorRow, indicatorRows } from './indicator-rows.ts';
import { type ListProject, projectsOfList } from './list-projects.ts';
import { moneyIn, unitIn, unitOfCaption } from './money.ts';
import { entriesOf } from './running-text.ts';
import { type BodyLine, type Segment, segmentsOf } from './segments.ts';
import { taskFunds } from './task-funds.ts';
import { pointsOf, weightHeads } from './weights.ts';
import { fieldsWithUnit } from './witnessed-unit.ts';

/**
 * @param note receives tables that look like ones of indicators and give none
 * @returns one form for each project of each table, in reading order
 */
export function readIndicatorTables(outline: Outline, facts: DocumentFacts, note: Note): readonly Form[] {
  const segments = segmentsOf(outline, note);
  const weights = weightHeads(segments);
  const forms: Form[] = [];
  let lastName: Words | null = null;
  for (const segment of segments) {
    const frame = frameOf(segment, facts);
    const read: readonly Form[] = segment.header.columns.has('project')
      ? listForms(segment, frame, weights.get(segment), note)
      : [oneForm(segment, frame, weights.get(segment), sameGrid(segment, segments) ? lastName : null)];
    const goals = isGoalList(segment.header.columns) && read.length > 0;
    if (!goals && read.every(({ indicators }) => indicators.length === 0)) {
      const message = `table “${segment.grid.caption.title?.value ?? ''}” is headed like one of indicators, none is read`;
      note({ code: 'indicator-table-unread', message, span: segment.grid.span });
    }
    for (const form of read) if (form.project !== null || form.indicators.length > 0) forms.push(form);
    lastName = read.at(-1)?.project?.words ?? null;
  }
  return forms;
}

/** Whether a stretch stands below another one in its grid: a form that prints no name of its own goes on with the one above. */
function sameGrid(segment: Segment, segments: readonly Segment[]): boolean {
  return segments[segments.indexOf(segment) - 1]?.grid === segment.grid;
}

/** What a form is part of. */
interface Frame extends IndicatorFrame {
  readonly agency: string | null;
}

function frameOf({ grid, section }: Segment, facts: DocumentFacts): Frame {
  const years = new Set(yearsIn(grid.caption.title?.value ?? '').map(({ year }) => year));
  const [printed] = years.size === 1 ? years : [];
  return { grid, section, fiscalYear: printed ?? facts.fiscalYear, agency: facts.agency };
}

type Told = Omit<Indicator, 'project'>;

function oneForm(segment: Segment, frame: Frame, weights: string | undefined, above: Words | null): Form {
  const indicators = indicatorRows(segment, weights).flatMap((row) => told(row, frame));
  const fields = fieldsWithUnit(segment.fields, unitOfCaption(segment.grid.caption.unit?.value), indicators);
  const words = fields.project ?? above;
  const total = totalScore(segment) ?? scoreAbove(fields);
  const score = total === null ? null : pointsOf(wordsOf(total)?.value ?? null);
  const statements = [...fundsOf(segment, fields, words, frame), ...scoreOf(total, score, words, segment)];
  if (words === null) return { project: null, indicators, statements };
  const { initialBudget, budget, actual, executionRate } = fields;
  const project = mention(words, frame, { initialBudget, budget, actual, executionRate, score });
  return { project, indicators, statements };
}

/** @returns null for the report's own */
function agencyOf(unit: string | null, { agency }: Frame): string | null {
  return unit === null || agency === null || compact(unit) === compact(agency) ? null : unit;
}

/** Its money cell by cell; of a form whose project is told above it, that one's. */
function fundsOf({ grid, section }: Segment, fields: FormFields, project: Words | null, frame: Frame) {
  const { rows, unit, unitName } = fields;
  const form = { project: project?.value ?? null, agency: agencyOf(unitName, frame), grid, section, unit };
  return [...formFunds(rows, form), ...taskFunds(rows, form)];
}

function fundsOfRow(
  { name, funds, fundsCell, unitName, lines }: ListProject,
  segment: Segment,
  units: readonly (string | null)[],
  frame: Frame,
) {
  const { section } = segment;
  const grid = lines[0]?.grid ?? segment.grid;
  const form = {
    project: name?.value ?? null,
    agency: agencyOf(unitName?.value ?? null, frame),
    grid,
    section,
    unit: null,
  };
  return funds === null ? null : listFunds(fundsCell, funds.value, units, form);
}

function told(row: IndicatorRow, { section, fiscalYear }: IndicatorFrame): readonly Told[] {
  return [indicatorOf(row, { grid: row.line.grid, section, fiscalYear }) ?? []].flat();
}

type Fields = Omit<ProjectMention, 'name' | 'fiscalYear' | 'section' | 'words' | 'quote'>;

function mention(words: Words, { section, fiscalYear }: IndicatorFrame, fields: Fields): ProjectMention {
  return { name: words.value, fiscalYear, section, words, quote: words.value, ...fields };
}

/** The cell of a row of totals whose number stands under 得分, or its last number. */
function totalScore({ totals, header }: Segment): GridCell | null {
  if (!header.columns.has('score') && !header.columns.has('actual')) return null;
  for (const line of totals) {
    const isPoints = (cell: GridCell) => pointsOf(wordsOf(cell)?.value ?? null) !== null;
    const under = header.columns.get('score');
    const own = under === undefined ? undefined : cellsUnder(line, under).find(isPoints);
    const cell = own ?? cellsUnder(line, { from: 0, to: line.matrix.columns }).findLast(isPoints);
    if (cell !== undefined) return cell;
  }
  return null;
}

/** 自评总分 among the fields of a form. */
function scoreAbove({ rows }: FormFields): GridCell | null {
  for (const cells of rows) {
    const at = cells.findIndex(({ words }) => /总.*分/.test(words.value) && isTotalLabel(words.value));
    const next = at < 0 ? undefined : cells[at + 1];
    if (next !== undefined && pointsOf(next.words.value) !== null) return next.cell;
  }
  return null;
}

function scoreOf(cell: GridCell | null, score: string | null, project: Words | null, { grid, section }: Segment) {
  const number = score === null ? null : readCellNumber(score);
  if (cell === null || number === null) return [];
  const form = { project: project?.value ?? null, agency: null, grid, section, unit: null };
  const statement = scoreStatement(cell, number, form);
  return statement === null ? [] : [statement];
}

const noMoney = { initialBudget: null, actual: null, executionRate: null, score: null };

function listForms(segment: Segment, frame: Frame, weights: string | undefined, note: Note): readonly Form[] {
  const { header, grid } = segment;
  const funds = header.heads.find(({ key }) => key === 'funds');
  const units = [unitIn(funds?.words), unitOfCaption(grid.caption.unit?.value)];
  const running = isRunningText(header.columns);
  const rows = new Map<BodyLine, IndicatorRow[]>();
  for (const row of running ? [] : indicatorRows(segment, weights)) {
    rows.set(row.line, [...(rows.get(row.line) ?? []), row]);
  }
  return projectsOfList(segment).flatMap((project) => {
    const indicators = running
      ? runningIndicators(project, frame)
      : project.lines.flatMap((line) => rows.get(line) ?? []).flatMap((row) => told(row, frame));
    if (indicators.length === 0 && project.goal === null) return [];
    const budget = moneyIn(project.funds?.value ?? null, units);
    if (project.name !== null) {
      const statement = fundsOfRow(project, segment, units, frame);
      const named = mention(project.name, frame, { ...noMoney, budget });
      return [{ project: named, indicators, statements: statement === null ? [] : [statement] }];
    }
    const [first] = indicators;
    if (first === undefined) return [];
    const message = `${indicators.length} indicators from “${first.indicator ?? ''}” on: their project is not printed beside them`;
    note({ code: 'indicator-row-unread', message, span: coverOf(first.words.spans) });
    return [];
  });
}

function runningIndicators(project: ListProject, frame: IndicatorFrame): readonly Told[] {
  const passages = project.lines.flatMap((line) => {
    const range = line.header.columns.get('name');
    const cells = range === undefined ? [] : cellsUnder(line, range);
    return cells.flatMap(({ passage }) => passage ?? []);
  });
  return entriesOf([...new Set(passages)]).flatMap((entry) => indicatorOfEntry(entry, frame) ?? []);
}
