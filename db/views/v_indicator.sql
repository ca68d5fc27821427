-- one row per performance indicator
create view v_indicator as
-- 一行一项绩效指标
select
  i.indicator_id,
  d.file,
  d.agency,
  i.fiscal_year,
  p.project,          -- 所属项目；整体绩效为空
  i.level1,           -- 一级指标
  i.level2,           -- 二级指标
  i.level1_stated,
  i.level2_stated,
  i.indicator,        -- 三级指标
  i.target,           -- 指标值
  i.actual,           -- 完成值
  i.target_operator,
  cast(i.target_value as real) as target_value,
  i.target_unit,
  cast(i.actual_value as real) as actual_value,
  i.actual_unit,
  cast(i.weight as real) as weight, -- 分值
  cast(i.score as real) as score,   -- 得分
  i.deviation,        -- 偏差原因
  i.page,
  i.quote
from indicator i
join document d using (document_id)
left join project p using (project_id);
