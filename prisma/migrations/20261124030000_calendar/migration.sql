-- Days off of one unit beside those of the agency.

alter table day_exception drop constraint day_exception_pkey;
alter table day_exception add column id integer generated always as identity primary key;
alter table day_exception add column unit_id integer references unit (id);
alter table day_exception add unique nulls not distinct (day, unit_id);

-- The shifts of a week: the agency's without a unit; without minutes, nobody works on that weekday. 1 is Monday.
create table working_hours (
  id          integer generated always as identity primary key,
  unit_id     integer references unit (id),
  weekday     integer not null check (weekday between 1 and 7),
  from_minute integer check (from_minute between 0 and 1439),
  to_minute   integer check (to_minute between 1 and 1440),
  check ((from_minute is null) = (to_minute is null)),
  check (from_minute < to_minute),
  unique nulls not distinct (unit_id, weekday, from_minute)
);

-- Every calendar by which something was promised, so that the promise can be reckoned again.
create table calendar_version (
  version       text primary key,
  content       jsonb not null,
  first_seen_at timestamptz not null default now()
);
