/** What a reader of the samples gets: the ready-made queries of figures, and the work list of what tables leave unread. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mingzhang } from '../support/cli.ts';
import { change } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { samplesFolder } from '../support/samples.ts';

const folder = temporaryFolder();
const cwd = folder.path;

beforeAll(async () => {
  expect(await mingzhang(['ingest', samplesFolder], { cwd })).toMatchObject({ code: 0 });
});

type Row = Readonly<Record<string, unknown>>;

/** The rows of a ready-made query about one document. */
async function rowsOf(query: string, file: string): Promise<readonly Row[]> {
  const ran = await mingzhang(['query', query, '--format', 'json'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return (JSON.parse(ran.stdout) as readonly Row[]).filter((row) => row.file === file);
}

const qingtan = 'qingtan-health-2024-budget.pdf';

describe.concurrent('query', () => {
  it('sangong: a row a document, year and basis, with the parts beside the total', async () => {
    const own = { agency: '青潭市卫生健康局', file: qingtan };
    expect(await rowsOf('sangong', qingtan)).toEqual([
      {
        ...{ ...own, fiscal_year: 2023, basis: 'initial_budget', total: 703500, overseas: 0, reception: 91500 },
        ...{ vehicles: 612000, vehicle_purchase: 0, vehicle_operation: 612000 },
      },
      {
        ...{ ...own, fiscal_year: 2024, basis: 'budget', total: 977800, overseas: 118000, reception: 86000 },
        ...{ vehicles: 773800, vehicle_purchase: 179800, vehicle_operation: 594000 },
      },
    ]);
  });

  it('totals: each with the page and the words that state it', async () => {
    const rows = await rowsOf('totals', qingtan);
    const printed = rows.map(({ agency, fiscal_year, concept, amount_yuan, page, quote }) =>
      [agency, fiscal_year, concept, amount_yuan, page, quote].join(' '),
    );
    for (const row of [
      '青潭市卫生健康局 2024 revenue.grand_total 143873426.5 6 收入总计 143,873,426.50',
      '青潭市卫生健康局 2024 expenditure.grand_total 143873426.5 6 支出总计 143,873,426.50',
      '青潭市卫生健康局 2024 revenue.current_year 141285526.5 6 本年收入合计 141,285,526.50',
      '青潭市卫生健康局 2024 fiscal.expenditure_total 122581726.5 10 支出总计 122,581,726.50',
      '青潭市卫生健康局 2023 general_public_budget.expenditure 119125200 11 合计 119,125,200.00',
      '青潭市卫生健康局 2024 government_fund.expenditure 0 15 合计 0.00',
      '青潭市中心血站 2024 revenue.grand_total 8744850 7 青潭市中心血站 8,744,850.00',
    ]) {
      expect(printed).toContain(row);
    }
    expect(rows.filter(({ agency }) => agency === '合计')).toEqual([]);
  });

  it('by-function: a row an item, of all money and of the general public budget, with its parts', async () => {
    const rows = await rowsOf('by-function', qingtan);
    const item = rows.filter(({ function_code: code, fiscal_year: year }) => code === '2100403' && year === 2024);
    expect(item).toMatchObject([
      { concept: 'expenditure.by_function', total: 28155700, basic: 22102300, project: 6053400 },
      { concept: 'general_public_budget.expenditure', total: 8490300, basic: 6842300, project: 1648000 },
    ]);
    expect(item.map((row) => row.function_name)).toEqual(['妇幼保健机构', '妇幼保健机构']);
  });

  it('by-economic: a row an item, with the money it is of', async () => {
    const rows = await rowsOf('by-economic', qingtan);
    expect(rows.filter(({ economic_code: code }) => code === '30231')).toMatchObject([
      {
        component: 'general_public_budget.operating',
        economic_name: '公务用车运行维护费',
        amount_yuan: 594000,
        page: 13,
      },
    ]);
  });
});

describe.concurrent('show --unread', () => {
  const unread = (...args: readonly string[]) => mingzhang(['show', ...args, '--unread'], { cwd });

  it('tells of the one table of the samples that is of no known form, of all documents or of its own', async () => {
    const message = '“普通国省道养护工程绩效目标表”: of no known form, 3 numbers not read';
    const all = await unread();
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(all.stdout.split('\n').slice(2)).toEqual([
      expect.stringMatching(new RegExp(`^table-unknown  ${message} +1 +1  layouts.pdf +11$`)),
      '',
    ]);
    const own = await unread('layouts.pdf');
    expect(own.stdout.split('\n').slice(2)).toEqual([`table-unknown  ${message}    11`, '']);
  });

  it('refuses a document that there is not', async () => {
    expect(await unread('nothing.pdf')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'mingzhang: nothing.pdf: neither a file nor a document in mingzhang.db\n',
    });
    expect(await unread('--db', 'none.db')).toMatchObject({ code: 2, stdout: '' });
  });

  it('lists what is unread, the most frequent first, of one document in its order', async () => {
    const other = temporaryFolder();
    await mingzhang(['ingest', samplesFolder], { cwd: other.path });
    const finding = (file: string, code: string, message: string, page: number) =>
      `insert into finding (document_id, stage, severity, code, message, page)
       select document_id, 'tables', 'warn', '${code}', '${message}', ${page} from document where file = '${file}';`;
    change(
      other.at('mingzhang.db'),
      [
        "delete from finding where stage = 'tables';",
        finding(qingtan, 'row-unknown', '支出总表: “火星” names nothing', 9),
        finding(qingtan, 'row-unknown', '支出总表: “月球” names nothing', 8),
        finding('layouts.pdf', 'row-unknown', '支出总表: “月球” names nothing', 3),
        finding(qingtan, 'item-doubtful', '支出总表: 2130301', 8),
      ].join('\n'),
    );
    const all = await mingzhang(['show', '--unread'], { cwd: other.path });
    expect(
      all.stdout
        .split('\n')
        .slice(2, -1)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['row-unknown', '支出总表: “月球” names nothing', '2', '2', 'layouts.pdf', '3'],
      ['row-unknown', '支出总表: “火星” names nothing', '1', '1', qingtan, '9'],
    ]);
    const one = await mingzhang(['show', qingtan, '--unread'], { cwd: other.path });
    expect(
      one.stdout
        .split('\n')
        .slice(2, -1)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['row-unknown', '支出总表: “火星” names nothing', '9'],
      ['row-unknown', '支出总表: “月球” names nothing', '8'],
      ['item-doubtful', '支出总表: 2130301', '8'],
    ]);
  });
});
