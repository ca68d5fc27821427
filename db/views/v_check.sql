-- one row per check that was carried out
create view v_check as
-- 一行一次核对
select
  v.check_id,
  d.file,
  v.rule,
  v.status,       -- pass 相符、fail 矛盾、skipped 未核对
  v.outcome,      -- exact、rounded、off、unread
  v.severity,
  v.message,
  cast(v.stated as real) as stated,
  cast(v.expected as real) as expected,
  cast(v.difference as real) as difference,
  (select group_concat(vf.figure_id) from verdict_figure vf where vf.check_id = v.check_id) as figures,
  v.page,
  v.quote
from verdict v
join document d using (document_id);
