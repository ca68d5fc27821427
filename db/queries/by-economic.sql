-- expenditure by economic item (类 款) of every document; component says of which money
select
  agency,
  fiscal_year,
  economic_code,
  economic_name,
  component,
  basis,
  amount_yuan,
  page,
  file
from v_figure
where concept = 'expenditure.by_economic'
  and measure = 'amount'
order by
  agency,
  fiscal_year,
  component,
  economic_code;
