/** `mingzhang ingest` as a user sees it: lines, records, exit codes, and what stands in the database afterwards. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mingzhang, type Ran, shell } from '../support/cli.ts';
import { change, contentOf, damageOf, rowsOf, valuesOf } from '../support/database.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { manyReports, reportText } from '../support/reports.ts';

/** Three reports, one in a folder below, and two files that are none. */
function reportFolder(): Folder {
  const folder = temporaryFolder();
  folder.write('reports/b.txt', reportText({ year: 2022 }));
  folder.write('reports/a.txt', reportText({ year: 2023 }));
  folder.write('reports/2021/c.TXT', reportText({ year: 2021 }));
  folder.write('reports/scan.png', 'picture');
  folder.write('reports/notes', 'notes');
  return folder;
}

/** The marks and names at the beginning of a run's lines. */
const marks = (ran: Ran) => [...ran.stdout.matchAll(/^([✓=✗] \S+?):/gm)].map((match) => match[1]);
const files = (folder: Folder) => valuesOf(folder.at('t.db'), 'select file from document order by document_id');

describe.concurrent('ingest', () => {
  it('says a line a report, then the sums, the database and what to try next', async () => {
    const folder = reportFolder();
    const ran = await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        '✓ c.TXT: 云溪县水务局 2021 performance_self_evaluation, 6 sections, 2 amounts, 1 figure',
        '✓ a.txt: 云溪县水务局 2023 performance_self_evaluation, 6 sections, 2 amounts, 1 figure',
        '✓ b.txt: 云溪县水务局 2022 performance_self_evaluation, 6 sections, 2 amounts, 1 figure',
        '',
        '3 documents read · 18 sections · 0 tables · 6 amounts · 3 figures · 0 contradictions · 0 unchanged · 0 failed',
        'kinds: 3 performance_self_evaluation',
        'formats: 3 text',
        'left out of the folders, not read by this version: 1 (none), 1 .png',
        'database: t.db',
        'try: mingzhang query "select file, concept_label, fiscal_year, basis, amount_yuan, status from v_figure order by amount_yuan desc limit 10" --db t.db',
        '',
      ].join('\n'),
    });
    expect(files(folder)).toEqual(['c.TXT', 'a.txt', 'b.txt']);
  });

  it('suggests a query that can be pasted', async () => {
    const folder = reportFolder();
    const ran = await mingzhang(['ingest', 'reports'], { cwd: folder.path });
    const suggested = /^try: (.*)$/m.exec(ran.stdout)?.[1] ?? '';
    const pasted = await shell(suggested, { cwd: folder.path });
    expect(pasted).toMatchObject({ code: 0, stderr: '' });
    expect(pasted.stdout).toContain('1205000');
    expect(readdirSync(folder.path)).toContain('mingzhang.db');
  });

  it.each([
    ['reports/*.txt', ['a.txt', 'b.txt']],
    ['reports/**/*.{txt,TXT}', ['c.TXT', 'a.txt', 'b.txt']],
  ])('takes the pattern %s in quotes', async (pattern, names) => {
    const folder = reportFolder();
    expect(await mingzhang(['ingest', pattern, '--db', 't.db'], { cwd: folder.path })).toMatchObject({ code: 0 });
    expect(files(folder)).toEqual(names);
  });

  it('takes files in the order they are named, each once however often it is named', async () => {
    const folder = reportFolder();
    const named = ['reports/b.txt', './reports/../reports/b.txt', folder.at('reports/b.txt'), 'reports/*.txt'];
    const ran = await mingzhang(['ingest', ...named, '--db', 't.db'], { cwd: folder.path });
    expect(marks(ran)).toEqual(['✓ b.txt', '✓ a.txt']);
  });

  it('reads a file that is named whatever its ending', async () => {
    const folder = temporaryFolder();
    folder.write('report.text', reportText());
    expect(await mingzhang(['ingest', 'report.text', '--db', 't.db'], { cwd: folder.path })).toMatchObject({ code: 0 });
    expect(files(folder)).toEqual(['report.text']);
  });

  it('adds nothing when the same bytes come again', async () => {
    const folder = reportFolder();
    await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    const before = contentOf(folder.at('t.db'));
    const times = valuesOf(folder.at('t.db'), 'select ingested_at from document');
    const ran = await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(marks(ran)).toEqual(['= c.TXT', '= a.txt', '= b.txt']);
    expect(ran.stdout).toMatch(/^0 documents read · .* · 3 unchanged · 0 failed$/m);
    expect(contentOf(folder.at('t.db'))).toEqual(before);
    expect(valuesOf(folder.at('t.db'), 'select ingested_at from document')).toEqual(times);
  });

  it('stores a copy under another name once and says whose it is', async () => {
    const folder = reportFolder();
    copyFileSync(folder.at('reports/a.txt'), folder.at('reports/z.txt'));
    const ran = await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`= z.txt: the same content as ${folder.at('reports/a.txt')}`);
    expect(files(folder)).toEqual(['c.TXT', 'a.txt', 'b.txt']);
  });

  it('replaces the records of a changed file and leaves its neighbours', async () => {
    const folder = reportFolder();
    await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    folder.write('reports/a.txt', reportText({ year: 2023, spent: '66.6万元' }));
    const ran = await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    expect(marks(ran)).toEqual(['= c.TXT', '✓ a.txt', '= b.txt']);
    expect(ran.stdout).toMatch(/^✓ a\.txt: .*, replaced$/m);
    const texts = (file: string) =>
      valuesOf(folder.at('t.db'), `select text from v_amount_mention where file = '${file}'`);
    expect(texts('a.txt')).toEqual(['120.5万元', '66.6万元']);
    expect(texts('b.txt')).toEqual(['120.5万元', '98.75万元']);
    expect(damageOf(folder.at('t.db'))).toEqual([]);
  });

  it('loses no report when one is renamed and another takes its name', async () => {
    const folder = temporaryFolder();
    folder.write('r/report.txt', reportText({ year: 2022 }));
    await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    renameSync(folder.at('r/report.txt'), folder.at('r/report-2022.txt'));
    folder.write('r/report.txt', reportText({ year: 2023 }));
    const ran = await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran.code).toBe(0);
    const stored = 'select file, fiscal_year as year from document order by file';
    expect(rowsOf(folder.at('t.db'), stored)).toEqual([
      { file: 'report-2022.txt', year: 2022 },
      { file: 'report.txt', year: 2023 },
    ]);
  });

  it('shows two reports of one name in two folders as two documents', async () => {
    const folder = temporaryFolder();
    folder.write('r/2022/report.txt', reportText({ year: 2022 }));
    folder.write('r/2023/report.txt', reportText({ year: 2023 }));
    await mingzhang(['ingest', 'r', '--db', 't.db'], { cwd: folder.path });
    const listed = await mingzhang(['query', 'documents', '--format', 'json', '--db', 't.db'], { cwd: folder.path });
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { document_id: 1, fiscal_year: 2022, amounts: 2 },
      { document_id: 2, fiscal_year: 2023, amounts: 2 },
    ]);
    const kinds = await mingzhang(['query', 'sections', '--format', 'json', '--db', 't.db'], { cwd: folder.path });
    expect(JSON.parse(kinds.stdout)).toContainEqual({ kind: 'problems', sections: 2, documents: 2 });
  });

  it('prints one JSON document that says of every file what became of it', async () => {
    const folder = reportFolder();
    await mingzhang(['ingest', 'reports/b.txt', '--db', 't.db'], { cwd: folder.path });
    copyFileSync(folder.at('reports/a.txt'), folder.at('reports/z.txt'));
    folder.write('reports/empty.txt', '');
    const named = ['reports', 'missing.txt'];
    const ran = await mingzhang(['ingest', ...named, '--json', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    const of = (name: string) => ({ file: name, path: folder.at(`reports/${name}`) });
    const read = {
      kind: 'performance_self_evaluation',
      format: 'text',
      agency: '云溪县水务局',
      pages: 0,
      sections: 6,
      tables: 0,
      amounts: 2,
      figures: 1,
      contradictions: 0,
      warnings: 0,
    };
    const title = (year: number) => `云溪县水务局${year}年度部门整体支出绩效自评报告`;
    expect(JSON.parse(ran.stdout)).toEqual({
      database: 't.db',
      engine: expect.stringMatching(/^\d+\./),
      seconds: expect.any(Number),
      older: 0,
      summary: {
        documents: 2,
        unchanged: 2,
        outdated: 0,
        upgraded: 0,
        failed: 2,
        not_reports: 0,
        pages: 0,
        sections: 12,
        tables: 0,
        amounts: 4,
        kinds: { performance_self_evaluation: 2 },
        formats: { text: 2 },
        failures: { empty: 1, missing: 1 },
        figures: 2,
        contradictions: 0,
        figure_changes: { added: 0, lost: 0, changed: 0 },
      },
      left_out: { '(none)': 1, '.png': 1 },
      files: [
        {
          file: 'missing.txt',
          path: 'missing.txt',
          status: 'refused',
          code: 'missing',
          message: 'missing.txt: no such file or folder',
        },
        {
          file: 'c.TXT',
          path: folder.at('reports/2021/c.TXT'),
          status: 'stored',
          title: title(2021),
          fiscal_year: 2021,
          ...read,
        },
        { ...of('a.txt'), status: 'stored', title: title(2023), fiscal_year: 2023, ...read },
        { ...of('b.txt'), status: 'unchanged' },
        {
          ...of('empty.txt'),
          status: 'refused',
          code: 'empty',
          message: `${folder.at('reports/empty.txt')}: the file is empty`,
        },
        { ...of('z.txt'), status: 'duplicate', same_as: folder.at('reports/a.txt') },
      ],
    });
  });

  it('prints a JSON document and makes no database when nothing named can be read', async () => {
    const folder = temporaryFolder();
    const ran = await mingzhang(['ingest', 'none', '--json', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ database: null, summary: { documents: 0, failed: 1 } });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('remembers a file that could not be read until it can', async () => {
    const folder = temporaryFolder();
    const issues = () => valuesOf(folder.at('t.db'), "select code from v_issue where severity = 'error'");
    folder.write('a.txt', reportText());
    await mingzhang(['ingest', 'a.txt', '--db', 't.db'], { cwd: folder.path });
    await mingzhang(['ingest', 'a.txt', '--max-bytes', '10', '--db', 't.db'], { cwd: folder.path });
    expect(issues()).toEqual(['too-large']);
    expect(files(folder)).toEqual(['a.txt']);
    await mingzhang(['ingest', 'a.txt', '--db', 't.db'], { cwd: folder.path });
    expect(issues()).toEqual([]);
  });

  it('leaves what another version of the program has stored, and says so', async () => {
    const folder = reportFolder();
    await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    change(folder.at('t.db'), "update document set engine = '0.0.1', title = 'old' where file = 'a.txt'");
    const ran = await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('= a.txt: read by another version, left as it is\n');
    expect(ran.stdout).toContain(
      '\nleft as another version read them: 1; --upgrade reads them again and says what changes\n',
    );
    expect(valuesOf(folder.at('t.db'), "select title from document where engine = '0.0.1'")).toEqual(['old']);
  });

  it('reads it again when asked, and says what changed in the figures', async () => {
    const folder = reportFolder();
    await mingzhang(['ingest', 'reports', '--db', 't.db'], { cwd: folder.path });
    const figures = valuesOf(folder.at('t.db'), "select count(*) from v_figure where file = 'a.txt'");
    change(
      folder.at('t.db'),
      `update document set engine = '0.0.1', title = 'old' where file in ('a.txt', 'b.txt');
       update figure set amount_fen = amount_fen + 1 where figure_id =
         (select min(figure_id) from v_figure where file = 'a.txt');
       delete from figure where document_id = (select document_id from document where file = 'b.txt')`,
    );
    const ran = await mingzhang(['ingest', 'reports', '--upgrade', '--db', 't.db'], { cwd: folder.path });
    expect(marks(ran)).toEqual(['= c.TXT', '✓ a.txt', '✓ b.txt']);
    expect(ran.stdout).toMatch(/^✓ a\.txt: .*, upgraded: figures 0 added, 0 lost, 1 changed$/m);
    expect(ran.stdout).toContain(`upgraded: 2 documents, figures ${figures[0]} added, 0 lost, 1 changed\n`);
    const engines = 'select count(*) as documents, count(distinct engine) as engines from document';
    expect(rowsOf(folder.at('t.db'), engines)).toEqual([{ documents: 3, engines: 1 }]);
    expect(valuesOf(folder.at('t.db'), "select count(*) from document where title = 'old'")).toEqual([0]);
  });

  it('leaves alone what was not written to since a day named', async () => {
    const folder = reportFolder();
    utimesSync(folder.at('reports/a.txt'), new Date(), new Date('2024-03-14T23:59:00'));
    utimesSync(folder.at('reports/b.txt'), new Date(), new Date('2024-03-15T00:01:00'));
    const since = ['--changed-since', '2024-03-15'];
    const ran = await mingzhang(['ingest', 'reports', ...since, '--db', 't.db'], { cwd: folder.path });
    expect(marks(ran)).toEqual(['✓ c.TXT', '✓ b.txt']);
    expect(ran.stdout).toContain('\nnot written to since the time named, left alone: 1\n');
    const wrong = ['--changed-since', 'yesterday'];
    expect(await mingzhang(['ingest', 'reports', ...wrong], { cwd: folder.path })).toMatchObject({ code: 2 });
  });

  it('writes what --json prints to a file, besides its lines, and says at once when it cannot', async () => {
    const folder = reportFolder();
    folder.write('reports/empty.txt', '');
    const named = ['ingest', 'reports', '--db', 't.db', '--report'];
    const ran = await mingzhang([...named, 'report.json'], { cwd: folder.path });
    expect(marks(ran)).toHaveLength(4);
    expect(ran.stdout).toContain('\nfailed: 1 empty\n');
    expect(JSON.parse(readFileSync(folder.at('report.json'), 'utf8'))).toMatchObject({
      summary: { documents: 3, failed: 1, failures: { empty: 1 } },
    });
    const refused = await mingzhang([...named, 'no/such/report.json'], { cwd: folder.path });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^mingzhang: no\/such\/report\.json: the report cannot be written there[^\n]*\n$/);
  });

  it('does all the work though the reader of its lines is gone, without a word', async () => {
    const folder = temporaryFolder();
    for (const { name, text } of manyReports(20, 1)) folder.write(`r/${name}`, text);
    const ran = await shell('set -o pipefail; mingzhang ingest r --db t.db | head -1', { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\n')).toHaveLength(2);
    expect(files(folder)).toHaveLength(20);
  });

  it('works beside another ingest into the same new database', async () => {
    const folder = temporaryFolder();
    for (const { name, text } of manyReports(12, 1)) folder.write(`r/${name}`, text);
    const both = await Promise.all(
      ['r/*[02468].txt', 'r/*[13579].txt', 'r'].map((named) =>
        mingzhang(['ingest', named, '--db', 't.db'], { cwd: folder.path }),
      ),
    );
    expect(both.map(({ code, stderr }) => ({ code, stderr }))).toEqual(both.map(() => ({ code: 0, stderr: '' })));
    expect(valuesOf(folder.at('t.db'), 'select file from document order by file')).toEqual(
      manyReports(12, 1).map(({ name }) => name),
    );
    expect(damageOf(folder.at('t.db'))).toEqual([]);
  });

  it('ends in a folder that links to itself and in one with signs of patterns in its name', async () => {
    const folder = temporaryFolder();
    folder.write('[2023] (决算)/a.txt', reportText());
    symlinkSync('.', folder.at('[2023] (决算)/round'));
    const ran = await mingzhang(['ingest', '[2023] (决算)', '--db', 't.db'], { cwd: folder.path });
    expect(ran.code).toBe(0);
    expect(files(folder)).toEqual(['a.txt']);
  });

  it('leaves one file behind, the database', async () => {
    const folder = reportFolder();
    mkdirSync(folder.at('data'));
    await mingzhang(['ingest', 'reports', '--db', 'data/t.db'], { cwd: folder.path });
    expect(readdirSync(folder.at('data'))).toEqual(['t.db']);
  });
});
