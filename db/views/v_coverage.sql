-- one row per document
create view v_coverage as
-- 一行一份报告：读出多少、核对多少。逐份计数，不先汇总全库：只问一份时只看这一份
select
  d.file,
  (select count(*) from amount_mention m where m.document_id = d.document_id) as mentions, -- 金额字样
  (select count(distinct mention_id) from figure f where f.document_id = d.document_id) as mentions_resolved, -- 其中成为数的
  (select count(*) from figure f where f.document_id = d.document_id) as figures, -- 数
  (select count(*) from figure f where f.document_id = d.document_id and status = 'verified') as figures_verified, -- 经核对相符
  (select count(*) from figure f where f.document_id = d.document_id and status = 'contradicted') as figures_contradicted, -- 与他处矛盾
  (select count(*) from figure f where f.document_id = d.document_id and status = 'unchecked') as figures_unchecked, -- 未核对
  (select count(*) from printed_table t where t.document_id = d.document_id) as tables,
  (select count(template) from printed_table t where t.document_id = d.document_id) as tables_read,
  (select coalesce(sum(rows), 0) from printed_table t where t.document_id = d.document_id) as table_rows,
  (select coalesce(sum(rows_read), 0) from printed_table t where t.document_id = d.document_id) as table_rows_read,
  (select count(*) from verdict v where v.document_id = d.document_id and v.status = 'pass') as checks_passed,
  (select count(*) from verdict v where v.document_id = d.document_id and v.status = 'fail') as checks_failed,
  (select count(*) from verdict v where v.document_id = d.document_id and v.status = 'skipped') as checks_skipped
from document d;
