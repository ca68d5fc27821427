-- what tables say that nothing is known of: a work list for the vocabularies, most frequent first
select
  code,
  message,
  count(*) as times,
  count(distinct file) as files,
  min(file) as file,
  min(page) as page
from v_issue
where stage = 'tables'
  and code in ('table-unknown', 'table-ambiguous', 'column-unknown', 'row-unknown', 'cell-unreadable', 'unit-unknown')
group by
  code,
  message
order by
  times desc,
  message;
