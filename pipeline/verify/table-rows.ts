/** Along a table's rows: 合计 = 基本支出 + 项目支出 + …, 基本支出 = 人员经费 + 公用经费, “三公” = its parts. */
import type { Figure } from '../model/figure.ts';
import type { Verdict } from '../model/verdict.ts';
import { grouped } from './identity.ts';
import { ofFigure, sum } from './interval.ts';
import { judge } from './judge.ts';
import { type RowRule, rowRules } from './rules/parts.ts';

/** @param figures of one table */
export function checkRows(figures: readonly Figure[]): readonly Verdict[] {
  const amounts = figures.filter(({ measure, at }) => measure === 'amount' && at.kind === 'cell');
  const columns = new Set(amounts.map(columnConcept));
  const rows = grouped(amounts, (figure) => {
    const row = figure.at.kind === 'cell' ? figure.at.row : -1;
    return [row, figure.function?.code, figure.economic?.code, figure.project, figure.fiscalYear, figure.basis].join(
      '|',
    );
  });
  return [...rows.values()].flatMap((row) => rowRules.flatMap((rule) => checkRow(row, rule, columns) ?? []));
}

/** What a figure's column stands for. */
const columnConcept = ({ concept, component }: Figure) => component ?? concept;

function checkRow(row: readonly Figure[], { whole, parts }: RowRule, columns: ReadonlySet<string>): Verdict | null {
  const total = one(row.filter((figure) => whole.includes(columnConcept(figure))));
  const shown = parts.filter((part) => columns.has(part));
  if (total === null || shown.length < 2) return null;
  const addends = shown.map((part) => row.filter((figure) => columnConcept(figure) === part));
  if (addends.some((same) => same.length > 1)) return null;
  const figures = addends.flat();
  const value = ofFigure(total);
  const values = figures.flatMap((figure) => ofFigure(figure) ?? []);
  if (value === null || values.length < figures.length || figures.length === 0) return null;
  return judge({
    rule: 'sum.row',
    stated: value,
    expected: sum(values),
    figures: [total, ...figures],
    names: { stated: `${total.stated}一行的合计`, expected: '各列之和' },
    english: { stated: 'the total of the row', expected: 'the sum of its columns' },
    unit: '元',
  });
}

function one(figures: readonly Figure[]): Figure | null {
  const [first, ...more] = figures;
  return first !== undefined && more.length === 0 ? first : null;
}
