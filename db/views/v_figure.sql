-- one row per figure
create view v_figure as
-- 一行一个数
select
  f.figure_id,
  d.file,
  coalesce(f.agency, d.agency) as agency, -- 多单位的表中为本行的单位，政府预算报告正文中为哪一级（某市（市本级））
  f.fiscal_year,     -- 数值所属年度
  f.concept,         -- 概念代码
  f.concept_label,   -- 概念名称
  f.stated_label,    -- 原文名称
  f.component,
  f.function_code,   -- 功能分类科目编码
  f.function_name,
  f.economic_code,   -- 经济分类科目编码
  f.economic_name,
  f.project,
  f.basis,           -- 口径：年初预算、调整预算、决算 …
  f.measure,         -- 量度：金额、增减额、增减率、占比 …
  f.unit,
  case when f.amount_fen is null then cast(f.value as real) else f.amount_fen / 100.0 end as value,
  f.amount_fen / 100.0 as amount_yuan, -- 金额，元
  f.decimals,
  f.source,
  f.table_id,
  f.page,
  f.start,
  f."end",
  f.quote,           -- 原文
  f.status           -- verified 经核对相符、contradicted 与他处矛盾、unchecked 未核对
from figure f
join document d using (document_id);
