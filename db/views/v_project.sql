-- one row per project of a document
create view v_project as
-- 一行一个项目
select
  p.project_id,
  d.file,
  d.agency,
  p.fiscal_year,
  p.project,                                              -- 项目名称
  p.initial_budget_fen / 100.0 as initial_budget_yuan,    -- 年初预算数，元
  p.budget_fen / 100.0 as budget_yuan,                    -- 全年预算数，元
  p.actual_fen / 100.0 as actual_yuan,                    -- 执行数，元
  cast(p.execution_rate as real) as execution_rate,       -- 执行率，%
  cast(p.score as real) as score,                         -- 得分
  p.page,
  p.quote
from project p
join document d using (document_id);
