/**
 * Which label columns of a block belong together as codes and name of one classification item: 类 款 项 with the name right of them,
 * departments' items beside the government's. Hard because many headers only say 科目编码 and 科目名称.
 */
import { enumeratorOf } from '../../normalizers/enumerator.ts';
import type { Block, Column } from './columns.ts';
import { itemReader } from './items.ts';
import type { Matrix } from './matrix.ts';
import type { RowKind, StatementTemplate } from './template.ts';

export type ListKind = RowKind | null;

/** Share of names that must be economic items for a list of projects to be one of economic items. */
const economicShare = 0.6;

export function listsEconomicItems(matrix: Matrix, { labels }: Block): boolean {
  const name = labels.find(({ role }) => role === 'label' || role === 'name_label' || role === 'economic_label');
  if (name === undefined) return false;
  const items = itemReader('economic', null);
  const names = Array.from({ length: matrix.rows }, (_, row) => matrix.text(row, name.index)).filter(
    (text) => text !== '',
  );
  const known = names.filter((text) => items.knows(withoutNumber(text))).length;
  return known >= names.length * economicShare;
}

export interface ItemGroup {
  readonly kind: 'function' | 'economic' | 'government' | null;
  readonly codes: readonly Column[];
  readonly name: Column | null;
}

/** Code columns with the name column to their right; a second code column after a name begins the next group. */
export function itemGroups(
  labels: readonly Column[],
  lists: ListKind,
  side: StatementTemplate['side'],
): readonly ItemGroup[] {
  const groups: { kind: ItemGroup['kind']; codes: Column[]; name: Column | null }[] = [];
  for (const column of labels) {
    const { role } = column;
    const isCode = role === 'code' || role === 'government_code';
    // 支出项目 heads projects in a list of projects, items everywhere else.
    const isProject = role === 'project_label' && lists !== 'project';
    const isName =
      isProject ||
      role === 'name_label' ||
      role === 'label' ||
      /^(?:function|economic|government|unit_item)_label$/.test(role);
    if (!isCode && !isName) continue;
    let last = groups.at(-1);
    if (last === undefined || last.name !== null) {
      last = { kind: null, codes: [], name: null };
      groups.push(last);
    }
    const words = column.path.join('');
    if (isCode) last.codes.push(column);
    else last.name = column;
    if (role === 'government_code' || role === 'government_label') last.kind = 'government';
    else if (role === 'function_label' || /功能/.test(words)) last.kind ??= 'function';
    else if (role === 'economic_label' || /经济/.test(words))
      last.kind ??= /政府/.test(words) ? 'government' : 'economic';
  }
  const second = groups.filter(({ kind }) => kind === 'government' || kind === 'economic').length > 1;
  return second ? groups : groups.map((group) => ({ ...group, kind: group.kind ?? fallbackKind(lists, side) }));
}

const fallbackKind = (lists: ListKind, side: StatementTemplate['side']): ItemGroup['kind'] =>
  lists === 'economic' ? 'economic' : lists === 'function' || side === null ? 'function' : null;

/** The digits of a code tell what it classifies; a bare name is what its table lists. */
export function kindOf(
  pieces: readonly string[],
  stated: ItemGroup['kind'],
  lists: ListKind,
): 'function' | 'economic' | 'government' {
  const [first = ''] = pieces.filter((piece) => piece !== '');
  if (/^2\d\d/.test(first)) return 'function';
  if (/^3\d\d/.test(first)) return 'economic';
  if (/^5\d\d/.test(first)) return 'government';
  return stated ?? (lists === 'economic' ? 'economic' : 'function');
}

/** 十九、住房保障支出 → 住房保障支出. */
export function withoutNumber(name: string): string {
  const number = enumeratorOf(name);
  return number === null || number.length >= name.length ? name : name.slice(number.length).trim();
}
