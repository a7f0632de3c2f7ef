-- Figures as they were answered, so that a question can be asked again and compared. ------------------------------

create table figure_run (
  -- Of what was asked and counted: the same figures have the same number.
  id        text primary key,
  asked_at  timestamptz not null,
  -- Null is the whole agency.
  unit_code text,
  figures   jsonb not null
);
