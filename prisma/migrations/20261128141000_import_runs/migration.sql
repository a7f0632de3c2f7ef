-- A file brought in on the staff's pages, from its upload to what came of it.
create table import_run (
  id           bigint generated always as identity primary key,
  kind         text not null,
  file_name    text not null,
  size_bytes   bigint not null default 0,
  uploaded_by  text not null,
  uploaded_at  timestamptz not null,
  status       text not null default 'uploading' check (status in
    ('uploading', 'waiting', 'queued', 'running', 'done', 'refused', 'failed', 'discarded', 'undone')),
  -- The cells of the first line, what each was understood as, and the first rows.
  header       jsonb not null default '[]',
  meanings     jsonb not null default '[]',
  sample       jsonb not null default '[]',
  rows_read    integer not null default 0,
  fraction     double precision not null default 0,
  -- Until then one worker alone brings it in.
  leased_until timestamptz,
  attempts     integer not null default 0,
  -- Written with the rows themselves, so that whoever takes over after a crash knows what was written.
  written      jsonb,
  counts       jsonb,
  refusal      jsonb,
  settled_at   timestamptz,
  undone       jsonb,
  undone_at    timestamptz,
  undone_by    text
);

create index import_run_waiting on import_run (id) where status in ('queued', 'running');

-- The file, until it is brought in, and the rows that were not taken.
create table import_part (
  run_id  bigint not null references import_run (id),
  part    text not null check (part in ('file', 'rejects')),
  place   integer not null,
  content bytea not null,
  primary key (run_id, part, place)
);

-- What the last import changed: a row as it was before (null when there was none), and a digest of what it was made.
create table import_change (
  run_id       bigint not null references import_run (id),
  row_id       bigint not null,
  before       jsonb,
  after_digest text,
  primary key (run_id, row_id)
);

-- What a person said a column means that its name does not tell; null: nothing.
create table import_column (
  kind        text not null,
  header      text not null,
  column_name text,
  primary key (kind, header)
);

alter table dossier_event add column import_id bigint;
