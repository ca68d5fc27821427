/** A statement table without a number whose note says so states zero: 本表为空表, 本表无数据, 本部门无相关内容. */
import { compact } from '../../normalizers/fold.ts';
import type { Figure } from '../../pipeline/model/figure.ts';
import type { Grid } from '../../pipeline/model/layout.ts';
import { toFen } from '../../pipeline/model/money.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { Sourced } from '../../pipeline/model/sourced.ts';
import { totalConcept } from './concepts.ts';
import type { StatementTemplate } from './template.ts';

const nothing = /空表|无数据|无发生额|无相关内容|如无数字[，,]?则表示.{0,8}无/;

/** @returns where a table says that it has nothing to show, or null */
export function statedEmpty(grid: Grid): Sourced<string> | null {
  const { note } = grid.caption;
  if (note !== null && nothing.test(compact(note.value))) return note;
  const cell = grid.cells.find(({ passage }) => passage !== null && nothing.test(compact(passage.text)));
  return cell?.passage?.cut(0, cell.passage.text.length) ?? null;
}

/** The zero that an empty table states, as its total. */
export function zeroFigure(
  template: StatementTemplate,
  grid: Grid,
  words: Sourced<string>,
  { fiscalYear, kind }: DocumentFacts,
  label: (concept: string) => string | null,
  section: number,
): Figure | null {
  if (template.side === null) return null;
  const concept = template.matter ?? totalConcept(template.side, template.fund, 'current');
  return {
    ...{ concept, label: label(concept), component: null, basis: kind === 'final_accounts' ? 'actual' : 'budget' },
    ...{ measure: 'amount', fiscalYear, function: null, economic: null, governmentCode: null, project: null },
    ...{ agency: null, stated: template.label, source: 'table', section, words, quote: words.value, mention: null },
    at: { kind: 'cell', grid, row: 0, column: 0 },
    value: { kind: 'money', money: { fen: toFen(0n), place: 0, approximate: false, exact: true } },
  };
}
