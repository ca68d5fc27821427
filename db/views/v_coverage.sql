-- one row per document
create view v_coverage as
-- 一行一份报告：读出多少、核对多少
with figure_verdict as (
  select
    v.document_id,
    vf.figure_id,
    max(v.status = 'fail') as failed
  from verdict v
  join verdict_figure vf using (check_id)
  where v.status <> 'skipped'
  group by
    v.document_id,
    vf.figure_id
),
checked_count as (
  select
    document_id,
    sum(failed) as contradicted,
    sum(not failed) as verified
  from figure_verdict
  group by document_id
),
figure_count as (
  select
    document_id,
    count(*) as figures,
    count(distinct mention_id) as mentions_resolved
  from figure
  group by document_id
),
table_count as (
  select
    document_id,
    count(*) as tables,
    count(template) as tables_read,
    sum(rows) as table_rows,
    sum(rows_read) as table_rows_read
  from printed_table
  group by document_id
),
check_count as (
  select
    document_id,
    sum(status = 'pass') as passed,
    sum(status = 'fail') as failed,
    sum(status = 'skipped') as skipped
  from verdict
  group by document_id
)
select
  d.file,
  (select count(*) from amount_mention m where m.document_id = d.document_id) as mentions, -- 金额字样
  coalesce(f.mentions_resolved, 0) as mentions_resolved,                                   -- 其中成为数的
  coalesce(f.figures, 0) as figures,                                                       -- 数
  coalesce(k.verified, 0) as figures_verified,                                             -- 经核对相符
  coalesce(k.contradicted, 0) as figures_contradicted,                                     -- 与他处矛盾
  coalesce(f.figures, 0) - coalesce(k.verified, 0) - coalesce(k.contradicted, 0) as figures_unchecked,               -- 未核对
  coalesce(t.tables, 0) as tables,
  coalesce(t.tables_read, 0) as tables_read,
  coalesce(t.table_rows, 0) as table_rows,
  coalesce(t.table_rows_read, 0) as table_rows_read,
  coalesce(c.passed, 0) as checks_passed,
  coalesce(c.failed, 0) as checks_failed,
  coalesce(c.skipped, 0) as checks_skipped
from document d
left join figure_count f using (document_id)
left join checked_count k using (document_id)
left join table_count t using (document_id)
left join check_count c using (document_id);
