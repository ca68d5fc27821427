/** Many files into one database, with a toy in place of the reading of documents where it has to go wrong. */
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Connection, openForWriting } from '../../db/open.ts';
import { rowsOf } from '../../db/rows.ts';
import { documentWriter } from '../../db/write.ts';
import { type IngestOptions, ingest, type Outcome } from '../../pipeline/ingest.ts';
import { Refusal } from '../../pipeline/model/refusal.ts';
import { readDocument } from '../../pipeline/run.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';
import { manyReports, reportText } from '../support/reports.ts';

type Read = IngestOptions['read'];

const readWell: Read = async (source) => rowsOf(await readDocument(source));

interface Ingested {
  /** `status file`, a line each. */
  readonly outcomes: readonly string[];
  readonly documents: readonly unknown[];
  readonly failures: readonly unknown[];
}

async function ingested(
  folder: Folder,
  names: readonly string[],
  read: Read = readWell,
  jobs = 3,
  now: () => number = Date.now,
): Promise<Ingested> {
  const db = openForWriting(folder.at('test.db'));
  try {
    const outcomes: Outcome[] = [];
    const files = names.map(folder.at);
    const options = { maxBytes: 100_000, jobs, read, now };
    for await (const outcome of ingest(files, documentWriter(db, '1.0.0'), options)) outcomes.push(outcome);
    return {
      outcomes: outcomes.map(({ status, path }) => `${status} ${path.slice(folder.path.length + 1)}`),
      documents: values(db, 'select file from document order by document_id'),
      failures: values(db, "select code || ' ' || file from failure order by file"),
    };
  } finally {
    db.close();
  }
}

const values = (db: Connection, sql: string) => db.prepare(sql).pluck().all();

/** Reads as always, but for one file. */
const but =
  (file: string, instead: Read): Read =>
  (source) =>
    source.file === file ? instead(source) : readWell(source);

/** Three different reports: a.txt, b.txt, c.txt. */
function three(): Folder {
  const folder = temporaryFolder();
  for (const [i, name] of ['a.txt', 'b.txt', 'c.txt'].entries()) folder.write(name, reportText({ year: 2021 + i }));
  return folder;
}

const names = ['a.txt', 'b.txt', 'c.txt'];

