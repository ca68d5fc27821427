-- performance indicators with target, actual and score, in the order of print
select
  agency,
  fiscal_year,
  project,
  level1,
  level2,
  indicator,
  target,
  actual,
  weight,
  score,
  deviation,
  page,
  file
from v_indicator
order by indicator_id;
