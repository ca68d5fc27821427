/** What the checks make of a figure, and that a report's coverage counts the same. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mingzhang } from '../support/cli.ts';
import { change, rowsOf, valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { samplesFolder } from '../support/samples.ts';

const counted = `
  select file, count(*) as figures, sum(status = 'verified') as figures_verified,
    sum(status = 'contradicted') as figures_contradicted, sum(status = 'unchecked') as figures_unchecked
  from v_figure group by file order by file`;
const covered = `
  select file, figures, figures_verified, figures_contradicted, figures_unchecked
  from v_coverage where figures > 0 order by file`;

describe('the status of a figure', () => {
  it('is verified, contradicted or unchecked, and v_coverage counts it so, with checks across reports too', async () => {
    const db = temporaryFolder().at('all.db');
    const texts = ['qiyun-forestry-2023-self-evaluation.txt', 'chenghu-culture-2022-final-accounts.txt'];
    const files = [...texts.map((file) => join(samplesFolder, file)), join(samplesFolder, 'formats')];
    expect(await mingzhang(['rebuild', ...files, '--db', db])).toMatchObject({ code: 0 });
    expect(valuesOf(db, 'select distinct status from v_figure order by status')).toEqual([
      'contradicted',
      'unchecked',
      'verified',
    ]);
    const none =
      'select count(*) from v_figure where status <> ? and figure_id not in (select figure_id from verdict_figure)';
    expect(valuesOf(db, none.replace('?', "'unchecked'"))).toEqual([0]);
    expect(rowsOf(db, covered)).toEqual(rowsOf(db, counted));
  });

  it('follows its checks when they come and go, and is not verified by one that proves nothing', async () => {
    const db = temporaryFolder().at('one.db');
    const file = join(samplesFolder, 'qiyun-forestry-2023-self-evaluation.txt');
    expect(await mingzhang(['rebuild', file, '--db', db])).toMatchObject({ code: 0 });
    const statuses = () => valuesOf(db, 'select distinct status from v_figure order by status');
    const amiss = () =>
      valuesOf(
        db,
        `select figure_id from figure f where status <> case (
           select max(case when v.status = 'fail' then 2 when v.status = 'pass' and v.confirms then 1 end)
           from verdict_figure vf join verdict v using (check_id) where vf.figure_id = f.figure_id
         ) when 2 then 'contradicted' when 1 then 'verified' else 'unchecked' end`,
      );
    expect(statuses()).toEqual(['contradicted', 'unchecked', 'verified']);
    expect(amiss()).toEqual([]);
    change(db, "delete from verdict where status = 'fail'");
    expect(statuses()).toEqual(['unchecked', 'verified']);
    expect(amiss()).toEqual([]);
    const relink = `create table link as select * from verdict_figure; delete from verdict_figure;
      insert into verdict_figure select * from link; drop table link`;
    change(db, relink);
    expect(statuses()).toEqual(['unchecked', 'verified']);
    expect(amiss()).toEqual([]);
    change(db, `update verdict set confirms = 0; ${relink}`);
    expect(statuses()).toEqual(['unchecked']);
    expect(valuesOf(db, 'select figures_verified from v_coverage')).toEqual([0]);
  });
});
