-- Figures as they were signed off, with the dossiers behind them: later corrections are shown against these. --------

create table figure_snapshot (
  id          bigint generated always as identity primary key,
  unit_id     integer not null references unit (id),
  period_from date not null,
  period_to   date not null check (period_to >= period_from),
  signed_at   timestamptz not null,
  -- Who signed, as they stand in the report: a name.
  signed_by   text not null check (signed_by <> ''),
  -- Number and day of the report that was sent.
  document    text,
  figures     jsonb not null,
  by_field    jsonb not null
);

create index figure_snapshot_period on figure_snapshot (period_from, period_to, unit_id, id);

create table figure_snapshot_dossier (
  snapshot_id bigint not null references figure_snapshot (id),
  code        text not null,
  -- How it stood in the period: the day it came, its due day, how it ended.
  standing    jsonb not null,
  primary key (snapshot_id, code)
);

create trigger figure_snapshot_append_only before update or delete on figure_snapshot
  for each row execute function refuse_change();
create trigger figure_snapshot_dossier_append_only before update or delete on figure_snapshot_dossier
  for each row execute function refuse_change();
