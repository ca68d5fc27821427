/** `mingzhang check --db`: what is stored of every report, and what reports of one agency say against each other. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mingzhang } from '../support/cli.ts';
import { change, rowsOf, valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { samplesFolder } from '../support/samples.ts';

const accounts = (year: number, spent: string, before: string, agency = '云溪县水务局') =>
  [
    ...[agency, `${year}年度部门决算`, '第一部分 部门概况', '一、主要职责', '管理全县河道。'],
    ...[`第二部分 ${year}年度部门决算情况说明`, '五、一般公共预算财政拨款支出决算情况说明'],
    `${year}年度一般公共预算财政拨款支出${spent}万元，${year - 1}年度一般公共预算财政拨款支出${before}万元。`,
    '',
  ].join('\n');
const budget = (year: number, planned: string) =>
  [
    ...['云溪县水务局', `${year}年部门预算`, '第一部分 部门概况', '一、主要职责', '管理全县河道。'],
    ...[`第二部分 ${year}年部门预算情况说明`, '五、一般公共预算支出情况说明'],
    `${year}年一般公共预算财政拨款支出预算${planned}万元。`,
    '',
  ].join('\n');

const crossed = (db: string) =>
  rowsOf(
    db,
    "select file, rule, status, stated, expected from v_check where rule like 'cross_document.%' order by file, rule",
  );

async function stored(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const db = join(folder.path, 'all.db');
  const paths = Object.entries(files).map(([name, text]) => folder.write(name, text));
  expect(await mingzhang(['ingest', ...paths, '--db', db])).toMatchObject({ code: 0 });
  return { folder, db };
}

describe.concurrent('mingzhang check without files', () => {
  it('tells of every stored report as of the files themselves', async () => {
    const folder = temporaryFolder();
    const db = join(folder.path, 'samples.db');
    expect(await mingzhang(['rebuild', samplesFolder, '--db', db])).toMatchObject({ code: 0 });
    const ran = await mingzhang(['check', '--db', db]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const heads = ran.stdout.split('\n').filter((line) => /：核对\d+项/.test(line));
    expect(heads.length).toBe(valuesOf(db, 'select file from document').length);
    const alone = await mingzhang(['check', `${samplesFolder}/qiyun-forestry-2023-self-evaluation.txt`]);
    const wrong = alone.stdout.split('\n').filter((line) => line.startsWith('✗'));
    expect(wrong.length).toBe(4);
    expect(wrong.filter((line) => !ran.stdout.includes(line))).toEqual([]);
    expect(await mingzhang(['check', '--db', db, '--fail-on', 'fail'])).toMatchObject({ code: 1 });
    expect(await mingzhang(['check', '--db', db, '--fail-on', 'fail', '--rule', 'hierarchy.'])).toMatchObject({
      code: 0,
    });
  });

  it('tells of a doubt where one is stored', async () => {
    const { db } = await stored({ 'a.txt': accounts(2023, '120.00', '100.00') });
    change(
      db,
      `insert into verdict (document_id, rule, status, outcome, severity, message, english, doubt)
       values (1, 'sum.total', 'fail', 'off', 'warn', '读法存疑', 'doubtful', 'columns')`,
    );
    const ran = await mingzhang(['check', '--db', db, '--format', 'json']);
    expect(JSON.parse(ran.stdout)[0].checks).toContainEqual(expect.objectContaining({ doubt: 'columns' }));
  });

  it('refuses what is no database in one line', async () => {
    const ran = await mingzhang(['check', '--db', join(temporaryFolder().path, 'none.db')]);
    expect(ran.code).not.toBe(0);
    expect(ran.stderr.trim().split('\n').length).toBe(1);
  });
});

describe.concurrent('reports of one agency', () => {
  it('agree on what one calls last year’s and the other its own', async () => {
    const { db } = await stored({
      '2022.txt': accounts(2022, '100.00', '90.00'),
      '2023.txt': accounts(2023, '120.00', '100.00'),
    });
    expect(crossed(db)).toEqual([
      { file: '2022.txt', rule: 'cross_document.last_year', status: 'skipped', stated: null, expected: null },
      { file: '2023.txt', rule: 'cross_document.last_year', status: 'pass', stated: 1000000, expected: 1000000 },
    ]);
    const [message] = valuesOf(db, "select message from v_check where rule like 'cross%' and status = 'skipped'");
    expect(message).toBe('数据库中没有该单位2021年的上年度决算，无法核对');
  });

  it('contradict each other where they do not, and check tells where both are printed', async () => {
    const { db } = await stored({
      '2022.txt': accounts(2022, '100.00', '90.00'),
      '2023.txt': accounts(2023, '120.00', '101.00'),
    });
    const { stdout } = await mingzhang(['check', '--db', db, '--rule', 'cross_document.']);
    expect(stdout).toContain(
      '✗ cross_document.last_year  一般公共预算财政拨款支出在本报告中为1010000.00元，在上年度决算（2022.txt）中为1000000.00元，相差10000.00元',
    );
    expect(stdout).toContain('101.00万元');
    expect(valuesOf(db, 'select status from v_figure where amount_yuan in (1000000, 1010000)')).toEqual([
      'contradicted',
      'contradicted',
    ]);
  });

  it('are held against each other again when one of them changes, and no more when it is another’s', async () => {
    const { folder, db } = await stored({
      '2022.txt': accounts(2022, '100.00', '90.00'),
      '2023.txt': accounts(2023, '120.00', '101.00'),
    });
    const again = async (text: string) => {
      expect(await mingzhang(['ingest', folder.write('2022.txt', text), '--db', db])).toMatchObject({ code: 0 });
      return crossed(db).map((row) => Object(row).status);
    };
    const status = () => valuesOf(db, "select status from v_figure where file = '2023.txt' and amount_yuan = 1010000");
    expect(status()).toEqual(['contradicted']);
    expect(await again(accounts(2022, '101.00', '90.00'))).toEqual(['skipped', 'pass']);
    expect(status()).toEqual(['verified']);
    expect(await again(accounts(2022, '101.00', '90.00', '云溪县林业局'))).toEqual(['skipped', 'skipped']);
    expect(status()).toEqual(['unchecked']);
  });

  it('are held against each other by the next run where one was ended before it came to that', async () => {
    const files = { '2022.txt': accounts(2022, '100.00', '90.00'), '2023.txt': accounts(2023, '120.00', '101.00') };
    const { folder, db } = await stored(files);
    const found = crossed(db);
    change(db, "delete from verdict where rule like 'cross_document.%'");
    change(db, "insert into agency_due values ('云溪县水务局')");
    const paths = Object.keys(files).map((name) => folder.at(name));
    const ran = await mingzhang(['ingest', ...paths, '--db', db]);
    expect(ran.stdout).toContain('2 unchanged');
    expect(crossed(db)).toEqual(found);
    expect(valuesOf(db, 'select count(*) from agency_due')).toEqual([0]);
  });

  it('prove nothing where one was recognized in a picture', async () => {
    const { folder, db } = await stored({
      '2022.txt': accounts(2022, '100.00', '90.00'),
      '2023.txt': accounts(2023, '120.00', '100.00'),
    });
    const confirms = () => valuesOf(db, "select confirms from verdict where rule like 'cross%' and status = 'pass'");
    expect(confirms()).toEqual([1]);
    // As if the earlier one's only page had been a picture.
    change(
      db,
      `insert into page (document_id, page, start, "end", confidence)
         select document_id, 1, 0, 10, 90 from document where file = '2022.txt';
       update figure set page = 1 where document_id in (select document_id from page)`,
    );
    expect(
      await mingzhang(['ingest', folder.write('2023.txt', accounts(2023, '121.00', '100.00')), '--db', db]),
    ).toMatchObject({ code: 0 });
    expect(confirms()).toEqual([0]);
  });

  it('of two agencies are not compared', async () => {
    const { db } = await stored({
      '2022.txt': accounts(2022, '100.00', '90.00', '云溪县林业局'),
      '2023.txt': accounts(2023, '120.00', '101.00'),
    });
    expect(crossed(db).map((row) => Object(row).status)).toEqual(['skipped', 'skipped']);
  });

  it.each([
    ['80.00', 'pass', 800000],
    ['81.00', 'fail', 810000],
  ])('hold 年初预算 of the accounts against a budget of %s', async (planned, status, expected) => {
    const told = accounts(2023, '120.00', '100.00').replace(
      '支出120.00万元',
      '支出年初预算为80.00万元，支出决算为120.00万元',
    );
    const { db } = await stored({ 'accounts.txt': told, 'budget.txt': budget(2023, planned) });
    expect(crossed(db).filter((row) => Object(row).rule === 'cross_document.budget')).toEqual([
      { file: 'accounts.txt', rule: 'cross_document.budget', status, stated: 800000, expected },
    ]);
  });

  it('one year’s two files say the same', async () => {
    const { db } = await stored({ 'a.txt': budget(2024, '80.00'), 'b.txt': `${budget(2024, '81.00')}\n` });
    expect(crossed(db)).toEqual([
      { file: 'b.txt', rule: 'cross_document.same_report', status: 'fail', stated: 810000, expected: 800000 },
    ]);
  });
});
