-- every document: what it is and how many amounts it prints
select
  d.document_id,
  d.file,
  d.agency,
  d.fiscal_year,
  d.kind,
  (select count(*) from amount_mention m where m.document_id = d.document_id) as amounts
from v_document d
order by d.document_id;
