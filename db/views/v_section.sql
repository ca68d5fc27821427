-- one row per section
create view v_section as
-- 一行一节；第 0 级为整份文件
select
  d.file,
  s.section_id,
  s.parent_id,     -- 上级节
  s.level,         -- 级次
  s.ordinal,       -- 在上级中的次序
  s.label,         -- 印出的序号
  s.heading,       -- 标题
  s.kind,          -- 节的种类
  s.page,
  s.start,
  s."end"
from section s
join document d using (document_id)
order by s.section_id;
