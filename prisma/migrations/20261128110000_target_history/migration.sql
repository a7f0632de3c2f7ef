-- Targets are revised and ended, never changed: what held before stays, with who set it. ----------------------------

alter table target
  add column set_at        timestamptz not null default now(),
  -- A name: a member of staff, or who sat at the machine.
  add column set_by        text not null default '',
  add column superseded_at timestamptz,
  add column superseded_by text,
  add check ((superseded_at is null) = (superseded_by is null)),
  add check (value > 0 and value <= 1),
  add check (valid_to is null or valid_to >= valid_from);

-- A quarter's target may begin on the day the year's does.
alter table target drop constraint target_indicator_unit_id_valid_from_key;
create unique index target_in_force on target (indicator, unit_id, valid_from, valid_to) nulls not distinct
  where superseded_at is null;
