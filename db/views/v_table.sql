-- one row per table as printed
create view v_table as
-- 一行一张表，跨页的为一张
select
  d.file,
  t.table_id,
  t.title,
  t.number,        -- 表号
  t.unit,          -- 表上印的单位
  t.agency,        -- 表上印的编制单位
  t.note,          -- 表下的注
  t.ruled,         -- 有框线为 1；按文字对齐认出的为 0
  t.template,      -- 认作哪一种表
  t.page,
  t.rows,
  t.columns,
  t.rows_read      -- 已成为记录的行数
from printed_table t
join document d using (document_id);
