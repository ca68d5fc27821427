-- one row per document
create view v_coverage as
-- 一行一份报告：读出多少、核对多少
with figure_standing as (
  -- 同 v_figure.status。数属于它自己的报告，报告之间的核对涉及两份报告的数
  select
    f.document_id,
    f.mention_id,
    (
      select max(case when v.status = 'fail' then 2 when v.status = 'pass' and v.confirms then 1 end)
      from verdict_figure vf
      join verdict v using (check_id)
      where vf.figure_id = f.figure_id
    ) as standing
  from figure f
),
figure_count as (
  select
    document_id,
    count(*) as figures,
    count(distinct mention_id) as mentions_resolved,
    count(*) filter (where standing = 2) as contradicted,
    count(*) filter (where standing = 1) as verified
  from figure_standing
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
  coalesce(f.verified, 0) as figures_verified,                                             -- 经核对相符
  coalesce(f.contradicted, 0) as figures_contradicted,                                     -- 与他处矛盾
  coalesce(f.figures - f.verified - f.contradicted, 0) as figures_unchecked,               -- 未核对
  coalesce(t.tables, 0) as tables,
  coalesce(t.tables_read, 0) as tables_read,
  coalesce(t.table_rows, 0) as table_rows,
  coalesce(t.table_rows_read, 0) as table_rows_read,
  coalesce(c.passed, 0) as checks_passed,
  coalesce(c.failed, 0) as checks_failed,
  coalesce(c.skipped, 0) as checks_skipped
from document d
left join figure_count f using (document_id)
left join table_count t using (document_id)
left join check_count c using (document_id);
