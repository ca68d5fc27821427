-- one row per cell of a table as printed
create view v_table_cell as
-- 一行一格，照印
select
  d.file,
  t.table_id,
  t.title as table_title,  -- 表名
  t.template,              -- 认作哪一种表
  c.page,
  c."row",
  c.col,
  c.row_span,
  c.col_span,
  c.text
from table_cell c
join printed_table t using (table_id)
join document d using (document_id);
