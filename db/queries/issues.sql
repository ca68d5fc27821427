-- what could not be read or looks odd, worst first
select
  severity,
  code,
  file,
  message,
  page
from v_issue
order by
  case severity when 'error' then 0 when 'warn' then 1 else 2 end,
  file;
