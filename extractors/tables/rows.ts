/**
 * A row's labels → what the row is about: a total, a matter, an item of the classification, a project, a unit. What stands above a
 * row counts: 款 below 类, sources of money below 上年结转, a unit named once for all its rows.
 */
import { compact, tidy } from '../../normalizers/fold.ts';
import { bareLabel, termKeys } from '../../normalizers/statement-terms.ts';
import type { Item } from '../../pipeline/model/figure.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { Block, Column, LabelRole } from './columns.ts';
import { isIndexRow } from './header.ts';
import { levelsByIndent } from './indents.ts';
import { itemGroups, kindOf, listsEconomicItems, withoutNumber } from './item-groups.ts';
import { type ItemReader, itemReader } from './items.ts';
import type { Matrix } from './matrix.ts';
import { readCellNumber } from './numbers.ts';
import type { StatementTemplate } from './template.ts';
import { totalWords } from './total-words.ts';
import { agencyOf, isAgencyName, namesUnit, sameAgency, unitsOf } from './units.ts';

export type RowAbout =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'total' }
  /** A row of a matter; `under` is the matter it is a part of. */
  | { readonly kind: 'matter'; readonly key: string; readonly under: 'carry_opening' | null }
  | {
      readonly kind: 'item';
      readonly function: Item | null;
      readonly economic: Item | null;
      readonly governmentCode: string | null;
      /** The part of expenditure whose economic items are listed below it. */
      readonly under: 'basic' | 'project' | null;
    }
  | { readonly kind: 'project'; readonly name: string }
  | { readonly kind: 'period'; readonly words: string };

export interface RowReading {
  readonly about: RowAbout;
  /** The label as printed, blanks of layout removed. */
  readonly stated: string;
  /** The unit the row is of, where the table lists several. */
  readonly agency: string | null;
  /** Doubts about codes and names. */
  readonly doubts: readonly string[];
}

const codeShape = /^(\d{3}|\d{5}|\d{7})$/;
const codeAndName = /^\[?(\d{3}|\d{5}|\d{7})\]?[-－—_ ]?(\D.*)$/;
/** Where a row's name may stand, the likeliest first. */
const labelRoles: readonly LabelRole[] = [
  ...(['label', 'name_label', 'function_label', 'economic_label', 'government_label', 'project_label'] as const),
];
const fundKeys = new Set([
  'fiscal',
  'general_public_budget',
  'government_fund',
  'state_capital',
  'unit_funds',
  'special_account',
]);

export interface RowReader {
  readonly read: (row: number) => RowReading;
}

