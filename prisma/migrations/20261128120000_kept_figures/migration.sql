-- Figures kept as sums, so that a question costs the same over any number of dossiers. -----------

-- The half month that holds a day: calendar periods begin on the 1st, reporting periods on the 15th.
create function half_month_of(date) returns date language sql immutable parallel safe as $$
  select date_trunc('month', $1::timestamp)::date + case when date_part('day', $1::timestamp) < 15 then 0 else 14 end
$$;

-- What one counted dossier adds to the sums, by the day on which it does. $1 received, $2 due, $3 resolved on, $4 mode,
-- $5 interlinked. A row that was resolved before it was received was resolved when it was received.
create function figures_of(date, date, date, text, text) returns table (
  day date,
  received_online integer, received_in_person integer, received_postal integer, received_undated integer,
  resolved_early integer, resolved_on_time integer, resolved_late integer, resolved_undated integer,
  resolved_horizontal integer, resolved_vertical integer,
  -- Late dossiers that came already late, less those that were late and were resolved.
  late_shift integer,
  -- Open at the end of its due day: late from the next day on.
  fell_due integer
) language sql immutable parallel safe as $$
  select $1, ($4 = 'online')::integer, ($4 = 'in-person')::integer, ($4 = 'postal')::integer, ($2 is null)::integer,
         0, 0, 0, 0, 0, 0, coalesce($2 < $1, false)::integer, 0
  union all
  select greatest($1, $3), 0, 0, 0, 0,
         coalesce($3 < $2, false)::integer, coalesce($3 = $2, false)::integer, coalesce($3 > $2, false)::integer,
         ($2 is null)::integer, ($5 = 'horizontal')::integer, ($5 = 'vertical')::integer,
         -coalesce($2 < greatest($1, $3), false)::integer, 0
  where $3 is not null
  union all
  select $2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1
  where $2 >= $1 and ($3 is null or greatest($1, $3) > $2)
$$;

-- Sums of a half month or a day. unit_id 0: of all units; field_id 0: of all fields; mode '': of all modes.
create table figure_sum (
  unit_id   integer not null,
  field_id  integer not null,
  mode      text collate "C" not null,
  span      text collate "C" not null check (span in ('half-month', 'day')),
  starts_on date not null,
  received_online     integer not null,
  received_in_person  integer not null,
  received_postal     integer not null,
  received_undated    integer not null,
  resolved_early      integer not null,
  resolved_on_time    integer not null,
  resolved_late       integer not null,
  resolved_undated    integer not null,
  resolved_horizontal integer not null,
  resolved_vertical   integer not null,
  late_shift          integer not null,
  fell_due            integer not null,
  primary key (unit_id, field_id, mode, span, starts_on)
);

-- Dossiers as they came into the figures (sign 1) or left them (-1), not yet folded into the sums. Appended only, so that
-- those who write at the same time never wait for one another; a sum is what is folded and what stands here.
create table figure_change (
  sign        smallint not null,
  unit_id     integer not null,
  field_id    integer not null,
  mode        text not null,
  interlinked text not null,
  received_on date not null,
  due_on      date,
  resolved_on date
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function note_dossiers_added() returns trigger language plpgsql as $$
begin
  insert into figure_change
  select 1, d.unit_id, p.field_id, d.submission_mode, d.interlinked, d.received_on, d.due_on, d.resolved_on
  from added d join procedure p on p.id = d.procedure_id
  where d.is_counted;
  return null;
end $$;

create function note_dossiers_changed() returns trigger language plpgsql as $$
begin
  insert into figure_change
  select v.sign, v.unit_id, p.field_id, v.mode, v.interlinked, v.received_on, v.due_on, v.resolved_on
  from before b join after a using (id)
  cross join lateral (values
    (-1, b.is_counted, b.procedure_id, b.unit_id, b.submission_mode, b.interlinked, b.received_on, b.due_on, b.resolved_on),
    (1, a.is_counted, a.procedure_id, a.unit_id, a.submission_mode, a.interlinked, a.received_on, a.due_on, a.resolved_on)
  ) v (sign, is_counted, procedure_id, unit_id, mode, interlinked, received_on, due_on, resolved_on)
  join procedure p on p.id = v.procedure_id
  where v.is_counted
    and (b.is_counted, b.procedure_id, b.unit_id, b.submission_mode, b.interlinked, b.received_on, b.due_on, b.resolved_on)
      is distinct from
        (a.is_counted, a.procedure_id, a.unit_id, a.submission_mode, a.interlinked, a.received_on, a.due_on, a.resolved_on);
  return null;
end $$;

create function note_dossiers_removed() returns trigger language plpgsql as $$
begin
  insert into figure_change
  select -1, d.unit_id, p.field_id, d.submission_mode, d.interlinked, d.received_on, d.due_on, d.resolved_on
  from removed d join procedure p on p.id = d.procedure_id
  where d.is_counted;
  return null;
end $$;

create function note_dossiers_emptied() returns trigger language plpgsql as $$
begin
  truncate figure_sum, figure_change;
  return null;
end $$;

-- Dossiers written by others meanwhile might still be counted in the old field: they are waited for.
create function note_procedures_moved() returns trigger language plpgsql as $$
begin
  if exists (select from before b join after a using (id) where a.field_id <> b.field_id) then
    lock table dossier in share row exclusive mode;
    insert into figure_change
    select v.sign, d.unit_id, v.field_id, d.submission_mode, d.interlinked, d.received_on, d.due_on, d.resolved_on
    from before b join after a using (id) join dossier d on d.procedure_id = a.id
    cross join lateral (values (-1, b.field_id), (1, a.field_id)) v (sign, field_id)
    where a.field_id <> b.field_id and d.is_counted;
  end if;
  return null;
end $$;

create trigger dossier_added after insert on dossier
  referencing new table as added for each statement execute function note_dossiers_added();
create trigger dossier_changed after update on dossier
  referencing old table as before new table as after for each statement execute function note_dossiers_changed();
create trigger dossier_removed after delete on dossier
  referencing old table as removed for each statement execute function note_dossiers_removed();
create trigger dossier_emptied after truncate on dossier
  for each statement execute function note_dossiers_emptied();
create trigger procedure_moved after update on procedure
  referencing old table as before new table as after for each statement execute function note_procedures_moved();

-- What is there already is folded with the first changes.
insert into figure_change
select 1, d.unit_id, p.field_id, d.submission_mode, d.interlinked, d.received_on, d.due_on, d.resolved_on
from dossier d join procedure p on p.id = d.procedure_id
where d.is_counted;

-- Whether a procedure had an online dossier in a period.
create index dossier_online on dossier (procedure_id, received_at) include (unit_id)
  where is_counted and submission_mode = 'online';