describe('ingesting', () => {
  it('tells of every file in the order given and stores in that order, however many wait', async () => {
    const folder = temporaryFolder();
    const reports = manyReports(30, 1).toReversed();
    for (const [i, { name, text }] of reports.entries()) folder.write(name, text.repeat(1 + ((i * 7) % 5)));
    const { outcomes, documents } = await ingested(
      folder,
      reports.map(({ name }) => name),
    );
    expect(outcomes).toEqual(reports.map(({ name }) => `stored ${name}`));
    expect(documents).toEqual(reports.map(({ name }) => name));
  });

  it('reads as many at once as asked for, and does not run ahead of one that is slow', async () => {
    const folder = temporaryFolder();
    const reports = manyReports(40, 1);
    for (const { name, text } of reports) folder.write(name, text);
    let [now, most, begun, begunWhileSlow] = [0, 0, 0, 0];
    const slow: Read = async (source) => {
      most = Math.max(most, ++now);
      begun++;
      if (source.file === 'report-002.txt') {
        while (begun < 8) await new Promise((resolve) => setTimeout(resolve, 1));
        await new Promise((resolve) => setTimeout(resolve, 50));
        begunWhileSlow = begun;
      }
      const rows = await readWell(source);
      now--;
      return rows;
    };
    const { documents } = await ingested(
      folder,
      reports.map(({ name }) => name),
      slow,
      2,
    );
    expect(documents).toHaveLength(40);
    expect({ most, begunWhileSlow: begunWhileSlow <= 10 }).toEqual({ most: 2, begunWhileSlow: true });
  });

  it.each([1, 2, 7])('reads copies in one batch hardly more than once, %i at a time', async (jobs) => {
    const folder = three();
    for (const name of ['a2.txt', 'a3.txt']) folder.write(name, reportText({ year: 2021 }));
    let reads = 0;
    const counting: Read = (source) => {
      reads++;
      return readWell(source);
    };
    const all = ['a.txt', 'a2.txt', 'b.txt', 'a3.txt', 'c.txt'];
    expect((await ingested(folder, all, counting, jobs)).outcomes).toEqual([
      'stored a.txt',
      'duplicate a2.txt',
      'stored b.txt',
      'duplicate a3.txt',
      'stored c.txt',
    ]);
    // Whose bytes are there first is read; the first of the files is what is stored.
    expect(reads).toBeLessThanOrEqual(jobs === 1 ? 3 : 4);
  });

  it('reads a copy when what it is a copy of could not be read', async () => {
    const folder = three();
    folder.write('a2.txt', reportText({ year: 2021 }));
    const refuse = but('a.txt', async ({ path }) => {
      throw new Refusal('too-slow', `${path}: slow`);
    });
    expect((await ingested(folder, ['a.txt', 'a2.txt', 'b.txt'], refuse)).outcomes).toEqual([
      'refused a.txt',
      'stored a2.txt',
      'stored b.txt',
    ]);
  });

  it('goes on after a file that cannot be read, and remembers it', async () => {
    const folder = three();
    folder.write('b.txt', '');
    expect(await ingested(folder, ['a.txt', 'b.txt', 'gone.txt', 'c.txt'])).toEqual({
      outcomes: ['stored a.txt', 'refused b.txt', 'refused gone.txt', 'stored c.txt'],
      documents: ['a.txt', 'c.txt'],
      failures: ['empty b.txt'],
    });
  });

  it('goes on after a document that the reading refuses', async () => {
    const refuse = but('b.txt', async ({ path }) => {
      throw new Refusal('unsupported-format', `${path}: a riddle`);
    });
    expect(await ingested(three(), names, refuse)).toEqual({
      outcomes: ['stored a.txt', 'refused b.txt', 'stored c.txt'],
      documents: ['a.txt', 'c.txt'],
      failures: ['unsupported-format b.txt'],
    });
  });

  it('goes on after a bug in the reading, and remembers it until the file is read', async () => {
    const folder = three();
    const broken = but('b.txt', () => {
      throw new RangeError('no such passage');
    });
    expect(await ingested(folder, names, broken)).toEqual({
      outcomes: ['stored a.txt', 'failed b.txt', 'stored c.txt'],
      documents: ['a.txt', 'c.txt'],
      failures: ['bug b.txt'],
    });
    expect(await ingested(folder, names)).toEqual({
      outcomes: ['unchanged a.txt', 'stored b.txt', 'unchanged c.txt'],
      documents: ['a.txt', 'c.txt', 'b.txt'],
      failures: [],
    });
  });

  it('goes on after a document that the database will not hold, and stores nothing of it', async () => {
    const unstorable = but('b.txt', async (source) => {
      const rows = await readWell(source);
      return { ...rows, facts: { ...rows.facts, fiscalYear: 2023.5 } };
    });
    expect(await ingested(three(), names, unstorable)).toEqual({
      outcomes: ['stored a.txt', 'failed b.txt', 'stored c.txt'],
      documents: ['a.txt', 'c.txt'],
      failures: ['bug b.txt'],
    });
  });

  it('does not read a document again whose bytes are stored', async () => {
    const folder = three();
    await ingested(folder, names);
    folder.write('copy.txt', reportText({ year: 2021 }));
    const never = async () => {
      throw new Error('read again');
    };
    expect((await ingested(folder, [...names, 'copy.txt'], never)).outcomes).toEqual([
      'unchanged a.txt',
      'unchanged b.txt',
      'unchanged c.txt',
      'duplicate copy.txt',
    ]);
  });

  it('does not open a file again that was not written to, once it has settled', async () => {
    const folder = three();
    folder.write('copy.txt', reportText({ year: 2021 }));
    const all = [...names, 'copy.txt'];
    const later = () => Date.now() + 60_000;
    await ingested(folder, all, readWell, 3, later);
    // Emptied behind its back, with its stamp noted as the one it has now: whoever opens it finds it empty.
    const noted = (file: string) => {
      const { size, mtimeNs, ctimeNs } = statSync(folder.at(file), { bigint: true });
      return `${size} ${mtimeNs} ${ctimeNs}`;
    };
    for (const file of ['a.txt', 'copy.txt']) folder.write(file, '');
    const db = openForWriting(folder.at('test.db'));
    for (const file of ['a.txt', 'copy.txt']) {
      db.prepare('update known_file set stamp = ? where path = ?').run(noted(file), folder.at(file));
    }
    db.close();
    const known = ['unchanged a.txt', 'unchanged b.txt', 'unchanged c.txt', 'duplicate copy.txt'];
    expect((await ingested(folder, all, readWell, 3, later)).outcomes).toEqual(known);
    const opened = ['refused a.txt', 'unchanged b.txt', 'unchanged c.txt', 'refused copy.txt'];
    expect((await ingested(folder, all)).outcomes).toEqual(opened);
  });

  it('reads a copy after all when the file it is a copy of changes later in the batch', async () => {
    const folder = three();
    await ingested(folder, ['b.txt']);
    folder.write('c.txt', reportText({ year: 2022 }));
    folder.write('b.txt', reportText({ year: 2024 }));
    expect(await ingested(folder, ['c.txt', 'b.txt'])).toEqual({
      outcomes: ['duplicate c.txt', 'replaced b.txt', 'stored c.txt'],
      documents: ['b.txt', 'c.txt'],
      failures: [],
    });
  });

  it('stores of copies the one whose name comes first, in whatever order they come', async () => {
    const folder = temporaryFolder();
    for (const name of ['x/b.txt', 'y/a.txt', 'z/a.txt']) folder.write(name, reportText());
    expect(await ingested(folder, ['x/b.txt', 'y/a.txt', 'z/a.txt'])).toEqual({
      outcomes: ['stored x/b.txt', 'replaced y/a.txt', 'duplicate z/a.txt'],
      documents: ['a.txt'],
      failures: [],
    });
    expect((await ingested(folder, ['x/b.txt', 'y/a.txt', 'z/a.txt'])).outcomes).toEqual([
      'duplicate x/b.txt',
      'unchanged y/a.txt',
      'duplicate z/a.txt',
    ]);
  });

  it('ends when the database is closed to it: that is no fault of a file', async () => {
    const folder = three();
    const holder = openForWriting(folder.at('test.db'));
    const db = openForWriting(folder.at('test.db'), { longest: 20 });
    holder.exec('begin immediate');
    try {
      const outcomes = ingest(names.map(folder.at), documentWriter(db, '1.0.0'), {
        maxBytes: 1e6,
        jobs: 2,
        read: readWell,
      });
      await expect(outcomes.next()).rejects.toMatchObject({ code: 'database-locked' });
    } finally {
      holder.close();
      db.close();
    }
  });
});
