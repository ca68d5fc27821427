/** Indicator tables written out in a test: cell texts in, projects and indicators out, by the real reader. */
import type { Form } from '../../extractors/performance/form.ts';
import { readIndicatorTables } from '../../extractors/performance/tables/read-indicator-tables.ts';
import { decimalText } from '../../pipeline/model/figure.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Grid, GridCell } from '../../pipeline/model/layout.ts';
import { yuanText } from '../../pipeline/model/money.ts';
import type { Section } from '../../pipeline/model/outline.ts';
import { Passage } from '../../pipeline/model/passage.ts';
import type { Box } from '../../pipeline/model/printed-page.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { Sourced } from '../../pipeline/model/sourced.ts';

export interface PrintedGrid {
  readonly title?: string;
  /** 单位：万元. */
  readonly unit?: string;
  /** Page of its first row, 1 unless another is given. */
  readonly page?: number;
  /** Borders of its columns, where the test is about places. */
  readonly xs?: readonly number[];
  /**
   * Cells parted by |, blanks around them left out; ← goes on from the left, ↑ from above; nothing is an empty cell. A row “---” is
   * the end of a page.
   */
  readonly rows: readonly string[];
}

export interface ReadForms {
  readonly forms: readonly Form[];
  readonly findings: readonly Finding[];
}

const facts: DocumentFacts = {
  ...{ title: '云溪县水务局2024年部门预算', kind: 'budget', caliber: null, agency: '云溪县水务局' },
  ...{ region: null, regionCode: null, fiscalYear: 2024 },
};

/** Reads grids as if they followed each other in one section. */
export function readForms(...printed: readonly PrintedGrid[]): ReadForms {
  const text = printed.map(textOf).join('');
  let at = 0;
  const blocks = printed.map((grid) => {
    const made = gridOf(grid, text, at);
    at += textOf(grid).length;
    return made;
  });
  const span = { start: 0, end: text.length, page: 1 };
  const none = { label: null, heading: null, kind: 'other', span };
  const root: Section = { ...none, index: 0, parent: null, level: 0, ordinal: 1, blocks };
  const findings: Finding[] = [];
  const forms = readIndicatorTables({ sections: [root] }, facts, (finding) => findings.push(finding));
  return { forms, findings };
}

/** [level 2, indicator, target] of every indicator. */
export const targetsOf = ({ forms }: ReadForms) =>
  forms.flatMap(({ indicators }) => indicators.map((one) => [one.level2, one.indicator, one.target]));

/** [indicator, target, actual, weight, score] of every indicator. */
export const scoresOf = ({ forms }: ReadForms) =>
  forms.flatMap(({ indicators }) =>
    indicators.map((one) => [one.indicator, one.target, one.actual, one.weight, one.score]),
  );

/** [name, 年初预算, 预算, 执行数] of every form, money in yuan; null for a whole department. */
export const projectsOf = ({ forms }: ReadForms) =>
  forms.map(({ project }) => {
    const yuan = (money: { readonly fen: bigint } | null | undefined) => (money == null ? null : yuanText(money.fen));
    return [project?.name ?? null, yuan(project?.initialBudget), yuan(project?.budget), yuan(project?.actual)];
  });

/** Indicators of each project by name. */
export const namesOf = ({ forms }: ReadForms) =>
  forms.map(({ project, indicators }) => [project?.name ?? null, indicators.map(({ indicator }) => indicator)]);

const splitRow = (row: string) => row.split('|').map((cell) => cell.trim());
const isWords = (cell: string) => cell !== '' && !/^[←↑]$|^---$/.test(cell);
const wordsOf = ({ title, unit, rows }: PrintedGrid) =>
  [title ?? '', unit ?? '', ...rows.flatMap(splitRow)].filter(isWords);
const textOf = (grid: PrintedGrid) =>
  wordsOf(grid)
    .map((words) => `${words}\n`)
    .join('');

function gridOf(grid: PrintedGrid, text: string, from: number): Grid {
  const { title, unit, xs, page: firstPage = 1 } = grid;
  let at = from;
  const next = (words: string | undefined, page: number): Passage | null => {
    if (words === undefined || !isWords(words)) return null;
    const start = at;
    at += words.length + 1;
    return new Passage(text, [{ start, end: start + words.length, page }]);
  };
  const caption = { title: whole(next(title, firstPage)), unit: whole(next(unit, firstPage)) };
  const cells: GridCell[] = [];
  const rows = grid.rows.filter((row) => row !== '---').map(splitRow);
  const columns = Math.max(...rows.map((row) => row.length));
  const word = (row: number, col: number) => rows[row]?.[col] ?? '';
  let page = firstPage;
  let row = 0;
  for (const line of grid.rows) {
    if (line === '---') {
      page++;
      continue;
    }
    for (let col = 0; col < columns; col++) {
      if (/^[←↑]$/.test(word(row, col))) continue;
      let colSpan = 1;
      while (word(row, col + colSpan) === '←') colSpan++;
      let rowSpan = 1;
      while (word(row + rowSpan, col) === '↑') rowSpan++;
      const box = boxAt(xs, col, colSpan, row);
      cells.push({ row, col, rowSpan, colSpan, page, box, passage: next(word(row, col), page) });
    }
    row++;
  }
  const span = { start: from, end: at, page: firstPage };
  const about = { ...caption, number: null, agency: null, note: null };
  return { kind: 'grid', ruled: true, rows: rows.length, columns, cells, caption: about, span };
}

function boxAt(xs: readonly number[] | undefined, col: number, colSpan: number, row: number): Box | null {
  const x0 = xs?.[col];
  const x1 = xs?.[col + colSpan];
  return x0 === undefined || x1 === undefined ? null : { x0, x1, y0: row * 20, y1: row * 20 + 20 };
}

const whole = (passage: Passage | null): Sourced<string> | null =>
  passage === null ? null : passage.cut(0, passage.text.length);

/** concept, project, basis, measure unless it is the amount itself, value, of each number of the forms' money and scores. */
export function statementsOf({ forms }: { readonly forms: readonly Form[] }): readonly string[] {
  return forms.flatMap(({ statements = [] }) =>
    statements.map(({ concept, project, agency, basis, measure, value }) => {
      const number = 'money' in value ? yuanText(value.money.fen) : `${decimalText(value.number)}${value.unit}`;
      const parts = [concept, project, agency, basis, measure === 'amount' ? null : measure, number];
      return parts.filter((part) => part !== null && part !== undefined).join(' ');
    }),
  );
}