/** Reads the rows of one block from the first to the last. */
export function rowReader(
  matrix: Matrix,
  block: Block,
  template: StatementTemplate,
  { fiscalYear: year, agency: author }: Pick<DocumentFacts, 'fiscalYear' | 'agency'>,
): RowReader {
  const readers: Readonly<Record<'function' | 'economic' | 'government', ItemReader>> = {
    function: itemReader('function', year),
    economic: itemReader('economic', year),
    government: itemReader('government', year),
  };
  const units = unitsOf(matrix, block);
  let agency: string | null = null;
  let carried = false;
  /** The kind of purchase that the rows below it are of. */
  let category: string | null = null;
  /** Where 基本支出 and 项目支出 are rows, the one that economic items stand below. */
  let part: 'basic' | 'project' | null = null;
  /** A balance sheet whose expenditure is by economic class, though its header does not say so. */
  let listsClasses = false;
  const seenFunds = new Set<string>();

  const matter = (key: string): RowAbout => {
    const source = /^carry_opening\.(.+)$/.exec(key)?.[1];
    if (source !== undefined) return { kind: 'matter', key: source, under: 'carry_opening' };
    if (/^procurement\.(?:goods|works|services)$/.test(key)) category = key;
    if (template.side === null) part = key === 'basic' || key === 'project' ? key : null;
    if (key === 'carry_opening') carried = true;
    if (['current', 'grand'].includes(key)) carried = false;
    const under = carried && fundKeys.has(key) && seenFunds.has(key) ? 'carry_opening' : null;
    if (fundKeys.has(key) && !carried) seenFunds.add(key);
    return { kind: 'matter', key, under };
  };

  const lists = template.rows === 'project' && listsEconomicItems(matrix, block) ? 'economic' : (template.rows ?? null);
  const named = block.labels.find(({ role }) => role === 'label' || role === 'name_label' || role === 'function_label');
  const coded = block.labels.some(({ role }) => role === 'code');
  const levelOf =
    lists !== 'function' || coded || named === undefined ? () => undefined : levelsByIndent(matrix, named.index, 0);
  const itemsOf = (row: number) => {
    const doubts: string[] = [];
    let foreign = false;
    const found: { function: Item | null; economic: Item | null; government: Item | null } = {
      function: null,
      economic: null,
      government: null,
    };
    for (const group of itemGroups(block.labels, lists, template.side)) {
      const printed = group.codes.map((column) => matrix.text(row, column.index));
      const nameCell = group.name === null ? '' : (matrix.at(row, group.name.index)?.passage?.text ?? '');
      const joined = codeAndName.exec(compact(nameCell));
      const pieces = joined === null ? printed : [joined[1] ?? ''];
      const name = joined === null ? withoutNumber(tidy(nameCell)) : (joined[2] ?? '');
      if (pieces.every((piece) => piece === '') && name === '') continue;
      const told = kindOf(pieces, group.kind, lists);
      if (template.side === null && !readers[told].knows(name) && readers.economic.knows(name)) listsClasses = true;
      const kind = listsClasses && readers.economic.knows(name) ? 'economic' : told;
      const reader = readers[kind];
      const whole = pieces.length > 1 ? reader.complete(pieces) : (pieces[0] ?? '');
      const code = whole !== null && codeShape.test(whole) ? whole : null;
      const level = code === null && kind === 'function' ? levelOf(row) : undefined;
      if (code === null && !reader.knows(name) && !(level !== undefined && name !== '')) continue;
      const reading = reader.read(code, name === '' ? null : name, level);
      found[kind] ??= reading.item;
      if (reading.doubt !== null) doubts.push(reading.doubt);
      foreign ||= reading.foreign;
    }
    const economic = found.economic ?? found.government;
    if (found.function === null && economic === null) return { about: null, foreign, doubts };
    const governmentCode = found.economic === null ? null : (found.government?.code ?? null);
    const under = found.function === null ? part : null;
    const about = { kind: 'item', function: found.function, economic, governmentCode, under } as const;
    return { about, foreign, doubts };
  };

  /** 其中：财政拨款 below 一般公共预算 is a part of that budget's money, not what all budgets appropriate. */
  const isPartOfBudget = (key: string, label: string) =>
    key === 'fiscal' && seenFunds.has('general_public_budget') && /^其中/.test(compact(label));

  const aboutOf = (
    row: number,
    labels: ReadonlyMap<LabelRole, string>,
  ): { about: RowAbout; doubts: readonly string[] } => {
    const plain = (about: RowAbout) => ({ about, doubts: [] });
    const words = [...labels.values()].map((text) => compact(text));
    if (words.some((text) => totalWords.test(bareLabel(text)))) {
      const keys = words.flatMap((text) => termKeys(text));
      const sided = keys.map((key) => /^(?:revenue|expenditure|both)_(grand|current)$/.exec(key)?.[1]).find(Boolean);
      const whole = template.side === null && words.some((text) => bareLabel(text) === '总计') ? 'grand' : sided;
      return plain(whole === undefined ? { kind: 'total' } : matter(whole));
    }
    const label = labelRoles.map((role) => labels.get(role)).find((text) => text !== undefined) ?? wordsFor(labels);
    const period = labels.get('period_label');
    if (period !== undefined) return plain({ kind: 'period', words: compact(period) });
    if (category === null && author !== null && sameAgency(label, author)) return plain({ kind: 'total' });
    const project = labels.get('project_label');
    if (project !== undefined && lists === 'project') return plain({ kind: 'project', name: tidy(project) });
    const sided = termKeys(label)
      .map((key) => /^(?:revenue|expenditure|both)_(grand|current|side|total)$/.exec(key)?.[1])
      .find(Boolean);
    if (sided !== undefined) return plain(sided === 'grand' || sided === 'current' ? matter(sided) : { kind: 'total' });
    const keys = termKeys(label).map((key) => (key === 'neutral' || isPartOfBudget(key, label) ? 'other' : key));
    const items = itemsOf(row);
    const [key] = keys;
    // A list of projects puts them under the items that pay for them, by the same code.
    if (lists === 'project' && items.foreign && items.doubts.length === 0) {
      return plain({ kind: 'project', name: tidy(label) });
    }
    if (items.about !== null && (hasCode(items.about) || key === undefined)) {
      return { about: items.about, doubts: items.doubts };
    }
    if (key === 'total') return plain({ kind: 'total' });
    if (key === 'other') return plain({ kind: 'matter', key: 'other', under: null });
    if (key !== undefined) return plain(matter(key));
    if (lists === 'project' && label !== '') return plain({ kind: 'project', name: tidy(label) });
    if (isPeriod(label)) return plain({ kind: 'period', words: compact(label) });
    if (category !== null && label !== '' && isAgencyName(label)) {
      agency = tidy(label);
      return plain({ kind: 'matter', key: category, under: null });
    }
    if (category !== null && label === '') return plain({ kind: 'nothing' });
    if (template.matter === 'procurement.total' && label !== '') return plain({ kind: 'project', name: tidy(label) });
    if (template.matter === 'other' && label !== '') return plain({ kind: 'matter', key: 'other', under: null });
    const unitOnly = [...labels.keys()].every((role) => role === 'unit_label' || role === 'unit_code');
    return plain(unitOnly ? { kind: 'total' } : { kind: 'unknown' });
  };

  return {
    read: (row) => {
      const labels = new Map<LabelRole, string>();
      for (const column of block.labels) {
        const text = matrix.at(row, column.index)?.passage?.text ?? '';
        if (compact(text) === '' || compact(text) === '-') continue;
        const { role } = column;
        if (role === 'unit_item_label')
          labels.set(namesUnit(matrix, block, row, text) ? 'unit_label' : 'name_label', text);
        else if (isLabel(role)) labels.set(role, text);
      }
      const empty = block.amounts.every((column) => readCellNumber(matrix.text(row, column.index)) === null);
      const stated = statedOf(block, matrix, row);
      const unit = labels.get('unit_label');
      if (unit !== undefined && units.byName.size > 1) agency = agencyOf(unit, labels.get('unit_code'), units);
      if (empty && labels.size === 0) return { about: { kind: 'nothing' }, stated, agency, doubts: [] };
      if (block.labels.length === 0) {
        const about: RowAbout = { kind: numbersIn(matrix, block) === 1 ? 'total' : 'unknown' };
        return { about, stated, agency, doubts: [] };
      }
      const { about, doubts } = aboutOf(row, labels);
      const whole = about.kind === 'total' || (about.kind === 'matter' && !isAgencyName(stated));
      if (whole && unit === undefined) agency = null;
      return { about, stated, agency, doubts };
    },
  };
}

