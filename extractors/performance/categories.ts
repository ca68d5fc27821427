/**
 * Rows with amounts, some of them categories that the rows after them add up to, to any depth → the rows at the bottom.
 * Hard because levels are not printed: a row is a category only where its followers make up its amount to the fen.
 */

interface Reading {
  readonly end: number;
  /** Indices of rows at the bottom. */
  readonly leaves: readonly number[];
  /** Categories with several parts: what proves that the table has levels. */
  readonly proven: number;
  readonly categories: number;
}

/** Rows a category may span; deeper lists are read flat. */
const longest = 200;

/**
 * @param amountOf a row's amount; null where none is read
 * @returns the rows that are no category
 */
export function leavesOf<T>(rows: readonly T[], amountOf: (row: T) => bigint | null): readonly T[] {
  const amounts = rows.map(amountOf);
  if (rows.length > longest) return rows;
  const trees: (readonly Reading[])[] = Array.from({ length: rows.length + 1 }, () => []);
  for (let row = rows.length - 1; row >= 0; row--) trees[row] = [leaf(row), ...categoriesAt(row, amounts, trees)];
  const best: Reading[] = [{ end: rows.length, leaves: [], proven: 0, categories: 0 }];
  for (let row = rows.length - 1; row >= 0; row--) {
    const options = (trees[row] ?? []).flatMap((tree) => {
      const rest = best[rows.length - tree.end];
      return rest === undefined ? [] : [joined(tree, rest)];
    });
    best.push(options.reduce(better));
  }
  const chosen = best.at(-1);
  if (chosen === undefined || chosen.proven === 0) return rows;
  return chosen.leaves.flatMap((index) => rows[index] ?? []);
}

const leaf = (row: number): Reading => ({ end: row + 1, leaves: [row], proven: 0, categories: 0 });

const joined = (one: Reading, rest: Reading): Reading => ({
  end: rest.end,
  leaves: [...one.leaves, ...rest.leaves],
  proven: one.proven + rest.proven,
  categories: one.categories + rest.categories,
});

const better = (a: Reading, b: Reading): Reading =>
  b.proven !== a.proven ? (b.proven > a.proven ? b : a) : b.categories > a.categories ? b : a;

/** Every way in which rows after this one add up to it; for each end the best one. */
function categoriesAt(row: number, amounts: readonly (bigint | null)[], trees: readonly (readonly Reading[])[]) {
  const whole = amounts[row] ?? null;
  const found = new Map<number, Reading>();
  if (whole === null || whole <= 0n) return [];
  /** By end and sum so far. */
  let reached = new Map<string, { readonly sum: bigint; readonly parts: number; readonly reading: Reading }>([
    ['start', { sum: 0n, parts: 0, reading: { end: row + 1, leaves: [], proven: 0, categories: 0 } }],
  ]);
  while (reached.size > 0) {
    const next: typeof reached = new Map();
    for (const { sum, parts, reading } of reached.values()) {
      const amount = amounts[reading.end] ?? null;
      if (amount === null || amount < 0n || sum + amount > whole) continue;
      for (const tree of trees[reading.end] ?? []) {
        const more = { sum: sum + amount, parts: parts + 1, reading: joined(reading, { ...tree }) };
        const step = { ...more, reading: { ...more.reading, end: tree.end } };
        if (step.sum === whole) {
          const proven = step.reading.proven + (step.parts > 1 ? 1 : 0);
          const category = { ...step.reading, proven, categories: step.reading.categories + 1 };
          const known = found.get(tree.end);
          found.set(tree.end, known === undefined ? category : better(known, category));
        } else {
          const key = `${tree.end}/${step.sum}`;
          const known = next.get(key);
          if (known === undefined || better(known.reading, step.reading) === step.reading) next.set(key, step);
        }
      }
    }
    reached = next;
  }
  return [...found.values()];
}
