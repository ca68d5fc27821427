-- one row per warning or failure while ingesting
create view v_issue as
-- 一行一条读取时的提示或失败
select
  d.file,
  f.stage,
  f.severity,
  f.code,
  f.message,
  f.page
from finding f
join document d using (document_id)
union all
select
  x.file,
  'read' as stage,
  'error' as severity,
  x.code,
  x.message,
  null as page
from failure x;
