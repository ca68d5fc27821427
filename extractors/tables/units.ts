/** The units that a table lists: which cells name one, and whose a row's figures are. */
import { compact, tidy } from '../../normalizers/fold.ts';
import { bareLabel } from '../../normalizers/statement-terms.ts';
import type { Block, LabelRole } from './columns.ts';
import type { Matrix } from './matrix.ts';
import { totalWords } from './total-words.ts';

/** A row that bears the document's own author is of all of it. */
export function sameAgency(label: string, author: string): boolean {
  const bare = (name: string) => compact(name).replace(/\((?:本级|汇总|机关|本部)\)$/, '');
  return label !== '' && bare(label) === bare(author);
}

export const isAgencyName = (label: string) =>
  /(?:局|委|委员会|办公室|中心|院|校|所|站|队|处|部|厅|会|馆|园|社|公司|学院|大学|中学|小学|医院|法院|政府|镇|乡|本级)(?:\(.*\))?$/.test(
    compact(label),
  );

/**
 * @param text what stands in a column of units and items
 * @returns whether it is a unit: no item's code beside it, but a unit's, or a unit's name
 */
export function namesUnit(matrix: Matrix, { labels }: Block, row: number, text: string): boolean {
  const beside = (role: LabelRole) =>
    labels.some((column) => column.role === role && /\d/.test(matrix.text(row, column.index)));
  return !beside('code') && (beside('unit_code') || isAgencyName(text) || totalWords.test(bareLabel(text)));
}

export interface Units {
  /** The codes that each name bears; none where the table lists only one unit. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  readonly codes: ReadonlySet<string>;
  /** With what all codes begin. */
  readonly commonStart: string;
}

/** The units a block lists. */
export function unitsOf(matrix: Matrix, block: Block): Units {
  const { labels } = block;
  const name = labels.find(({ role }) => role === 'unit_label' || role === 'unit_item_label');
  const code = labels.find(({ role }) => role === 'unit_code');
  const units = new Map<string, Set<string>>();
  for (let row = 0; name !== undefined && row < matrix.rows; row++) {
    const text = matrix.text(row, name.index);
    if (text === '' || totalWords.test(text) || name.path.includes(text) || /^\*+$|^\d+$/.test(text)) continue;
    if (name.role === 'unit_item_label' && !namesUnit(matrix, block, row, text)) continue;
    const codes = units.get(text) ?? new Set();
    units.set(text, codes.add(code === undefined ? '' : matrix.text(row, code.index)));
  }
  const several = [...units.values()].reduce((sum, { size }) => sum + size, 0) > 1;
  const codes = new Set([...units.values()].flatMap((own) => [...own]));
  return { byName: several ? units : new Map(), codes, commonStart: commonStartOf([...codes]) };
}

const commonStartOf = (words: readonly string[]) =>
  words.reduce((start, word) => {
    let length = 0;
    while (length < start.length && start[length] === word[length]) length++;
    return start.slice(0, length);
  }, words[0] ?? '');

/**
 * A unit whose name stands for several is told apart by its code; one whose code all others begin with is the whole, and so is a
 * total in the unit's column.
 */
export function agencyOf(name: string, code: string | undefined, { byName, codes, commonStart }: Units): string | null {
  if (totalWords.test(bareLabel(name)) && bareLabel(name) !== '小计') return null;
  const own = compact(code ?? '');
  const others = codes.size - (codes.has(own) ? 1 : 0);
  if (own !== '' && others > 0 && commonStart.startsWith(own)) return null;
  const several = (byName.get(compact(name))?.size ?? 0) > 1;
  return several && code !== undefined ? `${compact(code)} ${tidy(name)}` : tidy(name);
}
