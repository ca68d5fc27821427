/** Killing an ingest at any moment leaves a whole database, and the next ingest ends where an uninterrupted one does. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, start } from '../support/cli.ts';
import { change, contentOf, damageOf, valuesOf } from '../support/database.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { manyReports } from '../support/reports.ts';

const count = 50;
/** Each with an amount, so that much of the time goes into storing. */
const lines = 150;
const reports = temporaryFolder();
let uninterrupted: ReturnType<typeof contentOf>;

beforeAll(async () => {
  for (const { name, text } of manyReports(count, lines)) {
    reports.write(`r/${name}`, text.replaceAll('公里，', '公里，投入1.5万元，'));
  }
  await mingzhang(['ingest', reports.at('r'), '--db', reports.at('whole.db')]);
  uninterrupted = contentOf(reports.at('whole.db'));
});

/** Starts an ingest and kills it when so many reports are stored, or as soon as there is a database. */
async function killAfter(stored: number, folder: Folder, ...options: readonly string[]): Promise<void> {
  const child = start(['ingest', reports.at('r'), '--db', 't.db', ...options], folder.path);
  const gone = new Promise((resolve) => child.on('close', resolve));
  let printed = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString().split('\n').length - 1;
    // Some milliseconds later, each time others: in the middle of reading or of storing the next.
    if (stored > 0 && printed >= stored) setTimeout(() => child.kill('SIGKILL'), (stored * 3) % 10);
  });
  while (stored === 0 && child.exitCode === null && !existsSync(folder.at('t.db'))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  if (stored === 0) child.kill('SIGKILL');
  await gone;
  expect(child.signalCode).toBe('SIGKILL');
}

describe.concurrent('an ingest that is killed', () => {
  it.each([
    0, 1, 2, 5, 9, 14, 20, 27, 35, 43,
  ])('after %i reports leaves a database that is whole and goes on', async (stored) => {
    const folder = temporaryFolder();
    const path = folder.at('t.db');
    await killAfter(stored, folder);
    expect(damageOf(path)).toEqual([]);
    if (stored > 0) {
      const documents = Number(valuesOf(path, 'select count(*) from document')[0]);
      expect(documents).toBeGreaterThanOrEqual(stored);
      expect(valuesOf(path, 'select count(*) from document_text')).toEqual([documents]);
      const incomplete = `select path from document d
        where not exists (select 1 from document_text t where t.document_id = d.document_id and length(t.text) = d.characters)
          or (select count(*) from section s where s.document_id = d.document_id) <> 7
          or (select count(*) from amount_mention m where m.document_id = d.document_id) <> ${lines + 2}`;
      expect(valuesOf(path, incomplete)).toEqual([]);
    }
    const second = await mingzhang(['ingest', reports.at('r'), '--db', path]);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(contentOf(path)).toEqual(uninterrupted);
    expect(damageOf(path)).toEqual([]);
  });

  it('while it replaces changed reports leaves each as it was or as it is', async () => {
    const folder = temporaryFolder();
    const path = folder.at('t.db');
    await mingzhang(['ingest', reports.at('r'), '--db', path]);
    change(path, "update document set engine = 'older', title = 'older'");
    await killAfter(20, folder, '--upgrade');
    expect(damageOf(path)).toEqual([]);
    expect(valuesOf(path, 'select count(*) from document')).toEqual([count]);
    expect(valuesOf(path, "select count(*) from document where (engine = 'older') <> (title = 'older')")).toEqual([0]);
    expect(Number(valuesOf(path, "select count(*) from document where engine <> 'older'")[0])).toBeGreaterThanOrEqual(
      20,
    );
    expect(await mingzhang(['ingest', reports.at('r'), '--upgrade', '--db', path])).toMatchObject({ code: 0 });
    expect(valuesOf(path, "select count(*) from document where engine = 'older'")).toEqual([0]);
    expect(valuesOf(path, 'select count(*) from section')).toEqual([7 * count]);
  });
});
