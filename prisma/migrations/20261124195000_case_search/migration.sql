-- What staff search cases by: lower case, without marks.
alter table feedback add column search_text text generated always as (
  replace(regexp_replace(normalize(lower(code || ' ' || content || ' ' || coalesce(place, '')), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
) stored;

-- The queue is leafed through by the time left.
create index feedback_due on feedback ((coalesce(due_at, 'infinity'::timestamptz)), id);
