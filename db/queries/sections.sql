-- how often each kind of section occurs, and in how many documents
select
  kind,
  count(*) as sections,
  count(distinct document_id) as documents
from section
where level > 0
group by kind
order by sections desc;
