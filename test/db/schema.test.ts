/** The tables and views as the query contract promises them, in a database that has just been made. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicationId, type Connection, openForReading, openForWriting, schemaVersion } from '../../db/open.ts';
import { Refusal } from '../../pipeline/model/refusal.ts';
import { packageFile } from '../../pipeline/package-file.ts';
import { change, rowsOf, valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Section 2 of the contract, word for word. */
const contract: Readonly<Record<string, string>> = {
  v_document:
    'document_id, file, sha256, format, title, kind, caliber, agency, region, region_code, fiscal_year, pages, characters, figures, projects, indicators, checks_failed, ingested_at',
  v_section: 'file, section_id, parent_id, level, ordinal, label, heading, kind, page, start, end',
  v_amount_mention: 'file, page, start, end, text, amount_yuan, figure_count',
  v_figure:
    'figure_id, file, agency, fiscal_year, concept, concept_label, stated_label, component, function_code, function_name, economic_code, economic_name, project, basis, measure, unit, value, amount_yuan, decimals, source, table_id, page, start, end, quote, status',
  v_project:
    'project_id, file, agency, fiscal_year, project, initial_budget_yuan, budget_yuan, actual_yuan, execution_rate, score, page, quote',
  v_indicator:
    'indicator_id, file, agency, fiscal_year, project, level1, level2, level1_stated, level2_stated, indicator, target, actual, target_operator, target_value, target_unit, actual_value, actual_unit, weight, score, deviation, page, quote',
  v_check:
    'check_id, file, rule, status, outcome, severity, message, stated, expected, difference, figures, page, quote',
  v_coverage:
    'file, mentions, mentions_resolved, figures, figures_verified, figures_contradicted, figures_unchecked, tables, tables_read, table_rows, table_rows_read, checks_passed, checks_failed, checks_skipped',
  v_table: 'file, table_id, title, number, unit, agency, note, ruled, template, page, rows, columns, rows_read',
  v_table_cell: 'file, table_id, table_title, template, page, row, col, row_span, col_span, text',
  v_finding_text: 'finding_text_id, file, agency, fiscal_year, kind, heading, text, page, start, end',
  v_issue: 'file, stage, severity, code, message, page',
};

const sqlFiles = (folder: string) =>
  readdirSync(packageFile(folder))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -4), sql: readFileSync(packageFile(`${folder}/${file}`), 'utf8') }));

/** The path of an empty database, closed. */
function emptyDatabase(): string {
  const path = temporaryFolder().at('empty.db');
  openForWriting(path).close();
  return path;
}

