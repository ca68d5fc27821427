/** What a statement table's template says: how to know the table, and what its totals, columns and rows stand for. */

/** Whose money a table is about. */
export type Fund = 'all' | 'fiscal' | 'general_public_budget' | 'government_fund' | 'state_capital';

export type RowKind = 'function' | 'economic' | 'project';

export interface StatementTemplate {
  /** Kept in v_table_cell.template. */
  readonly name: string;
  /** The ministry's name for it. */
  readonly label: string;
  /** Title: all of these are in it … */
  readonly title: readonly RegExp[];
  /** … and none of these. */
  readonly not?: readonly RegExp[];
  /** Where no title tells: keys that its header must hold. */
  readonly header?: readonly string[];
  /** Null for tables of both sides. */
  readonly side: 'revenue' | 'expenditure' | null;
  readonly fund: Fund;
  /** Key of the part the whole table is about: basic, project. */
  readonly part?: 'basic' | 'project';
  /** Concept of its total and of every number that is nothing closer, for tables of one matter (三公, 机关运行, 采购). */
  readonly matter?: string;
  /** What its rows are where neither header nor codes tell. */
  readonly rows?: RowKind;
}
