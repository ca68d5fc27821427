import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openForWriting } from '../../../db/open.ts';
import { rowsOf } from '../../../db/rows.ts';
import { documentWriter } from '../../../db/write.ts';
import type { Figure } from '../../../pipeline/model/figure.ts';
import type { Layout } from '../../../pipeline/model/layout.ts';
import type { DisputedNumber } from '../../../pipeline/model/printed-page.ts';
import type { DocumentReading } from '../../../pipeline/model/reading.ts';
import { weighRecognized } from '../../../pipeline/verify/recognized.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { readReport, samplesFolder } from '../../support/samples.ts';

let reading: DocumentReading;
beforeAll(async () => {
  reading = await readReport(join(samplesFolder, 'qingtan-health-2024-budget.pdf'));
});

/** The sample as if some of its pages had been recognized. */
function recognized(only: (page: number) => boolean, disputed: readonly DisputedNumber[] = []): Layout {
  const pages = reading.layout.pages.map((page) =>
    only(page.number) ? { ...page, recognized: { confidence: 90, uncertain: [], disputed, turned: 0 as const } } : page,
  );
  return { ...reading.layout, pages };
}

const proving = (layout: Layout) =>
  weighRecognized(reading.verdicts, layout).filter(({ status, confirms }) => status === 'pass' && confirms !== false);
const sangong = () =>
  reading.verdicts.find(({ rule, figures }) => rule === 'sum.sangong' && figures[0]?.source === 'table');

/** The number misread in its last place. */
const other = (figure: Figure) => (Number(figure.words.value.replaceAll(',', '')) + 0.03).toFixed(2);
const dispute = (figure: Figure | undefined): readonly DisputedNumber[] => {
  const box = figure === undefined ? null : reading.layout.boxOf(figure.words.spans[0]);
  return figure === undefined || box === null ? [] : [{ box, others: [other(figure)] }];
};

describe('figures of a recognized document', () => {
  it('are proved by exact sums of several parts, and by nothing that is printed once more', () => {
    const rules = proving(recognized(() => true)).map(({ rule, outcome }) => `${rule} ${outcome}`);
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.filter((rule) => !/^(?:sum|hierarchy|balance)\.\w+ exact$/.test(rule))).toEqual([]);
    expect(reading.verdicts.some(({ rule }) => rule.endsWith('.same_figure'))).toBe(true);
  });

  it('are proved by a repeat on a printed page', () => {
    const rules = proving(recognized((page) => page === 7)).filter(
      ({ rule, figures }) =>
        rule === 'cross_table.same_figure' && figures.some(({ words }) => words.spans[0].page === 7),
    );
    expect(rules.length).toBeGreaterThan(0);
    for (const { figures } of rules) expect(figures.some(({ words }) => words.spans[0].page !== 7)).toBe(true);
  });

  it('are not proved by a sum that holds as well when the same misreading is undone in it and in a part', () => {
    const [whole, ...parts] = sangong()?.figures ?? [];
    const part = parts.find(({ value }) => value.kind === 'money' && value.money.fen > 0n);
    const holds = (disputed: readonly DisputedNumber[]) =>
      proving(recognized(() => true, disputed)).some(
        ({ rule, figures }) => rule === 'sum.sangong' && figures[0] === whole,
      );
    expect(holds([])).toBe(true);
    expect(holds(dispute(whole))).toBe(true);
    expect(holds([...dispute(whole), ...dispute(part)])).toBe(false);
    expect(holds(dispute(whole).map(({ box }) => ({ box, others: [''] })))).toBe(false);
  });

  it('are stored as unchecked where nothing proves them', () => {
    const layout = recognized(() => true);
    const db = openForWriting(temporaryFolder().at('t.db'));
    const count = (verdicts: DocumentReading['verdicts'], page: Layout) => {
      const source = { path: '/a.pdf', file: 'a.pdf', sha256: 'a', size: 1, stamp: null };
      documentWriter(db, '1').store(source, rowsOf({ ...reading, layout: page, verdicts }));
      return db.prepare("select count(*) from v_figure where status = 'verified'").pluck().get();
    };
    const printed = count(reading.verdicts, reading.layout);
    const weighed = weighRecognized(reading.verdicts, layout);
    const proved = weighed.filter(({ status, confirms }) => status === 'pass' && confirms !== false);
    const failed = new Set(weighed.filter(({ status }) => status === 'fail').flatMap(({ figures }) => figures));
    const figures = new Set(proved.flatMap((verdict) => verdict.figures).filter((figure) => !failed.has(figure)));
    const stored = count(weighed, layout);
    expect(stored).toBe(figures.size);
    expect(db.prepare('select figures_verified from v_coverage').pluck().get()).toBe(stored);
    expect(Number(stored)).toBeLessThan(Number(printed));
    expect(db.prepare('select distinct confidence from page').pluck().all()).toEqual([90]);
    db.close();
  });
});
