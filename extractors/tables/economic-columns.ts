/**
 * Columns that bear the names of economic classes (工资福利支出, 商品和服务支出 …), beside each other over a list of functions: each
 * number is of its row's item and of its column's.
 */
import { economicItems } from '../../normalizers/classification.ts';
import type { Column } from './columns.ts';

/** @returns the columns, those of two or more economic classes understood as such */
export function withEconomicItems(columns: readonly Column[]): readonly Column[] {
  const named = columns.map((column) => ({ column, codes: classesOf(column) }));
  const ofClasses = named.filter(({ codes }) => codes.length > 0);
  if (ofClasses.length < 2) return columns;
  // Departments' classes begin with 3, the government's with 5; some names are of both.
  const first = ofClasses.some(({ codes }) => codes.every((code) => code.startsWith('5'))) ? '5' : '3';
  return named.map(({ column, codes }) => {
    const code = codes.find((one) => one.startsWith(first));
    if (code === undefined) return column;
    const economic = { code, name: column.unknown[0] ?? null };
    return { ...column, role: 'amount', unknown: [], meaning: { ...column.meaning, economic } };
  });
}

function classesOf({ role, unknown }: Column): readonly string[] {
  const [name, ...more] = unknown;
  if (role !== 'unknown' || name === undefined || more.length > 0) return [];
  return economicItems()
    .codesOf(name, null)
    .filter((code) => code.length === 3);
}
