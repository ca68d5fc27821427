-- “三公”经费 of every document: total and parts, by year and basis
select
  agency,
  fiscal_year,
  basis,
  max(case when concept = 'sangong.total' then amount_yuan end) as total,
  max(case when concept = 'sangong.overseas' then amount_yuan end) as overseas,
  max(case when concept = 'sangong.vehicle' then amount_yuan end) as vehicles,
  max(case when concept = 'sangong.vehicle_purchase' then amount_yuan end) as vehicle_purchase,
  max(case when concept = 'sangong.vehicle_operation' then amount_yuan end) as vehicle_operation,
  max(case when concept = 'sangong.reception' then amount_yuan end) as reception,
  file
from v_figure
where concept glob 'sangong.*'
  and measure = 'amount'
  and project is null
group by
  agency,
  fiscal_year,
  basis,
  file
order by
  agency,
  fiscal_year,
  basis;