/** What a connection opened for writing answers. */
function asked<T>(path: string, ask: (db: Connection) => T): T {
  const db = openForWriting(path);
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

function refusalOf(open: () => unknown): string {
  try {
    open();
    return 'opened';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('the schema', () => {
  it.each(Object.entries(contract))('shows %s with the columns of the contract, in order', (view, columns) => {
    const stored = valuesOf(emptyDatabase(), `select name from pragma_table_info('${view}')`);
    expect(stored.join(', ')).toBe(columns);
  });

  it('shows no view that the contract does not know', () => {
    const views = valuesOf(emptyDatabase(), "select name from sqlite_master where type = 'view' order by name");
    expect(views).toEqual(Object.keys(contract).sort());
    expect(sqlFiles('db/views').map(({ name }) => name)).toEqual(Object.keys(contract).sort());
  });

  it('makes every table strict', () => {
    const path = emptyDatabase();
    const tables = valuesOf(path, "select name from pragma_table_list where schema = 'main' and type = 'table'");
    expect(tables).toContain('document');
    const loose = "schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'";
    expect(valuesOf(path, `select name from pragma_table_list where ${loose}`)).toEqual([]);
  });

  it('indexes every column that refers to another table, so that deleting a document is quick', () => {
    const unindexed = valuesOf(
      emptyDatabase(),
      `select t.name || '.' || f."from"
       from sqlite_master t, pragma_foreign_key_list(t.name) f
       where t.type = 'table' and not exists (
         select 1 from pragma_index_list(t.name) i, pragma_index_info(i.name) c where c.seqno = 0 and c.name = f."from"
       ) and not exists (select 1 from pragma_table_info(t.name) k where k.pk = 1 and k.name = f."from")`,
    );
    expect(unindexed).toEqual([]);
  });

  it('keeps foreign keys, a write-ahead log, the version and the mark of this program', () => {
    const path = emptyDatabase();
    const pragma = (name: string) => asked(path, (db) => db.pragma(name, { simple: true }));
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('user_version')).toBe(schemaVersion);
    expect(schemaVersion).toBeGreaterThan(0);
    expect(pragma('application_id')).toBe(applicationId);
    expect(Buffer.from(applicationId.toString(16), 'hex').toString()).toBe('mzhg');
  });

  it('says in Chinese, in the stored SQL, what every table and every view holds', () => {
    const stored = "select sql from sqlite_master where type in ('table', 'view')";
    const definitions = valuesOf(emptyDatabase(), stored).map(String);
    expect(definitions.length).toBeGreaterThan(20);
    expect(definitions.filter((sql) => !/^create (?:table|view)[^-]*-- 一[行次]/i.test(sql))).toEqual([]);
  });

  it.each(sqlFiles('db/views'))('opens the file of $name with what a row is', ({ sql }) => {
    expect(sql.split('\n')[0]).toMatch(/^-- one row per \S/);
  });

  it.each(sqlFiles('db/queries'))('runs the ready-made query $name on an empty database', ({ sql }) => {
    expect(sql.split('\n')[0]).toMatch(/^-- \S/);
    expect(rowsOf(emptyDatabase(), sql)).toEqual([]);
  });

  it.each(Object.keys(contract))('answers a select from %s on an empty database', (view) => {
    expect(rowsOf(emptyDatabase(), `select * from ${view}`)).toEqual([]);
  });

  it('refuses rows that contradict the contract', () => {
    const path = emptyDatabase();
    const insert = (kind: string) =>
      change(
        path,
        `insert into document (path, file, sha256, bytes, format, kind, characters, engine, ingested_at)
         values ('/a', 'a', 'x', 1, 'text', '${kind}', 1, '0', '')`,
      );
    expect(() => insert('novel')).toThrow(/CHECK constraint/);
    expect(() => insert('budget')).not.toThrow();
  });
});

describe('opening a database', () => {
  it('writes nothing into a database whose views are up to date', () => {
    const path = emptyDatabase();
    const before = valuesOf(path, 'pragma schema_version');
    openForWriting(path).close();
    expect(valuesOf(path, 'pragma schema_version')).toEqual(before);
  });

  it('makes anew a view that was changed, a view that is gone, and drops one that it does not know', () => {
    const path = emptyDatabase();
    const views = "select name, sql from sqlite_master where type = 'view' order by name";
    const before = rowsOf(path, views);
    change(
      path,
      'drop view v_issue; drop view v_figure; create view v_figure as select 1; create view v_old as select 2',
    );
    expect(rowsOf(path, views)).not.toEqual(before);
    openForWriting(path).close();
    expect(rowsOf(path, views)).toEqual(before);
  });

  it('takes an empty file for a database that is still to be made', () => {
    const path = temporaryFolder().write('empty.db', '');
    openForWriting(path).close();
    expect(valuesOf(path, 'pragma user_version')).toEqual([schemaVersion]);
  });

  it('leaves the making to another process that is at it already', async () => {
    const path = temporaryFolder().at('new.db');
    const program = `
      const db = new (require(process.argv[1]))(process.argv[2]);
      db.exec('begin immediate');
      db.exec(require('fs').readFileSync(process.argv[3], 'utf8'));
      db.exec('pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}');
      console.log('ready');
      setTimeout(() => { db.exec('commit'); db.close(); }, 300);`;
    const args = ['-e', program, packageFile('node_modules/better-sqlite3'), path, packageFile('db/schema.sql')];
    const other = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => other.stdout.once('data', resolve));
    openForWriting(path).close();
    expect(rowsOf(path, 'select * from v_document')).toEqual([]);
  });

  it('refuses newer and older databases, those of other programs, and files that are none', () => {
    const folder = temporaryFolder();
    const versions = (version: number) => {
      const path = emptyDatabase();
      change(path, `pragma user_version = ${version}`);
      return path;
    };
    const foreign = folder.at('foreign.db');
    change(foreign, 'create table recipe (name text)');
    const text = folder.write('text.db', '2023年度部门决算\n');
    const cases: readonly (readonly [string, string])[] = [
      [versions(schemaVersion + 1), 'database-newer'],
      [versions(schemaVersion - 1), 'database-older'],
      [foreign, 'database-foreign'],
      [text, 'database-foreign'],
    ];
    for (const [path, code] of cases) {
      const before = readFileSync(path);
      expect(refusalOf(() => openForReading(path))).toBe(code);
      expect(refusalOf(() => openForWriting(path))).toBe(code);
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  it('does not make a database when it is only asked to read', () => {
    const path = temporaryFolder().at('none.db');
    expect(refusalOf(() => openForReading(path))).toBe('database-missing');
    expect(existsSync(path)).toBe(false);
  });

  it('does not make folders', () => {
    expect(refusalOf(() => openForWriting(temporaryFolder().at('no/such/folder.db')))).toBe('database-unwritable');
  });

  it('lets a reader change nothing', () => {
    const path = emptyDatabase();
    const db = openForReading(path);
    try {
      expect(() => db.exec('delete from document')).toThrow(/readonly/);
      expect(() => db.exec('create table t (x)')).toThrow(/readonly/);
      expect(() => db.exec('pragma user_version = 9')).toThrow(/readonly/);
    } finally {
      db.close();
    }
  });

  it('gives up after the time it was told to wait for another writer', () => {
    const path = emptyDatabase();
    change(path, 'pragma journal_mode = delete');
    const holder = openForWriting(path);
    holder.pragma('journal_mode = delete');
    holder.exec('begin exclusive');
    try {
      expect(refusalOf(() => openForWriting(path, { longest: 50 }))).toBe('database-locked');
      expect(refusalOf(() => openForReading(path, { longest: 50 }))).toBe('database-locked');
    } finally {
      holder.close();
    }
  });
});
