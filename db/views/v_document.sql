-- one row per document
create view v_document as
-- 一行一份报告
select
  d.document_id,
  d.file,          -- 文件名
  d.sha256,
  d.format,        -- pdf、text、html、docx …
  d.title,         -- 标题
  d.kind,          -- budget 预算、final_accounts 决算、performance_self_evaluation 绩效自评 …
  d.caliber,       -- consolidated 部门汇总、own 单位本级
  d.agency,        -- 单位
  d.region,        -- 行政区划
  d.region_code,
  d.fiscal_year,   -- 年度
  d.pages,
  d.characters,
  (select count(*) from figure f where f.document_id = d.document_id) as figures,
  (select count(*) from project p where p.document_id = d.document_id) as projects,
  (select count(*) from indicator i where i.document_id = d.document_id) as indicators,
  (select count(*) from verdict v where v.document_id = d.document_id and v.status = 'fail') as checks_failed,
  d.ingested_at    -- 读入时间（UTC）
from document d;
