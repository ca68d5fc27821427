-- one row per section in which an evaluation tells of problems or improvements
create view v_finding_text as
-- 一行一处存在的问题或改进措施
select
  t.finding_text_id,
  d.file,
  d.agency,
  d.fiscal_year,
  t.kind,     -- problem 存在的问题、improvement 改进措施
  t.heading,  -- 标题
  t.text,     -- 原文，一行一段
  t.page,
  t.start,
  t."end"
from finding_text t
join document d using (document_id);
