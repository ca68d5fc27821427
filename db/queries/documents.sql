-- every document: what it is and how many amounts it prints
select
  d.document_id,
  d.file,
  d.agency,
  d.fiscal_year,
  d.kind,
  c.mentions as amounts
from v_document d
join v_coverage c using (file)
order by d.document_id;
