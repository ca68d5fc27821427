/**
 * What each column of a table is, from the words over it: a label, a code, an amount of something. Columns fall into blocks, each
 * with its own labels, because tables stand income beside expenditure, or three lists of items side by side.
 */
import { bareLabel, termKeys } from '../../normalizers/statement-terms.ts';
import type { Basis, Item, Measure } from '../../pipeline/model/figure.ts';
import type { Fund } from './template.ts';

export type LabelRole =
  | 'label'
  | 'name_label'
  | 'function_label'
  | 'economic_label'
  | 'government_label'
  | 'unit_label'
  /** The unit's name in rows without a code, the item's in the others. */
  | 'unit_item_label'
  | 'project_label'
  | 'period_label'
  | 'code'
  | 'government_code'
  | 'unit_code';

/** What a column's words say, before a table's template gives them concepts. */
export interface ColumnMeaning {
  readonly side: 'revenue' | 'expenditure' | null;
  /** The budget it names. */
  readonly fund: Fund | null;
  /** The last term that names a matter: basic, undertaking, sangong.reception; current, grand for totals of a side. */
  readonly item: string | null;
  /** The part of the money: left over from last year, for next year, this year's own, or appropriated this year. */
  readonly part: 'carry_opening' | 'carry_closing' | 'current_part' | 'appropriated' | null;
  /** The economic class it names. */
  readonly economic: Item | null;
  /** Something that the concepts have no word for. */
  readonly other: boolean;
  /** Years after the document's own: 0, or -1 for 上年; a printed year stands for itself. */
  readonly year: { readonly printed: number } | { readonly offset: number } | null;
  readonly basis: Basis | null;
  readonly measure: Measure;
  /** The unit in its own words, as (万元). */
  readonly unit: string | null;
}

export interface Column {
  readonly index: number;
  readonly path: readonly string[];
  readonly role: LabelRole | 'amount' | 'passed' | 'unknown';
  readonly side: 'revenue' | 'expenditure' | null;
  readonly meaning: ColumnMeaning;
  /** Header words that match no term. */
  readonly unknown: readonly string[];
}

export interface Block {
  readonly side: 'revenue' | 'expenditure' | null;
  readonly labels: readonly Column[];
  readonly amounts: readonly Column[];
}

const labelRoles: ReadonlySet<string> = new Set<LabelRole>([
  'label',
  'name_label',
  'function_label',
  'economic_label',
  'government_label',
  'unit_label',
  'unit_item_label',
  'project_label',
  'period_label',
  'code',
  'government_code',
  'unit_code',
]);
const isLabelRole = (key: string): key is LabelRole => labelRoles.has(key);
const funds: ReadonlySet<string> = new Set<Fund>([
  'fiscal',
  'general_public_budget',
  'government_fund',
  'state_capital',
]);
const isFund = (key: string): key is Fund => funds.has(key);
const bases: ReadonlySet<string> = new Set<Basis>(['budget', 'initial_budget', 'adjusted_budget', 'actual']);
const isBasis = (key: string): key is Basis => bases.has(key);

type Part = Exclude<ColumnMeaning['part'], null>;
const parts: ReadonlySet<string> = new Set<Part>(['carry_opening', 'carry_closing', 'current_part', 'appropriated']);
const isPart = (key: string): key is Part => parts.has(key);

const printedYear = /(20\d\d)年?度?/;
const printedUnit = /\((万元|元|%|人|辆|个|次|批)\)/;

interface Draft {
  side: ColumnMeaning['side'];
  fund: Fund | null;
  item: string | null;
  part: ColumnMeaning['part'];
  other: boolean;
  year: ColumnMeaning['year'];
  basis: Basis | null;
  measure: Measure;
  unit: string | null;
  role: Column['role'] | null;
  matched: boolean;
}

