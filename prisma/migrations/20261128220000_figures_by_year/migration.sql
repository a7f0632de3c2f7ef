-- Sums of whole years beside those of half months, so that what came before a period is read of a few of them.
create function year_of(date) returns date language sql immutable parallel safe as $$
  select date_trunc('year', $1::timestamp)::date
$$;

alter table figure_sum drop constraint figure_sum_span_check;
alter table figure_sum add constraint figure_sum_span_check check (span in ('year', 'half-month', 'day'));

insert into figure_sum
select unit_id, field_id, mode, 'year', year_of(starts_on), sum(received_online), sum(received_in_person), sum(received_postal),
       sum(received_undated), sum(resolved_early), sum(resolved_on_time), sum(resolved_late), sum(resolved_undated),
       sum(resolved_horizontal), sum(resolved_vertical), sum(late_shift), sum(fell_due)
from figure_sum where span = 'half-month'
group by unit_id, field_id, mode, year_of(starts_on)
order by 1, 2, 3, 5;
