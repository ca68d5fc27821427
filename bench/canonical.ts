/**
 * A database as lines that depend on nothing but the content of the files: documents in the order of their digests, ids counted
 * anew in each document; without paths, times of files and of reading. Two databases of the same files give the same lines.
 */
import Database from 'better-sqlite3';

interface Column {
  readonly name: string;
  /** The table whose rows it counts. */
  readonly counts: string | null;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
}

/** Facts about the file and the run, not about the content. */
const circumstances: Readonly<Record<string, readonly string[]>> = {
  document: ['path', 'ingested_at'],
  failure: ['path', 'message'],
};
/** What only saves work. */
const notContent = ['known_file'];

/** What checks between documents may change in each of them. */
const touched: ReadonlySet<string> = new Set(['figure.status']);

type Connection = Database.Database;

/**
 * @param each every document by itself, without the checks between documents
 * @yields first the rows of each document, table by table, then the files that could not be read
 */
export function* canonicalLines(path: string, each = false): Generator<string> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = tablesOf(db);
    for (const document of ids(db, 'select document_id from document order by sha256')) {
      yield* documentLines(db, tables, document, each);
    }
    yield* db
      .prepare<[], string>("select 'failure' || char(9) || file || char(9) || code from failure order by 1")
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

/** The lines of each document by its digest, without what was found between it and others. */
export function canonicalDocuments(path: string): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  let digest = '';
  for (const line of canonicalLines(path, true)) {
    if (line.startsWith('document\t')) digest = line;
    documents.set(digest, `${documents.get(digest) ?? ''}${line}\n`);
  }
  return documents;
}

function* documentLines(db: Connection, tables: readonly Table[], document: number, each: boolean): Generator<string> {
  const ranks = new Map<string, Map<number, number>>();
  for (const { name, columns, key } of tables) {
    const owner = ownerOf(columns);
    if (owner === null) continue;
    const order = key.map((column) => `"${column}"`).join(', ');
    const rows = db
      .prepare(`select * from "${name}" where ${owner} order by ${order}`)
      .raw()
      .all(document) as unknown[][];
    const own = new Map<number, number>();
    ranks.set(name, own);
    for (const row of rows) {
      if (each && isBetween({ name, columns }, row, ranks)) continue;
      if (key.length === 1) own.set(Number(row[columns.findIndex((column) => column.name === key[0])]), own.size + 1);
      const values = columns.flatMap((column, i) => {
        if (circumstances[name]?.includes(column.name)) return [];
        if (each && touched.has(`${name}.${column.name}`)) return [];
        const value = row[i];
        if (value === null || column.counts === null) return [JSON.stringify(value)];
        return [`#${ranks.get(column.counts)?.get(Number(value)) ?? '?'}`];
      });
      yield [name, ...values].join('\t');
    }
  }
}

/** A check between documents, or what it is linked to. */
function isBetween(
  { name: table, columns }: Pick<Table, 'name' | 'columns'>,
  row: readonly unknown[],
  ranks: ReadonlyMap<string, ReadonlyMap<number, number>>,
): boolean {
  return columns.some(
    ({ name, counts }, i) =>
      (name === 'rule' && String(row[i]).startsWith('cross_document.')) ||
      (table !== 'verdict' && counts === 'verdict' && ranks.get('verdict')?.has(Number(row[i])) === false),
  );
}

function ownerOf(columns: readonly Column[]): string | null {
  const has = (name: string) => columns.some((column) => column.name === name);
  if (has('document_id')) return 'document_id = ?';
  if (has('table_id')) return 'table_id in (select table_id from printed_table where document_id = ?)';
  if (has('check_id')) return 'check_id in (select check_id from verdict where document_id = ?)';
  return null;
}

/** Each table after those it refers to. */
function tablesOf(db: Connection): readonly Table[] {
  const names = db
    .prepare<[], string>("select name from sqlite_master where type = 'table' order by rowid")
    .pluck()
    .all();
  const all = names.filter((name) => !notContent.includes(name)).map((name) => tableOf(db, name));
  const ordered: Table[] = [];
  while (ordered.length < all.length) {
    const next = all.find(
      (table) =>
        !ordered.includes(table) &&
        table.columns.every(
          ({ counts }) => counts === null || counts === table.name || ordered.some(({ name }) => name === counts),
        ),
    );
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    ordered.push(next);
  }
  return ordered;
}

function tableOf(db: Connection, name: string): Table {
  const columns = db
    .prepare<[string], { name: string; pk: number }>('select name, pk from pragma_table_info(?)')
    .all(name);
  const keys = db
    .prepare<[string], { from: string; table: string }>('select "from", "table" from pragma_foreign_key_list(?)')
    .all(name);
  const primary = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const own = primary.length === 1 && name !== 'failure' ? primary[0]?.name : null;
  return {
    name,
    key: primary.map((column) => column.name),
    columns: columns.map((column) => ({
      name: column.name,
      counts: column.name === own ? name : (keys.find(({ from }) => from === column.name)?.table ?? null),
    })),
  };
}

const ids = (db: Connection, sql: string) => db.prepare<[], number>(sql).pluck().all();