/** @param path the words over a column, from the top down */
export function columnOf(index: number, path: readonly string[]): Column {
  const draft: Draft = {
    ...{ side: null, fund: null, item: null, part: null, other: false, year: null },
    ...{ basis: null, measure: 'amount', unit: null, role: null, matched: false },
  };
  const unknown: string[] = [];
  for (const words of path) {
    const year = printedYear.exec(words);
    if (year !== null && draft.measure === 'amount') draft.year = { printed: Number(year[1]) };
    draft.unit = printedUnit.exec(words)?.[1] ?? draft.unit;
    const rest = words.replace(new RegExp(printedYear, 'g'), '');
    if (bareLabel(rest) === '') continue;
    const keys = [...new Set([...termKeys(rest), ...(termKeys(rest).length === 0 ? termKeys(words) : [])])];
    if (keys.length === 0) unknown.push(words);
    for (const key of keys) apply(key, draft);
  }
  const { role, matched, side, ...rest } = draft;
  const known = role ?? (unknown.length > 0 || !(matched || draft.year !== null) ? 'unknown' : 'amount');
  return { index, path, role: known, side, meaning: { side, economic: null, ...rest }, unknown };
}

function apply(key: string, draft: Draft): void {
  draft.matched = true;
  const sided = /^(revenue|expenditure)_(side|total|grand|current)$/.exec(key);
  if (isLabelRole(key)) draft.role = key;
  else if (key === 'line' || key === 'note') draft.role = 'passed';
  else if (sided !== null) {
    draft.side = sided[1] === 'revenue' ? 'revenue' : 'expenditure';
    if (sided[2] === 'grand' || sided[2] === 'current') draft.item = sided[2];
  } else if (key === 'fiscal' && draft.fund === 'general_public_budget') draft.other = true;
  else if (isFund(key)) draft.fund = key;
  else if (key.startsWith('carry_opening.')) {
    draft.part = 'carry_opening';
    apply(key.slice('carry_opening.'.length), draft);
  } else if (isPart(key)) draft.part = key;
  else if (isBasis(key)) draft.basis = key;
  else if (key === 'prior_year') draft.year = { offset: -1 };
  else if (key === 'this_year') draft.year = { offset: 0 };
  else if (key === 'change' || key === 'comparison') draft.measure = 'change';
  else if (key === 'growth_rate' || key === 'completion_rate') draft.measure = key;
  else if (key === 'other') draft.other = true;
  else if (key !== 'total' && key !== 'neutral') draft.item = key;
}

/** Labels and the amounts to their right, up to the next labels. */
export function blocksOf(columns: readonly Column[]): readonly Block[] {
  const blocks: { side: Block['side']; labels: Column[]; amounts: Column[] }[] = [];
  for (const column of columns) {
    if (column.role === 'passed') continue;
    const last = blocks.at(-1);
    const isAmount = column.role === 'amount' || column.role === 'unknown';
    const begins = last === undefined || (!isAmount && last.amounts.length > 0);
    const block = begins ? { side: column.side, labels: [], amounts: [] } : last;
    if (begins) blocks.push(block);
    block.side ??= column.side;
    (isAmount ? block.amounts : block.labels).push(column);
  }
  return blocks
    .filter(({ amounts }) => amounts.length > 0)
    .map((block) => (turns(block) ? { ...block, side: null } : block))
    .map((block) => (isTwice(block) ? { ...block, amounts: block.amounts.map(unread) } : block));
}

/** 年初结转 | 本年收入 | 本年支出 | 年末结转: the rows of one block are of no one side, each column says its own. */
const turns = ({ labels, amounts }: Block) =>
  labels.every(({ side }) => side === null) &&
  new Set(amounts.flatMap(({ side }) => (side === null ? [] : [side]))).size > 1;

/** The fewest columns of a group that is told by the words over it. */
const fewestOfGroup = 3;

/** Two groups under the same words, of budget and result perhaps, whose own heads are lost: which is which is not told. */
function isTwice({ amounts }: Block): boolean {
  const half = amounts.length / 2;
  if (!Number.isInteger(half) || half < fewestOfGroup) return false;
  const words = amounts.map(({ path }) => path.join('|'));
  return words.slice(0, half).every((one, index) => one !== '' && one === words[half + index]);
}

const unread = (column: Column): Column => ({ ...column, role: 'unknown' });
