/** `mingzhang check`: what a report says against itself, for a person, a program and a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mingzhang } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder.ts';
import { samplesFolder } from '../support/samples.ts';

const sample = (name: string) => join(samplesFolder, name);
/** Three slips, known from its gold; one of them is told twice, by its unit and by what is left. */
const wrong = sample('qiyun-forestry-2023-self-evaluation.txt');
/** None. */
const right = sample('modu-market-2022-self-evaluation.txt');
const rightPdf = sample('qingtan-health-2024-budget.pdf');

const check = (...args: readonly string[]) => mingzhang(['check', ...args]);
const printed = async (...args: readonly string[]) => {
  const ran = await check(...args);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout;
};

describe.concurrent('mingzhang check', () => {
  it('counts what was checked, and tells each contradiction with its prints', async () => {
    const [head, ...lines] = (await printed(wrong)).trimEnd().split('\n');
    expect(head).toMatch(
      /^qiyun-forestry-2023-self-evaluation\.txt：核对\d+项，相符\d+，矛盾4，未能核对\d+；\d+个数中有\d+个（\d+%）参加了核对$/,
    );
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([
      '✗ completion.from_amounts  项目支出的完成率为76.84%，按金额计算的完成率为78.64%，相差1.80%',
      '✗ sum.list  总额为3533200.00元，其中各项之和为3560200.00元，相差27000.00元',
      '✗ balance.remainder  未支付（剩余）的金额为72500.00元，安排数减支出数为455961.65元，相差383461.65元',
      '✗ unit.suspect  “38.35元”的单位疑为“万元”：全文金额多以万元计',
    ]);
    expect(lines.join('\n')).toContain('    执行率76.84%\n');
    expect(lines.join('\n')).toContain('追加项目支出499.062万元');
  });

  it('finds nothing in reports without a slip, whole hundreds of checks long', async () => {
    const text = await printed(right, rightPdf);
    const heads = text.split('\n').filter((line) => line !== '');
    expect(heads.length).toBe(2);
    expect(heads.every((line) => line.includes('矛盾0'))).toBe(true);
    const passed = Number(/相符(\d+)/.exec(heads[1] ?? '')?.[1]);
    expect(passed).toBeGreaterThan(250);
  });

  it('--lang en says it in English', async () => {
    const text = await printed(wrong, '--lang', 'en');
    expect(text).toMatch(/: \d+ checks passed, 4 failed, \d+ skipped; \d+ of \d+ figures \(\d+ %\) took part/);
    expect(text).toContain(
      'the printed completion is 76.84%, completion by the amounts is 78.64%: they differ by 1.80%',
    );
    expect(text).not.toContain('相差');
  });

  it('does not call a file free of contradictions of which nothing was read', async () => {
    const page = temporaryFolder().write('a.html', '<html><body><h1>404</h1><p>您访问的页面不存在</p></body></html>');
    expect(await printed(page)).toBe('a.html：没有读出任何数，无可核对；原因见 mingzhang show\n');
    expect(await printed(page, '--lang', 'en')).toContain('no figure was read, nothing to check');
  });

  it('--rule keeps rules whose id begins so', async () => {
    const text = await printed(wrong, '--rule', 'unit.');
    expect(text).toContain('核对1项，相符0，矛盾1');
    expect(text.match(/✗/g)).toEqual(['✗']);
    expect(await printed(wrong, '--rule', 'hierarchy.')).toContain('核对0项，相符0，矛盾0');
  });
});

describe.concurrent('exit codes', () => {
  it('are 0 whatever was found, unless it is asked to fail', async () => {
    expect(await check(wrong)).toMatchObject({ code: 0 });
    expect(await check(wrong, '--fail-on', 'fail')).toMatchObject({ code: 1, stderr: '' });
    expect(await check(right, '--fail-on', 'fail')).toMatchObject({ code: 0 });
    expect(await check(right, wrong, '--fail-on', 'fail')).toMatchObject({ code: 1 });
    expect(await check(wrong, '--fail-on', 'fail', '--rule', 'growth.')).toMatchObject({ code: 0 });
  });

  it('tell of a file that is not there in one line, and the others are checked', async () => {
    const gone = await check('nothing.pdf');
    expect(gone).toMatchObject({ stdout: '', stderr: 'mingzhang: nothing.pdf: no such file\n' });
    expect(gone.code).not.toBe(0);
    const both = await check('nothing.pdf', right);
    expect(both).toMatchObject({ stderr: 'mingzhang: nothing.pdf: no such file\n' });
    expect(both.code).not.toBe(0);
    expect(both.stdout).toContain('modu-market-2022-self-evaluation.txt：');
  });

  it('are 2 for wrong use', async () => {
    for (const args of [
      [wrong, '--format', 'xml'],
      [wrong, '--lang', 'fr'],
      [wrong, '--fail-on', 'pass'],
    ]) {
      expect(await check(...args)).toMatchObject({ code: 2, stdout: '' });
    }
  });
});

