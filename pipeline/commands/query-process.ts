/** A process for one query: it may be ended at any moment. It says when it has the rows, then prints them. */
import { onDatabase } from '../../db/errors.ts';
import { openForReading } from '../../db/open.ts';
import { Refusal, type RefusalCode } from '../model/refusal.ts';
import { printRows, type RowFormat } from './print-rows.ts';
import { select } from './select.ts';

export interface QueryQuestion {
  readonly db: string;
  readonly sql: string;
  readonly format: string;
}

export type QueryAnswer =
  | { readonly kind: 'printing' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string };

// Nobody reads the rows any more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.once('message', (question: QueryQuestion) => {
  answer(question);
  // Not before Node is done with the question itself.
  setImmediate(() => process.disconnect());
});

function answer({ db: path, sql, format }: QueryQuestion): void {
  try {
    const db = openForReading(path);
    try {
      let count = 0;
      const blocks = onDatabase(path, () => {
        const { columns, rows } = select(db, sql);
        return blocksOf(
          printRows(
            columns,
            counted(rows, () => count++),
            format as RowFormat,
          ),
        );
      });
      // From here on it is the reader who takes his time.
      tell({ kind: 'printing' });
      for (const block of blocks) process.stdout.write(block);
      process.stdout.write(lineEnd(format));
      if (format === 'table' && process.stdout.isTTY === true) process.stdout.write(`(${count} rows)\n`);
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ kind: 'refused', code: error.code, message: error.message });
  }
}

function* counted<T>(rows: Iterable<T>, count: () => void): Generator<T> {
  for (const row of rows) {
    count();
    yield row;
  }
}

/** All of the text before any of it is printed, so that nobody takes a part for the whole. */
function blocksOf(pieces: Iterable<string>): readonly string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  for (const piece of pieces) {
    open.push(piece);
    if (open.length < 1000) continue;
    blocks.push(open.join(''));
    open = [];
  }
  return [...blocks, open.join('')];
}

const tell = (message: QueryAnswer) => process.send?.(message);

/** RFC 4180 ends every line of a CSV, also the last, the same way. */
const lineEnd = (format: string) => (format === 'csv' ? '\r\n' : '\n');
