-- amounts of the prose that became no figure, each with the reason and the words before it: a work list for the clause reader
with reason (code, words) as (
  values
    ('no-subject', 'nothing says what it is of'),
    ('explanation', 'explains a change'),
    ('template', 'after words of the form that were never chosen'),
    ('range', 'an end of a range'),
    ('sign-unclear', 'a dash before it may be a minus'),
    ('threshold', 'a threshold inside a name'),
    ('not-explained-here', 'in contents, duties or definitions'),
    ('not-a-report', 'in a document that is no fiscal report')
)
select
  m.words_before,
  m.text,
  coalesce(r.words, m.reason) as reason,
  m.page,
  m.start,
  d.file,
  d.document_id
from amount_mention m
join document d using (document_id)
left join reason r on r.code = m.reason
where m.reason is not null
order by m.mention_id;
