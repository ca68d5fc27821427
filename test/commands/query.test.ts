/** `mingzhang query`: what it prints in each format, what it takes SQL from, and that no statement changes anything. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { openForReading } from '../../db/open.ts';
import { select } from '../../pipeline/commands/select.ts';
import { Refusal } from '../../pipeline/model/refusal.ts';
import { command, mingzhang, shell } from '../support/cli.ts';
import { contentOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { reportText } from '../support/reports.ts';

const folder = temporaryFolder();
const cwd = folder.path;

beforeAll(async () => {
  folder.write('r/a.txt', reportText({ agency: '云溪县水务局', year: 2022 }));
  folder.write('r/b.txt', reportText({ agency: '澄湖市文化旅游广电局', year: 2023, budget: '3亿元' }));
  await mingzhang(['ingest', 'r'], { cwd });
});

const query = (sql: string, ...options: string[]) => mingzhang(['query', sql, ...options], { cwd });

/** The printed text of a query that goes well. */
async function printed(sql: string, ...options: string[]): Promise<string> {
  const ran = await query(sql, ...options);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout;
}

describe.concurrent('a table', () => {
  it('sets columns two blanks apart, full-width characters counted twice, numbers to the right', async () => {
    const sql = 'select file, agency, fiscal_year as year, characters as n from v_document order by file';
    expect(await printed(sql)).toBe(
      [
        'file   agency                year    n',
        '─────  ────────────────────  ────  ───',
        'a.txt  云溪县水务局          2022  182',
        'b.txt  澄湖市文化旅游广电局  2023  182',
        '',
      ].join('\n'),
    );
  });

  it('begins every column at one place of the screen, whatever the signs', async () => {
    const sql = `select * from (values ('ａｂｃ', 1), ('（一）“三公”经费', 22), ('𠮷', 333), ('é', 4), ('e' || char(769), 5), ('', 6), (null, 7), ('👨‍👩‍👧', 8))`;
    const lines = (await printed(sql)).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  });

  it('keeps a cell on its line: line ends, tabs and what a terminal would obey become blanks', async () => {
    const sql = `select '一' || char(13, 10) || ' 二' || char(9) || '三' || char(27) || '[31m四' || char(8232) || '五' as "a
b", 'x' as y`;
    const lines = (await printed(sql)).split('\n');
    expect(lines).toEqual(['a b                 y', '──────────────────  ─', '一 二 三 [31m四 五  x', '']);
  });

  it('prints the names of columns when there are no rows', async () => {
    expect(await printed('select file, agency from v_document where 0')).toBe('file  agency\n────  ──────\n');
  });

  it('prints nulls as nothing, blobs in hexadecimal, large integers to the last digit, exact yuan', async () => {
    const sql = `select null as a, x'00ff' as b, 9223372036854775807 as c, 20942550 / 100.0 as d`;
    expect((await printed(sql)).split('\n')[2]).toBe(`   x'00ff'  9223372036854775807  209425.5`);
  });

  it('has no line for people in a pipe', async () => {
    expect(await printed('select 1 as one')).toBe('one\n───\n  1\n');
  });
});

describe.concurrent('CSV', () => {
  it('quotes commas, quotes and line ends, doubles quotes, ends every line with CR LF', async () => {
    const sql = `select 'a,b' as "x,y", 'say "好"' as z, '一' || char(10) || '二' as "q""q", null as n, '' as e, 1.5 as r`;
    expect(await printed(sql, '--format', 'csv')).toBe('"x,y",z,"q""q",n,e,r\r\n"a,b","say ""好""","一\n二",,,1.5\r\n');
  });

  it('has a row for a single empty cell', async () => {
    const sql = "select * from (select 'a' as x union all select null union all select 'b')";
    expect(await printed(sql, '--format', 'csv')).toBe('x\r\na\r\n""\r\nb\r\n');
  });

  it('is the names of columns when there are no rows', async () => {
    expect(await printed('select file, agency from v_document where 0', '--format', 'csv')).toBe('file,agency\r\n');
  });
});

