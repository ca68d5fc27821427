-- expenditure by function item (类 款 项) of every document, with its parts: basic, project
select
  agency,
  fiscal_year,
  concept,
  function_code,
  function_name,
  basis,
  max(case when component is null then amount_yuan end) as total,
  max(case when component like '%.basic' then amount_yuan end) as basic,
  max(case when component like '%.project' then amount_yuan end) as project,
  page,
  file
from v_figure
where function_code is not null
  and measure = 'amount'
  and concept in ('expenditure.by_function', 'general_public_budget.expenditure')
group by
  agency,
  fiscal_year,
  concept,
  function_code,
  basis,
  file
order by
  agency,
  fiscal_year,
  concept,
  function_code;