const record = z.array(
  z.strictObject({
    file: z.string(),
    figures: z.int().positive(),
    checked: z.int().nonnegative(),
    checks: z.array(
      z.strictObject({
        rule: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
        status: z.enum(['pass', 'fail', 'skipped']),
        outcome: z.enum(['exact', 'rounded', 'off', 'unread']),
        severity: z.enum(['info', 'warn', 'error']),
        message: z.string().min(1),
        stated: z.string().nullable(),
        expected: z.string().nullable(),
        difference: z.string().nullable(),
        doubt: z.enum(['text', 'columns', 'unit', 'item', 'operand']).nullable(),
        page: z.int().nullable(),
        quote: z.string().nullable(),
        operands: z.array(z.strictObject({ quote: z.string(), place: z.string() })),
      }),
    ),
  }),
);

describe.concurrent('--format json', () => {
  it('has a record a report, with every check, passed ones too', async () => {
    const reports = record.parse(JSON.parse(await printed(wrong, rightPdf, '--format', 'json')));
    expect(reports.map(({ file, checks }) => [file, checks.filter(({ status }) => status === 'fail').length])).toEqual([
      ['qiyun-forestry-2023-self-evaluation.txt', 4],
      ['qingtan-health-2024-budget.pdf', 0],
    ]);
    const [, budget] = reports;
    const total = budget?.checks.find(({ rule }) => rule === 'balance.grand_total');
    expect(total).toMatchObject({
      ...{ status: 'pass', outcome: 'exact', stated: '143873426.50', expected: '143873426.50', difference: '0.00' },
      ...{ page: 6, message: expect.stringContaining('相等') },
    });
    expect(total?.operands[0]?.place).toMatch(/^p6 \(\d+ \d+ \d+ \d+\)$/);
  });

  it('counts no figure twice that took part', async () => {
    const [report] = record.parse(JSON.parse(await printed(rightPdf, '--format', 'json')));
    expect(report?.checked).toBeLessThanOrEqual(report?.figures ?? 0);
    expect(report?.checked).toBeGreaterThan((report?.figures ?? 0) / 2);
  });
});

/** The required part of SARIF 2.1.0 (OASIS, 3.13 to 3.29), and what is made use of. */
const sarif = z.object({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({ name: z.literal('mingzhang'), rules: z.array(z.object({ id: z.string() })) }),
      }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message: z.object({ text: z.string().min(1) }),
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string().regex(/^[\w.~%!$&'()*+,;=@/-]+$/) }),
              }),
              logicalLocations: z.array(z.object({ name: z.string() })).optional(),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

describe.concurrent('--format sarif', () => {
  it('is SARIF 2.1.0: a result a contradiction, its rule among the driver’s', async () => {
    const { runs } = sarif.parse(JSON.parse(await printed(wrong, right, '--format', 'sarif')));
    const [{ tool, results }] = runs;
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['completion.from_amounts', 'error'],
      ['sum.list', 'error'],
      ['balance.remainder', 'error'],
      ['unit.suspect', 'warning'],
    ]);
    const rules = tool.driver.rules.map(({ id }) => id);
    expect(new Set(rules).size).toBe(rules.length);
    expect(results.every(({ ruleId }) => rules.includes(ruleId))).toBe(true);
  });

  it('gives a file of any name as a URI', async () => {
    const folder = temporaryFolder();
    const path = folder.write('自评 #1 100%?.txt', readFileSync(wrong));
    const { runs } = sarif.parse(JSON.parse(await printed(path, '--format', 'sarif')));
    const uri = runs[0].results[0]?.locations[0].physicalLocation.artifactLocation.uri;
    expect(decodeURIComponent(uri ?? '')).toBe('自评 #1 100%?.txt');
  });
});

describe.concurrent('--format html', () => {
  it('is one page, with a row a contradiction', async () => {
    const page = await printed(wrong, right, '--format', 'html');
    expect(page).toMatch(/^<!doctype html><html lang="zh"><meta charset="utf-8">/);
    expect(page.match(/<tr>/g)?.length).toBe(4);
    expect(page).toContain('<td>unit.suspect</td>');
    expect(page.match(/<h2>/g)?.length).toBe(2);
  });

  it('lets nothing printed become markup', async () => {
    const folder = temporaryFolder();
    const path = folder.write('<b>&.txt', readFileSync(wrong));
    const page = await printed(path, '--format', 'html');
    expect(page).toContain('<h2>&#60;b&#62;&#38;.txt</h2>');
  });
});