describe.concurrent('JSON', () => {
  it('is an array of objects with numbers, strings and nulls as they are', async () => {
    const sql = `select file, fiscal_year, region_code, characters * 1.5 as half, 'a"b\\' || char(10) as s from v_document order by 1 limit 1`;
    expect(JSON.parse(await printed(sql, '--format', 'json'))).toEqual([
      { file: 'a.txt', fiscal_year: 2022, region_code: null, half: 273, s: 'a"b\\\n' },
    ]);
  });

  it('is an empty array when there are no rows', async () => {
    expect(await printed('select 1 where 0', '--format', 'json')).toBe('[]\n');
  });

  it('keeps integers beyond 2^53 exact and columns of one name both', async () => {
    const text = await printed('select 9007199254740993 as a, 2 as a', '--format', 'json');
    expect(text).toBe('[\n  {"a": 9007199254740993, "a": 2}\n]\n');
  });

  it('is valid for infinite numbers and blobs', async () => {
    expect(JSON.parse(await printed("select 9e999 as a, -9e999 as b, x'0a' as c", '--format', 'json'))).toEqual([
      { a: null, b: null, c: "x'0a'" },
    ]);
  });
});

describe.concurrent('Markdown', () => {
  it('is a table whose cells stay cells: bars, backslashes, line ends and markup are escaped', async () => {
    const sql = `select 'a|b' as "x|y", 'c\\' as z, '一' || char(13, 10) || '二' as l, '<b>*\`' as m, null as n`;
    expect(await printed(sql, '--format', 'markdown')).toBe(
      [
        '| x\\|y | z | l | m | n |',
        '| --- | --- | --- | --- | --- |',
        '| a\\|b | c\\\\ | 一<br>二 | \\<b>\\*\\` |  |',
        '',
      ].join('\n'),
    );
  });

  it('names a column that is an expression without breaking the table', async () => {
    const lines = (await printed("select file || '' from v_document", '--format', 'markdown')).split('\n');
    expect(lines.slice(0, 2)).toEqual(["| file \\|\\| '' |", '| --- |']);
  });
});

describe.concurrent('SQL', () => {
  it('comes from standard input, with - or without', async () => {
    const stdin = 'select count(*) as n from v_document;\n';
    for (const args of [['query'], ['query', '-']]) {
      expect(await mingzhang([...args, '--format', 'csv'], { cwd, stdin })).toMatchObject({
        code: 0,
        stdout: 'n\r\n2\r\n',
      });
    }
    expect(await shell('mingzhang query --format csv <<< "select 1 as x"', { cwd })).toMatchObject({
      stdout: 'x\r\n1\r\n',
    });
  });

  it('comes from a .sql file with comments, a byte-order mark and a semicolon', async () => {
    folder.write('count.sql', '\ufeff-- how many\nselect count(*) as n\nfrom v_document; -- all\n');
    expect(await printed('count.sql', '--format', 'csv')).toBe('n\r\n2\r\n');
    expect(await printed(folder.at('count.sql'), '--format', 'csv')).toBe('n\r\n2\r\n');
  });

  it('has its faults told in one line, exit code 2', async () => {
    folder.write('folder.sql/x', '');
    const faults: readonly (readonly [string, RegExp])[] = [
      ['select', /incomplete input|neither SQL/],
      ['selct 1', /near "selct": syntax error/],
      ['select * from v_documents', /no such table: v_documents/],
      ['select agncy from v_document', /no such column: agncy/],
      ['-', /contains no statements/],
      ['select 1; select 2', /more than one statement/],
      ['delete from document', /only statements that read are allowed/],
      ['select ?', /parameter/i],
      ["select json('{')", /malformed JSON/],
      ['select zeroblob(2000000000)', /too big/],
      ["select load_extension('x')", /not authorized/],
      ['missing.sql', /missing\.sql: no such file/],
      ['folder.sql', /folder\.sql: no such file/],
    ];
    for (const [sql, words] of faults) {
      const ran = await query(sql);
      expect(ran, sql).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr, sql).toMatch(words);
      expect(ran.stderr, sql).toMatch(/^mingzhang: [^\n]*\n$/);
    }
  });

  it('is told to be none when there is no database', async () => {
    for (const db of ['none.db', 'r', 'no/such/folder.db']) {
      expect(await query('select 1', '--db', db)).toEqual({
        code: 2,
        stdout: '',
        stderr: `mingzhang: ${db}: no such database; make it with mingzhang ingest <report>\n`,
      });
      expect(existsSync(folder.at('none.db'))).toBe(false);
    }
  });
});