/** 人员经费合计 in the column of codes, where the print merges it with the names' and the file does not. */
const wordsFor = (labels: ReadonlyMap<LabelRole, string>) => {
  const words = labels.get('code') ?? '';
  return /[\u4e00-\u9fff]{2}/.test(words) ? words : '';
};

const isLabel = (role: Column['role']): role is LabelRole =>
  role !== 'amount' && role !== 'passed' && role !== 'unknown';
const hasCode = (about: Extract<RowAbout, { kind: 'item' }>) =>
  about.function?.code !== null || about.economic?.code !== null;
const isPeriod = (label: string) => /^20\d\d年?(?:预算|决算|执行|年初预算)?数?$|^增减/.test(compact(label));

/** How many rows of a block hold a number of money. */
function numbersIn(matrix: Matrix, block: Block): number {
  let rows = 0;
  for (let row = 0; row < matrix.rows; row++) {
    const printed = block.amounts.some(({ index }) => readCellNumber(matrix.text(row, index)) !== null);
    if (printed && !isIndexRow(matrix, row)) rows++;
  }
  return rows;
}

function statedOf(block: Block, matrix: Matrix, row: number): string {
  const words = block.labels
    .filter(({ role }) => role !== 'code' && role !== 'government_code' && role !== 'unit_code')
    .map(({ index }) => tidy(matrix.at(row, index)?.passage?.text ?? ''))
    .filter((text) => text !== '');
  return [...new Set(words)].join(' ');
}
