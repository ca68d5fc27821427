/** Vocabulary files: CSV with a header line, comma-separated, no quoting; read once, checked by a schema. */
import type { z } from 'zod';
import { shelfText } from './shelf.ts';

/**
 * @param name file name in normalizers/vocab, as `regions.csv`
 * @param row what a row must be, by column name
 * @returns the rows in file order
 * @throws Error naming file and line when a row is not what it must be: a bug of the package
 */
export function readVocabulary<T>(name: string, row: z.ZodType<T>): readonly T[] {
  const [header = '', ...lines] = shelfText(name).trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    const parsed = row.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[i]])));
    if (!parsed.success || cells.length !== columns.length)
      throw new Error(`${name}:${index + 2}: “${line}” is no row`);
    return parsed.data;
  });
}
