-- the totals of every document: income, expenditure, fiscal appropriations, the three budgets
select
  agency,
  fiscal_year,
  concept,
  concept_label,
  basis,
  amount_yuan,
  page,
  quote,
  file
from v_figure
where measure = 'amount'
  and component is null
  and function_code is null
  and economic_code is null
  and project is null
  and concept in (
    'revenue.grand_total',
    'expenditure.grand_total',
    'revenue.current_year',
    'expenditure.current_year',
    'fiscal.revenue_total',
    'fiscal.expenditure_total',
    'general_public_budget.expenditure',
    'government_fund.expenditure',
    'state_capital.expenditure'
  )
order by
  agency,
  fiscal_year,
  concept;
