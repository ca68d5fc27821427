-- the twenty largest amounts of all documents, with their places
select
  file,
  page,
  start,
  text,
  amount_yuan
from v_amount_mention
order by amount_yuan desc
limit 20;
