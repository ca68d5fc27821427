/** The same files give the same content: however many are read at once, in whatever order, into a new database or an old one. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalLines } from '../../bench/canonical.ts';
import { killOnce, type Scene, undisturbed, writeReports } from '../../bench/kill-run.ts';
import { random } from '../../bench/random.ts';
import { command, mingzhang } from '../support/cli.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { reportText } from '../support/reports.ts';
import { samplesFolder } from '../support/samples.ts';

const reports = temporaryFolder();
const files: string[] = [];
let content = '';

/** The samples, copies under names that disagree, and a file that cannot be read. */
beforeAll(async () => {
  mkdirSync(reports.at('r'));
  for (const name of readdirSync(samplesFolder)) {
    if (/(?:\.txt|layouts\.pdf)$/.test(name)) cpSync(`${samplesFolder}/${name}`, reports.at(`r/${name}`));
  }
  for (const name of ['b/2024.txt', 'b/2019.txt', 'a/2021.txt', 'a/2024.txt']) reports.write(`r/${name}`, reportText());
  reports.write('r/empty.txt', '');
  const found = readdirSync(reports.at('r'), { recursive: true, encoding: 'utf8' });
  files.push(...found.filter((name) => /\.\w+$/.test(name)).map((name) => reports.at(`r/${name}`)));
  content = await contentAfter('ingest', files.toSorted(), 1);
}, 60_000);

async function contentAfter(asked: 'ingest' | 'rebuild', named: readonly string[], jobs: number): Promise<string> {
  const folder = temporaryFolder();
  const ran = await mingzhang([asked, ...named, '--jobs', String(jobs), '--db', folder.at('t.db')]);
  expect(ran).toMatchObject({ code: 1, stderr: '' });
  return [...canonicalLines(folder.at('t.db'))].join('\n');
}

function shuffled(seed: number): readonly string[] {
  const next = random(seed);
  return files
    .map((file) => ({ file, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);
}

describe('the same files', () => {
  it.each([
    ['ingest', 'read two at once', 2, () => files.toSorted()],
    ['ingest', 'read four at once', 4, () => files.toSorted()],
    ['ingest', 'in another order', 1, () => shuffled(1)],
    ['ingest', 'in another order, three at once', 3, () => shuffled(2)],
    ['rebuild', 'two at once', 2, () => files.toSorted()],
  ] as const)('give the same content: %s, %s', async (asked, _, jobs, named) => {
    expect(await contentAfter(asked, named(), jobs)).toBe(content);
  });

  it('tell of every table that holds something, and of no path', () => {
    for (const table of [
      'document',
      'document_text',
      'page',
      'section',
      'table_cell',
      'figure',
      'verdict_figure',
      'failure',
    ]) {
      expect(content).toMatch(new RegExp(`^${table}\t`, 'm'));
    }
    expect(content).not.toContain(reports.path);
    expect(content).not.toContain('#?');
    expect(content.match(/^document\t/gm)).toHaveLength(files.length - 4);
  });
});

describe('a run that is killed at any moment', () => {
  const folder: Folder = temporaryFolder();
  const scene: Scene = { cli: command, folder: folder.path, reports: folder.at('reports'), old: folder.at('old') };

  it.each([
    'ingest',
    'rebuild',
  ] as const)('%s leaves a whole database, and the next run completes it', async (asked) => {
    writeReports(scene.reports, [reportText({ length: 60 }), reportText({ year: 2021, length: 90 })], 12);
    writeReports(scene.old, [reportText({ year: 2019 })], 1);
    const whole = await undisturbed(scene, asked);
    for (const seed of [1, 2, 3, 4, 5]) {
      expect({ seed, ...(await killOnce(scene, asked, whole, seed)) }).toMatchObject({ seed, faults: [] });
    }
  });
});
