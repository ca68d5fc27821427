/** What is no fiscal report: told of with the reason, stored only when asked for, no failure. */
import { describe, expect, it } from 'vitest';
import { mingzhang } from '../support/cli.ts';
import { rowsOf, valuesOf } from '../support/database.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { reportText } from '../support/reports.ts';

const notice = '云溪县财政局关于印发《云溪县政府采购限额标准》的通知\n各预算单位：\n货物项目采购限额为50.00万元。\n';
const page =
  '<html><head><title>云溪县水务局2024年部门预算 - 云溪县人民政府</title></head><body><div id="zoom"><a href="a.pdf">附件.pdf</a></div></body></html>';

function folderOf(): Folder {
  const folder = temporaryFolder();
  folder.write('r/a-notice.txt', notice);
  folder.write('r/b-page.pdf', page);
  folder.write('r/c-report.txt', reportText());
  return folder;
}

describe.concurrent('what is no fiscal report', () => {
  it.each(['ingest', 'rebuild'])('is told of by %s and not stored', async (command) => {
    const folder = folderOf();
    const ran = await mingzhang([command, 'r', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '– a-notice.txt: not a fiscal report: a notice or policy: “云溪县财政局关于印发《云溪县政府采购限额标准》的通知”',
      '– b-page.pdf: not a fiscal report: no amount and no indicator in it: 1 attached, not read',
    ]);
    expect(lines).toContain(
      'not fiscal reports, listed above with the reason, not stored: 2; --keep-other stores them',
    );
    expect(valuesOf(folder.at('t.db'), 'select file from document')).toEqual(['c-report.txt']);
    expect(valuesOf(folder.at('t.db'), "select file from v_issue where severity = 'error'")).toEqual([]);
  });

  it('is stored with --keep-other, as other, without a figure', async () => {
    const folder = folderOf();
    const ran = await mingzhang(['ingest', 'r', '--keep-other', '--db', 't.db'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(rowsOf(folder.at('t.db'), 'select file, format, kind, figures from v_document order by file')).toEqual([
      { file: 'a-notice.txt', format: 'text', kind: 'other', figures: 0 },
      { file: 'b-page.pdf', format: 'html', kind: 'other', figures: 0 },
      { file: 'c-report.txt', format: 'text', kind: 'performance_self_evaluation', figures: expect.any(Number) },
    ]);
    expect(valuesOf(folder.at('t.db'), "select file from v_issue where code = 'not-a-report' order by file")).toEqual([
      'a-notice.txt',
      'b-page.pdf',
    ]);
  });

  it('is told of by path and reason in JSON', async () => {
    const folder = folderOf();
    const ran = await mingzhang(['ingest', 'r', '--json', '--db', 't.db'], { cwd: folder.path });
    const { summary, files } = JSON.parse(ran.stdout);
    expect(summary.not_reports).toBe(2);
    expect(files[1]).toEqual({
      file: 'b-page.pdf',
      path: folder.at('r/b-page.pdf'),
      status: 'not-a-report',
      why: 'not a fiscal report: no amount and no indicator in it: 1 attached, not read',
    });
  });
});
