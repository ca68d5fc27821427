/** What is stored of a document, and what storing it again does. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Connection, openForWriting } from '../../db/open.ts';
import { rowsOf } from '../../db/rows.ts';
import { type DocumentWriter, documentWriter, type Standing } from '../../db/write.ts';
import { layOut } from '../../pipeline/layout/lay-out.ts';
import type { SourceFile } from '../../pipeline/model/layout.ts';
import type { DocumentReading } from '../../pipeline/model/reading.ts';
import { Refusal } from '../../pipeline/model/refusal.ts';
import { readText } from '../../pipeline/readers/read-text.ts';
import { understand } from '../../pipeline/understand.ts';
import { temporaryFolder } from '../support/folder.ts';
import { reportText } from '../support/reports.ts';

interface Store {
  readonly db: Connection;
  readonly writer: DocumentWriter;
}

/** A database that is closed when its use ends. */
function inStore(use: (store: Store) => void): void {
  const db = openForWriting(temporaryFolder().at('test.db'));
  try {
    use({ db, writer: documentWriter(db, '1.0.0', { now: () => new Date('2024-05-06T07:08:09Z') }) });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  } finally {
    db.close();
  }
}

function sourceOf(path: string, text: string): SourceFile {
  const bytes = Buffer.from(text);
  return { path, file: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readingOf(source: SourceFile): DocumentReading {
  return understand(layOut(readText(source, () => undefined)), source.file, []);
}

/** Reads and stores whatever its standing is. */
function put(writer: DocumentWriter, path: string, text: string): Standing {
  const source = sourceOf(path, text);
  const standing = writer.standingOf(source);
  writer.store({ ...source, size: source.bytes.length, stamp: null }, rowsOf(readingOf(source)));
  return standing;
}

const values = (db: Connection, sql: string) => db.prepare(sql).pluck().all();
const tables = ['document', 'document_text', 'page', 'section', 'amount_mention', 'finding', 'failure'] as const;

const counts = (db: Connection) =>
  Object.fromEntries(tables.map((table) => [table, values(db, `select count(*) from ${table}`)[0]]));

describe('storing a document', () => {
  it('stores its facts, its text, its sections and its amounts', () => {
    inStore(({ db, writer }) => {
      const text = reportText();
      expect(put(writer, '/reports/a.txt', text)).toBe('new');
      expect(db.prepare('select * from document').get()).toMatchObject({
        document_id: 1,
        path: '/reports/a.txt',
        file: 'a.txt',
        bytes: Buffer.byteLength(text),
        format: 'text',
        encoding: 'utf-8',
        kind: 'performance_self_evaluation',
        agency: '云溪县水务局',
        fiscal_year: 2023,
        characters: text.length,
        engine: '1.0.0',
        ingested_at: '2024-05-06T07:08:09.000Z',
      });
      expect(values(db, 'select text from document_text')).toEqual([text]);
      expect(values(db, 'select heading from section where level = 1')).toEqual([
        '部门概况',
        '部门资金基本情况',
        '存在的问题',
      ]);
      expect(db.prepare('select text, amount_fen, place from amount_mention').raw().all()).toEqual([
        ['120.5万元', 120_500_000, 3],
        ['98.75万元', 98_750_000, 2],
      ]);
    });
  });

  it('knows a file by its bytes: the same bytes are unchanged, others changed', () => {
    inStore(({ writer }) => {
      put(writer, '/a.txt', reportText());
      expect(writer.standingOf(sourceOf('/a.txt', reportText()))).toBe('unchanged');
      expect(writer.standingOf(sourceOf('/a.txt', reportText({ spent: '99万元' })))).toBe('changed');
      expect(writer.standingOf(sourceOf('/b.txt', reportText({ spent: '99万元' })))).toBe('new');
    });
  });

  it('tells under which name the same bytes are stored already', () => {
    inStore(({ writer }) => {
      put(writer, '/a.txt', reportText());
      expect(writer.standingOf(sourceOf('/copy.txt', reportText()))).toEqual({ sameAs: '/a.txt' });
    });
  });

  it('replaces all records of a file whose bytes changed and none of its neighbour', () => {
    inStore(({ db, writer }) => {
      put(writer, '/a.txt', reportText({ year: 2022 }));
      put(writer, '/b.txt', reportText({ year: 2021 }));
      const before = counts(db);
      const neighbour = db.prepare('select * from v_section where file = ?').all('b.txt');
      expect(put(writer, '/a.txt', reportText({ year: 2023, spent: '77万元' }))).toBe('changed');
      expect(counts(db)).toEqual(before);
      expect(values(db, "select text from v_amount_mention where file = 'a.txt'")).toEqual(['120.5万元', '77万元']);
      expect(values(db, 'select fiscal_year from document order by path')).toEqual([2023, 2021]);
      expect(db.prepare('select * from v_section where file = ?').all('b.txt')).toEqual(neighbour);
    });
  });

  it('calls a file changed that now holds a copy of another, so that what it held before goes', () => {
    inStore(({ db, writer }) => {
      put(writer, '/a.txt', reportText({ year: 2022 }));
      put(writer, '/b.txt', reportText({ year: 2021 }));
      expect(put(writer, '/b.txt', reportText({ year: 2022 }))).toBe('changed');
      expect(db.prepare('select path, fiscal_year from document').raw().all()).toEqual([['/b.txt', 2022]]);
    });
  });

  it('keeps both documents when two files change places', () => {
    inStore(({ db, writer }) => {
      put(writer, '/a.txt', reportText({ year: 2022 }));
      put(writer, '/b.txt', reportText({ year: 2021 }));
      put(writer, '/a.txt', reportText({ year: 2021 }));
      put(writer, '/b.txt', reportText({ year: 2022 }));
      expect(db.prepare('select path, fiscal_year from document order by path').raw().all()).toEqual([
        ['/a.txt', 2021],
        ['/b.txt', 2022],
      ]);
    });
  });

  it('leaves what another version of the program has read, until it is to be upgraded', () => {
    inStore(({ db, writer }) => {
      put(writer, '/a.txt', reportText());
      const newer = documentWriter(db, '1.1.0');
      expect(newer.standingOf(sourceOf('/a.txt', reportText()))).toBe('outdated');
      expect(newer.standingOf(sourceOf('/copy.txt', reportText()))).toEqual({ sameAs: '/a.txt' });
      const upgrading = documentWriter(db, '1.1.0', { upgrade: true });
      expect(upgrading.standingOf(sourceOf('/a.txt', reportText()))).toBe('changed');
      const before = counts(db);
      const source = sourceOf('/a.txt', reportText());
      const rows = rowsOf(readingOf(source));
      const file = { ...source, size: source.bytes.length, stamp: null };
      expect(upgrading.store(file, rows)).toEqual({ added: 0, lost: 0, changed: 0 });
      expect(upgrading.store(file, rows)).toBe(null);
      expect(counts(db)).toEqual(before);
      expect(values(db, 'select engine from document')).toEqual(['1.1.0']);
      expect(newer.standingOf(sourceOf('/a.txt', reportText()))).toBe('unchanged');
    });
  });

  it('knows what a file held by its stamp, as long as that is stored', () => {
    inStore(({ writer }) => {
      const source = sourceOf('/a.txt', reportText());
      writer.store({ ...source, size: 1, stamp: 'then' }, rowsOf(readingOf(source)));
      expect(writer.contentOf('/a.txt', 'then')).toBe(source.sha256);
      expect(writer.contentOf('/a.txt', 'now')).toBe(null);
      writer.noteStamp({ ...source, path: '/copy.txt', stamp: 'copied' });
      writer.noteStamp({ ...source, path: '/fresh.txt', stamp: null });
      expect(writer.contentOf('/copy.txt', 'copied')).toBe(source.sha256);
      put(writer, '/a.txt', reportText({ year: 2020 }));
      expect(writer.contentOf('/a.txt', 'then')).toBe(null);
      expect(writer.contentOf('/copy.txt', 'copied')).toBe(null);
    });
  });

  it('counts places in characters, so that substr finds the words behind rare characters', () => {
    inStore(({ db, writer }) => {
      const text = reportText({ agency: '𠮷水县𠮷祥镇水务局', budget: '１２０．５万元' });
      put(writer, '/a.txt', text);
      const words = `select substr(t.text, m.start + 1, m."end" - m.start) as cut, m.text
        from amount_mention m join document_text t using (document_id)`;
      expect(db.prepare(words).raw().all()).toEqual([
        ['１２０．５万元', '１２０．５万元'],
        ['98.75万元', '98.75万元'],
      ]);
      const headings = `select substr(t.text, s.start + 1, 2) from section s join document_text t using (document_id) where level = 1`;
      expect(values(db, headings)).toEqual(['一、', '二、', '三、']);
      expect(values(db, 'select characters = (select length(text) from document_text) from document')).toEqual([1]);
      expect(
        values(db, 'select "end" = characters from section join document using (document_id) where level = 0'),
      ).toEqual([1]);
    });
  });

  it('cuts the same words out of a hard-wrapped text with pages, line breaks left out of the quote', () => {
    inStore(({ db, writer }) => {
      const text = reportText({ agency: '𠮷水县水务局' })
        .replace('98.75万元', '98.75万\r\n元')
        .replace('三、', '\f三、');
      put(writer, '/a.txt', text);
      const words = `select replace(replace(substr(t.text, m.start + 1, m."end" - m.start), char(13), ''), char(10), '') = m.text
        from amount_mention m join document_text t using (document_id)`;
      expect(values(db, words)).toEqual([1, 1]);
      expect(values(db, 'select text from amount_mention')).toEqual(['120.5万元', '98.75万元']);
      const pages =
        'select substr(t.text, p.start + 1, p."end" - p.start) from page p join document_text t using (document_id)';
      expect(values(db, pages).join('')).toBe(text);
    });
  });

  it('stores nothing of a document that fails half way', () => {
    inStore(({ db, writer }) => {
      put(writer, '/a.txt', reportText());
      const before = counts(db);
      const source = sourceOf('/a.txt', reportText({ spent: '99万元' }));
      const rows = rowsOf(readingOf(source));
      const unstorable = ['read', 'no such severity', 'code', 'message', null, null, null];
      expect(() =>
        writer.store(
          { ...source, size: source.bytes.length, stamp: null },
          { ...rows, findings: [...rows.findings, unstorable] },
        ),
      ).toThrow(/CHECK/);
      expect(counts(db)).toEqual(before);
      expect(writer.standingOf(sourceOf('/a.txt', reportText()))).toBe('unchanged');
    });
  });
});

describe('failures', () => {
  const tooLarge = new Refusal('too-large', '/a.txt: too large');

  it('are remembered once a file, the latest, and shown among the issues', () => {
    inStore(({ db, writer }) => {
      writer.storeFailure({ path: '/a.txt', file: 'a.txt' }, new Refusal('binary', '/a.txt: binary'));
      writer.storeFailure({ path: '/a.txt', file: 'a.txt' }, tooLarge);
      expect(db.prepare('select * from v_issue').all()).toEqual([
        {
          file: 'a.txt',
          stage: 'read',
          severity: 'error',
          code: 'too-large',
          message: '/a.txt: too large',
          page: null,
        },
      ]);
    });
  });

  it('leave what was stored of the file before', () => {
    inStore(({ db, writer }) => {
      put(writer, '/a.txt', reportText());
      writer.storeFailure({ path: '/a.txt', file: 'a.txt' }, tooLarge);
      expect(counts(db)).toMatchObject({ document: 1, amount_mention: 2, failure: 1 });
    });
  });

  it('are forgotten when the file is read', () => {
    inStore(({ db, writer }) => {
      writer.storeFailure({ path: '/a.txt', file: 'a.txt' }, tooLarge);
      writer.storeFailure({ path: '/b.txt', file: 'b.txt' }, tooLarge);
      put(writer, '/a.txt', reportText());
      expect(values(db, 'select path from failure')).toEqual(['/b.txt']);
      writer.forgetFailure('/b.txt');
      writer.forgetFailure('/never.txt');
      expect(counts(db)).toMatchObject({ failure: 0 });
    });
  });
});
