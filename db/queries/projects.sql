-- projects with budget, execution and score, in the order of print
select
  agency,
  fiscal_year,
  project,
  initial_budget_yuan,
  budget_yuan,
  actual_yuan,
  execution_rate,
  score,
  page,
  file
from v_project
order by
  file,
  project_id;