describe.concurrent('ready-made queries', () => {
  it('are listed with what they answer, also where there is no database', async () => {
    const ran = await mingzhang(['query', '--list', '--db', 'none.db'], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toContain('documents');
    for (const line of lines) expect(line).toMatch(/^[a-z-]+ {2,}\S.*$/);
  });

  it('all run', async () => {
    const listed = (await mingzhang(['query', '--list'], { cwd })).stdout.trimEnd().split('\n');
    const ran = await Promise.all(listed.map((line) => query(line.split(' ')[0] ?? '', '--format', 'json')));
    expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toEqual(listed.map(() => ({ code: 0, stderr: '' })));
    for (const { stdout } of ran) expect(() => JSON.parse(stdout)).not.toThrow();
  });

  it('answer: the largest amounts come with their places', async () => {
    const rows = await printed('largest-amounts', '--format', 'csv');
    expect(rows.split('\r\n').slice(0, 2)).toEqual(['file,page,start,text,amount_yuan', 'b.txt,,129,3亿元,300000000']);
  });

  it('are suggested for a misspelt name', async () => {
    for (const [slip, meant] of [
      ['documnets', 'documents'],
      ['largest-amount', 'largest-amounts'],
      ['Issues', 'issues'],
    ]) {
      const ran = await query(slip ?? '');
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(`; did you mean ${meant}?\n`);
    }
    expect((await query('zzz')).stderr).toBe(
      'mingzhang: zzz: neither SQL nor a ready-made query (--list shows them)\n',
    );
  });
});

describe.concurrent('no statement', () => {
  const asked = [
    'delete from document returning file',
    'drop table document',
    "attach 'made.db' as made",
    "vacuum into 'made.db'",
    'pragma journal_mode = delete',
    'select 1; delete from document',
  ];
  const others = [
    'delete from document',
    "insert into failure values ('a', 'b', 'c', 'd')",
    "update document set title = 'x' returning title",
    'with a as (select 1) update document set title = null',
    'drop view v_document',
    'create table t (x)',
    'create temp table t (x)',
    'vacuum main',
    'reindex document',
    'analyze',
    'begin immediate',
    'pragma journal_mode = off',
    'pragma wal_checkpoint(truncate)',
    'pragma user_version = 99',
    'pragma writable_schema = on',
    'pragma query_only = off',
    'pragma optimize',
    'pragma incremental_vacuum',
    'select 1; select 2',
    'explain select 1; drop table document',
  ];

  it('changes or creates anything, whatever it says', async () => {
    const before = { bytes: readFileSync(folder.at('mingzhang.db')), content: contentOf(folder.at('mingzhang.db')) };
    // Other tests ask the same database at the same time.
    const names = () => readdirSync(folder.path).filter((name) => !/-(?:shm|wal)$/.test(name));
    const there = names();
    for (const statement of asked) {
      const ran = await query(statement);
      expect(ran, statement).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr, statement).toMatch(/^mingzhang: [^\n]*\n$/);
    }
    const db = openForReading(folder.at('mingzhang.db'));
    for (const statement of [...asked, ...others]) {
      expect(() => [...select(db, statement).rows], statement).toThrow(Refusal);
    }
    db.close();
    expect(names()).toEqual(there);
    expect(contentOf(folder.at('mingzhang.db'))).toEqual(before.content);
    expect(readFileSync(folder.at('mingzhang.db')).equals(before.bytes)).toBe(true);
  });

  it.each([
    'explain query plan select * from v_figure',
    'pragma table_info(document)',
    'values (1), (2)',
    'with a as (select 1 as x) select x from a',
  ])('is held back that only reads: %s', async (sql) => {
    expect((await printed(sql)).split('\n').length).toBeGreaterThan(2);
  });
});

describe.concurrent('a query that goes too far', () => {
  const endless = 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n';

  it('is ended when it takes too long, and leaves nothing beside the database', async () => {
    const own = temporaryFolder();
    copyFileSync(folder.at('mingzhang.db'), own.at('mingzhang.db'));
    const ran = await mingzhang(['query', endless, '--timeout', '1'], { cwd: own.path });
    const line = 'mingzhang: the query: not answered within 1 seconds; raise the limit with --timeout\n';
    expect(ran).toEqual({ code: 1, stdout: '', stderr: line });
    expect(readdirSync(own.path)).toEqual(['mingzhang.db']);
  });

  it.each([
    "select load_extension('evil')",
    "select writefile('made', 'x')",
    "select readfile('/etc/hostname')",
  ])('finds no way out: %s', async (sql) => {
    const ran = await query(sql);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^mingzhang: the query: [^\n]*\n$/);
  });
});

describe.concurrent('a reader that goes away', () => {
  const many = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select i, i from n';

  it.each(['table', 'csv', 'json', 'markdown'])('ends a %s without a word', async (format) => {
    const ran = await shell(`set -o pipefail; mingzhang query "${many}" --format ${format} | head -1`, { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\n')).toHaveLength(2);
  });

  it('is a reader too that never comes', async () => {
    const ran = await shell(`set -o pipefail; "${process.execPath}" "${command}" query "${many}" | true`, { cwd });
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
