/** Looking into a database behind the program's back, as another program would. */
import Database from 'better-sqlite3';

/** The rows of a query, as objects. */
export function rowsOf(path: string, sql: string): readonly unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

/** The first column of a query's rows. */
export function valuesOf(path: string, sql: string): readonly unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).pluck().all();
  } finally {
    db.close();
  }
}

/** Runs statements, as a program that knows nothing of this one. */
export function change(path: string, sql: string): void {
  const db = new Database(path);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

/** What SQLite itself says of a database's health: empty when it is whole. */
export function damageOf(path: string): readonly unknown[] {
  const db = new Database(path);
  try {
    const integrity = db.prepare('pragma integrity_check').pluck().all();
    return [...integrity.filter((line) => line !== 'ok'), ...db.prepare('pragma foreign_key_check').all()];
  } finally {
    db.close();
  }
}

/** Every row of every table but the times of files and of reading: two databases of the same reports agree in it. */
export function contentOf(path: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' and name <> 'known_file' order by name")
      .pluck()
      .all();
    return Object.fromEntries(
      tables.map((table) => {
        const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table);
        const kept = columns.filter((column) => column !== 'ingested_at').map((column) => `"${column}"`);
        return [
          String(table),
          db
            .prepare(`select ${kept.join(', ')} from "${table}" order by ${kept.slice(0, 2).join(', ')}`)
            .raw()
            .all(),
        ];
      }),
    );
  } finally {
    db.close();
  }
}
