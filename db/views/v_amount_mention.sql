-- one row per money expression
create view v_amount_mention as
-- 一行一处金额字样，按阅读次序
select
  d.file,
  m.page,
  m.start,
  m."end",
  m.text,                                -- 印出的字样
  m.amount_fen / 100.0 as amount_yuan,   -- 金额，元
  (select count(*) from figure f where f.mention_id = m.mention_id) as figure_count -- 成为几个数
from amount_mention m
join document d using (document_id)
order by m.mention_id;
